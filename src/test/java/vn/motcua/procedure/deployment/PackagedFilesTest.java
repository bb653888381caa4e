package vn.motcua.procedure.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models are found in a directory, on the class path of a build, and in a jar. */
class PackagedFilesTest {

  private static final String MODEL = "processes/ho-tich/1.001193-dang-ky.bpmn";
  private static final List<String> PATHS =
      List.of("forms/step.form", "processes/ho-tich/1.001193-bien-ban.form", MODEL);

  @TempDir Path directory;

  private void writeAll() {
    PATHS.forEach(path -> TestModels.write(directory, path, path));
    TestModels.write(directory, "processes/README.md", "mục lục");
    TestModels.write(directory, "forms/receive-dossier.html", "<form>");
  }

  @Test
  void inADirectory() throws IOException {
    writeAll();

    var files = PackagedFiles.below(directory);

    assertThat(files).extracting(PackagedFile::path).containsExactlyElementsOf(PATHS);
    assertThat(files.iterator().next().content().read()).asString().isEqualTo(PATHS.get(0));
  }

  @Test
  void inADirectoryOfTheClassPath() throws IOException {
    writeAll();
    try (var loader = new URLClassLoader(new URL[] {directory.toUri().toURL()}, null)) {
      assertThat(PackagedFiles.onClassPath(loader))
          .extracting(PackagedFile::path)
          .containsExactlyElementsOf(PATHS);
    }
  }

  @Test
  void inAJarWhoseStampsAreThoseOfTheContent() throws IOException {
    writeAll();
    Path jar = directory.resolve("motcua.jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String folder : List.of("forms/", "processes/", "processes/ho-tich/")) {
        out.putNextEntry(new JarEntry(folder));
      }
      for (String path : PATHS) {
        out.putNextEntry(new JarEntry(path));
        out.write(path.getBytes());
      }
    }
    try (var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
      var files = List.copyOf(PackagedFiles.onClassPath(loader));

      assertThat(files).extracting(PackagedFile::path).containsExactlyElementsOf(PATHS);
      assertThat(files.get(2).content().read()).asString().isEqualTo(MODEL);
      assertThat(files)
          .extracting(PackagedFile::stamp)
          .doesNotHaveDuplicates()
          .allMatch(s -> s.contains("+"));
    }
  }

  @Test
  void aDirectoryThatIsNotThereIsNamed() {
    Path nowhere = directory.resolve("khong-co");
    assertThatThrownBy(() -> PackagedFiles.below(nowhere)).hasMessageContaining("khong-co");
  }
}
