package vn.motcua.deadline;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.motcua.calendar.CalendarStore;
import vn.motcua.calendar.CalendarText;
import vn.motcua.calendar.CalendarVersion;
import vn.motcua.language.BadData;

/**
 * The working calendar, for administrators: what it says, its versions, and a draft of changes. The
 * access room lets nobody else below {@code /admin}.
 */
@Controller
@RequestMapping(CalendarPage.HERE)
class CalendarPage {

  static final String HERE = "/admin/calendar";

  private static final MediaType YAML =
      new MediaType("application", "yaml", StandardCharsets.UTF_8);

  private final CalendarStore store;
  private final CalendarView view;
  private final UnitNames units;
  private final Recalculation recalculation;
  private final BackgroundRecalculation background;

  CalendarPage(
      CalendarStore store,
      CalendarView view,
      UnitNames units,
      Recalculation recalculation,
      BackgroundRecalculation background) {
    this.store = store;
    this.view = view;
    this.units = units;
    this.recalculation = recalculation;
    this.background = background;
  }

  /**
   * @param change kind of change whose form is wanted
   * @param known what the form shall say already
   */
  @GetMapping
  String show(
      @RequestParam(required = false) Integer year,
      @RequestParam(defaultValue = "") String change,
      @RequestParam Map<String, String> known,
      HttpSession session,
      Locale language,
      Model page) {
    Map<String, String> said = new HashMap<>(known);
    said.putIfAbsent("unit", change.equals(ChangeKind.TAKE_OUT.word()) ? ChangeForm.PROVINCE : "");
    int nextYear = CalendarText.contents(store.inForce().text()).lastYear() + 1;
    said.putIfAbsent("new-year", String.valueOf(nextYear));
    ChangeForm form =
        ChangeKind.of(change).map(k -> ChangeForm.blank(k, said, language)).orElse(null);
    return show(year, form, session, language, page);
  }

  private String show(
      Integer year, ChangeForm form, HttpSession session, Locale language, Model page) {
    view.show(page, language, year, CalendarDraft.of(session));
    page.addAttribute("form", form);
    page.addAttribute("left", recalculation.left());
    page.addAttribute("running", background.isRunning());
    return "deadline/calendar";
  }

  /** Adds a change to the draft; one that does not fit comes back as it was typed. */
  @PostMapping("/changes")
  String add(
      @RequestParam String change,
      @RequestParam Map<String, String> typed,
      HttpSession session,
      Locale language,
      Model page,
      HttpServletResponse response) {
    ChangeKind kind =
        ChangeKind.of(change)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    ChangeForm form = ChangeForm.sent(kind, typed, units::exists, language);
    if (form.problems().isEmpty()) {
      try {
        CalendarDraft.of(session).add(store.inForce().text(), form.changes());
        return "redirect:" + HERE + "#draft";
      } catch (BadData wrong) {
        page.addAttribute("formProblem", wrong.getMessage());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    return show(null, form, session, language, page);
  }

  @PostMapping("/changes/{place}/remove")
  String remove(@PathVariable int place, HttpSession session) {
    CalendarDraft.of(session).remove(place);
    return "redirect:" + HERE + "#draft";
  }

  @PostMapping("/discard")
  String discard(HttpSession session) {
    CalendarDraft.of(session).clear();
    return "redirect:" + HERE + "#draft";
  }

  /** The calendar of this release becomes the draft. */
  @PostMapping("/offered")
  String look(HttpSession session) {
    store.offered().ifPresent(CalendarDraft.of(session)::look);
    return "redirect:" + HERE + "/preview";
  }

  @GetMapping("/versions/{number}.yaml")
  ResponseEntity<String> text(@PathVariable int number) {
    return store
        .find(number)
        .map(CalendarVersion::text)
        .map(text -> yaml("lich-lam-viec-" + number + ".yaml", text))
        .orElse(ResponseEntity.notFound().build());
  }

  @GetMapping("/offered.yaml")
  ResponseEntity<String> offered() {
    return store
        .offered()
        .map(text -> yaml("lich-lam-viec-kem-theo.yaml", text))
        .orElse(ResponseEntity.notFound().build());
  }

  private static ResponseEntity<String> yaml(String name, String text) {
    return ResponseEntity.ok()
        .contentType(YAML)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(text);
  }
}
