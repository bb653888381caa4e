package vn.motcua.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.language.BadData;
import vn.motcua.language.Dates;
import vn.motcua.procedure.Procedure;

/** What the law leaves open is dated data with its basis; a procedure's own rule goes before it. */
class PoliciesTest {

  private static final LocalDate TODAY = Dates.parse("23/11/2026");

  private final Policies shipped = Policies.standard();

  @Test
  void theShippedPoliciesAreThoseOfTheDecree() {
    Procedure plain = procedure(Map.of());
    assertThat(shipped.supplementRequests(plain, TODAY).value()).isEqualTo(1);
    assertThat(shipped.supplementRequestWithin(plain, TODAY))
        .isEqualTo(
            new Policy<>(TimeLimit.parse("3 ngày làm việc"), "NĐ 61/2018/NĐ-CP Điều 19 khoản 4"));
    assertThat(shipped.applicantDeadline(plain, TODAY).value()).isEmpty();
    assertThat(shipped.supplementClock(plain, TODAY).value()).isEqualTo(SupplementClock.RESTART);
    assertThat(shipped.supplementExpiry(plain, TODAY).value()).isEqualTo(SupplementExpiry.REMIND);
    assertThat(shipped.apologyLeadTime(plain, TODAY).value()).isEqualTo(TimeLimit.parse("1 ngày"));
    assertThat(shipped.apologies(plain, TODAY).value()).isEqualTo(1);
    assertThat(shipped.consultSilence(plain, TODAY).value()).isEqualTo(ConsultSilence.ESCALATE);
  }

  @Test
  void aFactOfTheModelGoesBeforeTheData() {
    Procedure own =
        procedure(
            Map.of(
                "supplement.applicantDeadline", "60 ngày",
                "consult.silence", "CONSENT",
                "legalBasis", "NĐ 217/2026/NĐ-CP Điều 54\nLuật Xây dựng"));
    assertThat(shipped.applicantDeadline(own, TODAY).value()).contains(TimeLimit.parse("60 ngày"));
    assertThat(shipped.consultSilence(own, TODAY))
        .isEqualTo(
            new Policy<>(ConsultSilence.CONSENT, "NĐ 217/2026/NĐ-CP Điều 54; Luật Xây dựng"));
    assertThat(shipped.supplementClock(own, TODAY).basis()).contains("61/2018");
    assertThat(
            shipped.consultSilence(procedure(Map.of("consult.silence", "REMIND")), TODAY).basis())
        .isEqualTo("Quy định riêng của thủ tục 1.000111");
  }

  @Test
  void eachDayHasTheRuleOfItsPeriod() {
    Policies two =
        read(
            "supplement.maxRequests",
            "{from: 01/01/2027, value: 2, basis: mới}",
            "{from: 01/01/2020, to: 31/12/2026, value: 1, basis: cũ}");
    Procedure plain = procedure(Map.of());
    assertThat(two.supplementRequests(plain, Dates.parse("31/12/2026")))
        .isEqualTo(new Policy<>(1, "cũ"));
    assertThat(two.supplementRequests(plain, Dates.parse("01/01/2027")))
        .isEqualTo(new Policy<>(2, "mới"));
    assertThatThrownBy(() -> two.supplementRequests(plain, Dates.parse("31/12/2019")))
        .isInstanceOf(NoPolicy.class)
        .hasMessageContaining("Chưa có quy định về “supplement.maxRequests” cho ngày 31/12/2019");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {from: 01/01/2020, to: 31/12/2026, value: 1, basis: a}; {from: 31/12/2026, value: 2, basis: b} | chồng nhau từ ngày 31/12/2026
          {from: 01/01/2020, value: 1, basis: a}; {from: 01/01/2027, value: 2, basis: b}                 | chồng nhau từ ngày 01/01/2027
          {from: 01/01/2020, to: 30/12/2026, value: 1, basis: a}; {from: 01/01/2027, value: 2, basis: b} | tiếp sau ngày 30/12/2026
          {from: 01/01/2020, to: 31/12/2026, value: 1, basis: a}                                         | tiếp sau ngày 31/12/2026
          {from: 01/01/2020, to: 31/12/2019, value: 1, basis: a}                                         | kết thúc (31/12/2019) trước khi bắt đầu (01/01/2020)
          {from: 01/01/2020, value: 1}                                                                   | thiếu ngày bắt đầu (from), giá trị (value) hoặc căn cứ
          {from: 01/01/2020, basis: a}                                                                   | thiếu ngày bắt đầu (from), giá trị (value) hoặc căn cứ
          {value: 1, basis: a}                                                                           | thiếu ngày bắt đầu (from), giá trị (value) hoặc căn cứ
          {from: 01/01/2020, value: một, basis: a}                                                       | không nhận giá trị “một”. Hãy ghi một số từ 1 đến 99
          {from: 01/01/2020, value: 0, basis: a}                                                         | không nhận giá trị “0”
          """)
  void whatDoesNotFitIsRefusedWithItsSwitch(String periods, String says) {
    assertThatThrownBy(() -> read("supplement.maxRequests", periods.split("; ")))
        .isInstanceOf(BadData.class)
        .hasMessageContaining("thử.yaml")
        .hasMessageContaining("“supplement.maxRequests”")
        .hasMessageContaining(says);
  }

  @ParameterizedTest
  @CsvSource({
    "consult.silence, AGREE, 'Hãy chọn một trong: CONSENT, REMIND, ESCALATE'",
    "supplement.requestWithin, không, 'ví dụ “3 ngày làm việc”'",
    "supplement.applicantDeadline, mãi mãi, 'hoặc “không”'"
  })
  void eachSwitchSaysWhatItTakes(String word, String value, String says) {
    assertThatThrownBy(() -> read(word, "{from: 01/01/2020, value: %s, basis: a}".formatted(value)))
        .isInstanceOf(BadData.class)
        .hasMessageContaining(value)
        .hasMessageContaining(says);
  }

  @Test
  void anUnknownOrMissingSwitchIsRefused() {
    assertThatThrownBy(
            () -> read("supplement.maxRequest", "{from: 01/01/2020, value: 1, basis: a}"))
        .isInstanceOf(BadData.class)
        .hasMessageContaining("không có chính sách “supplement.maxRequest”");
    assertThatThrownBy(() -> file("policies:\n"))
        .isInstanceOf(BadData.class)
        .hasMessageContaining("thiếu chính sách “supplement.maxRequests”");
  }

  /** All switches sound, this one with these periods. */
  private static Policies read(String word, String... periods) {
    Map<String, String> sound =
        Stream.of(PolicySwitch.values())
            .collect(Collectors.toMap(PolicySwitch::word, PoliciesTest::soundValue));
    sound.remove(word);
    StringBuilder text = new StringBuilder("policies:\n");
    sound.forEach(
        (each, value) ->
            text.append(
                "  %s: [{from: 01/01/2020, value: %s, basis: a}]%n".formatted(each, value)));
    text.append("  %s:%n".formatted(word));
    List.of(periods).forEach(period -> text.append("    - %s%n".formatted(period)));
    return file(text.toString());
  }

  private static String soundValue(PolicySwitch each) {
    return Stream.of("1", "1 ngày", "RESTART", "REMIND", "15:00")
        .filter(value -> reads(each, value))
        .findFirst()
        .orElseThrow();
  }

  private static boolean reads(PolicySwitch each, String value) {
    try {
      each.read(value);
      return true;
    } catch (IllegalArgumentException other) {
      return false;
    }
  }

  private static Policies file(String text) {
    return Policies.read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "thử.yaml");
  }

  private static Procedure procedure(Map<String, String> facts) {
    return new Procedure(
        "procedure-1.000111",
        "1.000111",
        "Thủ tục",
        "Lĩnh vực",
        List.of("tinh"),
        "so-tu-phap",
        List.of(),
        List.of(),
        Map.of(),
        List.of(),
        Map.of(),
        facts);
  }
}
