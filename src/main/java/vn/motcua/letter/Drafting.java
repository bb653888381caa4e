package vn.motcua.letter;

import static vn.motcua.letter.Ground.RECEPTION;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.access.Names;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.deadline.DueDates;
import vn.motcua.deadline.LedgerRow;
import vn.motcua.deadline.Limits;
import vn.motcua.deadline.Policies;
import vn.motcua.deadline.Projection;
import vn.motcua.dossier.Application;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.DossierAct;
import vn.motcua.dossier.DossierResult;
import vn.motcua.dossier.RegisterRow;
import vn.motcua.letter.Parts.DossierPart;
import vn.motcua.letter.Parts.FormPart;
import vn.motcua.letter.Parts.GroundPart;
import vn.motcua.letter.Parts.LetterPart;
import vn.motcua.letter.Parts.LinkedPart;
import vn.motcua.letter.Parts.PaperPart;
import vn.motcua.letter.Parts.PartyPart;
import vn.motcua.letter.Parts.PhasePart;
import vn.motcua.letter.Parts.ResultPart;
import vn.motcua.letter.Parts.RowPart;
import vn.motcua.letter.Parts.StepPart;
import vn.motcua.procedure.Procedure;
import vn.motcua.procedure.Procedures;

/** Puts together what a letter says, from the register, the acts and the ledger alone. */
@Component
class Drafting {

  private final LetterHeads heads;
  private final Procedures procedures;
  private final DueDates dueDates;
  private final Policies policies;
  private final Names names;

  Drafting(
      LetterHeads heads, Procedures procedures, DueDates dueDates, Policies policies, Names names) {
    this.heads = heads;
    this.procedures = procedures;
    this.dueDates = dueDates;
    this.policies = policies;
    this.names = names;
  }

  /**
   * What every letter of a sitting has in common.
   *
   * @param number null in a preview, and where the form has none
   */
  record Frame(Form form, String number, Instant now, CurrentOfficial official) {
    LocalDate day() {
      return LocalDate.ofInstant(now, WorkingCalendar.ZONE);
    }
  }

  /** A letter about one dossier. */
  Map<String, Object> of(Frame frame, Ground ground, OpenDossier file) {
    Dossier d = file.dossier();
    Map<String, Object> parts = framed(frame, unit(ground, d), unitName(ground, d));
    parts.put("dossier", dossier(ground, file));
    parts.put("applicant", party(d.applicant()));
    parts.put("owner", party(d.owner()));
    parts.put("sameOwner", d.owner().equals(d.applicant()));
    parts.put("papers", papers(file.papers()));
    parts.putAll(phases(ground, d));
    Map<String, String> people = people(file);
    parts.put("ground", ground(ground, file, people));
    parts.put("steps", steps(file, people));
    parts.put("result", result(file, people));
    parts.put("results", results(file));
    parts.put("fees", Fees.of(file));
    return parts;
  }

  /** A paper about money taken or given back. */
  Map<String, Object> of(Frame frame, Ground ground, OpenDossier file, MoneyOrder order) {
    Map<String, Object> parts = of(frame, ground, file);
    parts.put("money", Fees.of(order));
    return parts;
  }

  /** A sheet about many dossiers: handed over together, or handed in by one applicant. */
  Map<String, Object> of(Frame frame, Ground first, List<OpenDossier> files) {
    return of(frame, first, files, null);
  }

  /**
   * A sheet about many dossiers.
   *
   * @param order what was counted and how it is carried; null if only the register is known
   */
  Map<String, Object> of(Frame frame, Ground first, List<OpenDossier> files, SheetOrder order) {
    Dossier any = files.get(0).dossier();
    Map<String, Object> parts = framed(frame, unit(first, any), unitName(first, any));
    boolean there = first.side().equals(RECEPTION);
    parts.put("from", there ? any.receptionName() : any.leadName());
    parts.put("to", there ? any.leadName() : any.receptionName());
    parts.put("applicant", party(any.applicant()));
    parts.put("sameOwner", true);
    List<RowPart> rows = new ArrayList<>();
    for (OpenDossier file : files) {
      int papers = order == null ? Rows.papers(file) : order.papers().get(file.code());
      rows.add(Rows.of(rows.size() + 1, file, papers));
    }
    parts.put("rows", rows);
    parts.put("carrier", order == null ? null : order.carrier());
    parts.put("remark", order == null ? null : Parts.known(order.remark()));
    parts.put("total", order == null ? null : String.valueOf(order.total()));
    return parts;
  }

  /** The register book of a unit. */
  Map<String, Object> of(
      Frame frame, String unit, LocalDate from, LocalDate to, List<RegisterRow> rows) {
    Map<String, Object> parts = framed(frame, unit, unit);
    parts.put("from", When.of(from));
    parts.put("to", When.of(to));
    parts.put("year", String.valueOf(from.getYear()));
    parts.put("rows", rows.stream().map(Rows::of).toList());
    return parts;
  }

  private Map<String, Object> framed(Frame frame, String unit, String name) {
    Form form = frame.form();
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("form", new FormPart(form.name(), form.label(), form.set().basis()));
    parts.put(
        "letter", new LetterPart(frame.number(), When.of(frame.day()), frame.official().name()));
    parts.put("head", heads.of(unit, name, frame.day()));
    return parts;
  }

  static String unit(Ground ground, Dossier d) {
    return switch (ground.side()) {
      case RECEPTION -> d.place().reception();
      case Ground.DOER -> Objects.requireNonNullElse(ground.doingUnit(), d.place().lead());
      default -> d.place().lead();
    };
  }

  private static String unitName(Ground ground, Dossier d) {
    return ground.side().equals(RECEPTION) ? d.receptionName() : d.leadName();
  }

  private static DossierPart dossier(Ground ground, OpenDossier file) {
    Dossier d = file.dossier();
    Limits limits =
        file.lastRow(row -> row.limits() != null).map(LedgerRow::limits).orElse(Limits.NONE);
    Instant due = ground.row() == null ? d.dueAt() : ground.row().due().after();
    return new DossierPart(
        d.code(),
        d.procedure().name(),
        d.procedure().code(),
        Parts.known(d.procedure().caseName()),
        Parts.known(d.content()),
        Parts.word(d.channel()),
        d.assisted(),
        Parts.word(d.returnWay()),
        d.state().words(),
        d.receptionName(),
        d.leadName(),
        d.receivedByName(),
        When.of(d.receivedAt()),
        text(limits.promised()),
        text(limits.statutory()),
        limits.promised() != null && !limits.promised().equals(limits.statutory()),
        When.of(due),
        When.of(d.firstDueAt()),
        When.of(d.finishedAt()),
        When.of(d.returnedAt()));
  }

  private static PartyPart party(Application.Person p) {
    return new PartyPart(
        p.name(),
        "organisation".equals(p.kind()),
        p.identityKind(),
        Parts.known(p.identityNumber()),
        Parts.known(p.phone()),
        Parts.known(p.email()),
        Parts.known(p.address()));
  }

  private static List<PaperPart> papers(List<Application.Paper> papers) {
    List<PaperPart> handedIn = new ArrayList<>();
    for (Application.Paper paper : papers) {
      if (paper.ticked()) {
        handedIn.add(
            new PaperPart(
                String.valueOf(handedIn.size() + 1),
                paper.name(),
                count(paper, "original"),
                count(paper, "certified-copy"),
                count(paper, "photocopy")));
      }
    }
    return handedIn;
  }

  private static String count(Application.Paper paper, String kind) {
    return paper.kind().equals(kind) ? String.valueOf(paper.count()) : null;
  }

  /** The phases a limit does not count, and when the result may come with them (NĐ 151/2025). */
  private Map<String, Object> phases(Ground ground, Dossier d) {
    Instant due = ground.row() == null ? d.dueAt() : ground.row().due().after();
    Procedure procedure = procedures.ofDefinition(d.procedure().definitionId());
    Projection projection =
        dueDates.projection(
            procedure,
            d.procedure().caseId(),
            due == null ? null : due.atZone(WorkingCalendar.ZONE),
            d.place().lead(),
            policies.obligationTime(procedure, day(d.receivedAt())).value());
    Instant expected = projection.expected() == null ? null : projection.expected().toInstant();
    return Map.of(
        "phases",
        projection.phases().stream().map(Drafting::phase).toList(),
        "projected",
        When.of(expected),
        "projectedWhole",
        projection.complete());
  }

  private static PhasePart phase(Projection.Phase phase) {
    return new PhasePart(phase.words(), text(phase.time()), phase.usual());
  }

  private Map<String, String> people(OpenDossier file) {
    return names.of(
        file.acts().stream()
            .flatMap(a -> Stream.of(a.person(), Objects.toString(a.onBehalfOf(), "")))
            .toList());
  }

  private static String doer(DossierAct act, Map<String, String> people) {
    return Names.signature(people, act.person(), act.onBehalfOf());
  }

  private static GroundPart ground(Ground g, OpenDossier file, Map<String, String> people) {
    DossierAct decided = g.act();
    DossierAct signed = g.signed() == null ? decided : g.signed();
    LedgerRow row = g.row();
    Instant at = signed != null ? signed.completedAt() : row == null ? null : row.at();
    LocalDate proposed = row == null ? file.dossier().proposedDue() : null;
    return new GroundPart(
        decided == null ? null : Parts.known(decided.reasonWords()),
        notes(g, file),
        decided == null ? List.of() : facts(decided),
        signed == null ? null : doer(signed, people),
        When.of(at),
        When.of(row == null ? file.dossier().dueAt() : row.due().before()),
        proposed != null ? When.of(proposed) : When.of(row == null ? null : row.due().after()));
  }

  /** The words that were given for it, a line each; a refusal's own draft says it best. */
  private static List<String> notes(Ground g, OpenDossier file) {
    Stream<String> said = Stream.of();
    if (g.act() != null) {
      Stream<String> drafted =
          file
              .lastAct(a -> a.processKey().equals("shared-refusal") && a.act().equals("work"))
              .filter(a -> file.ordinal(a) > file.ordinal(g.act()))
              .map(DossierAct::note)
              .stream();
      said = Stream.concat(Stream.of(Objects.toString(g.act().note(), "")), drafted);
    } else if (g.row() != null) {
      said = Stream.of(Objects.toString(g.row().cause().words(), ""));
    }
    return said.flatMap(String::lines).map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  /** What the act left behind, a line each, as its form asked for it. */
  private static List<String> facts(DossierAct act) {
    return Stream.of(Objects.toString(act.trace(), "").split("; |\\R"))
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private List<StepPart> steps(OpenDossier file, Map<String, String> people) {
    List<StepPart> steps = new ArrayList<>();
    for (DossierAct a : file.acts()) {
      steps.add(
          new StepPart(
              String.valueOf(steps.size() + 1),
              unitOf(a),
              a.stepName(),
              doer(a, people),
              When.of(a.startedAt()),
              When.of(a.completedAt()),
              timing(a),
              a.outcomeWords()));
    }
    return steps;
  }

  private String unitOf(DossierAct a) {
    if (a.post() == null || a.post().lastIndexOf('.') < 0) {
      return null;
    }
    String unit = a.post().substring(0, a.post().lastIndexOf('.'));
    return heads.name(unit, day(a.completedAt()));
  }

  /** Late is late to the minute; what was done on its day is on time. */
  private static String timing(DossierAct a) {
    if (a.dueAt() == null) {
      return null;
    }
    if (a.completedAt().isAfter(a.dueAt())) {
      return "overdue";
    }
    return day(a.completedAt()).isBefore(day(a.dueAt())) ? "before" : "on";
  }

  private static ResultPart result(OpenDossier file, Map<String, String> people) {
    DossierAct sealed = file.lastOfResult("seal");
    DossierAct returned = file.lastOfResult("return");
    return new ResultPart(
        sealed == null ? null : Parts.known(sealed.trace()),
        sealed == null ? null : doer(sealed, people),
        returned == null ? null : Parts.known(returned.trace()),
        returned == null ? null : doer(returned, people));
  }

  /** A receipt lists what was given in the act that it is about; before it, what can be given. */
  private static List<LinkedPart> results(OpenDossier file) {
    DossierAct returned = file.lastOfResult("return");
    List<LinkedPart> parts = new ArrayList<>();
    for (DossierResult r : file.whole().results()) {
      parts.add(
          new LinkedPart(
              String.valueOf(parts.size() + 1),
              r.name(),
              r.agency(),
              r.limit().toString(),
              When.of(r.due()),
              Parts.known(r.paper()),
              returned == null ? r.waits() : returned.completedAt().equals(r.returned())));
    }
    return parts;
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, WorkingCalendar.ZONE);
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }
}
