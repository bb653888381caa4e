package vn.motcua.procedure.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.procedure.Finding;

/**
 * Every rule against sound models, which it must leave alone, and against the same models with one
 * thing made wrong, which it alone must find. What is made wrong stands in {@code
 * rules/<rule>.yaml}, readable as an example of the rule.
 */
class RulesTest {

  private static final Path FOLDER = Path.of("src/test/resources/rules");

  private static final Map<String, String> SOUND =
      Map.of(
          "permit",
          "giao-thong-van-tai/1.000111-cap-giay-phep-su-dung-duong-dia-phuong.bpmn",
          "spot",
          "giao-thong-van-tai/1.000222-xac-nhan-hanh-trinh-xe.bpmn",
          "refusal",
          "shared/refusal.bpmn",
          "linked",
          "ho-tich/2.000986-lien-thong-thu-tuc-hanh-chinh-ve-dang-ky-khai-sinh-dang-ky.bpmn");

  /** One thing made wrong in a sound model. */
  record Wrong(
      String wrong,
      String model,
      String file,
      String element,
      String says,
      List<String> also,
      List<Edit> edits) {}

  /** Some words of the file put in the place of others, everywhere or only the first time. */
  record Edit(String replace, String by, boolean first, boolean before, int times) {

    String apply(String model) {
      assertThat(model).contains(replace);
      int start = model.indexOf(replace);
      String words = times > 0 ? by.repeat(times) : by;
      if (before) {
        return model.substring(0, start) + words + model.substring(start);
      }
      return first
          ? model.substring(0, start) + words + model.substring(start + replace.length())
          : model.replace(replace, words);
    }
  }

  static Stream<String> sound() {
    return SOUND.values().stream().sorted();
  }

  static Stream<Arguments> wrong() throws IOException {
    YAMLMapper yaml = new YAMLMapper();
    Stream.Builder<Arguments> all = Stream.builder();
    for (Rule rule : Rules.ALL) {
      Path file = FOLDER.resolve(rule.id() + ".yaml");
      for (Wrong wrong : yaml.readValue(file.toFile(), new TypeReference<List<Wrong>>() {})) {
        all.add(Arguments.of(rule.id(), wrong.wrong(), wrong));
      }
    }
    return all.build();
  }

  @ParameterizedTest
  @MethodSource("sound")
  void aSoundModelPassesEveryRule(String file) throws IOException {
    assertThat(Rules.check(file, Files.readAllBytes(FOLDER.resolve("sound").resolve(file))))
        .isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("wrong")
  void aWrongModelIsFoundByItsRuleAlone(String rule, String what, Wrong wrong) throws IOException {
    String sound = SOUND.get(wrong.model());
    String model = Files.readString(FOLDER.resolve("sound").resolve(sound));
    for (Edit edit : wrong.edits() == null ? List.<Edit>of() : wrong.edits()) {
      model = edit.apply(model);
    }
    String file = wrong.file() == null ? sound : wrong.file();
    List<Finding> findings = Rules.check(file, model.getBytes(StandardCharsets.UTF_8));
    assertThat(findings)
        .filteredOn(finding -> finding.rule().equals(rule))
        .isNotEmpty()
        .allSatisfy(finding -> assertThat(finding.element()).isEqualTo(wrong.element()))
        .anySatisfy(finding -> assertThat(finding.toString()).contains(file, wrong.says()));
    TreeSet<String> others = new TreeSet<>(findings.stream().map(Finding::rule).toList());
    others.remove(rule);
    others.removeAll(wrong.also() == null ? List.of() : wrong.also());
    assertThat(others).as(findings.toString()).isEmpty();
  }

  @Test
  void everyRuleHasItsOwnIdAReasonAndASource() {
    assertThat(Rules.ALL.stream().map(Rule::id)).doesNotHaveDuplicates();
    assertThat(Rules.ALL)
        .allSatisfy(
            rule -> {
              assertThat(rule.reason()).endsWith(".");
              assertThat(rule.source()).isNotBlank();
            });
  }
}
