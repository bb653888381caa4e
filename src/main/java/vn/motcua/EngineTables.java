package vn.motcua;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.boot.autoconfigure.AbstractDependsOnBeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * Makes the engine's tables as the first Flyway migration, from the scripts that the engine ships.
 * So all tables have one owner, our own may refer to the engine's, and two nodes that start at once
 * wait for Flyway's lock instead of racing (see docs/decisions/0002).
 */
class EngineTables implements JavaMigration {

  private static final List<String> PARTS =
      List.of(
          "engine",
          "history",
          "identity",
          "case.engine",
          "case.history",
          "decision.engine",
          "decision.history");

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("1");
  }

  @Override
  public String getDescription() {
    return "engine tables 7.24";
  }

  @Override
  public Integer getChecksum() {
    return null;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws Exception {
    String product = context.getConnection().getMetaData().getDatabaseProductName();
    String dialect =
        switch (product) {
          case "H2" -> "h2";
          case "PostgreSQL" -> "postgres";
          default -> throw new IllegalStateException("Unsupported database: " + product);
        };
    ResourceDatabasePopulator scripts = new ResourceDatabasePopulator();
    for (String part : PARTS) {
      scripts.addScript(
          new ClassPathResource(
              "org/camunda/bpm/engine/db/create/activiti." + dialect + ".create." + part + ".sql"));
    }
    scripts.execute(new SingleConnectionDataSource(context.getConnection(), true));
  }

  @Configuration(proxyBeanMethods = false)
  static class TablesBeforeEngine {

    @Bean
    EngineTables engineTables() {
      return new EngineTables();
    }

    /** The engine checks its tables when it is built, so Flyway must have run. */
    @Bean
    static AbstractDependsOnBeanFactoryPostProcessor engineAfterFlyway() {
      return new AbstractDependsOnBeanFactoryPostProcessor(
          ProcessEngine.class, ProcessEngineFactoryBean.class, "flywayInitializer") {};
    }
  }
}
