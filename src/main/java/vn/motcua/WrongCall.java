package vn.motcua;

import java.io.PrintWriter;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import vn.motcua.language.Texts;

/** Says in Vietnamese what is wrong in a call, then how the command is called; ends with 2. */
final class WrongCall implements IParameterExceptionHandler {

  private static final Texts TEXTS = Texts.of("language");

  @Override
  public int handleParseException(ParameterException wrong, String[] args) {
    CommandLine command = wrong.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(words(wrong));
    command.usage(err);
    err.flush();
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  private static String words(ParameterException wrong) {
    if (wrong instanceof UnmatchedArgumentException unknown) {
      return TEXTS.get("command.unknown", String.join(" ", unknown.getUnmatched()));
    }
    if (wrong instanceof MissingParameterException missing) {
      return TEXTS.get(
          "command.missing",
          missing.getMissing().stream().map(WrongCall::name).collect(Collectors.joining(", ")));
    }
    return wrong.getMessage();
  }

  private static String name(ArgSpec argument) {
    return argument instanceof CommandLine.Model.OptionSpec option
        ? option.longestName()
        : argument.paramLabel();
  }
}
