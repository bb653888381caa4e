package vn.motcua.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Where a person stands after login: the page that was asked for, else the work. Officials work in
 * Tasklist; all others start at the home page.
 */
@Component
class Landing extends SavedRequestAwareAuthenticationSuccessHandler {

  private static final String TASKLIST = "/camunda/app/tasklist/default/";

  private final Memberships memberships;

  Landing(Memberships memberships) {
    this.memberships = memberships;
    setRequestCache(new PagesOnly());
  }

  @Override
  protected String determineTargetUrl(
      HttpServletRequest request, HttpServletResponse response, Authentication login) {
    Optional<Membership> person = memberships.of(login.getName());
    boolean works = person.filter(p -> p.hasWork() && !p.isAdministrator()).isPresent();
    return works ? TASKLIST : "/";
  }
}
