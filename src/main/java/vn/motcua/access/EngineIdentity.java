package vn.motcua.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells the engine in whose name a request of ours or of a machine works, and takes it back
 * afterwards. The webapps have their own filter for the same.
 */
class EngineIdentity extends OncePerRequestFilter {

  private final IdentityService identity;
  private final Memberships memberships;

  EngineIdentity(IdentityService identity, Memberships memberships) {
    this.identity = identity;
    this.memberships = memberships;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Membership> person = signedIn().flatMap(memberships::of);
    try {
      person.ifPresent(p -> identity.setAuthentication(p.userId(), p.workGroups(), p.workPosts()));
      chain.doFilter(request, response);
    } finally {
      identity.clearAuthentication();
    }
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getRequestURI().startsWith(request.getContextPath() + "/camunda/");
  }

  /** Id of the account that Spring Security has let in. */
  static Optional<String> signedIn() {
    Authentication login = SecurityContextHolder.getContext().getAuthentication();
    boolean anonymous =
        login == null
            || !login.isAuthenticated()
            || login
                instanceof org.springframework.security.authentication.AnonymousAuthenticationToken;
    return anonymous ? Optional.empty() : Optional.of(login.getName());
  }
}
