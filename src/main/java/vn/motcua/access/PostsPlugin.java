package vn.motcua.access;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.impl.persistence.entity.TenantManager;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts this room's answers into the engine: who may see a task, which passwords are taken. */
@Component
@Order(0)
class PostsPlugin extends AbstractProcessEnginePlugin {

  private final Substitutes substitutes;

  /**
   * @param substitutes asked when the engine runs, because it needs the engine itself
   */
  PostsPlugin(@Lazy Substitutes substitutes) {
    this.substitutes = substitutes;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setTenantCheckEnabled(true);
    engine.setResourceAuthorizationProvider(new NoTaskRows());
    engine.setEnablePasswordPolicy(true);
    engine.setPasswordPolicy(new LongPasswords());
    // Ours first: it answers "forbidden" where the engine's would answer with an internal error.
    engine.setCommandCheckers(
        new ArrayList<>(List.of(new TaskChecks(substitutes), new TenantCommandChecker())));
    List<SessionFactory> factories =
        engine.getCustomSessionFactories() == null
            ? new ArrayList<>()
            : new ArrayList<>(engine.getCustomSessionFactories());
    factories.add(new Managers(AuthorizationManager.class, PostAuthorizations::new));
    factories.add(new Managers(TenantManager.class, PostTenants::new));
    factories.add(new Managers(TaskManager.class, PostTasks::new));
    engine.setCustomSessionFactories(factories);
  }

  @Override
  public void postInit(ProcessEngineConfigurationImpl engine) {
    PostTasks.addTo(engine.getSqlSessionFactory().getConfiguration());
  }

  private record Managers(Class<?> type, Supplier<Session> make) implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
      return type;
    }

    @Override
    public Session openSession() {
      return make.get();
    }
  }
}
