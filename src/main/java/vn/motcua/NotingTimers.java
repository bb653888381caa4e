package vn.motcua;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateListener;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.EventSubProcessStartEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.NoneEndEventActivityBehavior;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.TimerStartEventSubprocessJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.PvmActivity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityStartBehavior;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.springframework.stereotype.Component;

/**
 * Fires a timer whose event sub-process has nothing between its start and its end, as the two
 * statutory timers of every dossier have, without a branch of its own in the engine. The engine
 * would open the branch, move the tasks, variables and waits of the dossier into a second one, and
 * undo it all a moment later; at five o'clock it would do so for ten thousand dossiers, in the way
 * of the officials who work on them (docs/decisions/0011). What counts happens as in the diagram:
 * both events are passed, their listeners run, the history tells the same.
 *
 * <p>Any other event sub-process is left to the engine. Safe for use by many threads.
 */
@Component
class NotingTimers extends TimerStartEventSubprocessJobHandler {

  /** Of the engine's own columns. */
  private static final int LONGEST_ID = 64;

  @Override
  public void execute(
      TimerJobConfiguration timer, ExecutionEntity dossier, CommandContext command, String tenant) {
    Optional<Note> note =
        Optional.ofNullable(dossier.getProcessDefinition().findActivity(timer.getTimerElementKey()))
            .filter(scope -> dossier.isProcessInstanceExecution())
            .flatMap(NotingTimers::asNote);
    if (note.isPresent()) {
      pass(note.get(), dossier, command);
    } else {
      super.execute(timer, dossier, command, tenant);
    }
  }

  /** An event sub-process in which nothing else can happen than that it begins and ends. */
  private record Note(ActivityImpl scope, ActivityImpl start, ActivityImpl end) {}

  private static Optional<Note> asNote(ActivityImpl scope) {
    List<ActivityImpl> parts = scope.getActivities();
    if (parts.size() != 2
        || scope.getActivityStartBehavior() != ActivityStartBehavior.CONCURRENT_IN_FLOW_SCOPE
        || !isPlain(scope)) {
      return Optional.empty();
    }
    boolean endFirst = parts.get(0).getActivityBehavior() instanceof NoneEndEventActivityBehavior;
    ActivityImpl start = parts.get(endFirst ? 1 : 0);
    ActivityImpl end = parts.get(endFirst ? 0 : 1);
    boolean straight =
        end.getActivityBehavior() instanceof NoneEndEventActivityBehavior
            && start.getActivityBehavior() instanceof EventSubProcessStartEventActivityBehavior
            && start.getOutgoingTransitions().size() == 1
            && start.getOutgoingTransitions().get(0) instanceof TransitionImpl way
            && way.getDestination() == end
            && way.getListeners().isEmpty();
    return straight && isPlain(start) && isPlain(end)
        ? Optional.of(new Note(scope, start, end))
        : Optional.empty();
  }

  /** Nothing that a model itself could have asked for. */
  private static boolean isPlain(ActivityImpl part) {
    return part.getIoMapping() == null
        && !part.isAsyncBefore()
        && !part.isAsyncAfter()
        && part.getListeners().entrySet().stream().allMatch(each -> onlyBuiltIn(part, each));
  }

  private static boolean onlyBuiltIn(
      ActivityImpl part,
      Map.Entry<String, ? extends Collection<? extends DelegateListener<?>>> each) {
    return part.getBuiltInListeners(each.getKey()).containsAll(each.getValue());
  }

  /** The dossier's own execution stands at each of the three in turn, and then is back. */
  private static void pass(Note note, ExecutionEntity dossier, CommandContext command) {
    PvmActivity place = dossier.getActivity();
    String visit = dossier.getActivityInstanceId();
    try {
      String inside = begin(note.scope(), dossier);
      for (ActivityImpl event : List.of(note.start(), note.end())) {
        String at = begin(event, dossier);
        dossier.setCompleteScope(event == note.end());
        tell(event, ExecutionListener.EVENTNAME_END, dossier);
        toldWithin(inside, at, command);
      }
      dossier.setActivity(note.scope());
      dossier.setActivityInstanceId(inside);
      tell(note.scope(), ExecutionListener.EVENTNAME_END, dossier);
    } finally {
      dossier.setActivity(place);
      dossier.setActivityInstanceId(visit);
      dossier.activityInstanceStarted();
    }
  }

  /** Tells the visit's id in the history, made as the engine makes it. */
  private static String begin(ActivityImpl activity, ExecutionEntity dossier) {
    String id = Context.getProcessEngineConfiguration().getIdGenerator().getNextId();
    String visit = activity.getId() + ":" + id;
    visit = visit.length() > LONGEST_ID ? id : visit;
    dossier.setActivity(activity);
    dossier.setActivityInstanceId(visit);
    dossier.activityInstanceStarted();
    tell(activity, ExecutionListener.EVENTNAME_START, dossier);
    return visit;
  }

  private static void tell(ActivityImpl activity, String event, ExecutionEntity dossier) {
    dossier.setEventName(event);
    for (DelegateListener<?> listener : activity.getListeners(event)) {
      try {
        dossier.invokeListener(listener);
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new ProcessEngineException(e);
      }
    }
  }

  /** The dossier's execution calls itself the parent of all it visits. */
  private static void toldWithin(String scope, String visit, CommandContext command) {
    HistoricActivityInstanceEventEntity told =
        command
            .getDbEntityManager()
            .getCachedEntity(HistoricActivityInstanceEventEntity.class, visit);
    if (told != null) {
      told.setParentActivityInstanceId(scope);
    }
  }
}
