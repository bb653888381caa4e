package vn.motcua.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.calendar.TimeLimit.Unit;

class ModelReaderTest {

  private static final Path PERMIT =
      Path.of(
          "src/test/resources/rules/sound/giao-thong-van-tai",
          "1.000111-cap-giay-phep-su-dung-duong-dia-phuong.bpmn");

  private static Model permit() throws IOException {
    return ModelReader.plain().read(PERMIT);
  }

  private static Model changed(String words, String by) throws IOException {
    String model = Files.readString(PERMIT);
    assertThat(model).contains(words);
    return ModelReader.plain()
        .read("a.bpmn", model.replace(words, by).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aProcedureIsReadWithItsFactsCasesAndPapers() throws IOException {
    Procedure procedure = permit().readable().procedure();
    assertThat(procedure.key()).isEqualTo("procedure-1.000111");
    assertThat(procedure.name()).isEqualTo("Cấp giấy phép sử dụng đường địa phương");
    assertThat(procedure.levels()).containsExactly("tinh");
    assertThat(procedure.documents()).containsExactly("Đơn đề nghị", "Bản vẽ vị trí");
    assertThat(procedure.cases())
        .extracting(Case::name)
        .containsExactly("Đường huyện", "Đường tỉnh");
    assertThat(procedure.promised("case-1")).contains(TimeLimit.of(10, Unit.WORKING_DAY));
    assertThat(procedure.promised("case-2")).contains(TimeLimit.of(12, Unit.WORKING_DAY));
    assertThat(procedure.fact("fee")).contains("Miễn phí");
  }

  @Test
  void papersMayBePartedByABarWhereOnlyOneLineCanBeTyped() throws IOException {
    Model model = changed("Đơn đề nghị&#10;Bản vẽ vị trí", "Đơn đề nghị | Bản vẽ vị trí");
    assertThat(model.procedure().documents()).containsExactly("Đơn đề nghị", "Bản vẽ vị trí");
  }

  @Test
  void aPropertyLeftEmptySaysNothing() throws IOException {
    Model model = changed("name=\"fee\" value=\"Miễn phí\"", "name=\"fee\" value=\"\"");
    assertThat(model.readable().procedure().fact("fee")).isEmpty();
  }

  @Test
  void aStepKnowsItsPostItsTimeInEachCaseAndItsOutcomes() throws IOException {
    Step step = permit().procedure().steps().get("appraise");
    assertThat(step.act()).isEqualTo(Act.APPRAISE);
    assertThat(step.role()).isEqualTo("appraiser");
    assertThat(step.allowance("case-1", false)).contains(TimeLimit.parse("5 ngày làm việc"));
    assertThat(step.allowance("case-2", false)).contains(TimeLimit.parse("4 ngày làm việc"));
    assertThat(step.allowance("case-1", true)).contains(TimeLimit.parse("10 ngày làm việc"));
    assertThat(step.outcomes()).containsExactly("forward", "supplement", "refuse");
    assertThat(permit().procedure().steps().get("assign").outcomes()).isEmpty();
  }

  @Test
  void theWayForwardFollowsTheCase() throws IOException {
    Route route = permit().route();
    assertThat(route.forward("case-1"))
        .extracting(Node::id)
        .contains("appraise", "financial-obligation", "returned")
        .doesNotContain("consult-1", "guidance");
    assertThat(route.forward("case-2")).extracting(Node::id).contains("consult-1", "consult-2");
  }

  @Test
  void everyValueThatCannotBeReadIsNamedWithFileElementPropertyAndWhatToDo() throws IOException {
    Model model = changed("value=\"0,5 ngày làm việc\"", "value=\"nửa ngày\"");
    assertThat(model.findings()).hasSize(4);
    assertThatThrownBy(model::readable)
        .isInstanceOf(BadModel.class)
        .hasMessageContaining(
            "a.bpmn, phần tử “assign”: Thuộc tính “allowance”: không đọc được giá trị “nửa ngày”."
                + " Hãy viết như trong quy định");
  }

  @Test
  void aFileIsReadInTheEncodingThatItNames() throws IOException {
    String model = Files.readString(PERMIT);
    String utf16 = model.replaceFirst("encoding=\"UTF-8\"", "encoding=\"UTF-16\"");
    assertThat(utf16).isNotEqualTo(model);
    assertThat(
            ModelReader.validating()
                .read("a.bpmn", utf16.getBytes(StandardCharsets.UTF_16))
                .readable()
                .procedure()
                .name())
        .isEqualTo("Cấp giấy phép sử dụng đường địa phương");
  }

  @Test
  void aFileThatIsNotUtf8ThoughItSaysSoIsRefused() throws IOException {
    byte[] model = Files.readString(PERMIT).getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < model.length; i++) {
      if (model[i] < 0) {
        model[i] = (byte) 0xff;
        break;
      }
    }
    Model read = ModelReader.validating().read("a.bpmn", model);
    assertThat(read.findings()).isNotEmpty().allMatch(Finding::isError);
    assertThatThrownBy(read::readable).hasMessageContaining("a.bpmn");
  }

  @Test
  void aFileMayNotOpenOtherFiles() throws IOException {
    Model model =
        ModelReader.plain()
            .read(
                "a.bpmn",
                "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>".getBytes());
    assertThat(model.findings()).singleElement().matches(found -> found.rule().equals("schema"));
  }

  @Test
  void aReaderServesManyThreads() throws IOException {
    byte[] bytes = Files.readAllBytes(PERMIT);
    Procedure alone = ModelReader.validating().read("a.bpmn", bytes).procedure();
    assertThat(
            IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> ModelReader.validating().read("a.bpmn", bytes).procedure()))
        .allMatch(alone::equals);
  }

  @Test
  @Tag("bench")
  void readingAModelTakesLessThanAMillisecond() throws IOException {
    byte[] bytes = Files.readAllBytes(PERMIT);
    for (ModelReader reader : new ModelReader[] {ModelReader.plain(), ModelReader.validating()}) {
      for (int round = 0; round < 5; round++) {
        long begin = System.nanoTime();
        for (int i = 0; i < 400; i++) {
          reader.read("a.bpmn", bytes);
        }
        System.out.printf("one model (40 KB): %.3f ms%n", (System.nanoTime() - begin) / 400e6);
      }
    }
    long begin = System.nanoTime();
    for (int i = 0; i < 400; i++) {
      vn.motcua.procedure.rule.Rules.check("a.bpmn", bytes);
    }
    System.out.printf("with all rules: %.3f ms%n", (System.nanoTime() - begin) / 400e6);
  }
}
