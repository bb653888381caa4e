package vn.motcua.procedure.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.jobexecutor.TimerExecuteNestedActivityJobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.TimerStartEventSubprocessJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import vn.motcua.procedure.Model;
import vn.motcua.procedure.Node;
import vn.motcua.procedure.Node.Setting;

/**
 * What the engine would store of a model, taken from the model as our reader has read and validated
 * it, without the engine's parse. Only for models whose parts are those that the house's models
 * have; for any other it says nothing, and the engine must parse. A test proves that both say the
 * same of every model in the repository.
 */
final class QuickParse {

  private static final Set<String> PLAIN =
      Set.of("id", "name", "isExecutable", "isClosed", "processType", "camunda:historyTimeToLive");
  private static final Pattern DAYS = Pattern.compile("\\d{1,9}");

  private QuickParse() {}

  /** The rows of a sound model; empty if only the engine can tell. */
  static Optional<ParsedModel> of(Model model, byte[] bytes) {
    Map<String, String> process = model.settings();
    String days = process.get("camunda:historyTimeToLive");
    boolean plain =
        PLAIN.containsAll(process.keySet())
            && model.key().equals(process.get("id"))
            && "true".equals(process.get("isExecutable"))
            && !model.namespace().isEmpty()
            && (days == null || DAYS.matcher(days).matches())
            && !model.asynchronous();
    Optional<Node> start = model.route().start("");
    Optional<List<JobDefinitionEntity>> jobs = jobs(model);
    if (!plain || start.isEmpty() || !isPlain(start.get()) || jobs.isEmpty()) {
      return Optional.empty();
    }
    ProcessDefinitionEntity row = new ProcessDefinitionEntity();
    row.setKey(model.key());
    row.setName(process.containsKey("name") ? model.processName() : null);
    row.setCategory(model.namespace());
    row.setHasStartFormKey(!start.get().setting(Setting.FORM_KEY).isEmpty());
    row.setHistoryTimeToLive(days == null ? null : Integer.valueOf(days));
    row.setStartableInTasklist(true);
    row.getProperties().set(BpmnProperties.EVENT_SUBSCRIPTION_DECLARATIONS, Map.of());
    return Optional.of(new ParsedModel(bytes, List.of(row), Map.of(model.key(), jobs.get())));
  }

  private static boolean isPlain(Node start) {
    return start.setting(Setting.TIME_DATE).isEmpty() && start.setting(Setting.MESSAGE).isEmpty();
  }

  /**
   * Job definitions of timers that start an event sub-process or end a step; empty if there are
   * others.
   */
  private static Optional<List<JobDefinitionEntity>> jobs(Model model) {
    List<JobDefinitionEntity> jobs = new ArrayList<>();
    for (Node node : model.route().nodes()) {
      String time = node.setting(Setting.TIME_DATE);
      if (time.isEmpty()) {
        continue;
      }
      boolean starts = node.kind() == Node.Kind.START_EVENT && !node.scope().isEmpty();
      if (!starts && node.kind() != Node.Kind.BOUNDARY_EVENT) {
        return Optional.empty();
      }
      JobDefinitionEntity job = new JobDefinitionEntity();
      job.setActivityId(node.id());
      job.setJobType(
          starts
              ? TimerStartEventSubprocessJobHandler.TYPE
              : TimerExecuteNestedActivityJobHandler.TYPE);
      job.setJobConfiguration("DATE: " + time);
      jobs.add(job);
    }
    return Optional.of(jobs);
  }
}
