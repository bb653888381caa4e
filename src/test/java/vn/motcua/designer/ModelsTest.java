package vn.motcua.designer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

/** What holds for all models that stand in the repository. */
class ModelsTest {

  private static final String SCHEMA = "/org/camunda/bpm/engine/impl/bpmn/parser/BPMN20.xsd";

  @Test
  void theWholeCatalogueIsThere() {
    List<ModelFile> models = Committed.models();
    assertThat(models.stream().filter(m -> !m.code().startsWith("0."))).hasSize(1808);
    assertThat(models).extracting(ModelFile::code).doesNotHaveDuplicates();
  }

  @Test
  void aModelHasAtMost25KilobytesOnAverage() throws IOException {
    long bytes = 0;
    for (ModelFile model : Committed.models()) {
      bytes += model.text().getBytes(StandardCharsets.UTF_8).length;
    }
    long average = bytes / Committed.models().size();
    System.out.printf("%d models, %d bytes on average%n", Committed.models().size(), average);
    assertThat(average).isLessThanOrEqualTo(25 * 1024);
  }

  @Test
  void proposalsAreSpreadOverTheFamilies() {
    Map<String, Long> families =
        Committed.models().stream()
            .collect(
                Collectors.groupingBy(
                    m -> m.facts().get("family"), TreeMap::new, Collectors.counting()));
    System.out.println(families);
    assertThat(families)
        .containsOnlyKeys(
            "on-the-spot",
            "desk-appraisal",
            "field-inspection",
            "council",
            "parallel-consultation",
            "decided-by-province",
            "forwarded-to-ministry",
            "commune-then-province",
            "land-with-tax",
            "business-registration",
            "electricity",
            "public-service-unit",
            "linked-group",
            "notice-only",
            "own-route");
    assertThat(families)
        .containsEntry("own-route", 40L)
        .containsEntry("electricity", 12L)
        .containsEntry("linked-group", 2L);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "2.000815, on-the-spot",
    "1.001193, on-the-spot",
    "1.000894, on-the-spot",
    "1.013830, desk-appraisal",
    "1.008937, desk-appraisal",
    "1.004363, field-inspection",
    "2.001427, field-inspection",
    "1.012418, council",
    "1.010733, council",
    "1.013236, parallel-consultation",
    "1.013225, parallel-consultation",
    "2.001236, decided-by-province",
    "1.013823, decided-by-province",
    "1.000564, forwarded-to-ministry",
    "1.013173, commune-then-province",
    "1.013980, own-route",
    "1.012783, own-route",
    "1.013992, own-route",
    "2.001610, business-registration",
    "2.001583, business-registration",
    "2.002043, business-registration",
    "3.000001, electricity",
    "3.000002, electricity",
    "3.000290, electricity",
    "2.000986, linked-group",
    "2.001023, linked-group",
    "1.011442, public-service-unit",
    "2.000609, notice-only"
  })
  void knownProceduresHaveTheirFamily(String code, String family) {
    assertThat(Committed.model(code).facts()).containsEntry("family", family);
  }

  @Test
  void whatIsNotDecidedSaysThatItIsAProposal() {
    assertThat(Committed.models())
        .allMatch(
            m ->
                m.facts().get("family").equals("own-route")
                    ? m.facts().get("routeBasis").equals("decision")
                        && m.facts().get("decision").startsWith("QĐ 295/QĐ-VP.UBND.KSTT")
                    : m.facts().get("routeBasis").equals("proposal"));
  }

  @Test
  void nothingOverlapsAndNoLineCrossesTheWayForward() throws Exception {
    List<String> faults = new ArrayList<>();
    for (ModelFile model : Committed.models()) {
      for (String fault : new Diagram(model.text()).faults()) {
        faults.add(model.path().getFileName() + ": " + fault);
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void theSharedProcessesAreDrawnAsWell() throws Exception {
    List<String> faults = new ArrayList<>();
    try (Stream<Path> shared = Files.list(Committed.FOLDER.resolve("shared"))) {
      for (Path file : shared.filter(f -> f.toString().endsWith(".bpmn")).sorted().toList()) {
        for (String fault : new Diagram(Files.readString(file)).faults()) {
          faults.add(file.getFileName() + ": " + fault);
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void idsAreWords() {
    assertThat(Committed.models())
        .allSatisfy(
            model ->
                assertThat(model.steps().keySet()).allMatch(id -> id.matches("[a-z]+[a-z0-9-]*")));
  }

  @Test
  void theFileIsNamedByTheFacts() {
    assertThat(Committed.models())
        .filteredOn(model -> Stamp.untouched(model.text()))
        .allSatisfy(
            model ->
                assertThat(Committed.FOLDER.relativize(model.path()).toString().replace('\\', '/'))
                    .isEqualTo(
                        Names.file(
                            model.facts().get("field"),
                            model.code(),
                            model.facts().get("fullName"))));
  }

  @Test
  void theIndexIsCurrent() throws IOException {
    assertThat(Files.readString(Path.of("processes/README.md")))
        .as("run the command “index”")
        .isEqualTo(ModelIndex.of(Committed.FOLDER));
  }

  @Test
  @Tag("slow")
  void everyModelIsValidAgainstTheSchema() throws Exception {
    SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    Schema schema = factory.newSchema(getClass().getResource(SCHEMA));
    List<String> faults = new ArrayList<>();
    for (ModelFile model : Committed.models()) {
      try {
        schema.newValidator().validate(new StreamSource(new StringReader(model.text())));
      } catch (SAXException invalid) {
        faults.add(model.path().getFileName() + ": " + invalid.getMessage());
      }
    }
    assertThat(faults).isEmpty();
  }

  @ParameterizedTest(name = "every second model, from number {0}")
  @ValueSource(ints = {0, 1})
  @Execution(ExecutionMode.CONCURRENT)
  @Tag("browser")
  void bpmnJsOpensEveryModelWithoutAWarning(int first) {
    try (Viewer viewer = Viewer.openOrSkip()) {
      List<ModelFile> models = Committed.models();
      List<String> warnings = new ArrayList<>();
      for (int i = first; i < models.size(); i += 2) {
        ModelFile model = models.get(i);
        viewer
            .warnings(model.text())
            .forEach(w -> warnings.add(model.path().getFileName() + ": " + w));
      }
      assertThat(warnings).isEmpty();
    }
  }
}
