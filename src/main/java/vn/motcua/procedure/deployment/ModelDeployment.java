package vn.motcua.procedure.deployment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngineException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.language.Texts;

/**
 * Brings the engine to what the application brings: deploys what changed as one set, leaves alone
 * what did not, keeps the old version of what is broken, retires what is gone
 * (docs/decisions/0003). Everything happens in one transaction, and in one node at a time.
 */
@Component
class ModelDeployment {

  static final Texts TEXTS = Texts.of("deployment");

  private static final Logger LOG = LoggerFactory.getLogger(ModelDeployment.class);
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final ModelSource source;
  private final Manifest manifest;
  private final Deploying deploying;
  private final TransactionTemplate transaction;
  private final Clock clock;

  ModelDeployment(
      ModelSource source,
      Manifest manifest,
      Deploying deploying,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.source = source;
    this.manifest = manifest;
    this.deploying = deploying;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /**
   * Deploys what changed since the last time, on whatever node that was.
   *
   * @throws PessimisticLockingFailureException if another node deploys for more than ten minutes
   */
  DeploymentReport deploy() {
    if (!source.isGiven()) {
      return DeploymentReport.NOTHING;
    }
    Collection<ModelUnit> units = ModelUnit.of(source.files());
    if (Plan.isCarriedOut(units, manifest.rows())) {
      return DeploymentReport.NOTHING;
    }
    DeploymentReport report = deploy(units);
    report
        .refused()
        .forEach(
            (path, reasons) -> LOG.warn(TEXTS.get("refused", path, String.join(" ", reasons))));
    return report;
  }

  private DeploymentReport deploy(Collection<ModelUnit> units) {
    try {
      return locked(units, Map.of());
    } catch (ProcessEngineException e) {
      // The examination let something through: find out what, and deploy the rest.
      Map<String, String> culprits = culprits(units);
      if (culprits.isEmpty()) {
        throw e;
      }
      return locked(units, culprits);
    }
  }

  private DeploymentReport locked(Collection<ModelUnit> units, Map<String, String> culprits) {
    Instant end = clock.instant().plus(PATIENCE);
    while (true) {
      try {
        return transaction.execute(
            status -> {
              manifest.lock();
              return deploying.carryOut(Plan.of(units, manifest.rows()), culprits);
            });
      } catch (PessimisticLockingFailureException e) {
        // H2 gives up waiting for a row after a moment; the other node may need minutes.
        if (clock.instant().isAfter(end)) {
          throw e;
        }
        LOG.info(TEXTS.get("waiting"));
      }
    }
  }

  private Map<String, String> culprits(Collection<ModelUnit> units) {
    Map<String, String> culprits = new TreeMap<>();
    for (Change change : Plan.of(units, manifest.rows()).changes) {
      try {
        transaction.executeWithoutResult(
            status -> {
              status.setRollbackOnly();
              deploying.store(change.contents());
            });
      } catch (ProcessEngineException e) {
        culprits.put(change.path(), TEXTS.get("engine-fails", e.getMessage()));
      }
    }
    return culprits;
  }
}
