package vn.motcua.dossier;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.motcua.access.Substitutes;
import vn.motcua.agency.Organisation;
import vn.motcua.agency.Post;
import vn.motcua.agency.Role;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.deadline.ClockReason;
import vn.motcua.deadline.DueDates;
import vn.motcua.deadline.Policies;
import vn.motcua.procedure.Act;
import vn.motcua.procedure.Procedure;
import vn.motcua.procedure.Procedures;
import vn.motcua.procedure.Step;

/** A step of the route becomes a task: for which post, until when, for whom. */
@Component
class Steps {

  private final Files files;
  private final Procedures procedures;
  private final Organisation organisation;
  private final DueDates dueDates;
  private final Policies policies;
  private final Duties duties;
  private final SharedWaits waits;
  private final DossierClock dossierClock;
  private final LinkedResults linked;
  private final Substitutes substitutes;
  private final IdentityService identity;
  private final Clock clock;

  Steps(
      Files files,
      Procedures procedures,
      Organisation organisation,
      DueDates dueDates,
      Policies policies,
      Duties duties,
      SharedWaits waits,
      DossierClock dossierClock,
      LinkedResults linked,
      Substitutes substitutes,
      @Lazy IdentityService identity,
      Clock clock) {
    this.files = files;
    this.procedures = procedures;
    this.organisation = organisation;
    this.dueDates = dueDates;
    this.policies = policies;
    this.duties = duties;
    this.waits = waits;
    this.dossierClock = dossierClock;
    this.linked = linked;
    this.substitutes = substitutes;
    this.identity = identity;
    this.clock = clock;
  }

  Step of(DelegateTask task) {
    return procedures
        .ofDefinition(task.getProcessDefinitionId())
        .steps()
        .get(task.getTaskDefinitionKey());
  }

  DossierFile fileOf(DelegateTask task) {
    return files.open(task.getExecution().getProcessBusinessKey());
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  void created(DelegateTask task) {
    DossierFile file = fileOf(task);
    Step step = of(task);
    Post post =
        organisation.post(step.unit(), Role.of(step.role()), file.asRead().place(), today());
    linked.received(file, step);
    task.addCandidateGroup(post.id());
    ((Task) task).setTenantId(post.id());
    dueDate(file, step).ifPresent(due -> task.setDueDate(Date.from(due.toInstant())));
    forgetLastOutcome(task);
    String process = keyOf(task);
    waits.reached(task, file, process, step);
    linked
        .state(procedures.ofDefinition(task.getProcessDefinitionId()), step)
        .or(() -> StateOf.step(process, step.act()))
        .ifPresent(state -> enter(file, state));
    endedOrNot(file);
    sameHands(file, task, step, post).ifPresent(person -> handTo(task, person, post));
  }

  /**
   * An assignment or a claim must respect the separation of duties, not only the completion. What
   * is taken in the place of an absent person stays that person's: the task names both.
   */
  void assigned(DelegateTask task) {
    String person = task.getAssignee();
    String absent = null;
    if (person != null) {
      absent = substitutes.onBehalf(person, task.getTenantId(), null, task.getOwner()).orElse(null);
      duties.check(fileOf(task), of(task).act(), person, absent, today());
    }
    if (!Objects.equals(absent, task.getOwner())) {
      task.setOwner(absent);
    }
  }

  /** Whoever is absent now leaves it to the substitute, if that person may do it. */
  private void handTo(DelegateTask task, String person, Post post) {
    DossierFile file = fileOf(task);
    Optional<String> substitute =
        substitutes
            .substituteOf(person, post.id())
            .filter(other -> mayDo(file, of(task).act(), other, person));
    substitute.ifPresent(other -> task.setOwner(person));
    task.setAssignee(substitute.orElse(person));
  }

  private Optional<ZonedDateTime> dueDate(DossierFile file, Step step) {
    Dossier dossier = file.asRead();
    ZonedDateTime now = ZonedDateTime.now(clock);
    Optional<Instant> result = linked.due(file, step);
    if (result.isPresent()) {
      return result.map(due -> due.atZone(WorkingCalendar.ZONE));
    }
    Optional<ZonedDateTime> due =
        dueDates.stepDue(
            now,
            step,
            dossier.procedure().caseId(),
            dossier.difficultArea(),
            dossier.place().lead());
    if (step.act() != Act.RECEIVE || dossier.channel() != Channel.ONLINE) {
      return due;
    }
    ZonedDateTime answered = onlineAnswer(dossier, now);
    return Optional.of(due.filter(answered::isAfter).orElse(answered));
  }

  /** Who hands in online is answered within eight working hours (NĐ 45/2020/NĐ-CP Điều 11). */
  private ZonedDateTime onlineAnswer(Dossier dossier, ZonedDateTime now) {
    Procedure procedure = procedures.ofDefinition(dossier.procedure().definitionId());
    TimeLimit limit = policies.onlineAcceptance(procedure, today()).value();
    return dueDates.reckon(now, limit, dossier.place().reception()).due();
  }

  /** Each step needs an outcome of its own; that of the step before has done its work. */
  private static void forgetLastOutcome(DelegateTask task) {
    if (task.hasVariable("outcome")) {
      task.removeVariable("outcome");
    }
  }

  private void enter(DossierFile file, DossierState state) {
    file.state(state);
    if (state == DossierState.FINISHED && file.finishedAt() == null) {
      file.set("finished_at", clock.instant());
    } else if (state.nationalCode() == 4 && file.finishedAt() != null) {
      file.set("finished_at", null);
    }
  }

  /**
   * What was sealed only now ends processing if it is handed out next, not if the route goes on:
   * then the seal was put to something on the way.
   */
  private void endedOrNot(DossierFile file) {
    if (file.finishedAt() != null && file.stoppedAt() == null) {
      dossierClock.stop(file, ClockReason.RESULT_ISSUED);
    } else if (file.finishedAt() == null && file.stoppedAt() != null) {
      dossierClock.reopen(file);
    }
  }

  /** Rework goes back to who did the step before, if that person still holds the post and may. */
  private Optional<String> sameHands(DossierFile file, DelegateTask task, Step step, Post post) {
    return file.lastAt(keyOf(task), step.id())
        .flatMap(
            act ->
                Stream.of(act.person(), Objects.toString(act.onBehalfOf(), ""))
                    .filter(person -> holds(person, post))
                    .filter(person -> mayDo(file, step.act(), person, null))
                    .findFirst());
  }

  private boolean holds(String person, Post post) {
    return identity.createUserQuery().userId(person).memberOfGroup(post.id()).count() > 0;
  }

  private boolean mayDo(DossierFile file, Act act, String person, String onBehalfOf) {
    try {
      duties.check(file, act, person, onBehalfOf, today());
      return true;
    } catch (NotAllowed separate) {
      return false;
    }
  }

  /** Not from the definition's id: the engine leaves the key out of an id that gets too long. */
  String keyOf(DelegateTask task) {
    return procedures.ofDefinition(task.getProcessDefinitionId()).key();
  }
}
