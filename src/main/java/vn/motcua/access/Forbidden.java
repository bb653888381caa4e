package vn.motcua.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** A refusal: a page in words for people, a bare 403 for scripts. */
class Forbidden implements AccessDeniedHandler {

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
      throws IOException {
    if (cause instanceof CsrfException && request.getServletPath().equals("/login")) {
      // The form was open for so long that its token is gone: show a fresh one.
      response.sendRedirect(request.getContextPath() + "/login?expired");
    } else if (SecurityRules.calls().matches(request)) {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    } else {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }
}
