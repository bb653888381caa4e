package vn.motcua.dossier;

import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves the start form and its script; asked again each time, so that a new version counts. */
@Configuration(proxyBeanMethods = false)
class FormsOverHttp implements WebMvcConfigurer {

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry handlers) {
    handlers
        .addResourceHandler("/forms/**")
        .addResourceLocations("classpath:/forms/")
        .setCacheControl(CacheControl.maxAge(0, TimeUnit.SECONDS).mustRevalidate());
  }
}
