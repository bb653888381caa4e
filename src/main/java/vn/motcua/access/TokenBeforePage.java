package vn.motcua.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Makes the token against forged requests before a page is written. Made by the first form of a
 * long page it would come too late: the head of the answer is gone by then, and with it the cookie,
 * so that whatever the person sends from the page is refused.
 */
@Configuration(proxyBeanMethods = false)
class TokenBeforePage implements HandlerInterceptor, WebMvcConfigurer {

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    Object token = request.getAttribute(CsrfToken.class.getName());
    if (token instanceof CsrfToken made && handler instanceof HandlerMethod page && isPage(page)) {
      made.getToken();
    }
    return true;
  }

  private static boolean isPage(HandlerMethod handler) {
    return !AnnotatedElementUtils.hasAnnotation(handler.getMethod(), ResponseBody.class)
        && !AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), ResponseBody.class);
  }
}
