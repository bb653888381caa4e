package vn.motcua.agency;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.Resource;

/** The organisation of the running application; a province may put its own files in the place. */
@Configuration(proxyBeanMethods = false)
class OrganisationBeans {

  @Bean
  Organisation organisation(
      @Value("${motcua.organisation.file:classpath:organisation.yaml}") Resource file)
      throws IOException {
    try (InputStream in = file.getInputStream()) {
      return DatedOrganisation.read(in, file.getFilename());
    }
  }

  /** Only the demo has accounts of its own; everywhere else an administrator makes them. */
  @Bean
  @Profile("demo")
  Officials officials(
      Organisation organisation,
      @Value("${motcua.organisation.demo-file:classpath:organisation-demo.yaml}") Resource file,
      @Value("${motcua.demo.password:motcua}") String password)
      throws IOException {
    try (InputStream in = file.getInputStream()) {
      return DemoOfficials.read(in, file.getFilename(), organisation, password);
    }
  }
}
