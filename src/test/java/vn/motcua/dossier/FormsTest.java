package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.language.Accentless;
import vn.motcua.language.Texts;
import vn.motcua.procedure.Act;
import vn.motcua.procedure.ModelReader;
import vn.motcua.procedure.Procedure;

/** Every form offers what its act offers, in Vietnamese, with components that Tasklist knows. */
class FormsTest {

  private static final Path FORMS = Path.of("forms");
  private static final Texts TEXTS = Texts.of("dossier");

  /** Components of form-js 1.8.7 that work in Tasklist 7.24. */
  private static final Set<String> WORKING =
      Set.of(
          "text",
          "textfield",
          "textarea",
          "number",
          "datetime",
          "select",
          "radio",
          "checkbox",
          "checklist",
          "taglist",
          "table",
          "group",
          "separator",
          "spacer",
          "expression");

  /** Variants whose name does not say their act by itself. */
  private static final Map<String, List<String>> OFFERED =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("receive", Act.RECEIVE.outcomes()),
              Map.entry("receive-accept-or-refuse", List.of("accept", "refuse")),
              Map.entry("receive-accept-or-supplement", List.of("accept", "supplement")),
              Map.entry("appraise", Act.APPRAISE.outcomes()),
              Map.entry("appraise-forward-or-refuse", List.of("forward", "refuse")),
              Map.entry("appraise-forward-or-supplement", List.of("forward", "supplement")),
              Map.entry("initial", Act.INITIAL.outcomes()),
              Map.entry("approve", Act.APPROVE.outcomes()),
              Map.entry("approve-or-send-back", List.of("approve", "send-back")),
              Map.entry("approve-or-refuse", List.of("approve", "refuse")),
              Map.entry("review", Act.REVIEW.outcomes()),
              Map.entry("step-await-papers", List.of("done", "not-supplemented")),
              Map.entry(
                  "step-close-wait",
                  List.of("done", "not-supplemented", "refuse", "keep-waiting"))));

  static Stream<String> forms() throws IOException {
    try (Stream<Path> files = Files.list(FORMS)) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(n -> n.endsWith(".form"))
          .map(n -> n.replace(".form", ""))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void offersExactlyItsOutcomesEachWithItsConsequence(String name) throws IOException {
    Act act = act(name);
    List<String> expected = OFFERED.getOrDefault(name, List.of());
    JsonNode outcome = component(name, "outcome");

    List<String> values = new ArrayList<>();
    if (outcome != null) {
      for (JsonNode value : outcome.get("values")) {
        String word = value.get("value").asText();
        values.add(word);
        String key = act.word() + "." + word;
        assertThat(value.get("label").asText()).isEqualTo(TEXTS.get("outcome." + key));
        assertThat(component(name, "consequence-" + word).get("text").asText())
            .isEqualTo(TEXTS.get("consequence." + key));
      }
    }
    assertThat(values).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("forms")
  void asksForTheCodedReasonsOfEachOutcome(String name) throws IOException {
    List<String> wanted =
        OFFERED.getOrDefault(name, List.of()).stream()
            .flatMap(o -> Reason.of(o).stream())
            .map(r -> "{label: \"" + r.words() + "\", value: \"" + r.word() + "\"}")
            .toList();
    JsonNode reason = component(name, "reason");

    List<String> offered = new ArrayList<>();
    if (reason != null) {
      assertThat(reason.at("/validate/required").asBoolean()).isTrue();
      assertThat(reason.at("/conditional/hide").asText()).startsWith("=not(");
      assertThat(component(name, "note").at("/validate/required").asBoolean()).isTrue();
      Matcher each =
          Pattern.compile("\\{label: [^}]*}").matcher(reason.get("valuesExpression").asText());
      while (each.find()) {
        offered.add(each.group());
      }
    }
    assertThat(offered).isEqualTo(wanted);
  }

  @ParameterizedTest
  @MethodSource("forms")
  void usesOnlyWorkingComponentsAndVietnameseWords(String name) throws IOException {
    JsonNode form = form(name);
    assertThat(form.get("id").asText()).isEqualTo(name);
    assertThat(form.get("schemaVersion").asInt()).isEqualTo(16);
    for (JsonNode component : form.get("components")) {
      assertThat(WORKING).contains(component.get("type").asText());
      for (String property : List.of("label", "dateLabel", "text", "description")) {
        JsonNode words = component.get(property);
        if (words != null) {
          assertThat(words.asText())
              .as("Vietnamese has marks")
              .isNotEqualTo(Accentless.fold(words.asText()));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void sendsOnlyWordsThatTheServerTakes(String name) throws IOException {
    for (JsonNode component : form(name).get("components")) {
      if (component.has("key") && !component.get("key").asText().equals("outcome")) {
        assertThat(FormWords.KEPT_OUT).contains(component.get("key").asText());
      }
    }
  }

  @Test
  void aConsultedAgencyChoosesBetweenThePositionsOfTheLaw() throws IOException {
    List<String> offered = new ArrayList<>();
    for (JsonNode value : component("consult", "position").get("values")) {
      String word = value.get("value").asText();
      offered.add(word);
      assertThat(value.get("label").asText()).isEqualTo(TEXTS.get("outcome.consult." + word));
    }
    assertThat(offered).isEqualTo(Stream.of(Position.values()).map(Word::of).toList());
  }

  @Test
  void everyStepOfTheSharedProcessesHasItsForm() throws IOException {
    List<String> forms = forms().toList();
    try (Stream<Path> models = Files.list(Path.of("processes/shared"))) {
      for (Path model : models.filter(f -> f.toString().endsWith(".bpmn")).toList()) {
        Procedure shared = ModelReader.validating().read(model).readable().procedure();
        shared
            .steps()
            .values()
            .forEach(
                step -> {
                  assertThat(forms).contains(step.form());
                  assertThat(OFFERED.getOrDefault(step.form(), List.of()))
                      .as(shared.key() + " " + step.id())
                      .isEqualTo(step.outcomes());
                });
      }
    }
  }

  private static Act act(String name) {
    if (name.equals("step-await-papers") || name.equals("step-close-wait")) {
      return Act.WAIT;
    }
    return Stream.of(Act.values())
        .filter(a -> name.equals(a.form()) || name.startsWith(a.form() + "-"))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode form(String name) throws IOException {
    return new ObjectMapper().readTree(FORMS.resolve(name + ".form").toFile());
  }

  private static JsonNode component(String name, String id) throws IOException {
    return StreamSupport.stream(form(name).get("components").spliterator(), false)
        .filter(c -> c.get("id").asText().equals(id))
        .findFirst()
        .orElse(null);
  }
}
