package vn.motcua.dossier;

import java.util.List;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;

/** Keeps words that name people out of the engine's history; the register has them. */
record WithoutFormWords(HistoryEventHandler next) implements HistoryEventHandler {

  @Override
  public void handleEvent(HistoryEvent event) {
    if (!keptOut(event)) {
      next.handleEvent(event);
    }
  }

  @Override
  public void handleEvents(List<HistoryEvent> events) {
    next.handleEvents(events.stream().filter(e -> !keptOut(e)).toList());
  }

  private static boolean keptOut(HistoryEvent event) {
    return event instanceof HistoricVariableUpdateEventEntity variable
        && FormWords.KEPT_OUT.contains(variable.getVariableName());
  }
}
