package vn.motcua.procedure.deployment;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.transaction.PlatformTransactionManager;

/** The application as it is, but with no rooms beside procedure and what it uses, and no web. */
@ImportAutoConfiguration({
  DataSourceAutoConfiguration.class,
  DataSourceTransactionManagerAutoConfiguration.class,
  TransactionAutoConfiguration.class,
  JdbcTemplateAutoConfiguration.class,
  FlywayAutoConfiguration.class,
  CamundaBpmAutoConfiguration.class
})
@ComponentScan(
    basePackages = "vn.motcua",
    excludeFilters =
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern = {
              "vn\\.motcua\\.(?!procedure\\.|language\\.|calendar\\.|EngineTables).*",
              ".*Test(\\$.*)?"
            }))
class DeploymentApplication {

  /** A node of the province with this database, serving the models of a directory. */
  static ConfigurableApplicationContext start(String url, Path models, String... more) {
    List<String> arguments = new ArrayList<>();
    arguments.add("--spring.datasource.url=" + url);
    arguments.add("--motcua.models=" + models);
    arguments.add("--camunda.bpm.job-execution.enabled=false");
    arguments.add("--spring.main.banner-mode=off");
    arguments.add("--logging.level.root=warn");
    arguments.addAll(List.of(more));
    return new SpringApplicationBuilder(DeploymentApplication.class)
        .web(WebApplicationType.NONE)
        .run(arguments.toArray(String[]::new));
  }

  /** The same node's deployment, of the models of another directory. */
  static ModelDeployment deployment(ConfigurableApplicationContext node, Path models) {
    return new ModelDeployment(
        new ModelSource(models.toString()),
        node.getBean(Manifest.class),
        node.getBean(Deploying.class),
        node.getBean(PlatformTransactionManager.class),
        node.getBean(Clock.class));
  }
}
