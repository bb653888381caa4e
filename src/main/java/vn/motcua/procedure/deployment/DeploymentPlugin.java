package vn.motcua.procedure.deployment;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.springframework.stereotype.Component;

/**
 * Puts {@link ModelDeployer} and {@link SharedSchemaParser} in the place of the engine's own, with
 * all parse listeners that other rooms registered (engine internals: docs/decisions/0003).
 */
@Component
class DeploymentPlugin extends AbstractProcessEnginePlugin {

  private ModelDeployer deployer;

  @Override
  public void postInit(ProcessEngineConfigurationImpl engine) {
    List<Deployer> deployers = new ArrayList<>();
    for (Deployer each : engine.getDeployers()) {
      deployers.add(each instanceof BpmnDeployer stock ? replacing(stock, engine) : each);
    }
    engine.getDeploymentCache().setDeployers(deployers);
  }

  private Deployer replacing(BpmnDeployer stock, ProcessEngineConfigurationImpl engine) {
    SharedSchemaParser parser =
        new SharedSchemaParser(engine.getExpressionManager(), engine.getBpmnParseFactory());
    parser.setParseListeners(stock.getBpmnParser().getParseListeners());
    deployer = new ModelDeployer(stock, parser);
    return deployer;
  }

  ModelDeployer deployer() {
    return deployer;
  }
}
