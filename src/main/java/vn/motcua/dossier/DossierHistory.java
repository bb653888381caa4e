package vn.motcua.dossier;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;

/**
 * What the engine's history keeps of a dossier: processes, tasks, what else a token passed,
 * incidents, failed jobs, and who claimed, assigned or set what. What it would write a second time
 * is left out, and so is what the register, the acts and the ledger hold with more words and never
 * change: a user task once more as an activity, a gateway between two ways, variables and their
 * details (which may name people), who could have done a task, the completion of a task as an
 * operation, a timer that was made and went without firing. See docs/decisions/0033.
 *
 * <p>For the engine it is the level "full", so a database may go from one to the other.
 */
final class DossierHistory extends HistoryLevelFull {

  private static final Set<HistoryEventTypes> HELD_ELSEWHERE =
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
    return HELD_ELSEWHERE.stream().noneMatch(type::equals);
  }

  /** Lets pass what the level alone cannot tell apart. */
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
        String type = activity.getActivityType();
        return !type.equals(ActivityTypes.TASK_USER_TASK) && !type.endsWith("Gateway");
      }
      return !(event instanceof UserOperationLogEntryEventEntity operation)
          || !operation.getOperationType().equals("Complete");
    }
  }
}
