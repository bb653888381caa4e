package vn.motcua.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;

/** Signs into Tasklist, Cockpit, Admin and Welcome whoever has signed in at our login page. */
class WebappLogin extends ContainerBasedAuthenticationFilter implements AuthenticationProvider {

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
    if (person.isEmpty()) {
      return AuthenticationResult.unsuccessful();
    }
    AuthenticationResult result = AuthenticationResult.successful(person.get().userId());
    result.setGroups(person.get().groups());
    result.setTenants(person.get().posts());
    return result;
  }

  @Override
  public void augmentResponseByAuthenticationChallenge(
      HttpServletResponse response, ProcessEngine engine) {
    // a browser must not ask for a password of its own
  }
}
