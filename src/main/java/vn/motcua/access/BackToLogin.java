package vn.motcua.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Sends to the login page, and says there that the session ended if that is why. */
class BackToLogin implements AuthenticationEntryPoint {

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
      throws IOException {
    boolean ended = request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
    response.sendRedirect(request.getContextPath() + (ended ? "/login?expired" : "/login"));
  }
}
