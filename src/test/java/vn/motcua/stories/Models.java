package vn.motcua.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small catalogue of real models: the procedures of a story, the shared processes, the forms. */
final class Models {

  private Models() {}

  /** A directory for {@code motcua.models} with the procedures of these codes. */
  static Path of(String... codes) {
    try {
      Path models = Files.createTempDirectory("models");
      copy(Path.of("forms"), "*", models.resolve("forms"));
      copy(Path.of("processes/shared"), "*", models.resolve("processes/shared"));
      for (String code : codes) {
        Path model = model(code);
        copy(
            model.getParent(),
            model.getFileName().toString(),
            models.resolve("processes").resolve(model.getParent().getFileName()));
      }
      return models;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static Path model(String code) throws IOException {
    try (var files = Files.find(Path.of("processes"), 2, (file, a) -> isOf(code, file))) {
      return files.findFirst().orElseThrow(() -> new AssertionError("No model of " + code));
    }
  }

  private static boolean isOf(String code, Path file) {
    return file.getFileName().toString().startsWith(code + "-");
  }

  private static void copy(Path from, String glob, Path to) throws IOException {
    Files.createDirectories(to);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(from, glob)) {
      for (Path file : files) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }
}
