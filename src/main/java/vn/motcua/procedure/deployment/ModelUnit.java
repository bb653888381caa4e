package vn.motcua.procedure.deployment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is deployed together or not at all: a model with the forms that are its own ({@code
 * processes/<field>/<code>-….form} beside {@code processes/<field>/<code>-….bpmn}), or one shared
 * form.
 *
 * @param path path of the model or of the shared form
 * @param files all its files, by path
 */
record ModelUnit(String path, List<PackagedFile> files) {

  static Collection<ModelUnit> of(Collection<PackagedFile> files) {
    SortedMap<String, String> models = new TreeMap<>();
    for (PackagedFile file : files) {
      if (file.path().endsWith(".bpmn")) {
        models.putIfAbsent(stem(file.path()), file.path());
      }
    }
    SortedMap<String, ModelUnit> units = new TreeMap<>();
    for (PackagedFile file : files) {
      String owner = file.path();
      if (owner.startsWith("processes/") && owner.endsWith(".form")) {
        owner = models.getOrDefault(stem(owner), owner);
      }
      units
          .computeIfAbsent(owner, path -> new ModelUnit(path, new ArrayList<>()))
          .files()
          .add(file);
    }
    return units.values();
  }

  /** Folder and code: {@code processes/ho-tich/1.001193} of {@code …/1.001193-dang-ky.bpmn}. */
  private static String stem(String path) {
    int name = path.lastIndexOf('/') + 1;
    int end = path.indexOf('-', name);
    return path.substring(0, end > 0 ? end : path.lastIndexOf('.'));
  }

  boolean isForm() {
    return path.endsWith(".form");
  }

  /** {@code model}, {@code shared} or {@code form}. */
  String kind() {
    return kind(path);
  }

  static String kind(String path) {
    return path.endsWith(".form")
        ? "form"
        : path.startsWith("processes/shared/") ? "shared" : "model";
  }
}
