package vn.motcua.dossier;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;

/**
 * What the engine's history keeps of a dossier: processes with their beginning and end, tasks, what
 * else a token passed, incidents, failed jobs, and who claimed, assigned or set what. What it would
 * write a second time is left out, and so is what the register, the acts and the ledger hold with
 * more words and never change: a user task once more as an activity, a gateway between two ways,
 * variables and their details (which may name people), who could have done a task, the completion
 * of a task as an operation, a timer that was made and went without firing. See
 * docs/decisions/0033.
 *
 * <p>For the engine it is the level "full", so a database may go from one to the other.
 */
final class DossierHistory extends HistoryLevelFull {

  private static final Set<String> BEGINNING_OR_END =
      Set.of(
          ActivityTypes.START_EVENT,
          ActivityTypes.END_EVENT_NONE,
          ActivityTypes.END_EVENT_TERMINATE);

  private static final Set<HistoryEventType> PASSING =
      Set.of(
          HistoryEventTypes.ACTIVITY_INSTANCE_START,
          HistoryEventTypes.ACTIVITY_INSTANCE_UPDATE,
          HistoryEventTypes.ACTIVITY_INSTANCE_END);

  private static final Set<HistoryEventType> HELD_ELSEWHERE =
      Set.of(
          HistoryEventTypes.VARIABLE_INSTANCE_CREATE,
          HistoryEventTypes.VARIABLE_INSTANCE_UPDATE,
          HistoryEventTypes.VARIABLE_INSTANCE_MIGRATE,
          HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL,
          HistoryEventTypes.VARIABLE_INSTANCE_DELETE,
          HistoryEventTypes.FORM_PROPERTY_UPDATE,
          HistoryEventTypes.IDENTITY_LINK_ADD,
          HistoryEventTypes.IDENTITY_LINK_DELETE,
          // An open task is read where it is; its last assignee and due date are written at its
          // end.
          HistoryEventTypes.TASK_INSTANCE_UPDATE,
          HistoryEventTypes.JOB_CREATE,
          HistoryEventTypes.JOB_DELETE);

  @Override
  public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
    return !HELD_ELSEWHERE.contains(type)
        && !(entity instanceof ExecutionEntity token
            && PASSING.contains(type)
            && isToldElsewhere(token));
  }

  /**
   * User tasks, gateways, and the event with which a process begins or ends: a process has both in
   * its own row. Of tokens side by side each end is kept, since the row has the last one only.
   */
  private static boolean isToldElsewhere(ExecutionEntity token) {
    ActivityImpl activity = token.getActivity();
    String type =
        activity == null ? null : (String) activity.getProperty(BpmnProperties.TYPE.getName());
    if (type == null) {
      return false;
    }
    boolean alone =
        token.isProcessInstanceExecution()
            && activity.getFlowScope() == activity.getProcessDefinition();
    return type.equals(ActivityTypes.TASK_USER_TASK)
        || type.endsWith("Gateway")
        || alone && BEGINNING_OR_END.contains(type);
  }

  /**
   * Operations have their kind only when they are made; and tasks tell their activity of a change.
   */
  record Filter(HistoryEventHandler next) implements HistoryEventHandler {

    @Override
    public void handleEvent(HistoryEvent event) {
      if (isKept(event)) {
        next.handleEvent(event);
      }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
      next.handleEvents(events.stream().filter(Filter::isKept).toList());
    }

    private static boolean isKept(HistoryEvent event) {
      if (event instanceof HistoricActivityInstanceEventEntity activity) {
        return !activity.getActivityType().equals(ActivityTypes.TASK_USER_TASK);
      }
      return !(event instanceof UserOperationLogEntryEventEntity operation) || isKept(operation);
    }

    /** The register has who received the dossier, the acts who did each step. */
    private static boolean isKept(UserOperationLogEntryEventEntity operation) {
      String kind = operation.getOperationType();
      return !kind.equals(UserOperationLogEntry.OPERATION_TYPE_COMPLETE)
          && !(kind.equals(UserOperationLogEntry.OPERATION_TYPE_CREATE)
              && operation.getEntityType().equals(EntityTypes.PROCESS_INSTANCE));
    }
  }
}
