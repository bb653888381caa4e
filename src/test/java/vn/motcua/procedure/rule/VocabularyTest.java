package vn.motcua.procedure.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates and texts speak of the same things as the rules. */
class VocabularyTest {

  private static Set<String> ids(String file, String kind) throws IOException {
    Set<String> ids = new TreeSet<>();
    for (JsonNode template :
        new ObjectMapper().readTree(new File(".camunda/element-templates/" + file))) {
      String id = template.get("id").asText();
      if (id.startsWith("vn.motcua." + kind)) {
        ids.add(id.substring(("vn.motcua." + kind).length()));
      }
    }
    return ids;
  }

  @Test
  void everySharedProcessHasATemplateOfItsCall() throws IOException {
    assertThat(ids("loi-goi.json", "call."))
        .containsExactlyInAnyOrderElementsOf(
            Calls.KNOWN.stream().map(key -> key.substring("shared-".length())).toList());
  }

  @Test
  void everyEndOfAProcedureHasATemplate() throws IOException {
    Set<String> ends = new TreeSet<>(Ends.OF_PROCEDURE);
    ends.addAll(Ends.OF_EVENTS);
    assertThat(ids("su-kien.json", "end.")).isEqualTo(ends);
  }

  @ParameterizedTest
  @ValueSource(strings = {"procedure", "procedure-rules"})
  void everyTextIsThereInBothLanguages(String room) throws IOException {
    assertThat(keys(room + "_en")).isEqualTo(keys(room));
  }

  private static Set<String> keys(String bundle) throws IOException {
    Properties texts = new Properties();
    try (InputStream file =
        VocabularyTest.class.getResourceAsStream("/messages/" + bundle + ".properties")) {
      texts.load(file);
    }
    return new TreeSet<>(texts.stringPropertyNames());
  }
}
