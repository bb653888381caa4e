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

/**
 * The server's database and accounts, without procedures, dossiers, timers or web: for a command
 * that works on accounts. Not a configuration of the server itself, hence without that annotation.
 */
@EnableAutoConfiguration(exclude = CamundaBpmRestJerseyAutoConfiguration.class)
@Import(EngineTables.TablesBeforeEngine.class)
@ComponentScan(basePackageClasses = {Who.class, Organisation.class, TimeLimit.class})
final class AccountsOnly {

  static ConfigurableApplicationContext open() {
    return new SpringApplicationBuilder(AccountsOnly.class)
        .web(WebApplicationType.NONE)
        .bannerMode(Banner.Mode.OFF)
        .run("--camunda.bpm.job-execution.enabled=false", "--logging.level.root=warn");
  }
}
