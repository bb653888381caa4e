package vn.motcua.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The webapps say everything in Vietnamese, compared with the English they ship with. */
class TranslationTest {

  /** Not words: signs, a text that is empty, and the short forms of a moment's pattern. */
  private static final Set<String> SAME_IN_BOTH =
      Set.of(
          "labels.SEARCH_LESS_THAN",
          "labels.SEARCH_LESS_THAN_EQUALS",
          "labels.SEARCH_GREATER_THAN",
          "labels.SEARCH_GREATER_THAN_EQUALS",
          "labels.NO_TASK_FORM",
          "dateLocales.calendar.sameElse",
          "dateLocales.longDateFormat.L",
          "dateLocales.longDateFormat.LL",
          "dateLocales.longDateFormat.LT",
          "dateLocales.week.dow",
          "dateLocales.week.doy");

  /** Words that officials say as the engine does. */
  private static final Set<String> SAME_WORDS = Set.of("ID");

  /**
   * What a webapp fills in or reads as markup: {{value}}, {}, %d, HTML entities, line breaks, links
   * to its own pages.
   */
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{\\{.*?}}|\\{}|%[ds]|&\\w+;|<br/>|href=\"#[^\"]*\"");

  /** The value in {{value === 'No' ? 'Không có' : value}}, which words what a webapp fills in. */
  private static final Pattern VALUE = Pattern.compile("\\{\\{\\s*(\\w+).*}}");

  /** Ordinary English words that would betray a text half translated. */
  static final Pattern ENGLISH =
      Pattern.compile(
          "\\b(the|and|task|tasks|filter|filters|process|could|not be|please|error|loading|user"
              + "|group|groups|value|variable|date|your|with|from|click|instance|instances"
              + "|definition|definitions|job|jobs|batch|batches|deployment|deployments|resource"
              + "|search|state|start|time|delete|cancel|suspended|active|activity|incident|incidents"
              + "|retries|message|version|name|type|key|close|action|actions|decision|migrate)\\b",
          Pattern.CASE_INSENSITIVE);

  private static Stream<String> webapps() {
    return Stream.of("tasklist", "welcome", "admin", "cockpit");
  }

  @ParameterizedTest
  @MethodSource("webapps")
  void lacksNoKeyAndAddsNone(String app) throws IOException {
    assertThat(texts(app, "vi").keySet()).isEqualTo(texts(app, "en").keySet());
  }

  @ParameterizedTest
  @MethodSource("webapps")
  void leavesNothingInEnglish(String app) throws IOException {
    Map<String, String> english = texts(app, "en");
    Map<String, String> vietnamese = texts(app, "vi");

    Set<String> same =
        english.keySet().stream()
            .filter(key -> english.get(key).equals(vietnamese.get(key)))
            .filter(key -> !SAME_WORDS.contains(english.get(key)))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(SAME_IN_BOTH).as("texts equal to the English ones").containsAll(same);
    vietnamese.forEach(
        (key, text) ->
            assertThat(text.replaceAll("\\{\\{.*?}}|<a [^>]*>|'.*?'", ""))
                .as(key)
                .doesNotContainPattern(ENGLISH));
  }

  @ParameterizedTest
  @MethodSource("webapps")
  void keepsWhatIsFilledIn(String app) throws IOException {
    Map<String, String> vietnamese = texts(app, "vi");

    texts(app, "en")
        .forEach(
            (key, text) ->
                assertThat(placeholders(vietnamese.get(key)))
                    .as(key)
                    .isEqualTo(placeholders(text)));
  }

  private static Set<String> placeholders(String text) {
    return PLACEHOLDER
        .matcher(text)
        .results()
        .map(found -> VALUE.matcher(found.group()).replaceFirst("{{$1}}"))
        .filter(found -> !found.matches("&(lt|gt|amp);") || text.contains("&lt;"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, String> texts(String app, String language) throws IOException {
    String file =
        "META-INF/resources/webjars/camunda/app/" + app + "/locales/" + language + ".json";
    try (InputStream stream = TranslationTest.class.getClassLoader().getResourceAsStream(file)) {
      String json = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      Map<String, String> texts = new TreeMap<>();
      // The files of the webapps begin with a byte order mark.
      flatten("", new ObjectMapper().readTree(json.replace("\uFEFF", "")), texts);
      return texts;
    }
  }

  private static void flatten(String at, JsonNode node, Map<String, String> texts) {
    if (node.isValueNode()) {
      texts.put(at, node.asText());
    }
    node.fields()
        .forEachRemaining(
            field ->
                flatten(
                    at.isEmpty() ? field.getKey() : at + "." + field.getKey(),
                    field.getValue(),
                    texts));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      flatten(at + "." + i, node.get(i), texts);
    }
  }
}
