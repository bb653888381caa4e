package vn.motcua;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import vn.motcua.access.AdministratorCommand;
import vn.motcua.deadline.CheckClocksCommand;
import vn.motcua.deadline.DueCommand;
import vn.motcua.designer.ImportCommand;
import vn.motcua.designer.IndexCommand;
import vn.motcua.procedure.CheckCommand;

/**
 * The commands of the jar. Each runs without the server and ends with 0, or with a clear error and
 * another exit code: 1 when what it was asked to judge is wrong, 2 when it was called wrongly.
 */
final class Commands {

  /** Every command by its name; a room offers its command as a picocli {@link Callable}. */
  private static final Map<String, Supplier<Callable<Integer>>> COMMANDS =
      Map.of(
          "check", CheckCommand::new,
          "check-clocks", () -> new CheckClocksCommand(DatabaseOnly::open),
          "create-administrator", () -> new AdministratorCommand(DatabaseOnly::open),
          "due", DueCommand::new,
          "import", ImportCommand::new,
          "index", IndexCommand::new);

  private Commands() {}

  /** True if the first argument names a command; anything else is an argument of the server. */
  static boolean isCommand(String[] args) {
    return args.length > 0
        && !args[0].startsWith("--spring.")
        && !args[0].startsWith("-D")
        && (COMMANDS.containsKey(args[0]) || !args[0].startsWith("--") || "--help".equals(args[0]));
  }

  static int run(String[] args) {
    CommandLine line = new CommandLine(new Root());
    COMMANDS.forEach((name, command) -> line.addSubcommand(name, command.get()));
    return line.setOut(utf8(System.out))
        .setErr(utf8(System.err))
        .setParameterExceptionHandler(new WrongCall())
        .execute(args);
  }

  /** Whatever the locale of the machine: Vietnamese with question marks helps nobody. */
  private static PrintWriter utf8(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  @Command(
      name = "motcua",
      description = "Một Cửa: không tham số thì phục vụ; có lệnh thì làm một việc rồi kết thúc.",
      mixinStandardHelpOptions = true)
  static final class Root implements Callable<Integer> {
    @CommandLine.Spec CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
      spec.commandLine().usage(System.out);
      return 0;
    }
  }
}
