package vn.motcua.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.stream.StreamSupport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.WebAttributes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.motcua.language.Texts;

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
    page.addAttribute("expired", request.getParameter("expired") != null);
    page.addAttribute("left", request.getParameter("logout") != null);
    page.addAttribute("noAdministrator", !memberships.anyAdministrator());
    page.addAttribute("providers", providers());
    DemoAccounts accounts = demo.getIfAvailable();
    page.addAttribute("demo", accounts == null ? List.of() : accounts.shown());
    page.addAttribute("demoPassword", accounts == null ? "" : accounts.password());
    return "login";
  }

  /** What the last login was refused for, said once. */
  private static String refusal(HttpServletRequest request) {
    if (request.getParameter("error") == null) {
      return null;
    }
    HttpSession session = request.getSession();
    Object cause = session.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION);
    session.removeAttribute(WebAttributes.AUTHENTICATION_EXCEPTION);
    return cause instanceof AuthenticationException refused
        ? refused.getMessage()
        : Texts.of("access").get(LocaleContextHolder.getLocale(), "login.wrong");
  }

  @SuppressWarnings("unchecked")
  private List<ClientRegistration> providers() {
    return providers.getIfAvailable() instanceof Iterable<?> all
        ? StreamSupport.stream(((Iterable<ClientRegistration>) all).spliterator(), false).toList()
        : List.of();
  }
}
