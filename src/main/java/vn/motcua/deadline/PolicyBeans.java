package vn.motcua.deadline;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

/** The policies of the running application; a province may put its own file. */
@Configuration(proxyBeanMethods = false)
class PolicyBeans {

  @Bean
  Policies policies(@Value("${motcua.policies.file:classpath:policies.yaml}") Resource file)
      throws IOException {
    try (InputStream in = file.getInputStream()) {
      return Policies.read(in, file.getFilename());
    }
  }
}
