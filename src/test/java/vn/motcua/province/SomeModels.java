package vn.motcua.province;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A part of the project's own models, for what would take too long with all of them. */
final class SomeModels {

  private SomeModels() {}

  /** Copies so many procedures, spread over the catalogue, with all shared processes and forms. */
  static Path copy(int procedures, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(Path.of("processes"))) {
      List<Path> files = all.filter(f -> f.toString().endsWith(".bpmn")).sorted().toList();
      List<Path> own = files.stream().filter(f -> !f.toString().contains("shared")).toList();
      for (int i = 0; i < procedures; i++) {
        copy(own.get(i * own.size() / procedures), to);
      }
      files.stream().filter(f -> f.toString().contains("shared")).forEach(f -> copy(f, to));
    }
    try (Stream<Path> forms = Files.walk(Path.of("forms"))) {
      forms.filter(f -> f.toString().endsWith(".form")).forEach(f -> copy(f, to));
    }
    return to;
  }

  private static void copy(Path file, Path to) {
    try {
      Path target = to.resolve(file.toString());
      Files.createDirectories(target.getParent());
      Files.copy(file, target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
