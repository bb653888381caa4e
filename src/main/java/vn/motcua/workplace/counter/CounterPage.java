package vn.motcua.workplace.counter;

import java.util.Locale;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.access.Who;
import vn.motcua.agency.Role;
import vn.motcua.language.Texts;

/**
 * The counter (tiếp nhận tại quầy): a page for clerks with a queue before them, worked by keyboard.
 * What it asks and sends is told by the rooms whose matter it is; here is only the page.
 */
@Controller
class CounterPage {

  private static final Texts TEXTS = Texts.of("workplace");
  private static final String CLERK = "." + Role.COUNTER_CLERK.word();

  private final Who who;

  CounterPage(Who who) {
    this.who = who;
  }

  @GetMapping("/counter")
  String show(Locale language, Model page) {
    return page("workplace/counter", language, page);
  }

  /** Shown in a frame of the page when its session had ended and a person signed in again. */
  @GetMapping("/counter/again")
  String again(Locale language, Model page) {
    return page("workplace/counter-again", language, page);
  }

  private String page(String template, Locale language, Model page) {
    CurrentOfficial official = who.now();
    if (official.postIds().stream().noneMatch(post -> post.endsWith(CLERK))) {
      throw new AccessDeniedException("Only for counter clerks");
    }
    page.addAttribute("texts", TEXTS);
    page.addAttribute("language", language);
    page.addAttribute("me", official);
    return template;
  }
}
