package vn.motcua.letter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;
import vn.motcua.Application;

/** A story of letters in the whole application, with three real procedures; all share one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = {Application.class, OneStop.class},
    properties = {
      "spring.datasource.url=jdbc:h2:mem:letters;DB_CLOSE_DELAY=-1",
      "camunda.bpm.job-execution.enabled=false"
    })
@ContextConfiguration(initializers = LetterStory.Folders.class)
@AutoConfigureMockMvc
@interface LetterStory {

  /** Models of these stories, and a folder of the province for templates, empty at first. */
  final class Folders implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      try {
        Path models = Files.createTempDirectory("models");
        copy(Path.of("forms"), "*", models.resolve("forms"));
        copy(Path.of("processes/shared"), "*", models.resolve("processes/shared"));
        model("cong-chung", "1.013830", models);
        model("dat-dai", "1.013995", models);
        model("chung-thuc", "2.000815", models);
        Path templates = Files.createTempDirectory("templates");
        context
            .getEnvironment()
            .getPropertySources()
            .addFirst(
                new MapPropertySource(
                    "folders",
                    Map.of(
                        "motcua.models", models.toString(),
                        "motcua.letters.dir", templates.toString())));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void model(String field, String code, Path models) throws IOException {
      copy(
          Path.of("processes", field),
          code + "-*.bpmn",
          models.resolve("processes").resolve(field));
    }

    private static void copy(Path from, String which, Path to) throws IOException {
      Files.createDirectories(to);
      try (DirectoryStream<Path> files = Files.newDirectoryStream(from, which)) {
        for (Path file : files) {
          Files.copy(file, to.resolve(file.getFileName()));
        }
      }
    }
  }
}
