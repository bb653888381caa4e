package vn.motcua.designer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** The models that stand in the repository. */
final class Committed {

  static final Path FOLDER = Path.of("processes");

  private static final List<ModelFile> MODELS = read();

  private Committed() {}

  static List<ModelFile> models() {
    return MODELS;
  }

  static ModelFile model(String code) {
    return MODELS.stream().filter(model -> model.code().equals(code)).findFirst().orElseThrow();
  }

  private static List<ModelFile> read() {
    try {
      return ModelFile.below(FOLDER);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
