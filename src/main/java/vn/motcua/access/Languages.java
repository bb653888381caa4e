package vn.motcua.access;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import vn.motcua.language.Texts;

/**
 * Vietnamese, unless a person asked for English by {@code ?lang=en}; the webapps read the same
 * cookie. The browser's own language is not asked: many an office runs an English system.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class Languages implements WebMvcConfigurer {

  @Bean
  LocaleResolver localeResolver() {
    CookieLocaleResolver cookie = new CookieLocaleResolver("LANG");
    cookie.setDefaultLocale(Texts.VIETNAMESE);
    cookie.setCookieSameSite("Lax");
    return cookie;
  }

  @Override
  public void addInterceptors(InterceptorRegistry interceptors) {
    LocaleChangeInterceptor change = new LocaleChangeInterceptor();
    change.setParamName("lang");
    change.setIgnoreInvalidLocale(true);
    interceptors.addInterceptor(change);
  }
}
