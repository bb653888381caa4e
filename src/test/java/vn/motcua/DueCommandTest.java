package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command {@code due} as a person or a program calls it. */
@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
class DueCommandTest {

  private static final String ROAD =
      "src/test/resources/rules/sound/giao-thong-van-tai/"
          + "1.000111-cap-giay-phep-su-dung-duong-dia-phuong.bpmn";

  private String out;
  private String err;

  private int due(String... arguments) {
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    PrintStream outBefore = System.out;
    PrintStream errBefore = System.err;
    System.setOut(new PrintStream(outBytes, true));
    System.setErr(new PrintStream(errBytes, true));
    try {
      String[] all = new String[arguments.length + 1];
      all[0] = "due";
      System.arraycopy(arguments, 0, all, 1, arguments.length);
      assertThat(Commands.isCommand(all)).isTrue();
      return Commands.run(all);
    } finally {
      System.setOut(outBefore);
      System.setErr(errBefore);
      out = outBytes.toString(StandardCharsets.UTF_8);
      err = errBytes.toString(StandardCharsets.UTF_8);
    }
  }

  private JsonNode json(String... arguments) throws Exception {
    String[] all = new String[arguments.length + 1];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--json";
    assertThat(due(all)).as(err).isZero();
    assertThat(out.strip().lines()).hasSize(1);
    return new ObjectMapper().readTree(out);
  }

  @Test
  void aLimitOverTetIsExplainedDayByDay() {
    assertThat(due("--from", "2026-02-13T09:00", "--limit", "5 ngày làm việc")).isZero();

    assertThat(out.lines())
        .startsWith(
            "Tiếp nhận: 09:00 13/02/2026",
            "Thời hạn 5 ngày làm việc: hết hạn lúc 17:00 27/02/2026 (2026-02-27T17:00:00+07:00)",
            "Lịch làm việc: kèm theo bản cài đặt; giờ làm việc chung của tỉnh",
            "",
            "Tính từng ngày:",
            "  Thứ Sáu 13/02/2026: không tính, ngày tiếp nhận (Bộ luật Dân sự Điều 147 khoản 2)")
        .contains("  Thứ Sáu 27/02/2026: ngày thứ 5, hết hạn lúc 17:00");
    assertThat(err).isEmpty();
  }

  @Test
  void aProgramGetsOneObject() throws Exception {
    JsonNode answer = json("--from", "13/02/2026 09:00", "--limit", "5 ngày làm việc");

    assertThat(answer.path("due").asText()).isEqualTo("2026-02-27T17:00:00+07:00");
    assertThat(answer.path("from").asText()).isEqualTo("2026-02-13T09:00:00+07:00");
    assertThat(answer.path("limit").asText()).isEqualTo("5 ngày làm việc");
    assertThat(answer.path("unit").isNull()).isTrue();
    assertThat(answer.path("days")).hasSize(15);
    assertThat(answer.at("/days/3/name").asText()).isEqualTo("Tết Nguyên đán Bính Ngọ");
    assertThat(answer.at("/days/3/counts").asBoolean()).isFalse();
    assertThat(answer.at("/days/14/ordinal").asInt()).isEqualTo(5);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "2026-11-05T15:30, 2026-11-06T10:00:00+07:00",
    "2026-11-05T15:30:59, 2026-11-06T10:00:00+07:00",
    "2026-11-05T08:30Z, 2026-11-06T10:00:00+07:00",
    "2026-11-05T17:30+09:00, 2026-11-06T10:00:00+07:00",
    "05/11/2026 15:30, 2026-11-06T10:00:00+07:00",
    "15:30 05/11/2026, 2026-11-06T10:00:00+07:00"
  })
  void theStartIsReadAsPeopleAndProgramsWriteIt(String from, String due) throws Exception {
    assertThat(json("--from", from, "--limit", "4 giờ làm việc").path("due").asText())
        .isEqualTo(due);
  }

  @Test
  void aLimitOfZeroIsDueTheSameDayAsOnASlip() throws Exception {
    assertThat(
            json("--from", "2026-11-05T08:00", "--limit", "0 ngày làm việc").path("due").asText())
        .isEqualTo("2026-11-05T17:00:00+07:00");
  }

  @Test
  void aCaseBesideALimitOnlyNamesIt() throws Exception {
    JsonNode answer = json("--from", "2026-11-05T08:00", "--limit", "1 ngày", "--case", "Cấp lại");

    assertThat(answer.path("case").asText()).isEqualTo("Cấp lại");
    assertThat(answer.path("due").asText()).isEqualTo("2026-11-06T17:00:00+07:00");
  }

  @Test
  void anOwnCalendarAndAUnitWithItsOwnHours(@TempDir Path folder) throws Exception {
    Path calendar =
        Files.writeString(
            folder.resolve("lich.yaml"),
            """
            firstYear: 2026
            lastYear: 2026
            hours:
              - {from: 01/01/2026, sessions: ["07:30-11:30", "13:30-17:00"], basis: QĐ}
              - {unit: xa-ba-che, from: 01/01/2026, sessions: ["07:00-11:00"], basis: QĐ}
            """);
    String[] question = {
      "--from", "2026-11-05T08:00", "--limit", "1 ngày làm việc", "--calendar", calendar.toString()
    };

    assertThat(json(with(question, "--unit", "xa-ba-che")).path("due").asText())
        .isEqualTo("2026-11-06T11:00:00+07:00");
    assertThat(due(with(question, "--unit", "xa-ba-che"))).isZero();
    assertThat(out).contains("giờ làm việc riêng của đơn vị xa-ba-che");
    assertThat(due(with(question, "--unit", "xa-khac"))).isZero();
    assertThat(out)
        .contains("2026-11-06T17:00:00+07:00", "đơn vị xa-khac không có giờ làm việc riêng");
  }

  @Test
  void aProcedurePromisesItsCommittedLimitAndShowsTheLawsToo() throws Exception {
    String[] question = {"--from", "2026-11-05T08:00", "--procedure", ROAD, "--case", "case-2"};

    JsonNode answer = json(question);
    assertThat(answer.path("limit").asText()).isEqualTo("12 ngày làm việc");
    assertThat(answer.path("due").asText()).isEqualTo("2026-11-23T17:00:00+07:00");
    assertThat(answer.path("statutoryLimit").asText()).isEqualTo("15 ngày làm việc");
    assertThat(answer.path("statutoryDue").asText()).isEqualTo("2026-11-27T17:00:00+07:00");
    assertThat(answer.path("caseName").asText()).isEqualTo("Đường tỉnh");
    assertThat(due(question)).isZero();
    assertThat(out)
        .contains(
            "Trường hợp: Đường tỉnh",
            "Cam kết 12 ngày làm việc: hết hạn lúc 17:00 23/11/2026",
            "Theo quy định 15 ngày làm việc: hết hạn lúc 17:00 27/11/2026");
  }

  @Test
  void aDifficultAreaHasTheLimitThatTheLawGivesIt() throws Exception {
    assertThat(
            json(
                    "--from",
                    "2026-11-05T08:00",
                    "--procedure",
                    ROAD,
                    "--case",
                    "case-1",
                    "--difficult")
                .path("limit")
                .asText())
        .isEqualTo("15 ngày làm việc");
  }

  @Test
  void aProcedureWithCasesAsksWhichOne() {
    assertThat(due("--from", "2026-11-05T08:00", "--procedure", ROAD)).isEqualTo(2);
    assertThat(err)
        .contains(
            "Thủ tục 1.000111 có nhiều trường hợp. Hãy chọn một bằng --case:\n"
                + "  case-1: Đường huyện\n"
                + "  case-2: Đường tỉnh");
  }

  @Test
  void aProcedureOfTheCatalogueIsFoundByItsCode() throws Exception {
    JsonNode answer = json("--from", "2026-11-05T08:00", "--procedure", "1.001193");

    assertThat(answer.path("procedure").asText()).isEqualTo("1.001193");
    assertThat(answer.path("days")).isNotEmpty();
  }

  @Test
  void aYearThatTheCalendarLacksEndsWithOne() {
    assertThat(due("--from", "2027-12-20T08:00", "--limit", "30 ngày làm việc")).isEqualTo(1);
    assertThat(err).contains("Lịch làm việc chưa có dữ liệu năm 2028").doesNotContain("\tat ");
    assertThat(out).isEmpty();
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
"""
--limit;5 ngày                                         | Thiếu --from.
--from;2026-02-13T09:00                                | Hãy ghi một trong hai: --limit
--from;2026-02-13T09:00;--limit;1 ngày;--procedure;1.1 | Hãy ghi một trong hai: --limit
--from;13-02-2026;--limit;5 ngày                       | Không đọc được lúc tiếp nhận “13-02-2026”
--from;31/02/2026 09:00;--limit;5 ngày                 | Không đọc được lúc tiếp nhận “31/02/2026 09:00”
--from;2026-02-13T09:00;--limit;năm ngày               | Không đọc được thời hạn “năm ngày”
--from;2026-02-13T09:00;--limit;-5 ngày                | Không đọc được thời hạn “-5 ngày”
--from;2026-02-13T09:00;--procedure;9.999999           | không có
--from;2026-02-13T09:00;--procedure;1.001193;--case;x  | Thủ tục 1.001193 không có trường hợp “x”
--from;2026-02-13T09:00;--limit;5 ngày;--calendar;y    | Không có tệp lịch làm việc “y”
--form;2026-02-13T09:00                                | Không có lệnh hoặc tham số “--form
--from                                                 | Thiếu giá trị của tham số: --from
""")
  void aWrongQuestionEndsWithTwoAndSaysWhatToWrite(String arguments, String words) {
    assertThat(due(arguments.split(";"))).isEqualTo(2);
    assertThat(err).containsIgnoringCase(words).doesNotContain("\tat ");
    assertThat(out).isEmpty();
  }

  private static String[] with(String[] first, String... more) {
    String[] all = Arrays.copyOf(first, first.length + more.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return all;
  }
}
