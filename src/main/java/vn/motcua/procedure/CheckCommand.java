package vn.motcua.procedure;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.motcua.language.Texts;
import vn.motcua.procedure.rule.Rules;

/**
 * Command {@code check [FILES]}: judges models by all rules, without a server. Ends with 0 if there
 * is no error, 1 if there is one, 2 if a file or folder does not exist.
 */
@Command(
    name = "check",
    description =
        "Kiểm tra các quy trình theo mọi quy tắc; kết thúc 0 nếu đạt, 1 nếu có lỗi, 2 nếu thiếu tệp.",
    mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {

  private static final Texts TEXTS = Texts.of("procedure");

  @Spec private CommandSpec command;

  @Parameters(
      paramLabel = "FILES",
      description = "Tệp .bpmn hoặc thư mục; bỏ trống thì kiểm tra thư mục processes.")
  private List<Path> files = new ArrayList<>(List.of(Path.of("processes")));

  @Override
  public Integer call() throws IOException {
    long begin = System.nanoTime();
    List<Path> models = new ArrayList<>();
    for (Path file : files) {
      if (!Files.exists(file)) {
        command.commandLine().getErr().println(TEXTS.get("check.absent", file));
        return 2;
      }
      try (Stream<Path> found = Files.walk(file)) {
        found
            .filter(each -> isModel(each) || each.equals(file) && Files.isRegularFile(each))
            .sorted()
            .forEach(models::add);
      }
    }
    List<List<Finding>> findings = models.parallelStream().map(CheckCommand::check).toList();
    return report(findings, models.size(), begin);
  }

  private static boolean isModel(Path file) {
    return file.toString().endsWith(".bpmn");
  }

  private static List<Finding> check(Path file) {
    try {
      return Rules.check(ModelReader.validating().read(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private int report(List<List<Finding>> findings, int models, long begin) {
    PrintWriter out = command.commandLine().getOut();
    for (List<Finding> ofFile : findings) {
      if (!ofFile.isEmpty()) {
        out.println(ofFile.get(0).file());
        for (Finding finding : ofFile) {
          String weight = TEXTS.get(finding.isError() ? "check.error" : "check.warning");
          out.printf(
              "  %s [%s] %s (%s)%n", weight, finding.element(), finding.message(), finding.rule());
        }
      }
    }
    long all = findings.stream().mapToLong(List::size).sum();
    long errors = findings.stream().flatMap(List::stream).filter(Finding::isError).count();
    String seconds =
        String.format(Locale.forLanguageTag("vi"), "%.1f", (System.nanoTime() - begin) / 1e9);
    out.println(TEXTS.get("check.summary", models, seconds, errors, all - errors));
    out.flush();
    return errors == 0 ? 0 : 1;
  }
}
