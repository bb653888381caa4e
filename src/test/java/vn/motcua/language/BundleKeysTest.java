package vn.motcua.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every room speaks both languages in full. */
class BundleKeysTest {

  private static final Path MESSAGES = Path.of("src/main/resources/messages");
  private static final Pattern ARGUMENT = Pattern.compile("\\{\\d+}");

  static Stream<String> rooms() throws Exception {
    try (Stream<Path> files = Files.list(MESSAGES)) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(f -> f.endsWith(".properties") && !f.endsWith("_en.properties"))
          .map(f -> f.replace(".properties", ""))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void noTextIsMissingInEitherLanguageAndArgumentsAgree(String room) throws Exception {
    Properties vietnamese = texts(room + ".properties");
    Properties english = texts(room + "_en.properties");

    assertThat(english.stringPropertyNames()).isEqualTo(vietnamese.stringPropertyNames());
    for (String key : vietnamese.stringPropertyNames()) {
      assertThat(arguments(english.getProperty(key)))
          .as(key)
          .containsExactlyInAnyOrder(arguments(vietnamese.getProperty(key)));
    }
  }

  private static String[] arguments(String text) {
    return ARGUMENT
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .distinct()
        .toArray(String[]::new);
  }

  private static Properties texts(String file) throws Exception {
    Properties texts = new Properties();
    try (Reader in = Files.newBufferedReader(MESSAGES.resolve(file), StandardCharsets.UTF_8)) {
      texts.load(in);
    }
    return texts;
  }
}
