package vn.motcua.workplace;

import java.util.Locale;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
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

  @GetMapping("/unit")
  String unit(Model page, Locale language) {
    CurrentOfficial me = who.now();
    if (!unit.isHead(me)) {
      throw new AccessDeniedException("Only for those who lead a unit");
    }
    page.addAttribute("texts", TEXTS);
    page.addAttribute("me", me);
    page.addAttribute("most", WorkList.MOST);
    page.addAttribute("view", unit.view(me));
    return "workplace/unit";
  }
}
