package vn.motcua.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Puts into the engine what every dossier needs and no model may carry: the door, the posts, the
 * duties, the acts, the clock. The beans behind it are asked for when the engine runs, because they
 * need the engine themselves.
 */
@Component
class DossierEngine extends AbstractProcessEnginePlugin {

  private final Supplier<Hooks> hooks;

  DossierEngine(ObjectProvider<Hooks> hooks) {
    this.hooks = hooks::getObject;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    List<BpmnParseListener> listeners = engine.getCustomPostBPMNParseListeners();
    if (listeners == null) {
      listeners = new ArrayList<>();
      engine.setCustomPostBPMNParseListeners(listeners);
    }
    listeners.add(new BuiltInListeners(hooks));
    // Of the engine's own name, so that it takes the place of the engine's.
    engine.setCustomHistoryLevels(List.of(new DossierHistory()));
    engine.setEnableCmdExceptionLogging(false);
    engine.setCustomPreCommandInterceptorsTxRequired(
        before(
            engine.getCustomPreCommandInterceptorsTxRequired(),
            new FailureLog(false),
            new PlainRefusals()));
    engine.setCustomPreCommandInterceptorsTxRequiresNew(
        before(engine.getCustomPreCommandInterceptorsTxRequiresNew(), new FailureLog(true)));
    @SuppressWarnings("rawtypes")
    List<JobHandler> handlers = engine.getCustomJobHandlers();
    if (handlers == null) {
      handlers = new ArrayList<>();
      engine.setCustomJobHandlers(handlers);
    }
    handlers.add(new SilenceJob(() -> hooks.get().silence()));
  }

  private static List<CommandInterceptor> before(
      List<CommandInterceptor> others, CommandInterceptor... outermost) {
    List<CommandInterceptor> all = new ArrayList<>(List.of(outermost));
    if (others != null) {
      all.addAll(others);
    }
    return all;
  }

  @Override
  public void postInit(ProcessEngineConfigurationImpl engine) {
    engine.setHistoryEventHandler(new DossierHistory.Filter(engine.getHistoryEventHandler()));
  }

  /** The beans that the listeners call. */
  @Component
  record Hooks(
      Steps steps,
      Completion completion,
      SharedWaits waits,
      Silence silence,
      Endings endings,
      EngineRights engine) {}
}
