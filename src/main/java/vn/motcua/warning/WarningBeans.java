package vn.motcua.warning;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The ladder of the running application; a province may put its own file in the place. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class WarningBeans {

  @Bean
  Ladder ladder(@Value("${motcua.warning.file:classpath:warning.yaml}") Resource file)
      throws IOException {
    try (InputStream in = file.getInputStream()) {
      return Ladder.read(in, file.getFilename());
    }
  }
}
