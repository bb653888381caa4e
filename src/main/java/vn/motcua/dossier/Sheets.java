package vn.motcua.dossier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.access.Names;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.deadline.ClockCause;
import vn.motcua.deadline.Clocks;
import vn.motcua.deadline.DueDates;
import vn.motcua.deadline.LedgerRow;
import vn.motcua.deadline.TimeLeft;
import vn.motcua.deadline.TimeState;
import vn.motcua.deadline.WhyThisDate;
import vn.motcua.language.Dong;
import vn.motcua.language.Texts;
import vn.motcua.procedure.Act;
import vn.motcua.procedure.Procedures;
import vn.motcua.procedure.Step;

/** What an official sees of a dossier: the whole of it, the sheet of one task, a card in a list. */
@Component
class Sheets {

  private static final Texts TEXTS = Texts.of("dossier");

  private final Register register;
  private final DossierAccess access;
  private final Procedures procedures;
  private final Delays delays;
  private final DueDates dueDates;
  private final Clocks clocks;
  private final EngineRights engine;
  private final Course course;
  private final ResultLines results;
  private final PeopleInWords people;
  private final RuntimeService runtime;
  private final Clock clock;

  Sheets(
      Register register,
      DossierAccess access,
      Procedures procedures,
      Delays delays,
      DueDates dueDates,
      Clocks clocks,
      EngineRights engine,
      Course course,
      ResultLines results,
      PeopleInWords people,
      RuntimeService runtime,
      Clock clock) {
    this.register = register;
    this.access = access;
    this.procedures = procedures;
    this.delays = delays;
    this.dueDates = dueDates;
    this.clocks = clocks;
    this.engine = engine;
    this.course = course;
    this.results = results;
    this.people = people;
    this.runtime = runtime;
    this.clock = clock;
  }

  /**
   * How much time is left.
   *
   * @param state a word for styles
   * @param label one of the five states, for people
   * @param words the time itself
   */
  record Left(String state, String label, String words) {}

  record Party(
      String name, String kind, String identity, String phone, String email, String address) {}

  record DossierSheet(
      String code,
      String procedureCode,
      String procedure,
      String caseName,
      Party applicant,
      Party owner,
      boolean ownerIsApplicant,
      String channel,
      boolean assisted,
      String priority,
      String returnWay,
      String fees,
      String content,
      String reception,
      String lead,
      String receivedBy,
      Instant receivedAt,
      Instant due,
      Instant statutoryDue,
      Instant firstDue,
      String limit,
      Left remaining,
      Instant pausedSince,
      String pausedBecause,
      Instant finishedAt,
      Instant returnedAt,
      String state,
      String stateWords,
      int nationalCode,
      String nationalWords,
      int supplementCount,
      List<String> remarks,
      List<PaperRow> papers,
      List<Course.Stop> route,
      List<ResultLines.ResultLine> results,
      List<ActRow> acts,
      List<DelayLine> delays) {}

  record PaperRow(String name, String kind, int count, boolean ticked) {}

  /**
   * One act that was done.
   *
   * @param person account, {@code personName} whose it is, with the absent person in whose place it
   *     was done
   * @param post id of the post, {@code postName} what people call it
   */
  record ActRow(
      String step,
      String person,
      String personName,
      String post,
      String postName,
      Instant started,
      Instant completed,
      Instant due,
      String outcome,
      String reason,
      String note,
      String trace,
      String dutyException) {}

  /**
   * @param what the step that was late, or the dossier as a whole
   * @param late how late, in words
   */
  record DelayLine(
      String what, String late, String cause, String words, String person, Instant at) {}

  record ReasonChoice(String code, String words) {}

  record OutcomeChoice(
      String value,
      String words,
      String consequence,
      boolean needsReason,
      List<ReasonChoice> reasons) {}

  /**
   * @param result id of the result of a linked dossier that the step works for; null for the whole
   */
  record TaskSheet(
      String taskId,
      String stepId,
      String step,
      String act,
      String unitName,
      String asked,
      String result,
      Instant stepDue,
      Left stepRemaining,
      List<OutcomeChoice> outcomes,
      DossierSheet dossier) {}

  record Card(
      String taskId,
      String code,
      String applicant,
      String procedure,
      String step,
      Instant stepDue,
      Instant due,
      Left remaining,
      Left stepRemaining,
      String state,
      String stateWords,
      boolean priority) {}

  /**
   * @throws UnknownDossier also if the official may not know of it
   */
  @Transactional(readOnly = true)
  public DossierSheet dossier(String code, CurrentOfficial official) {
    return engine.lent(
        () -> {
          DossierFile file =
              register
                  .open(code)
                  .filter(f -> access.mayRead(f, official))
                  .orElseThrow(() -> new UnknownDossier(code));
          return sheet(file);
        });
  }

  /**
   * One row of the ledger of the clock.
   *
   * @param person name of who acted; the account, if it is gone
   * @param onBehalfOf name of the absent person in whose place it was done, or null
   */
  record ClockLine(
      int no,
      String event,
      String label,
      Instant at,
      String person,
      String onBehalfOf,
      String text,
      String legalBasis,
      Instant due,
      Instant statutoryDue) {}

  /**
   * Why a dossier is due when it is, row by row.
   *
   * @throws UnknownDossier also if the official may not know of it
   */
  @Transactional(readOnly = true)
  public List<ClockLine> clock(String code, CurrentOfficial official, Locale language) {
    return engine.lent(
        () -> {
          register
              .open(code)
              .filter(f -> access.mayRead(f, official))
              .orElseThrow(() -> new UnknownDossier(code));
          List<LedgerRow> ledger = clocks.ledger(code);
          UnaryOperator<String> names =
              people.persons(
                  ledger.stream()
                      .map(LedgerRow::cause)
                      .flatMap(cause -> Stream.of(cause.person(), cause.onBehalfOf()))
                      .toList());
          return new WhyThisDate(language)
              .lines(ledger).stream().map(line -> line(line, names)).toList();
        });
  }

  private static ClockLine line(WhyThisDate.Line line, UnaryOperator<String> names) {
    LedgerRow row = line.row();
    return new ClockLine(
        row.no(),
        row.event().word(),
        line.label(),
        row.at(),
        names.apply(row.cause().person()),
        names.apply(row.cause().onBehalfOf()),
        line.text(),
        line.legalBasis(),
        row.due().after(),
        row.statutory().after());
  }

  @Transactional(readOnly = true)
  public TaskSheet task(String taskId, CurrentOfficial official) {
    return engine.lent(
        () -> {
          Task task =
              access.visible(List.of(taskId), official).stream()
                  .findFirst()
                  .orElseThrow(() -> new UnknownDossier(taskId));
          DossierFile file =
              register
                  .open(codes(List.of(task)).get(task.getProcessInstanceId()))
                  .orElseThrow(() -> new UnknownDossier(taskId));
          return sheet(task, file);
        });
  }

  @Transactional(readOnly = true)
  public List<Card> cards(List<String> taskIds, CurrentOfficial official) {
    return engine.lent(
        () -> {
          List<Task> seen = access.visible(taskIds, official);
          Map<String, String> codes = codes(seen);
          Map<String, Dossier> dossiers =
              register.find(codes.values().stream().distinct().toList());
          DueDates once = dueDates.now();
          return seen.stream()
              .filter(t -> dossiers.containsKey(codes.get(t.getProcessInstanceId())))
              .map(t -> card(t, dossiers.get(codes.get(t.getProcessInstanceId())), once))
              .toList();
        });
  }

  /** Dossier code by process instance, called processes included, in one statement. */
  private Map<String, String> codes(List<Task> tasks) {
    if (tasks.isEmpty()) {
      return Map.of();
    }
    Set<String> ids = tasks.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
    return runtime.createProcessInstanceQuery().processInstanceIds(ids).list().stream()
        .filter(i -> i.getBusinessKey() != null)
        .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
  }

  private Card card(Task task, Dossier d, DueDates dueDates) {
    return new Card(
        task.getId(),
        d.code(),
        d.applicant().name(),
        d.procedure().name(),
        task.getName(),
        instant(task.getDueDate()),
        d.dueAt(),
        left(dueDates, d, d.receivedAt(), d.dueAt()),
        left(dueDates, d, instant(task.getCreateTime()), instant(task.getDueDate())),
        Word.of(d.state()),
        d.state().words(),
        d.priority() != PriorityGroup.NONE);
  }

  private TaskSheet sheet(Task task, DossierFile file) {
    Dossier d = file.asRead();
    Step step =
        procedures
            .ofDefinition(task.getProcessDefinitionId())
            .steps()
            .get(task.getTaskDefinitionKey());
    return new TaskSheet(
        task.getId(),
        step.id(),
        step.name(),
        step.act().word(),
        step.unitName(),
        TEXTS.get("asked." + step.act().word()),
        step.result(),
        instant(task.getDueDate()),
        left(dueDates, d, instant(task.getCreateTime()), instant(task.getDueDate())),
        step.outcomes().stream().map(o -> outcome(step.act(), o)).toList(),
        sheet(file));
  }

  static OutcomeChoice outcome(Act act, String outcome) {
    String key = act.word() + "." + outcome;
    return new OutcomeChoice(
        outcome,
        TEXTS.get("outcome." + key),
        TEXTS.get("consequence." + key),
        Reason.compulsoryFor(outcome),
        Reason.of(outcome).stream().map(r -> new ReasonChoice(r.word(), r.words())).toList());
  }

  private DossierSheet sheet(DossierFile file) {
    Dossier d = file.asRead();
    return new DossierSheet(
        d.code(),
        d.procedure().code(),
        d.procedure().name(),
        d.procedure().caseName(),
        party(d.applicant()),
        party(d.owner()),
        d.owner().equals(d.applicant()),
        Word.words(d.channel()),
        d.assisted(),
        Word.words(d.priority()),
        Word.words(d.returnWay()),
        fees(d),
        d.content(),
        d.receptionName(),
        d.leadName(),
        d.receivedByName(),
        d.receivedAt(),
        d.dueAt(),
        d.statutoryDueAt(),
        d.firstDueAt(),
        d.limitText(),
        left(dueDates, d, d.receivedAt(), d.dueAt()),
        d.pausedSince(),
        d.pausedBecause(),
        d.finishedAt(),
        d.returnedAt(),
        Word.of(d.state()),
        d.state().words(),
        d.state().nationalCode(),
        d.state().nationalWords(),
        d.supplementCount(),
        Remarks.of(d),
        register.papers(d.code()).stream().map(Sheets::paper).toList(),
        course.of(file, (from, due) -> left(dueDates, d, from, due)),
        results.of(d),
        acts(file),
        delays(d.code()));
  }

  /** Null for a dossier that costs nothing. */
  private static String fees(Dossier d) {
    if (d.feeOwed() == null) {
      return null;
    }
    Dong owed = new Dong(d.feeOwed());
    return TEXTS.get(owed.isZero() ? "sheet.fees.settled" : "sheet.fees.owed", owed);
  }

  private static PaperRow paper(Application.Paper p) {
    return new PaperRow(
        p.name(),
        Word.words(Word.read(PaperKind.class, p.kind()).orElseThrow()),
        p.count(),
        p.ticked());
  }

  private List<ActRow> acts(DossierFile file) {
    UnaryOperator<String> names =
        people.persons(
            file.acts().stream().flatMap(a -> Stream.of(a.person(), a.onBehalfOf())).toList());
    return file.acts().stream().map(act -> act(act, names)).toList();
  }

  private ActRow act(DossierAct a, UnaryOperator<String> names) {
    String outcome =
        Stream.ofNullable(a.outcome())
            .map(o -> TEXTS.get("outcome." + a.act() + "." + o))
            .findFirst()
            .orElse(null);
    return new ActRow(
        a.stepName(),
        a.person().equals(ClockCause.SYSTEM) ? TEXTS.get("person.system") : a.person(),
        Names.signed(names.apply(a.person()), names.apply(a.onBehalfOf())),
        a.post(),
        people.post(a.post()),
        a.startedAt(),
        a.completedAt(),
        a.dueAt(),
        a.outcomeWords(),
        a.reasonWords(),
        a.note(),
        a.trace(),
        a.dutyException());
  }

  private List<DelayLine> delays(String code) {
    List<Delay> all = delays.of(code);
    UnaryOperator<String> names = people.persons(all.stream().map(Delay::person).toList());
    return all.stream().map(delay -> delay(delay, names)).toList();
  }

  private static DelayLine delay(Delay d, UnaryOperator<String> names) {
    return new DelayLine(
        d.scope() == Delay.Scope.STEP ? d.stepName() : TEXTS.get("late.whole"),
        new TimeLeft(TimeState.OVERDUE, d.late(), Duration.ofHours(8)).words(),
        Word.words(d.cause()),
        d.words(),
        names.apply(d.person()),
        d.at());
  }

  private static Party party(Application.Person p) {
    return new Party(
        p.name(),
        Word.words(Word.read(PersonKind.class, p.kind()).orElseThrow()),
        Word.words(Word.read(IdentityKind.class, p.identityKind()).orElseThrow())
            + " "
            + p.identityNumber(),
        p.phone(),
        p.email(),
        p.address());
  }

  Left left(DueDates dueDates, Dossier d, Instant from, Instant due) {
    if (due == null) {
      return null;
    }
    Instant until = d.finishedAt() == null ? clock.instant() : d.finishedAt();
    TimeLeft left =
        dueDates.timeLeft(
            from.atZone(WorkingCalendar.ZONE),
            due.atZone(WorkingCalendar.ZONE),
            ZonedDateTime.ofInstant(until, WorkingCalendar.ZONE),
            d.pausedSince() != null,
            d.place().lead());
    return new Left(left.state().word(), left.state().label(), left.words());
  }

  private static Instant instant(Date date) {
    return date == null ? null : date.toInstant();
  }
}
