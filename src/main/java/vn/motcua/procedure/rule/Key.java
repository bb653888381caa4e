package vn.motcua.procedure.rule;

import java.util.regex.Pattern;
import vn.motcua.language.Accentless;
import vn.motcua.procedure.Model;

/** Code, process id, name and file say the same, so that a procedure is found by any of them. */
final class Key extends Rule {

  private static final Pattern SHARED = Pattern.compile("shared-[a-z]+(?:-[a-z0-9]+)*");
  private static final int FIELD = 40;
  private static final int SLUG = 60;
  private static final Pattern AFTER_CODE = Pattern.compile("-[a-z0-9-]{1," + SLUG + "}\\.bpmn");

  Key() {
    super("key", true);
  }

  @Override
  void check(Model model, Report report) {
    if (model.processes() != 1) {
      report.error(model.key(), "processes", model.processes());
    }
    String file = model.file().substring(model.file().lastIndexOf('/') + 1);
    if (model.isShared()) {
      boolean named =
          file.equals(model.key() + ".bpmn")
              || file.equals(model.key().substring("shared-".length()) + ".bpmn");
      if (!SHARED.matcher(model.key()).matches() || !named) {
        report.error(model.key(), "shared", model.key(), file);
      }
      return;
    }
    String code = model.procedure().code();
    if (!model.key().equals("procedure-" + code)) {
      report.error(model.key(), "id", model.key(), "procedure-" + code);
    }
    if (!file.startsWith(code) || !AFTER_CODE.matcher(file.substring(code.length())).matches()) {
      report.error(model.key(), "file", file, code, SLUG);
    }
    checkFolder(model, report);
    checkName(model, report);
  }

  private static void checkFolder(Model model, Report report) {
    String[] parts = model.file().split("/");
    if (parts.length < 2 || model.procedure().field().isEmpty()) {
      return;
    }
    String folder = parts[parts.length - 2];
    String slug = Accentless.slug(model.procedure().field());
    if (folder.isEmpty() || folder.length() > FIELD || !slug.startsWith(folder)) {
      report.error(model.key(), "folder", folder, slug, FIELD);
    }
  }

  /** The engine keeps 255 characters of a name; the whole one stands in the facts. */
  private static void checkName(Model model, Report report) {
    String name = model.processName();
    String kept = name.endsWith("…") ? name.substring(0, name.length() - 1) : name;
    if (kept.isBlank() || !model.procedure().name().startsWith(kept)) {
      report.error(model.key(), "name", name, model.procedure().name());
    }
    if (model.pools().size() > 1 || model.pools().stream().anyMatch(pool -> !pool.equals(name))) {
      report.error(model.key(), "pool", String.join("”, “", model.pools()), name);
    }
  }
}
