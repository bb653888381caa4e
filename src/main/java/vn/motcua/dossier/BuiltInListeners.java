package vn.motcua.dossier;

import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import vn.motcua.dossier.DossierEngine.Hooks;
import vn.motcua.dossier.SharedWaits.Call;
import vn.motcua.procedure.Act;

/** Hangs the built-in listeners on every procedure and shared process when its model is read. */
final class BuiltInListeners extends AbstractBpmnParseListener {

  private final Supplier<Hooks> hooks;

  BuiltInListeners(Supplier<Hooks> hooks) {
    this.hooks = hooks;
  }

  @Override
  public void parseProcess(Element process, ProcessDefinitionEntity definition) {
    if (ours(definition.getKey())) {
      definition.addBuiltInListener(ExecutionListener.EVENTNAME_START, new Door());
    }
  }

  @Override
  public void parseUserTask(Element task, ScopeImpl scope, ActivityImpl activity) {
    if (!ours(scope)
        || !(activity.getActivityBehavior() instanceof UserTaskActivityBehavior behaviour)) {
      return;
    }
    TaskDefinition definition = behaviour.getTaskDefinition();
    definition.addBuiltInTaskListener(
        TaskListener.EVENTNAME_CREATE, t -> hooks.get().steps().created(t));
    definition.addBuiltInTaskListener(
        TaskListener.EVENTNAME_ASSIGNMENT, t -> hooks.get().steps().assigned(t));
    definition.addBuiltInTaskListener(
        TaskListener.EVENTNAME_COMPLETE, t -> hooks.get().completion().completed(t));
    if (property(task, "act").filter(Act.CONSULT.word()::equals).isPresent()) {
      definition.addBuiltInTaskListener(
          TaskListener.EVENTNAME_UPDATE, t -> hooks.get().silence().moved(t));
    }
  }

  @Override
  public void parseCallActivity(Element call, ScopeImpl scope, ActivityImpl activity) {
    if (!ours(scope)) {
      return;
    }
    Call read =
        new Call(
            call.attribute("calledElement"),
            property(call, "clock").filter("stopped"::equals).isPresent(),
            property(call, "reason").orElse(call.attribute("name")));
    activity.addBuiltInListener(
        ExecutionListener.EVENTNAME_START, free(e -> hooks.get().waits().callBegins(e, read)));
    activity.addBuiltInListener(
        ExecutionListener.EVENTNAME_END, free(e -> hooks.get().waits().callEnds(e, read)));
  }

  @Override
  public void parseEndEvent(Element end, ScopeImpl scope, ActivityImpl activity) {
    String process = key(scope);
    if (process.startsWith("procedure-")) {
      activity.addBuiltInListener(
          ExecutionListener.EVENTNAME_START, free(e -> hooks.get().endings().reached(e)));
    } else if (ours(process)) {
      activity.addBuiltInListener(
          ExecutionListener.EVENTNAME_START, free(e -> hooks.get().waits().ended(e, process)));
    }
  }

  /** What the application does for itself needs no right of the official who set it off. */
  private ExecutionListener free(ExecutionListener listener) {
    return execution ->
        hooks
            .get()
            .engine()
            .lent(
                () -> {
                  listener.notify(execution);
                  return null;
                });
  }

  private static boolean ours(ScopeImpl scope) {
    return ours(key(scope));
  }

  private static String key(ScopeImpl scope) {
    return ((ProcessDefinitionEntity) scope.getProcessDefinition()).getKey();
  }

  private static boolean ours(String key) {
    return key.startsWith("procedure-") || key.startsWith("shared-");
  }

  private static Optional<String> property(Element element, String name) {
    Element extensions = element.element("extensionElements");
    Element properties =
        extensions == null
            ? null
            : extensions.elementNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "properties");
    return properties == null
        ? Optional.empty()
        : properties.elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "property").stream()
            .filter(p -> name.equals(p.attribute("name")))
            .map(p -> p.attribute("value"))
            .findFirst();
  }
}
