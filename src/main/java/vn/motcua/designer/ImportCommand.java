package vn.motcua.designer;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.motcua.language.Texts;

/**
 * Command {@code import}: a catalogue and approved routes become models. Ends with 0, with 1 if
 * rows were refused or a source could not be read, with 2 if called without a source. See
 * docs/design/import.md.
 */
@Command(
    name = "import",
    description = "Lập mô hình BPMN từ danh mục thủ tục và quy trình nội bộ đã phê duyệt.",
    mixinStandardHelpOptions = true)
public final class ImportCommand implements Callable<Integer> {

  private static final Texts TEXTS = Texts.of("designer");
  private static final int SHOWN = 20;

  @Option(names = "--catalogue", description = "Danh mục thủ tục (.csv).")
  private Path catalogue;

  @Option(
      names = "--routes",
      arity = "1..*",
      description = "Quy trình nội bộ (.jsonl, .csv, .xlsx).")
  private List<Path> routes = List.of();

  @Option(
      names = "--to",
      defaultValue = "processes",
      description = "Thư mục mô hình (mặc định: ${DEFAULT-VALUE}).")
  private Path folder;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    if (catalogue == null && routes.isEmpty()) {
      err.println(TEXTS.get("import.nothing"));
      return 2;
    }
    try {
      Import.Outcome outcome = new Import(folder).run(catalogue, routes);
      report(outcome, out, err);
      return outcome.harvest().refusals.isEmpty() ? 0 : 1;
    } catch (Refusal refusal) {
      err.println(refusal.getMessage());
      return 1;
    }
  }

  private void report(Import.Outcome done, PrintWriter out, PrintWriter err) {
    Harvest harvest = done.harvest();
    harvest.refusals.forEach(err::println);
    out.println(TEXTS.get("import.read", harvest.rows.size(), harvest.routes.size()));
    out.println(TEXTS.get("import.models", done.procedures(), folder));
    out.println(TEXTS.get("import.written", done.written().size()));
    out.println(TEXTS.get("import.unchanged", done.unchanged()));
    out.println(TEXTS.get("import.kept", done.kept().size()));
    done.kept()
        .forEach(
            (file, words) -> {
              out.println("  " + file);
              words.stream().limit(SHOWN).forEach(word -> out.println("    - " + word));
              if (words.size() > SHOWN) {
                out.println("    - " + TEXTS.get("import.more", words.size() - SHOWN));
              }
            });
    list(out, "import.moved", done.moved());
    list(out, "import.orphans", done.orphans());
    out.println(TEXTS.get("import.refused", harvest.refusals.size()));
    out.println(TEXTS.get("import.families"));
    done.families().entrySet().stream()
        .sorted((a, b) -> b.getValue() - a.getValue())
        .forEach(e -> out.println("  " + TEXTS.get("family." + e.getKey()) + ": " + e.getValue()));
    out.println(TEXTS.get("import.missing"));
    done.missing().entrySet().stream()
        .filter(e -> !e.getKey().isEmpty())
        .sorted((a, b) -> b.getValue() - a.getValue())
        .forEach(e -> out.println("  " + e.getKey() + ": " + e.getValue()));
  }

  private static void list(PrintWriter out, String key, List<String> entries) {
    if (!entries.isEmpty()) {
      out.println(TEXTS.get(key, entries.size()));
      entries.forEach(entry -> out.println("  " + entry));
    }
  }
}
