package vn.motcua.dossier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Puts together three small procedures with the real shared processes and forms. */
final class ModelsForTests
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    try {
      Path place = Files.createTempDirectory("models");
      copy(Path.of("src/test/resources/dossier/processes"), place.resolve("processes"));
      copy(Path.of("processes/shared"), place.resolve("processes/shared"));
      copy(Path.of("forms"), place.resolve("forms"));
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(new MapPropertySource("models", Map.of("motcua.models", place.toString())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }
}
