package vn.motcua.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.motcua.agency.Role;
import vn.motcua.procedure.Fact.Place;

/** The templates of Camunda Modeler offer exactly what the reader knows. */
class TemplatesTest {

  private static final Path FOLDER = Path.of(".camunda/element-templates");
  private static final String SCHEMA =
      "https://unpkg.com/@camunda/element-templates-json-schema/resources/schema.json";

  /** Written by the import only. */
  private static final Set<String> NOT_FOR_PEOPLE = Set.of("imported");

  private static final Set<String> BINDINGS =
      Set.of("property", "camunda:property", "camunda:in", "camunda:in:businessKey", "camunda:out");
  private static final Set<String> TYPES = Set.of("String", "Dropdown", "Hidden");

  private static List<JsonNode> templates() throws IOException {
    List<JsonNode> templates = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.sorted().toList()) {
        new ObjectMapper().readTree(file.toFile()).forEach(templates::add);
      }
    }
    return templates;
  }

  private static List<JsonNode> of(String kind) throws IOException {
    return templates().stream()
        .filter(template -> template.get("id").asText().startsWith("vn.motcua." + kind))
        .toList();
  }

  private static Set<String> facts(JsonNode template) {
    Set<String> facts = new TreeSet<>();
    for (JsonNode property : template.get("properties")) {
      if (property.at("/binding/type").asText().equals("camunda:property")) {
        facts.add(property.at("/binding/name").asText().replaceFirst("(case|result)-\\d", "*"));
      }
    }
    return facts;
  }

  private static Set<String> known(Place place) {
    Set<String> known = new TreeSet<>(Fact.at(place).stream().map(Fact::property).toList());
    known.removeAll(NOT_FOR_PEOPLE);
    return known;
  }

  private static JsonNode property(JsonNode template, String name) {
    for (JsonNode property : template.get("properties")) {
      if (property.at("/binding/name").asText().equals(name)) {
        return property;
      }
    }
    throw new AssertionError(template.get("id") + " has no " + name);
  }

  private static List<String> choices(JsonNode property) {
    List<String> values = new ArrayList<>();
    property.path("choices").forEach(choice -> values.add(choice.get("value").asText()));
    values.remove("");
    return values;
  }

  @Test
  void everyTemplateHasTheShapeThatTheModelerReads() throws IOException {
    List<JsonNode> templates = templates();
    assertThat(templates.stream().map(template -> template.get("id").asText()))
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("vn\\.motcua\\.[a-z.-]+"));
    for (JsonNode template : templates) {
      assertThat(template.get("$schema").asText()).isEqualTo(SCHEMA);
      assertThat(template.get("name").asText()).startsWith("Một Cửa: ");
      assertThat(template.get("version").isInt()).isTrue();
      assertThat(template.get("appliesTo")).isNotEmpty();
      for (JsonNode property : template.get("properties")) {
        assertThat(property.get("type").asText()).isIn(TYPES);
        assertThat(property.at("/binding/type").asText()).isIn(BINDINGS);
        if (property.get("type").asText().equals("Dropdown")) {
          assertThat(property.get("choices")).isNotEmpty();
        } else if (!property.get("type").asText().equals("Hidden")) {
          assertThat(property.get("label").asText()).isNotBlank();
        }
      }
    }
  }

  @Test
  void theProcedureTemplateHasEveryFactOfAProcedure() throws IOException {
    JsonNode template = of("procedure").get(0);
    assertThat(facts(template)).isEqualTo(known(Place.PROCEDURE));
    for (Fact fact : Fact.at(Place.PROCEDURE)) {
      if (!fact.form().choices().isEmpty()) {
        assertThat(choices(property(template, fact.property())))
            .as(fact.property())
            .containsExactlyInAnyOrderElementsOf(fact.form().choices());
      }
    }
  }

  @Test
  void everyActHasAStepTemplateWithItsFormRolesAndFacts() throws IOException {
    List<JsonNode> steps = of("step.");
    assertThat(steps.stream().map(step -> property(step, "act").get("value").asText()))
        .containsExactlyInAnyOrderElementsOf(Stream.of(Act.values()).map(Act::word).toList());
    for (JsonNode step : steps) {
      Act act = Act.find(property(step, "act").get("value").asText()).orElseThrow();
      assertThat(facts(step)).isEqualTo(known(Place.STEP));
      assertThat(choices(property(step, "role")))
          .containsExactlyInAnyOrderElementsOf(Fact.ROLE.form().choices());
      assertThat(property(step, "role").get("value").asText()).isIn(Fact.ROLE.form().choices());
      assertThat(Fact.UNIT.form().refuse(property(step, "unit").get("value").asText())).isEmpty();
      JsonNode form = property(step, "camunda:formRef");
      assertThat(form.get("value").asText()).isEqualTo(act.form());
      assertThat(choices(form)).allMatch(name -> name.startsWith(act.form()));
      assertThat(property(step, "camunda:formRefBinding").get("value").asText())
          .isEqualTo("latest");
    }
  }

  @Test
  void theCallTemplatesTogetherHaveEveryFactOfACall() throws IOException {
    Set<String> facts = new TreeSet<>();
    of("call.").forEach(call -> facts.addAll(facts(call)));
    assertThat(facts).isEqualTo(known(Place.CALL));
  }

  @Test
  void everyRoleOfAStepIsARoleOfTheOrganisation() {
    assertThat(Fact.ROLE.form().choices()).allSatisfy(Role::of);
  }
}
