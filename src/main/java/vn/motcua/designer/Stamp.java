package vn.motcua.designer;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The digest by which an import recognises its own work: the fact {@code imported} is the digest of
 * the file without this one line. A file whose line is missing or does not fit was edited.
 */
final class Stamp {

  private static final Pattern LINE =
      Pattern.compile(
          "[ \\t]*<camunda:property name=\"imported\" value=\"([0-9a-f]{16})\" ?/>\\R?");
  private static final String END_OF_FACTS = "</camunda:properties>";

  private Stamp() {}

  /** The text with its digest as last fact of the pool, whose facts come first in the file. */
  static String stamped(String text) {
    int at = text.indexOf(END_OF_FACTS);
    int lineStart = text.lastIndexOf('\n', at) + 1;
    String line =
        text.substring(lineStart, at)
            + "<camunda:property name=\"imported\" value=\""
            + Names.digest(text)
            + "\"/>\n";
    return text.substring(0, lineStart) + line + text.substring(lineStart);
  }

  /** True if nobody has changed the file since an import wrote it. */
  static boolean untouched(String text) {
    String stable = text.replace("\r\n", "\n");
    Matcher line = LINE.matcher(stable);
    return line.find() && Names.digest(line.replaceFirst("")).equals(line.group(1));
  }

  /** The digest that stands in the text. */
  static Optional<String> of(String text) {
    Matcher line = LINE.matcher(text);
    return line.find() ? Optional.of(line.group(1)) : Optional.empty();
  }
}
