package vn.motcua.procedure.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.Locale;
import java.util.ResourceBundle;
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
  void everyTextIsThereInBothLanguages(String room) {
    ResourceBundle.Control exact =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    ResourceBundle vietnamese = ResourceBundle.getBundle("messages." + room, Locale.ROOT, exact);
    ResourceBundle english = ResourceBundle.getBundle("messages." + room, Locale.ENGLISH, exact);
    assertThat(english.getLocale()).isEqualTo(Locale.ENGLISH);
    assertThat(own(english)).isEqualTo(own(vietnamese));
  }

  private static Set<String> own(ResourceBundle bundle) {
    Set<String> keys = new TreeSet<>();
    bundle.keySet().forEach(keys::add);
    return keys;
  }
}
