package vn.motcua.procedure;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;
import vn.motcua.language.Texts;

/**
 * Puts the {@link AllowList} into the engine, so that it holds whatever door a model comes through:
 * start of the application, REST, Java, or a definition read again from the database. A refusal
 * rolls the deployment back. docs/decisions/0005 says which internals this rests on.
 */
@Component
class AllowListPlugin extends AbstractProcessEnginePlugin {

  private static final Texts TEXTS = Texts.of("procedure");

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    if (engine.getBpmnParseFactory() == null) {
      engine.setBpmnParseFactory(GuardedParse::new);
    }
    // Second lock on the door: whoever replaces the parse, the tree is judged all the same.
    List<BpmnParseListener> listeners = new ArrayList<>();
    listeners.add(new RefuseTree());
    if (engine.getCustomPreBPMNParseListeners() != null) {
      listeners.addAll(engine.getCustomPreBPMNParseListeners());
    }
    engine.setCustomPreBPMNParseListeners(listeners);
    List<Deployer> deployers = new ArrayList<>();
    deployers.add(AllowListPlugin::refuseResources);
    if (engine.getCustomPreDeployers() != null) {
      deployers.addAll(engine.getCustomPreDeployers());
    }
    engine.setCustomPreDeployers(deployers);
  }

  /** A case or a decision table would bring expressions that nobody has judged. */
  private static void refuseResources(DeploymentEntity deployment) {
    for (String name : deployment.getResources().keySet()) {
      boolean known =
          name.endsWith(".bpmn") || name.endsWith(".bpmn20.xml") || name.endsWith(".form");
      if (!known) {
        throw new ProcessEngineException(TEXTS.get("allowed.resource", name));
      }
    }
  }

  private static final class RefuseTree extends AbstractBpmnParseListener {

    @Override
    public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
      List<Finding> findings = AllowList.check(file(definitions), root);
      if (!findings.isEmpty()) {
        throw new BadModel(findings);
      }
    }

    private static String file(List<ProcessDefinitionEntity> definitions) {
      return definitions.isEmpty() ? "" : definitions.get(0).getKey();
    }
  }
}
