package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text in front of a person stands in a bundle, in Vietnamese and in English. */
class BundlesTest {

  private static final Path BUNDLES = Path.of("src/main/resources/messages");
  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

  static Stream<String> rooms() throws IOException {
    try (Stream<Path> files = Files.list(BUNDLES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".properties") && !name.contains("_"))
          .map(name -> name.replace(".properties", ""))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void hasEveryTextInBothLanguages(String room) throws IOException {
    Properties vietnamese = read(room + ".properties");
    Properties english = read(room + "_en.properties");

    assertThat(new TreeSet<>(english.stringPropertyNames()))
        .as("keys of %s_en.properties", room)
        .isEqualTo(new TreeSet<>(vietnamese.stringPropertyNames()));
    for (String key : vietnamese.stringPropertyNames()) {
      assertThat(vietnamese.getProperty(key)).as(key).isNotBlank();
      assertThat(arguments(english.getProperty(key)))
          .as("arguments of %s in English", key)
          .isEqualTo(arguments(vietnamese.getProperty(key)));
    }
  }

  private static Set<String> arguments(String pattern) {
    Set<String> found = new TreeSet<>();
    Matcher argument = ARGUMENT.matcher(pattern);
    while (argument.find()) {
      found.add(argument.group(1));
    }
    return found;
  }

  private static Properties read(String name) throws IOException {
    Properties texts = new Properties();
    try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(name))) {
      texts.load(reader);
    }
    return texts;
  }
}
