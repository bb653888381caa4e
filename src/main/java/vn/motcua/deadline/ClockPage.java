package vn.motcua.deadline;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import vn.motcua.language.Texts;

/**
 * Whether ledger and engine agree, for administrators: a page, and the same for programs. The
 * access room lets nobody else below {@code /admin}.
 */
@Controller
class ClockPage {

  private static final Texts TEXTS = Texts.of("deadline");

  private final ClockAgreement agreement;
  private final Recalculation recalculation;

  ClockPage(ClockAgreement agreement, Recalculation recalculation) {
    this.agreement = agreement;
    this.recalculation = recalculation;
  }

  @GetMapping("/admin/clock.json")
  @ResponseBody
  ClockAgreement.Report report() {
    return agreement.check();
  }

  @GetMapping("/admin/clock")
  String page(Model page) {
    page.addAttribute("texts", TEXTS);
    page.addAttribute("report", report());
    page.addAttribute("left", recalculation.left());
    return "deadline/clock";
  }
}
