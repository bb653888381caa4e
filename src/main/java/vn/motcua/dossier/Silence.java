package vn.motcua.dossier;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.motcua.agency.Organisation;
import vn.motcua.agency.Role;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.deadline.ClockCause;
import vn.motcua.deadline.ConsultSilence;
import vn.motcua.deadline.Policy;
import vn.motcua.language.Dates;
import vn.motcua.language.Texts;
import vn.motcua.procedure.Act;
import vn.motcua.procedure.Procedures;
import vn.motcua.procedure.Step;

/**
 * What follows when a consulted agency says nothing within its own time (NĐ 61/2018/NĐ-CP Điều 19
 * khoản 5; domain of the sector): it counts as agreement, it is reminded, or the head of the
 * one-stop unit is told. Each open consultation has a timer of the engine, so that it survives a
 * restart and fires on one node only; it stands while the dossier's clock stands. Uses the engine's
 * job rows, which are internal (docs/decisions/0013).
 */
@Component
class Silence {

  private static final Texts TEXTS = Texts.of("dossier");

  /** The task that the application itself is ending on this thread. */
  private static final ThreadLocal<String> DEEMED = new ThreadLocal<>();

  private final Files files;
  private final Register register;
  private final DossierPolicies policies;
  private final Procedures procedures;
  private final Organisation organisation;
  private final Notices notices;
  private final ManagementService management;
  private final TaskService tasks;
  private final Clock clock;

  Silence(
      Files files,
      Register register,
      DossierPolicies policies,
      Procedures procedures,
      Organisation organisation,
      Notices notices,
      @Lazy ManagementService management,
      @Lazy TaskService tasks,
      Clock clock) {
    this.files = files;
    this.register = register;
    this.policies = policies;
    this.procedures = procedures;
    this.organisation = organisation;
    this.notices = notices;
    this.management = management;
    this.tasks = tasks;
    this.clock = clock;
  }

  /** A consultation begins; one for which the route states no time waits without end. */
  void begins(DelegateTask task) {
    if (task.getDueDate() == null) {
      return;
    }
    ExecutionEntity execution = ((TaskEntity) task).getExecution();
    TimerEntity timer = new TimerEntity();
    timer.setJobHandlerType(SilenceJob.TYPE);
    timer.setJobHandlerConfiguration(new SilenceJob.OfTask(task.getId()));
    timer.setExecution(execution);
    timer.setProcessDefinitionId(execution.getProcessDefinitionId());
    timer.setProcessDefinitionKey(execution.getProcessDefinition().getKey());
    timer.setDeploymentId(execution.getProcessDefinition().getDeploymentId());
    timer.setDuedate(task.getDueDate());
    Context.getCommandContext().getJobManager().schedule(timer);
  }

  /** Its date was moved, because the clock stood meanwhile. */
  void moved(DelegateTask task) {
    Date due = task.getDueDate();
    of(task.getId()).stream()
        .filter(job -> due != null && !due.equals(job.getDuedate()))
        .forEach(job -> job.setDuedate(due));
  }

  /** The agency has spoken, or nobody waits for it any more. */
  void ends(DelegateTask task) {
    if (!isDeemed(task)) {
      of(task.getId()).forEach(JobEntity::delete);
    }
  }

  private static List<JobEntity> of(String taskId) {
    return Context.getCommandContext()
        .getJobManager()
        .findJobsByConfiguration(SilenceJob.TYPE, taskId, null);
  }

  /** The dossier's clock stands, or runs again. */
  void stand(DossierFile file, boolean stands) {
    Dossier dossier = file.asRead();
    boolean consults =
        procedures.ofDefinition(dossier.procedure().definitionId()).steps().values().stream()
            .anyMatch(step -> step.act() == Act.CONSULT);
    if (!consults || file.instanceId() == null) {
      return;
    }
    SuspensionState state = stands ? SuspensionState.SUSPENDED : SuspensionState.ACTIVE;
    management.createJobQuery().processInstanceId(file.instanceId()).timers().list().stream()
        .map(JobEntity.class::cast)
        .filter(job -> job.getJobHandlerType().equals(SilenceJob.TYPE))
        .forEach(job -> job.setSuspensionState(state.getStateCode()));
  }

  /** The time of a consultation has passed. */
  void passed(String taskId) {
    TaskEntity task = Context.getCommandContext().getTaskManager().findTaskById(taskId);
    if (task == null) {
      return;
    }
    DossierFile file = files.open(task.getExecution().getProcessBusinessKey());
    Policy<ConsultSilence> policy = policies.consultSilence(file);
    switch (policy.value()) {
      case CONSENT -> consents(task, file, policy.basis());
      case REMIND -> notices.add(file, taskId, Notices.Kind.CONSULT_OVERDUE, task.getTenantId());
      case ESCALATE ->
          notices.add(
              file,
              taskId,
              Notices.Kind.CONSULT_ESCALATED,
              organisation.post("lead", Role.CENTRE_DIRECTOR, file.asRead().place(), today()).id());
    }
  }

  /** True if the application is ending this task, for which it needs no person. */
  boolean isDeemed(DelegateTask task) {
    return task.getId().equals(DEEMED.get());
  }

  private void consents(TaskEntity task, DossierFile file, String basis) {
    Step step =
        procedures
            .ofDefinition(task.getProcessDefinitionId())
            .steps()
            .get(task.getTaskDefinitionKey());
    ZonedDateTime due = task.getDueDate().toInstant().atZone(WorkingCalendar.ZONE);
    DossierAct act =
        new DossierAct(
            task.getId(),
            procedures.ofDefinition(task.getProcessDefinitionId()).key(),
            step.id(),
            step.name(),
            step.act().word(),
            ClockCause.SYSTEM,
            task.getTenantId(),
            task.getCreateTime().toInstant(),
            due.toInstant(),
            clock.instant(),
            Position.DEEMED,
            null,
            null,
            TEXTS.get("position.deemed", Dates.moment(due)),
            TEXTS.get("position.basis", basis),
            null,
            null);
    register.add(file.code(), act);
    file.add(act);
    DEEMED.set(task.getId());
    try {
      tasks.complete(task.getId());
    } finally {
      DEEMED.remove();
    }
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
