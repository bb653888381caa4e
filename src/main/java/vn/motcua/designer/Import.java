package vn.motcua.designer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings a folder of models up to date with the sources. Everything is read and drawn before the
 * first file is written, each file is replaced as a whole, a model that a person edited is left
 * alone, and nothing is deleted but the old name of a model that moved.
 */
final class Import {

  /** What happened, for the report. */
  record Outcome(
      Harvest harvest,
      int procedures,
      List<String> written,
      List<String> moved,
      int unchanged,
      Map<String, List<String>> kept,
      List<String> orphans,
      Map<String, Integer> families,
      Map<String, Integer> missing) {}

  private final Path folder;

  Import(Path folder) {
    this.folder = folder;
  }

  Outcome run(Path catalogue, List<Path> routes) throws IOException {
    Harvest harvest = new Harvest();
    if (catalogue != null) {
      new CatalogueFile(catalogue).read(harvest);
    }
    for (Path route : routes) {
      RouteFile.of(route).read(harvest);
    }
    Map<String, ModelFile> present = new HashMap<>();
    for (ModelFile model : ModelFile.below(folder)) {
      present.put(model.code(), model);
    }
    List<Draft> drafts = new Drafts().of(harvest);
    Outcome outcome =
        new Outcome(
            harvest,
            drafts.size(),
            new ArrayList<>(),
            new ArrayList<>(),
            0,
            new LinkedHashMap<>(),
            new ArrayList<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>());
    Map<Path, String> files = new LinkedHashMap<>();
    Map<Path, Path> moves = new LinkedHashMap<>();
    int unchanged = 0;
    for (Draft draft : drafts) {
      outcome.families().merge(draft.facts().get("family"), 1, Integer::sum);
      for (String fact : draft.facts().getOrDefault("missing", "").split("\n")) {
        outcome.missing().merge(fact.replaceFirst(" *[(:].*$", ""), 1, Integer::sum);
      }
      Path file = folder.resolve(draft.file());
      String text = ModelXml.of(draft);
      ModelFile old = present.remove(draft.code());
      if (old != null && old.text().equals(text) && old.path().equals(file)) {
        unchanged++;
      } else if (old != null && !Stamp.untouched(old.text())) {
        outcome
            .kept()
            .put(old.path().toString(), Differences.between(old, ModelFile.of(file, text)));
      } else {
        files.put(file, text);
        outcome.written().add(draft.file());
        if (old != null && !old.path().equals(file)) {
          moves.put(old.path(), file);
          outcome.moved().add(old.path() + " -> " + file);
        }
      }
    }
    present.values().forEach(model -> outcome.orphans().add(model.path().toString()));
    for (Map.Entry<Path, String> file : files.entrySet()) {
      replace(file.getKey(), file.getValue());
    }
    for (Path old : moves.keySet()) {
      Files.deleteIfExists(old);
    }
    return new Outcome(
        outcome.harvest(),
        outcome.procedures(),
        outcome.written(),
        outcome.moved(),
        unchanged,
        outcome.kept(),
        outcome.orphans(),
        outcome.families(),
        outcome.missing());
  }

  /** The file is the old one or the new one, never half of it. */
  static void replace(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Path draft = Files.createTempFile(file.getParent(), ".import-", ".tmp");
    try {
      Files.writeString(draft, text, StandardCharsets.UTF_8);
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
