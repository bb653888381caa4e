package vn.motcua;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.DefaultJobConfiguration.JobConfiguration;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Camunda 7.24 as its Spring Boot starter sets it up by default: what we are measured beside. */
public final class StockEngine {

  private StockEngine() {}

  /** An engine that makes its own tables, with the starter's job executor, not yet started. */
  public static ProcessEngine on(String url) {
    var source = DataSourceBuilder.create().url(url).build();
    SpringProcessEngineConfiguration engine = new SpringProcessEngineConfiguration();
    engine.setApplicationContext(new StaticApplicationContext());
    engine.setDataSource(source);
    engine.setTransactionManager(new DataSourceTransactionManager(source));
    engine.setDatabaseSchemaUpdate("true");
    engine.setHistory("full");
    engine.setAuthorizationEnabled(true);
    engine.setIdGenerator(new StrongUuidGenerator());
    engine.setEnforceHistoryTimeToLive(false);
    CamundaBpmProperties defaults = new CamundaBpmProperties();
    var threads = (ThreadPoolTaskExecutor) JobConfiguration.camundaTaskExecutor(defaults);
    threads.initialize();
    engine.setJobExecutor(JobConfiguration.jobExecutor(threads, defaults));
    engine.setJobExecutorActivate(false);
    return engine.buildProcessEngine();
  }
}
