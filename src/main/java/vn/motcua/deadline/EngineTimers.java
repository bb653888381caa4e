package vn.motcua.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.deadline.Track.Hours;

/**
 * Keeps the engine's statutory timers of a dossier equal to its ledger: still while the clock
 * stands, moved when a due date moves, made again when one has fired before and a new date counts.
 * Works inside a command on the engine's own job rows: the public calls write state and date apart,
 * and the second then finds the row changed (docs/decisions/0007).
 */
@Component
class EngineTimers {

  static final String WARNING = "warning-time";
  static final String DUE = "due-time";

  /** The event sub-processes that these start; the engine's job rows name them. */
  static final Map<String, String> SCOPES = Map.of(WARNING, "warning", DUE, "overdue");

  private final ManagementService management;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final ProcessEngine engine;

  EngineTimers(
      @Lazy ManagementService management,
      @Lazy RuntimeService runtime,
      @Lazy TaskService tasks,
      @Lazy ProcessEngine engine) {
    this.management = management;
    this.runtime = runtime;
    this.tasks = tasks;
    this.engine = engine;
  }

  /** What the ledger says now becomes what the engine will do. */
  void follow(ClockReading before, ClockReading now, Instant moment) {
    if (now.instanceId() == null) {
      return;
    }
    boolean moved = now.due() != null && !now.due().equals(before.due());
    boolean warnMoved = now.warnAt() != null && !now.warnAt().equals(before.warnAt());
    if (moved || warnMoved) {
      runtime.setVariables(
          now.instanceId(),
          Map.of("dueAt", Date.from(now.due()), "warnAt", Date.from(now.warnAt())));
    }
    if (moved || warnMoved || now.stands() != before.stands()) {
      follow(now, WARNING, now.warnAt(), moment);
      follow(now, DUE, now.due(), moment);
    }
  }

  private void follow(ClockReading clock, String activity, Instant at, Instant now) {
    SuspensionState state = clock.stands() ? SuspensionState.SUSPENDED : SuspensionState.ACTIVE;
    List<JobEntity> here = at(clock.instanceId(), activity);
    for (JobEntity job : here) {
      if (at != null) {
        job.setDuedate(Date.from(at));
      }
      job.setSuspensionState(state.getStateCode());
    }
    if (here.isEmpty() && at != null && at.isAfter(now) && !clock.stands()) {
      makeAgain(clock.instanceId(), activity);
    }
  }

  /** Tasks that were open while the clock stood keep the working time that was left to them. */
  void moveOpenTasks(String instanceId, ZonedDateTime stood, ZonedDateTime now, Hours hours) {
    for (Task task : tasks.createTaskQuery().processInstanceId(instanceId).list()) {
      if (task.getDueDate() == null
          || task.getCreateTime().toInstant().isAfter(stood.toInstant())) {
        continue;
      }
      ZonedDateTime due = task.getDueDate().toInstant().atZone(WorkingCalendar.ZONE);
      Duration left = hours.between(stood, due);
      if (!left.isNegative()) {
        task.setDueDate(Date.from(hours.plus(now, left).toInstant()));
        tasks.saveTask(task);
      }
    }
  }

  /** Open steps under a newer calendar, called processes included. */
  void stepsUnder(ClockReading before, StepDates steps) {
    for (Task task :
        tasks.createTaskQuery().processInstanceBusinessKey(before.dossierCode()).list()) {
      if (task.getDueDate() == null) {
        continue;
      }
      Instant due = task.getDueDate().toInstant();
      Instant moves = steps.due(before, task.getCreateTime().toInstant(), due);
      if (!moves.equals(due)) {
        task.setDueDate(Date.from(moves));
        tasks.saveTask(task);
      }
    }
  }

  private List<JobEntity> at(String instanceId, String activity) {
    return management
        .createJobQuery()
        .processInstanceId(instanceId)
        .activityId(activity)
        .timers()
        .list()
        .stream()
        .map(JobEntity.class::cast)
        .toList();
  }

  /** The same outside a command of the engine. */
  void again(String instanceId, String activity) {
    ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
        .getCommandExecutorTxRequired()
        .execute(
            command ->
                command.runWithoutAuthorization(
                    () -> {
                      makeAgain(instanceId, activity);
                      return null;
                    }));
  }

  private void makeAgain(String instanceId, String activity) {
    ExecutionEntity instance =
        Context.getCommandContext().getExecutionManager().findExecutionById(instanceId);
    TimerDeclarationImpl timer =
        TimerDeclarationImpl.getDeclarationsForScope(instance.getProcessDefinition()).get(activity);
    if (timer != null) {
      timer.createTimerInstance(instance);
    }
  }
}
