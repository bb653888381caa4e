package vn.motcua.dossier;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.motcua.agency.Organisation;
import vn.motcua.agency.Role;
import vn.motcua.agency.Unit;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.deadline.Clocks;
import vn.motcua.deadline.DueDates;
import vn.motcua.deadline.PartDates;
import vn.motcua.language.Texts;
import vn.motcua.procedure.Act;
import vn.motcua.procedure.LinkedResult;
import vn.motcua.procedure.Procedure;
import vn.motcua.procedure.Procedures;
import vn.motcua.procedure.Step;

/**
 * The results of linked dossiers (NĐ 61/2018/NĐ-CP Điều 19 khoản 6, 7): one dossier, and each
 * agency has its own moment of receipt, date, document and hand-out. A dossier of an ordinary
 * procedure costs nothing here: whether one is linked says its model.
 */
@Component
class LinkedResults {

  private static final Texts TEXTS = Texts.of("dossier");

  private final ResultRows rows;
  private final Procedures procedures;
  private final Organisation organisation;
  private final DueDates dueDates;
  private final Clocks clocks;
  private final TaskService tasks;
  private final Clock clock;

  LinkedResults(
      ResultRows rows,
      Procedures procedures,
      Organisation organisation,
      DueDates dueDates,
      Clocks clocks,
      @Lazy TaskService tasks,
      Clock clock) {
    this.rows = rows;
    this.procedures = procedures;
    this.organisation = organisation;
    this.dueDates = dueDates;
    this.clocks = clocks;
    this.tasks = tasks;
    this.clock = clock;
  }

  /**
   * Promises each result of a dossier that is being received; none for an ordinary procedure.
   *
   * @param start when its time begins
   * @throws vn.motcua.agency.NoSuchPost if one of the agencies is not in the organisation
   */
  List<DossierResult> promise(Dossier d, Procedure procedure, Instant start) {
    List<DossierResult> promised = new ArrayList<>();
    for (LinkedResult result : procedure.results()) {
      Optional<TimeLimit> promise = result.promised(d.procedure().caseId());
      if (promise.isEmpty()) {
        continue;
      }
      Unit agency = agency(result, d);
      Instant due =
          dueDates
              .reckon(start.atZone(WorkingCalendar.ZONE), promise.get(), d.place().lead())
              .due()
              .toInstant();
      promised.add(
          new DossierResult(
              result.id(),
              result.name(),
              agency.id(),
              agency.name(),
              result.limit(),
              promise.get(),
              due,
              null,
              due,
              null,
              null,
              null,
              null));
    }
    if (!promised.isEmpty()) {
      rows.insert(d.code(), promised);
    }
    return promised;
  }

  private Unit agency(LinkedResult result, Dossier d) {
    LocalDate today = LocalDate.now(clock);
    return organisation.post(result.unit(), Role.SEAL_CLERK, d.place(), today).unit();
  }

  /** Results of a dossier with their dates as they stand now; none for an ordinary procedure. */
  List<DossierResult> of(Dossier d) {
    return linked(d) ? dated(d, rows.of(d.code())) : List.of();
  }

  /** The same, and nobody else gives one of them out until the transaction ends. */
  List<DossierResult> lock(Dossier d) {
    return linked(d) ? rows.lock(d.code()) : List.of();
  }

  private List<DossierResult> dated(Dossier d, List<DossierResult> results) {
    if (results.isEmpty()) {
      return results;
    }
    PartDates dates = clocks.parts(d.code());
    return results.stream().map(result -> dated(d, result, dates)).toList();
  }

  private static DossierResult dated(Dossier d, DossierResult r, PartDates dates) {
    return r.due(
        r.received() == null
            ? dates.due(r.promise(), d.receivedAt(), null, d.place().lead())
            : dates.due(r.limit(), r.received(), r.issued(), r.unit()));
  }

  boolean linked(Dossier d) {
    return procedures.ofDefinition(d.procedure().definitionId()).linked();
  }

  /** A step of one result begins: from the first one on, its agency has the dossier. */
  void received(DossierFile file, Step step) {
    if (step.result() != null) {
      rows.received(file.code(), step.result(), clock.instant());
    }
  }

  /** The seal of a result is due when the result is; empty for every other step. */
  Optional<Instant> due(DossierFile file, Step step) {
    return step.result() == null || step.act() != Act.SEAL
        ? Optional.empty()
        : of(file.asRead()).stream()
            .filter(r -> r.id().equals(step.result()))
            .map(DossierResult::due)
            .findFirst();
  }

  /** The clock stood or runs again: open seals stay due when their results are. */
  void follow(DossierFile file) {
    if (!linked(file.asRead()) || file.instanceId() == null) {
      return;
    }
    Map<String, Step> steps =
        procedures.ofDefinition(file.asRead().procedure().definitionId()).steps();
    for (Task task : tasks.createTaskQuery().processInstanceId(file.instanceId()).list()) {
      due(file, steps.get(task.getTaskDefinitionKey()))
          .ifPresent(
              due -> {
                task.setDueDate(Date.from(due));
                tasks.saveTask(task);
              });
    }
  }

  /** While several agencies work on it, no single desk says where the dossier is. */
  Optional<DossierState> state(Procedure model, Step step) {
    boolean elsewhere = step.result() != null && !step.unit().equals("lead");
    return model.linked() && (elsewhere || step.act() == Act.TRANSFER)
        ? Optional.of(DossierState.HANDLING)
        : Optional.empty();
  }

  /** A result was sealed. True if the dossier waits for no other. */
  boolean issued(DossierFile file, Step step, String paper, Instant now) {
    if (step.result() == null) {
      return true;
    }
    rows.issued(file.code(), step.result(), now, paper);
    return rows.of(file.code()).stream().allMatch(r -> r.issued() != null);
  }

  /** Words of an act of giving out that name what was given; none for an ordinary dossier. */
  static Optional<String> words(List<DossierResult> given) {
    return given.isEmpty()
        ? Optional.empty()
        : Optional.of(
            TEXTS.get(
                "trace.results",
                String.join(
                    ", ",
                    given.stream()
                        .map(r -> r.paper() == null ? r.name() : r.name() + " (" + r.paper() + ")")
                        .toList())));
  }

  /** These results are in the hands of the applicant. */
  void returned(String code, List<DossierResult> given, Instant now, String to) {
    given.forEach(r -> rows.returned(code, r.id(), now, cut(to)));
  }

  private static String cut(String words) {
    return words.length() > 500 ? words.substring(0, 500) : words;
  }
}
