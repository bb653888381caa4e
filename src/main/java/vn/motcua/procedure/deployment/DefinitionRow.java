package vn.motcua.procedure.deployment;

import java.util.Map;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.EventSubscriptionDeclaration;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/**
 * A process definition reduced to its row. A parsed model takes some 200 KB of heap, and nearly two
 * thousand of them in one transaction would not fit a small server; the engine parses a model again
 * when the first dossier needs it.
 */
final class DefinitionRow {

  private DefinitionRow() {}

  /** True if storing it needs nothing but its row and its job definitions. */
  static boolean suffices(ProcessDefinitionEntity parsed) {
    return parsed.getProperty(BpmnParse.PROPERTYNAME_START_TIMER) == null
        && parsed.getCandidateStarterUserIdExpressions().isEmpty()
        && parsed.getCandidateStarterGroupIdExpressions().isEmpty()
        && starts(parsed).values().stream().noneMatch(EventSubscriptionDeclaration::isStartEvent);
  }

  private static Map<String, EventSubscriptionDeclaration> starts(ProcessDefinitionEntity parsed) {
    return parsed.getProperties().get(BpmnProperties.EVENT_SUBSCRIPTION_DECLARATIONS);
  }

  static ProcessDefinitionEntity of(ProcessDefinitionEntity parsed) {
    ProcessDefinitionEntity row = new ProcessDefinitionEntity();
    row.setKey(parsed.getKey());
    row.setName(parsed.getName());
    row.setCategory(parsed.getCategory());
    row.setHasStartFormKey(parsed.getHasStartFormKey());
    row.setVersionTag(parsed.getVersionTag());
    row.setHistoryTimeToLive(parsed.getHistoryTimeToLive());
    row.setStartableInTasklist(parsed.isStartableInTasklist());
    row.getProperties().set(BpmnProperties.EVENT_SUBSCRIPTION_DECLARATIONS, Map.of());
    return row;
  }
}
