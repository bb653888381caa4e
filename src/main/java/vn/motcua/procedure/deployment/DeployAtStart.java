package vn.motcua.procedure.deployment;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Deploys before anything serves: before the web server listens and before other rooms start. */
@Component
class DeployAtStart implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(DeployAtStart.class);

  private final ModelDeployment deployment;
  private final Catalogue catalogue;
  private boolean running;

  DeployAtStart(ModelDeployment deployment, Catalogue catalogue) {
    this.deployment = deployment;
    this.catalogue = catalogue;
  }

  @Override
  public void start() {
    long begin = System.nanoTime();
    DeploymentReport report = deployment.deploy();
    catalogue.refresh();
    LOG.info(
        ModelDeployment.TEXTS.get(
            "done",
            report.deployed().size(),
            report.retired().size(),
            report.refused().size(),
            (System.nanoTime() - begin) / 1_000_000));
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return Integer.MIN_VALUE + 1000;
  }
}
