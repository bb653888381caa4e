package vn.motcua.dossier;

import java.util.concurrent.Callable;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.motcua.access.CurrentOfficial;

/**
 * Lets this room do with the engine what an official may not do there by hand: start, correlate,
 * move timers. The history still names the official. Uses the engine's command context, which is
 * internal (docs/decisions/0007).
 */
@Component
class EngineRights {

  private final ProcessEngine engine;

  EngineRights(@Lazy ProcessEngine engine) {
    this.engine = engine;
  }

  /** Does the work in the name of the official, without asking for the official's engine rights. */
  <T> T lent(CurrentOfficial official, Callable<T> work) {
    IdentityService identity = engine.getIdentityService();
    Authentication before = identity.getCurrentAuthentication();
    if (before != null && official.userId().equals(before.getUserId())) {
      return lent(work);
    }
    identity.setAuthentication(
        new Authentication(
            official.userId(),
            official.postIds().stream().toList(),
            official.postIds().stream().toList()));
    try {
      return lent(work);
    } finally {
      restore(identity, before);
    }
  }

  private static void restore(IdentityService identity, Authentication before) {
    if (before == null) {
      identity.clearAuthentication();
    } else {
      identity.setAuthentication(before);
    }
  }

  <T> T lent(Callable<T> work) {
    return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
        .getCommandExecutorTxRequired()
        .execute(command -> command.runWithoutAuthorization(work));
  }
}
