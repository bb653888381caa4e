package vn.motcua.deadline;

import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.motcua.calendar.CalendarContents;
import vn.motcua.calendar.CalendarStore;
import vn.motcua.calendar.CalendarText;
import vn.motcua.calendar.CalendarVersion;
import vn.motcua.calendar.PublishedMeanwhile;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.calendar.YearNotInCalendar;
import vn.motcua.deadline.CalendarDraft.Previewed;
import vn.motcua.language.BadData;
import vn.motcua.language.Dates;

/** From a draft of the calendar to its publication: what it would do, the act, its progress. */
@Controller
@RequestMapping(CalendarPage.HERE)
class PublishPage {

  private static final String BACK = "redirect:" + CalendarPage.HERE;
  private static final String PROGRESS = BACK + "/progress";

  private final CalendarStore store;
  private final CalendarView view;
  private final UnitNames units;
  private final Recalculation recalculation;
  private final BackgroundRecalculation background;
  private final TransactionTemplate transaction;
  private final Clock clock;

  PublishPage(
      CalendarStore store,
      CalendarView view,
      UnitNames units,
      Recalculation recalculation,
      BackgroundRecalculation background,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.store = store;
    this.view = view;
    this.units = units;
    this.recalculation = recalculation;
    this.background = background;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** How many dossiers move as far as that. */
  record Shift(String words, long count) {}

  record MovedLine(String code, String unit, String before, String after, String shift) {}

  /** Reckons every open dossier by the draft; changes nothing. */
  @GetMapping("/preview")
  String preview(HttpSession session, Locale language, Model page, RedirectAttributes redirected) {
    CalendarDraft draft = CalendarDraft.of(session);
    CalendarVersion inForce = store.inForce();
    if (draft.isEmpty()) {
      return BACK;
    }
    try {
      String text = draft.text(inForce.text());
      draft.previewed(
          new Previewed(
              inForce.number(), text, recalculation.preview(CalendarText.calendar(text))));
    } catch (BadData | YearNotInCalendar wrong) {
      redirected.addFlashAttribute("problem", wrong.getMessage());
      return BACK;
    }
    String note = String.join("; ", changes(draft, language, CalendarView.ChangeLine::words));
    String basis = String.join("; ", changes(draft, language, CalendarView.ChangeLine::basis));
    return show(draft, note, basis, language, page);
  }

  private List<String> changes(
      CalendarDraft draft, Locale language, Function<CalendarView.ChangeLine, String> part) {
    return view.changes(draft, language).stream()
        .map(part)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  private String show(CalendarDraft draft, String note, String basis, Locale language, Model page) {
    Previewed seen = draft.previewed().orElseThrow();
    CalendarWords words = new CalendarWords(language, units);
    CalendarContents now = CalendarText.contents(store.find(seen.base()).orElseThrow().text());
    CalendarContents then = CalendarText.contents(seen.text());
    page.addAttribute("texts", CalendarView.TEXTS);
    page.addAttribute("base", seen.base());
    page.addAttribute("seen", seen.digest());
    page.addAttribute("preview", seen.preview());
    page.addAttribute(
        "shifts",
        seen.preview().byDays().entrySet().stream()
            .map(e -> new Shift(words.shift(e.getKey()), e.getValue()))
            .toList());
    page.addAttribute(
        "movements", seen.preview().examples().stream().map(m -> line(m, words)).toList());
    page.addAttribute("added", view.onlyIn(then, now, language));
    page.addAttribute("dropped", view.onlyIn(now, then, language));
    page.addAttribute("note", note);
    page.addAttribute("basis", basis);
    return "deadline/calendar-preview";
  }

  private static MovedLine line(Recalculation.Movement m, CalendarWords words) {
    return new MovedLine(
        m.dossierCode(),
        words.unit(m.unit()),
        Dates.moment(m.before().atZone(WorkingCalendar.ZONE)),
        Dates.moment(m.after().atZone(WorkingCalendar.ZONE)),
        words.shift(m.days()));
  }

  /**
   * What was seen in the preview becomes the calendar in force, and every open dossier follows.
   *
   * @param seen digest of what was seen, so that nothing else is published
   */
  @PostMapping("/publish")
  String publish(
      @RequestParam String seen,
      @RequestParam(defaultValue = "") String note,
      @RequestParam(defaultValue = "") String basis,
      Principal login,
      HttpSession session,
      Locale language,
      Model page,
      RedirectAttributes redirected) {
    CalendarDraft draft = CalendarDraft.of(session);
    Previewed ready = draft.previewed().filter(p -> p.digest().equals(seen)).orElse(null);
    if (ready == null) {
      redirected.addFlashAttribute(
          "problem", CalendarView.TEXTS.get(language, "calendar.not-seen"));
      return BACK;
    }
    try {
      transaction.executeWithoutResult(
          status ->
              store.publish(
                  ready.base(), ready.text(), note, basis, login.getName(), clock.instant()));
    } catch (PublishedMeanwhile late) {
      redirected.addFlashAttribute("problem", late.getMessage());
      return BACK;
    } catch (BadData wrong) {
      page.addAttribute("problem", wrong.getMessage());
      return show(draft, note, basis, language, page);
    }
    draft.clear();
    background.start();
    return PROGRESS;
  }

  /** Where the recalculation stands; shows itself again while it runs. */
  @GetMapping("/progress")
  String progress(Locale language, Model page) {
    boolean running = background.isRunning();
    BackgroundRecalculation.Standing standing = background.standing();
    page.addAttribute("texts", CalendarView.TEXTS);
    page.addAttribute("inForce", view.line(store.inForce(), language));
    page.addAttribute("running", running);
    page.addAttribute("standing", standing);
    page.addAttribute("left", running ? standing.progress().left() : recalculation.left());
    return "deadline/calendar-progress";
  }

  /** Goes on with what an earlier run left; nothing happens while one is at work here. */
  @PostMapping("/continue")
  String goOn() {
    if (!background.isRunning()) {
      background.start();
    }
    return PROGRESS;
  }
}
