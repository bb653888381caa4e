package vn.motcua.letter;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import vn.motcua.language.DataFile;

/** The forms of the running application; a province may put its own file in the place. */
@Configuration(proxyBeanMethods = false)
class LetterBeans {

  @Bean
  Forms letterForms(@Value("${motcua.letters.file:classpath:letters.yaml}") Resource file)
      throws IOException {
    String name = file.getFilename();
    try (InputStream in = file.getInputStream()) {
      return new Forms(DataFile.read(in, name, LetterData.class), name);
    }
  }
}
