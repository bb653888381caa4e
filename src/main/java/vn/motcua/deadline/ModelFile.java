package vn.motcua.deadline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import vn.motcua.language.Texts;
import vn.motcua.procedure.ModelReader;
import vn.motcua.procedure.Procedure;

/**
 * Finds the model of a procedure without a server: the file itself, else by its code in {@code
 * processes/} of the working directory, else among the models that the application carries.
 */
final class ModelFile {

  private static final Pattern CODE = Pattern.compile("[0-9A-Za-z.]+");

  private ModelFile() {}

  /**
   * @throws IllegalArgumentException in Vietnamese if there is no such file or code
   * @throws vn.motcua.procedure.BadModel if the model cannot be read
   */
  static Procedure read(String codeOrFile) throws IOException {
    Path file = Path.of(codeOrFile);
    if (Files.isRegularFile(file)) {
      return procedure(file.toString(), Files.readAllBytes(file));
    }
    if (CODE.matcher(codeOrFile).matches()) {
      Optional<Path> here = here(codeOrFile);
      if (here.isPresent()) {
        return procedure(here.get().toString(), Files.readAllBytes(here.get()));
      }
      for (Resource carried : carried(codeOrFile)) {
        try (InputStream in = carried.getInputStream()) {
          return procedure(carried.getFilename(), in.readAllBytes());
        }
      }
    }
    throw new IllegalArgumentException(Texts.of("deadline").get("due.no-model", codeOrFile));
  }

  private static Procedure procedure(String file, byte[] bytes) {
    return ModelReader.plain().read(file, bytes).readable().procedure();
  }

  private static Optional<Path> here(String code) throws IOException {
    Path models = Path.of("processes");
    if (!Files.isDirectory(models)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.walk(models)) {
      return files
          .filter(f -> isOf(f.getFileName().toString(), code) && Files.isRegularFile(f))
          .findFirst();
    }
  }

  private static List<Resource> carried(String code) throws IOException {
    String pattern = "classpath*:processes/*/" + code + "-*.bpmn";
    return List.of(new PathMatchingResourcePatternResolver().getResources(pattern));
  }

  private static boolean isOf(String name, String code) {
    return name.startsWith(code + "-") && name.endsWith(".bpmn");
  }
}
