package vn.motcua.workplace;

import java.util.Locale;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.access.Who;
import vn.motcua.dossier.DelayCauses;
import vn.motcua.dossier.WorkList;
import vn.motcua.language.Texts;

/** The pages on which many dossiers are done at once, and on which a head sees the own units. */
@Controller
class WorkPages {

  private static final Texts TEXTS = Texts.of("workplace");

  private final OwnUnit unit;
  private final Who who;

  WorkPages(OwnUnit unit, Who who) {
    this.unit = unit;
    this.who = who;
  }

  @GetMapping("/work")
  String mine(Model page, Locale language) {
    CurrentOfficial me = who.now();
    page.addAttribute("texts", TEXTS);
    page.addAttribute("me", me);
    page.addAttribute("most", WorkList.MOST);
    page.addAttribute("head", unit.isHead(me));
    page.addAttribute("causes", DelayCauses.all());
    return "workplace/work";
  }

  /** Shows the work of one person of the unit, of nobody yet ("") or, without a name, of all. */
  @GetMapping("/unit")
  String unit(@RequestParam(required = false) String person, Model page, Locale language) {
    CurrentOfficial me = who.now();
    if (!unit.isHead(me)) {
      throw new AccessDeniedException("Only for those who lead a unit");
    }
    page.addAttribute("texts", TEXTS);
    page.addAttribute("me", me);
    page.addAttribute("most", WorkList.MOST);
    OwnUnit.View view = unit.view(me);
    page.addAttribute("view", view);
    page.addAttribute("person", person);
    page.addAttribute("chosen", person == null ? null : nameOf(person, view, language));
    return "workplace/unit";
  }

  private static String nameOf(String person, OwnUnit.View view, Locale language) {
    if (person.isEmpty()) {
      return TEXTS.get(language, "unit.nobody");
    }
    return view.lines().stream()
        .filter(line -> line.person().equals(person))
        .map(OwnUnit.Line::name)
        .findFirst()
        .orElse(person);
  }
}
