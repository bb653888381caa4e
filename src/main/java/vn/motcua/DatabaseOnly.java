package vn.motcua;

import org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import vn.motcua.access.Who;
import vn.motcua.agency.Organisation;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.deadline.Clocks;

/**
 * The server's database, accounts and clocks, without web and with no timer firing: for a command
 * that works on the database alone. Not a configuration of the server itself, hence without that
 * annotation.
 */
@EnableAutoConfiguration(exclude = CamundaBpmRestJerseyAutoConfiguration.class)
@Import(EngineTables.TablesBeforeEngine.class)
@ComponentScan(basePackageClasses = {Who.class, Organisation.class, TimeLimit.class, Clocks.class})
final class DatabaseOnly {

  static ConfigurableApplicationContext open() {
    return new SpringApplicationBuilder(DatabaseOnly.class)
        .web(WebApplicationType.NONE)
        .bannerMode(Banner.Mode.OFF)
        .run("--camunda.bpm.job-execution.enabled=false", "--logging.level.root=warn");
  }
}
