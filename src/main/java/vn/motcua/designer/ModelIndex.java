package vn.motcua.designer;

import java.io.IOException;
import java.nio.file.Path;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.motcua.language.Texts;

/** The index of all models as a page for people, made from nothing but the models. */
final class ModelIndex {

  private static final Texts TEXTS = Texts.of("designer");
  private static final int LONGEST_NAME = 110;

  private ModelIndex() {}

  /** The page for a folder of models. */
  static String of(Path folder) throws IOException {
    List<ModelFile> models = ModelFile.below(folder);
    Collator vietnamese = Collator.getInstance(Texts.VIETNAMESE);
    Map<String, List<ModelFile>> fields = new TreeMap<>(vietnamese::compare);
    for (ModelFile model : models) {
      fields
          .computeIfAbsent(model.facts().getOrDefault("field", "–"), f -> new ArrayList<>())
          .add(model);
    }
    StringBuilder page = new StringBuilder();
    page.append("# ").append(TEXTS.get("index.title")).append("\n\n");
    page.append(TEXTS.get("index.note")).append("\n\n");
    page.append(TEXTS.get("index.total", models.size(), fields.size())).append("\n\n");
    totals(page, "index.level", models, m -> TEXTS.get("level." + m.facts().get("level")));
    totals(page, "index.family", models, m -> TEXTS.get("family." + m.facts().get("family")));
    totals(page, "index.basis", models, m -> TEXTS.get("basis." + m.facts().get("routeBasis")));
    page.append("## ").append(TEXTS.get("index.fields")).append("\n\n");
    fields.forEach(
        (field, of) ->
            page.append("- [%s](#%s) (%d)\n".formatted(field, anchor(field), of.size())));
    for (Map.Entry<String, List<ModelFile>> field : fields.entrySet()) {
      page.append("\n## ").append(field.getKey()).append("\n\n");
      page.append(TEXTS.get("index.columns")).append("\n|---|---|---|---|---|---|---|\n");
      field.getValue().stream()
          .sorted(Comparator.comparing(ModelFile::code))
          .forEach(model -> page.append(row(folder, model)));
    }
    return page.toString();
  }

  private static void totals(
      StringBuilder page, String title, List<ModelFile> models, Function<ModelFile, String> key) {
    page.append("| ").append(TEXTS.get(title)).append(" | |\n|---|--:|\n");
    models.stream()
        .collect(Collectors.groupingBy(key, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .forEach(e -> page.append("| %s | %d |\n".formatted(e.getKey(), e.getValue())));
    page.append('\n');
  }

  private static String row(Path folder, ModelFile model) {
    Map<String, String> facts = model.facts();
    String path = folder.relativize(model.path()).toString().replace('\\', '/');
    String name = cell(Names.shown(facts.getOrDefault("fullName", ""), LONGEST_NAME));
    return "| [%s](%s) | %s | %s | %s | %s | %s | %s |\n"
        .formatted(
            model.code(),
            path,
            name,
            TEXTS.get("level." + facts.get("level")),
            cell(facts.getOrDefault("agency", "–")),
            cell(limit(facts)),
            TEXTS.get("family." + facts.get("family")),
            TEXTS.get("basis." + facts.get("routeBasis")));
  }

  private static String limit(Map<String, String> facts) {
    Map<String, String> limits = new LinkedHashMap<>();
    facts.forEach(
        (property, value) -> {
          if (property.matches("limit|case\\..*\\.limit")) {
            limits.put(property.replaceFirst("limit$", ""), value);
          } else if (property.matches("committed|case\\..*\\.committed")) {
            limits.put(property.replaceFirst("committed$", ""), value);
          }
        });
    return limits.isEmpty()
        ? "–"
        : limits.values().stream().distinct().collect(Collectors.joining("; "));
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace('\n', ' ');
  }

  /** As GitHub makes anchors: lower case, no punctuation, blanks as "-". */
  private static String anchor(String heading) {
    return heading
        .toLowerCase(Texts.VIETNAMESE)
        .replaceAll("[^\\p{L}\\p{N}\\s-]", "")
        .replace(' ', '-');
  }
}
