package vn.motcua.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.stream.StreamSupport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.WebAttributes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The only place where a person signs in. */
@Controller
class LoginPage {

  private final Memberships memberships;
  private final ObjectProvider<ClientRegistrationRepository> providers;
  private final ObjectProvider<DemoAccounts> demo;

  LoginPage(
      Memberships memberships,
      ObjectProvider<ClientRegistrationRepository> providers,
      ObjectProvider<DemoAccounts> demo) {
    this.memberships = memberships;
    this.providers = providers;
    this.demo = demo;
  }

  @GetMapping("/login")
  String show(HttpServletRequest request, Model page) {
    page.addAttribute("refusal", refusal(request));
    page.addAttribute("noAdministrator", !memberships.anyAdministrator());
    page.addAttribute("providers", providers());
    DemoAccounts accounts = demo.getIfAvailable();
    page.addAttribute("demo", accounts == null ? List.of() : accounts.shown());
    page.addAttribute("demoPassword", accounts == null ? "" : accounts.password());
    return "login";
  }

  /** What the last login was refused for, said once. */
  private static String refusal(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null || request.getParameter("error") == null) {
      return null;
    }
    Object cause = session.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION);
    session.removeAttribute(WebAttributes.AUTHENTICATION_EXCEPTION);
    return cause instanceof AuthenticationException refused ? refused.getMessage() : null;
  }

  @SuppressWarnings("unchecked")
  private List<ClientRegistration> providers() {
    return providers.getIfAvailable() instanceof Iterable<?> all
        ? StreamSupport.stream(((Iterable<ClientRegistration>) all).spliterator(), false).toList()
        : List.of();
  }
}
