package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A page template has no text of its own: every word comes from a bundle. */
class TemplatesTest {

  private static final Path TEMPLATES = Path.of("src/main/resources/templates");
  private static final Pattern NOT_TEXT =
      Pattern.compile("(?s)<!--.*?-->|<(script|style)\\b.*?</\\1>|<[^>]*>");
  private static final Pattern SHOWN_ATTRIBUTE =
      Pattern.compile("\\s(?:title|placeholder|alt|aria-label)=\"[^\"]*\\p{L}");

  static Stream<Path> templates() throws IOException {
    if (!Files.isDirectory(TEMPLATES)) {
      return Stream.of();
    }
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      return files.filter(file -> file.toString().endsWith(".html")).toList().stream();
    }
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("templates")
  void hasNoWordsOfItsOwn(Path template) throws IOException {
    String html = Files.readString(template);

    assertThat(NOT_TEXT.matcher(html).replaceAll(" "))
        .as("text between tags")
        .doesNotMatch("(?s).*\\p{L}.*");
    assertThat(SHOWN_ATTRIBUTE.matcher(html).find()).as("text in an attribute").isFalse();
  }
}
