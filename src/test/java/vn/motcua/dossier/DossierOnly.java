package vn.motcua.dossier;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;

/** The application with this room and those below it, in a small province, at a fixed time. */
@EnableAutoConfiguration
@ComponentScan(
    basePackages = "vn.motcua",
    excludeFilters =
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern = {
              "vn\\.motcua\\.(workplace|designer|warning)\\..*",
              "vn\\.motcua\\.access\\.(People|IdentityAtStart|DemoAccounts|FirstAdministrator)",
              "vn\\.motcua\\.Application",
              ".*Test(\\$.*)?",
              ".*Only(\\$.*)?"
            }))
class DossierOnly {

  @Bean
  @Primary
  SmallProvince smallProvince() {
    return new SmallProvince();
  }

  @Bean
  @Primary
  FixedTime fixedTime() {
    return new FixedTime();
  }

  @Bean
  Counter counter(org.springframework.beans.factory.config.AutowireCapableBeanFactory beans) {
    return beans.createBean(Counter.class);
  }
}
