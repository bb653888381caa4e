package vn.motcua.deadline;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vn.motcua.deadline.ClockAgreement.Report;
import vn.motcua.language.Texts;

/**
 * {@code check-clocks}: compares the ledger of every running dossier with what the engine will do,
 * and ends with 1 if anything does not agree. Reads only.
 */
@Command(
    name = "check-clocks",
    description = "Đối chiếu sổ tính hạn với bộ hẹn giờ của mọi hồ sơ đang giải quyết.",
    mixinStandardHelpOptions = true)
public final class CheckClocksCommand implements Callable<Integer> {

  private static final Texts TEXTS = Texts.of("deadline");

  @Spec private CommandSpec spec;

  private final Supplier<ConfigurableApplicationContext> database;

  /**
   * @param database opens the server's database without serving anything
   */
  public CheckClocksCommand(Supplier<ConfigurableApplicationContext> database) {
    this.database = database;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (ConfigurableApplicationContext context = database.get()) {
      Report report = context.getBean(ClockAgreement.class).check();
      report.disagreements().forEach(d -> out.println(d.dossierCode() + "  " + d.words()));
      out.println(
          report.count() == 0
              ? TEXTS.get("page.clock.agree", report.checked())
              : TEXTS.get("page.clock.disagree", report.checked(), report.count()));
      return report.count() == 0 ? 0 : 1;
    } catch (BeanCreationException closed) {
      spec.commandLine()
          .getErr()
          .println(TEXTS.get("agree.database", closed.getMostSpecificCause().getMessage()));
      return 1;
    }
  }
}
