package vn.motcua.dossier;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Keeps the engine's statutory timers of a dossier equal to the register: still while the clock
 * stands, moved when a due date moves, made again when one has fired before and a new date counts.
 * Works inside a command on the engine's own job rows: the public calls write state and date apart,
 * and the second then finds the row changed (docs/decisions/0007).
 */
@Component
class Timers {

  static final String WARNING = "warning-time";
  static final String DUE = "due-time";

  private final ManagementService management;
  private final RuntimeService runtime;

  Timers(@Lazy ManagementService management, @Lazy RuntimeService runtime) {
    this.management = management;
    this.runtime = runtime;
  }

  /** The clock stands still: nothing fires. */
  void hold(String instanceId) {
    for (String activity : List.of(WARNING, DUE)) {
      at(instanceId, activity)
          .forEach(job -> job.setSuspensionState(SuspensionState.SUSPENDED.getStateCode()));
    }
  }

  /** The clock runs towards new moments. */
  void run(String instanceId, Instant warnAt, Instant dueAt) {
    runtime.setVariables(
        instanceId, Map.of("dueAt", Date.from(dueAt), "warnAt", Date.from(warnAt)));
    run(instanceId, WARNING, warnAt);
    run(instanceId, DUE, dueAt);
  }

  private void run(String instanceId, String activity, Instant moment) {
    List<JobEntity> here = at(instanceId, activity);
    for (JobEntity job : here) {
      job.setDuedate(Date.from(moment));
      job.setSuspensionState(SuspensionState.ACTIVE.getStateCode());
    }
    if (here.isEmpty()) {
      makeAgain(instanceId, activity);
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
