package vn.motcua.dossier;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.access.Who;
import vn.motcua.language.Texts;
import vn.motcua.procedure.Procedures;

/** What the page of the counter asks before a dossier is received; for counter clerks only. */
@RestController
@RequestMapping("/api/counter")
class CounterController {

  private static final Texts TEXTS = Texts.of("dossier");

  private final KnownPeople people;
  private final Drafts drafts;
  private final Scans scans;
  private final Procedures procedures;
  private final Who who;
  private final Clock clock;

  CounterController(
      KnownPeople people, Drafts drafts, Scans scans, Procedures procedures, Who who, Clock clock) {
    this.people = people;
    this.drafts = drafts;
    this.scans = scans;
    this.procedures = procedures;
    this.who = who;
    this.clock = clock;
  }

  /** Sent in a body: what identifies a person has no place in an address, which is logged. */
  record Asked(String identityKind, String identityNumber, String procedureCode) {}

  record Kept(String title, JsonNode content) {}

  record Line(String id, String title, Instant changedAt) {}

  record Whole(String id, @JsonRawValue String content, List<Scan> scans) {}

  @GetMapping("/today")
  List<DossierController.Found> today() {
    return people.receivedOn(LocalDate.now(clock), CounterUnits.needed(who.now())).stream()
        .flatMap(code -> procedures.find(code).stream())
        .map(DossierController::found)
        .toList();
  }

  /** Empty (204) for somebody whom this counter does not know. */
  @PostMapping("/person")
  ResponseEntity<KnownPeople.Known> person(@RequestBody Asked asked) {
    String number = number(asked);
    return people
        .known(number, CounterUnits.needed(who.now()))
        .map(ResponseEntity::ok)
        .orElseGet(() -> ResponseEntity.noContent().build());
  }

  @PostMapping("/open")
  List<KnownPeople.Open> open(@RequestBody Asked asked) {
    CounterUnits.needed(who.now());
    return people.open(String.valueOf(asked.procedureCode()), number(asked));
  }

  /** A number that cannot be one is told at once, at its field. */
  private static String number(Asked asked) {
    IdentityKind by =
        Word.read(IdentityKind.class, String.valueOf(asked.identityKind())).orElse(null);
    String number = IdentityKind.plain(by, asked.identityNumber());
    if (by == null || number == null || !by.accepts(number)) {
      String key =
          by == null
              ? "problem.person.identityKind.unknown"
              : number == null
                  ? "problem.person.identityNumber.missing"
                  : "problem.person.identityNumber.form." + Word.of(by);
      String value = by == null ? asked.identityKind() : asked.identityNumber();
      throw new FieldProblems(Map.of("identityNumber", List.of(TEXTS.get(key, value))));
    }
    return number;
  }

  @GetMapping("/drafts")
  List<Line> drafts() {
    return drafts.open(who.now()).stream()
        .map(draft -> new Line(draft.id(), draft.title(), draft.changedAt()))
        .toList();
  }

  @GetMapping("/drafts/{id}")
  Whole draft(@PathVariable String id) {
    CurrentOfficial official = who.now();
    Draft draft = drafts.mine(id, official);
    if (draft.dossierCode() != null) {
      throw new UnknownDraft();
    }
    return new Whole(id, draft.content(), scans.ofDraft(id, official));
  }

  @PutMapping("/drafts/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void keep(@PathVariable String id, @RequestBody Kept kept) {
    String title = kept.title() == null ? "" : kept.title();
    drafts.keep(id, title, String.valueOf(kept.content()), who.now());
  }

  @DeleteMapping("/drafts/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void discard(@PathVariable String id) {
    drafts.discard(id, who.now());
  }

  /** The file itself is the body, so that nothing of it is stored on the way. */
  @PostMapping("/drafts/{id}/scans")
  @ResponseStatus(HttpStatus.CREATED)
  Scan upload(
      @PathVariable String id,
      @RequestParam String name,
      @RequestParam(required = false) Integer paper,
      HttpServletRequest request)
      throws IOException {
    CurrentOfficial official = who.now();
    drafts.mine(id, official);
    ScanFile file = ScanFile.read(name, request.getContentLengthLong(), request.getInputStream());
    return scans.add(id, paper, file, official);
  }

  @PutMapping("/drafts/{id}/scans/{scan}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void belongs(
      @PathVariable String id,
      @PathVariable long scan,
      @RequestParam(required = false) Integer paper) {
    scans.belongs(id, scan, paper, who.now());
  }

  @DeleteMapping("/drafts/{id}/scans/{scan}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable String id, @PathVariable long scan) {
    scans.remove(id, scan, who.now());
  }
}
