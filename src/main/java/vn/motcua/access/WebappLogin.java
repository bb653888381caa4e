package vn.motcua.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Signs into Tasklist, Cockpit, Admin and Welcome whoever has signed in at our login page. */
class WebappLogin extends ContainerBasedAuthenticationFilter implements AuthenticationProvider {

  private static final String PERSON = WebappLogin.class.getName();

  private final Memberships memberships;

  WebappLogin(Memberships memberships) {
    this.memberships = memberships;
    this.authenticationProvider = this;
  }

  @Override
  public void init(jakarta.servlet.FilterConfig configuration) {
    // the provider is this filter itself
  }

  @Override
  public AuthenticationResult extractAuthenticatedUser(
      HttpServletRequest request, ProcessEngine engine) {
    Optional<Membership> person = EngineIdentity.signedIn().flatMap(memberships::of);
    request.setAttribute(PERSON, person.orElse(null));
    if (person.isEmpty()) {
      return AuthenticationResult.unsuccessful();
    }
    AuthenticationResult result = AuthenticationResult.successful(person.get().userId());
    result.setGroups(person.get().workGroups());
    result.setTenants(person.get().workPosts());
    return result;
  }

  /**
   * A session of a webapp is good for as long as the posts are the same: one that was taken away,
   * or that an absent colleague leaves to this person, is gone or there at the next request.
   */
  @Override
  protected boolean existisAuthentication(Authentications known, String engine, String user) {
    Membership person =
        RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
            ? (Membership) request.getRequest().getAttribute(PERSON)
            : null;
    return known.getAuthenticationForProcessEngine(engine) instanceof UserAuthentication session
        && person != null
        && isAuthenticated(session, engine, user)
        && same(session.getGroupIds(), person.workGroups())
        && same(session.getTenantIds(), person.workPosts());
  }

  private static boolean same(List<String> before, List<String> now) {
    return before != null && new HashSet<>(before).equals(new HashSet<>(now));
  }

  @Override
  public void augmentResponseByAuthenticationChallenge(
      HttpServletResponse response, ProcessEngine engine) {
    // a browser must not ask for a password of its own
  }
}
