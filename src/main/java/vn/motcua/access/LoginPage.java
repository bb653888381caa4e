package vn.motcua.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.WebAttributes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.motcua.agency.Official;
import vn.motcua.agency.Officials;

/** The only place where a person signs in. */
@Controller
class LoginPage {

  private final Memberships memberships;
  private final ObjectProvider<ClientRegistrationRepository> providers;
  private final ObjectProvider<Officials> demo;
  private final Clock clock;

  LoginPage(
      Memberships memberships,
      ObjectProvider<ClientRegistrationRepository> providers,
      ObjectProvider<Officials> demo,
      Clock clock) {
    this.memberships = memberships;
    this.providers = providers;
    this.demo = demo;
    this.clock = clock;
  }

  @GetMapping("/login")
  String show(HttpServletRequest request, Model page) {
    page.addAttribute("refusal", refusal(request));
    page.addAttribute("expired", request.getParameter("expired") != null);
    page.addAttribute("left", request.getParameter("logout") != null);
    page.addAttribute("noAdministrator", !memberships.anyAdministrator());
    page.addAttribute("providers", providers());
    Officials accounts = demo.getIfAvailable();
    page.addAttribute("demo", accounts == null ? List.of() : shown(accounts));
    page.addAttribute("demoPassword", accounts == null ? "" : accounts.firstPassword());
    return "login";
  }

  private List<Official> shown(Officials accounts) {
    return accounts.officials(LocalDate.now(clock)).stream().filter(Official::main).toList();
  }

  /** What the last login was refused for, said once. */
  private static String refusal(HttpServletRequest request) {
    if (request.getParameter("error") == null) {
      return null;
    }
    HttpSession session = request.getSession();
    Object cause = session.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION);
    session.removeAttribute(WebAttributes.AUTHENTICATION_EXCEPTION);
    return LoginRefused.words(cause, LocaleContextHolder.getLocale());
  }

  @SuppressWarnings("unchecked")
  private List<ClientRegistration> providers() {
    return providers.getIfAvailable() instanceof Iterable<?> all
        ? StreamSupport.stream(((Iterable<ClientRegistration>) all).spliterator(), false).toList()
        : List.of();
  }
}
