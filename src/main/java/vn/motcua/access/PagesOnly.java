package vn.motcua.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Remembers for after the login only pages: never a script, a picture or a call. */
class PagesOnly extends HttpSessionRequestCache {

  private static final PathPatternRequestMatcher.Builder PATH =
      PathPatternRequestMatcher.withDefaults();
  private static final RequestMatcher WEBAPP = PATH.matcher("/camunda/app/{app}/{engine}/");

  PagesOnly() {
    setRequestMatcher(PagesOnly::isPage);
  }

  private static boolean isPage(HttpServletRequest request) {
    String path = request.getServletPath();
    boolean own = !path.startsWith("/camunda/") && !path.startsWith("/api/") && !path.contains(".");
    return "GET".equals(request.getMethod())
        && !path.equals("/")
        && (own || WEBAPP.matches(request));
  }
}
