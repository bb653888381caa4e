package vn.motcua.dossier;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.motcua.access.Who;
import vn.motcua.agency.Organisation;
import vn.motcua.language.Texts;
import vn.motcua.procedure.Procedure;
import vn.motcua.procedure.Procedures;

/** What our own pages ask and tell about dossiers, as JSON. */
@RestController
@RequestMapping("/api")
class DossierController {

  private static final int MOST_FOUND = 50;
  private static final int MOST_CARDS = 200;

  private final Reception reception;
  private final Dossiers dossiers;
  private final Sheets sheets;
  private final LateSteps lateSteps;
  private final Procedures procedures;
  private final Organisation organisation;
  private final Who who;
  private final Clock clock;

  DossierController(
      Reception reception,
      Dossiers dossiers,
      Sheets sheets,
      LateSteps lateSteps,
      Procedures procedures,
      Organisation organisation,
      Who who,
      Clock clock) {
    this.reception = reception;
    this.dossiers = dossiers;
    this.sheets = sheets;
    this.lateSteps = lateSteps;
    this.procedures = procedures;
    this.organisation = organisation;
    this.who = who;
    this.clock = clock;
  }

  record Found(String code, String name, String field, String limit) {}

  record Request(
      String reason, String ground, @JsonFormat(pattern = "dd/MM/yyyy") LocalDate newDue) {}

  record Cause(String cause, String words) {}

  /**
   * @param draft id of the draft it was typed in: sent again, the dossier that is there is told
   */
  @PostMapping("/dossiers")
  ResponseEntity<Receipt> receive(
      @RequestBody Application application, @RequestParam(required = false) String draft) {
    Receipt receipt = reception.receive(application, draft, who.now());
    return ResponseEntity.created(URI.create("/api/dossiers/" + receipt.code())).body(receipt);
  }

  @GetMapping("/dossiers/{code}")
  Sheets.DossierSheet dossier(@PathVariable String code) {
    return sheets.dossier(code, who.now());
  }

  @GetMapping("/dossiers/{code}/clock")
  List<Sheets.ClockLine> clock(
      @PathVariable String code, @RequestParam(name = "lang", defaultValue = "vi") String lang) {
    return sheets.clock(code, who.now(), lang.equals("en") ? Locale.ENGLISH : Texts.VIETNAMESE);
  }

  @PostMapping("/dossiers/{code}/withdrawal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(@PathVariable String code, @RequestBody Request request) {
    dossiers.withdraw(code, request.reason(), who.now());
  }

  @PostMapping("/dossiers/{code}/apology")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void apologise(@PathVariable String code, @RequestBody Request request) {
    dossiers.apologise(code, request.reason(), request.newDue(), who.now());
  }

  @PostMapping("/dossiers/{code}/suspension")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void suspend(@PathVariable String code, @RequestBody Request request) {
    dossiers.suspend(code, request.ground(), request.reason(), who.now());
  }

  @PostMapping("/dossiers/{code}/resumption")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void proceed(@PathVariable String code, @RequestBody Request request) {
    dossiers.proceed(code, request.reason(), who.now());
  }

  @GetMapping("/procedures")
  List<Found> search(
      @RequestParam(name = "q", defaultValue = "") String words,
      @RequestParam(defaultValue = "20") int limit) {
    return procedures.search(words.strip(), Math.max(1, Math.min(limit, MOST_FOUND))).stream()
        .map(DossierController::found)
        .toList();
  }

  @GetMapping("/procedures/{code}")
  ProcedureFacts procedure(@PathVariable String code) {
    List<String> mine = List.copyOf(CounterUnits.of(who.now()));
    return procedures
        .find(code)
        .map(p -> ProcedureFacts.of(p, organisation, LocalDate.now(clock), mine))
        .orElseThrow(() -> new UnknownProcedure(code));
  }

  @GetMapping("/tasks/{taskId}/sheet")
  Sheets.TaskSheet sheet(@PathVariable String taskId) {
    return sheets.task(taskId, who.now());
  }

  /** Asks nothing, and so has no content, while nothing about the task is late. */
  @GetMapping("/tasks/{taskId}/cause")
  ResponseEntity<LateSteps.Late> late(@PathVariable String taskId) {
    return lateSteps
        .of(taskId, who.now())
        .map(ResponseEntity::ok)
        .orElseGet(() -> ResponseEntity.noContent().build());
  }

  @PostMapping("/tasks/{taskId}/cause")
  LateSteps.Late explain(@PathVariable String taskId, @RequestBody Cause said) {
    return lateSteps.explain(taskId, said.cause(), said.words(), who.now());
  }

  @GetMapping("/tasks/cards")
  List<Sheets.Card> cards(@RequestParam String ids) {
    List<String> asked =
        Arrays.stream(ids.split(","))
            .map(String::strip)
            .filter(id -> !id.isEmpty())
            .limit(MOST_CARDS)
            .toList();
    return asked.isEmpty() ? List.of() : sheets.cards(asked, who.now());
  }

  static Found found(Procedure p) {
    String limit =
        p.cases().size() == 1 && p.cases().get(0).promised() != null
            ? p.cases().get(0).promised().toString()
            : null;
    return new Found(p.code(), p.name(), p.field(), limit);
  }
}
