package vn.motcua.warning;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.access.Who;
import vn.motcua.agency.Role;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.language.Dates;
import vn.motcua.warning.Digest.State;

/**
 * Pages about warnings: everybody's own last digest, the state of all digests for administrators,
 * and who was warned of a dossier for those who watch over all.
 */
@Controller
class WarningPages {

  private static final int DAYS_SHOWN = 30;
  private static final int MOST_SHOWN = 500;
  private static final String INSPECTOR = "." + Role.INSPECTOR.word();

  private final Digests digests;
  private final Warnings warnings;
  private final Who who;

  WarningPages(Digests digests, Warnings warnings, Who who) {
    this.digests = digests;
    this.warnings = warnings;
    this.who = who;
  }

  /** One warning, in words. */
  record Line(
      String what,
      int percent,
      String due,
      String reached,
      String person,
      String role,
      String day,
      String mail,
      String basis) {}

  /** One day of digests. */
  record Day(String day, Map<State, Long> states) {}

  @GetMapping("/warnings")
  String mine(Model page, Locale language, HttpServletRequest request) {
    Digest digest =
        digests.newest(who.now().userId()).filter(d -> d.content() != null).orElse(null);
    page.addAttribute("words", new DigestWords(language, ""));
    page.addAttribute("digest", digest);
    page.addAttribute("day", digest == null ? null : Dates.day(digest.day()));
    page.addAttribute("oversees", oversees(request));
    return "warning/mine";
  }

  @GetMapping("/warnings/dossier")
  String dossier(
      @RequestParam(defaultValue = "") String code,
      Model page,
      Locale language,
      HttpServletRequest request) {
    if (!oversees(request)) {
      throw new AccessDeniedException("Only for those who watch over all");
    }
    DigestWords words = new DigestWords(language, "");
    page.addAttribute("words", words);
    page.addAttribute("code", code.strip());
    page.addAttribute(
        "lines", warnings.of(code.strip()).stream().map(told -> line(words, told)).toList());
    return "warning/dossier";
  }

  @GetMapping("/admin/warnings")
  String all(Model page, Locale language) {
    Map<LocalDate, Map<State, Long>> counts = digests.counts(DAYS_SHOWN);
    page.addAttribute("words", new DigestWords(language, ""));
    page.addAttribute("states", State.values());
    page.addAttribute(
        "days",
        counts.entrySet().stream()
            .map(day -> new Day(Dates.day(day.getKey()), day.getValue()))
            .toList());
    List<Digest> notSent =
        counts.keySet().stream()
            .findFirst()
            .map(day -> digests.notSent(day, MOST_SHOWN))
            .orElse(List.of());
    page.addAttribute("notSent", notSent);
    return "warning/all";
  }

  private static Line line(DigestWords words, Warnings.Told told) {
    String mail =
        told.state() == null
            ? words.get("state.none")
            : told.sentAt() == null
                ? words.get("state." + told.state())
                : Dates.moment(told.sentAt().atZone(WorkingCalendar.ZONE));
    return new Line(
        told.step() == null ? words.get("page.whole") : told.step(),
        told.percent(),
        Dates.moment(told.due().atZone(WorkingCalendar.ZONE)),
        Dates.moment(told.reached().atZone(WorkingCalendar.ZONE)),
        told.person().isEmpty() ? words.get("page.nobody", told.post()) : told.person(),
        words.get("role." + told.role()),
        Dates.day(told.day()),
        mail,
        told.basis());
  }

  private boolean oversees(HttpServletRequest request) {
    return request.isUserInRole("ADMINISTRATOR")
        || who.now().postIds().stream().anyMatch(post -> post.endsWith(INSPECTOR));
  }
}
