package vn.motcua.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.language.BadData;
import vn.motcua.language.Dates;

/** The file that an administrator edits once a year. */
class CalendarDataTest {

  private static final String PLAIN =
      """
      firstYear: 2026
      lastYear: 2026
      hours:
        - {from: 01/01/2026, sessions: ["07:30-11:30", "13:30-17:00"], basis: mặc định}
      """;

  private final WorkingCalendar standard = WorkingCalendar.standard();

  @Test
  void aYearBeforeOrAfterTheDataIsRefusedByName() {
    assertThatThrownBy(() -> standard.isWorkingDay(Dates.parse("31/12/2018")))
        .isInstanceOf(YearNotInCalendar.class)
        .hasMessageContaining("chưa có dữ liệu năm 2018")
        .hasMessageContaining("từ năm 2019 đến hết năm 2027");
    assertThatThrownBy(
            () -> standard.due(at("08:00", "20/12/2027"), TimeLimit.parse("30 ngày làm việc")))
        .isInstanceOf(YearNotInCalendar.class)
        .hasMessageContaining("chưa có dữ liệu năm 2028");
    assertThatThrownBy(() -> standard.due(at("08:00", "20/11/2026"), TimeLimit.parse("36 tháng")))
        .hasMessageContaining("chưa có dữ liệu năm 2029");
    assertThatThrownBy(
            () ->
                standard.due(
                    at("08:00", "20/11/2026"), TimeLimit.parse("999999999999 giờ làm việc")))
        .isInstanceOf(YearNotInCalendar.class);
  }

  @Test
  void everyDayOffOfTheWeekCanBeExplained() {
    assertThat(standard.dayOff(Dates.parse("24/11/2026")))
        .hasValueSatisfying(
            d -> {
              assertThat(d.name()).isEqualTo("Ngày Văn hóa Việt Nam");
              assertThat(d.basis()).contains("28/2026/QH16");
              assertThat(d.estimated()).isFalse();
            });
    assertThat(standard.dayOff(Dates.parse("05/02/2027")))
        .hasValueSatisfying(d -> assertThat(d.estimated()).isTrue());
    assertThat(standard.dayOff(Dates.parse("25/11/2026"))).isEmpty();
  }

  @Test
  void aMomentInAnotherZoneIsTheSameMoment() {
    ZonedDateTime utc = ZonedDateTime.of(2026, 11, 5, 18, 30, 0, 0, ZoneOffset.UTC);

    assertThat(standard.due(utc, TimeLimit.parse("1 ngày làm việc")))
        .isEqualTo(at("17:00", "09/11/2026"));
  }

  @Test
  void theCentreIsOpenOnSaturdayMorningYetSaturdayCountsForNoLimit() {
    String centre = "trung-tam-phuc-vu-hanh-chinh-cong";

    assertThat(standard.isOpen(at("09:00", "07/11/2026"), centre)).isTrue();
    assertThat(standard.isOpen(at("14:00", "07/11/2026"), centre)).isFalse();
    assertThat(standard.isOpen(at("09:00", "07/11/2026"), "so-tu-phap")).isFalse();
    assertThat(standard.isOpen(at("09:00", "05/11/2026"), "so-tu-phap")).isTrue();
    assertThat(standard.isWorkingDay(Dates.parse("07/11/2026"), centre)).isFalse();
    assertThat(standard.due(at("09:00", "07/11/2026"), TimeLimit.parse("1 ngày làm việc"), centre))
        .isEqualTo(at("17:00", "09/11/2026"));
  }

  @Test
  void aUnitWithHoursOfItsOwnClosesByThem() {
    WorkingCalendar calendar =
        read(
            PLAIN
                + "  - {unit: xa-ba-che, from: 01/11/2026, to: 31/12/2026,"
                + " sessions: [\"08:00-11:30\", \"13:00-16:30\"], basis: QĐ mùa đông}\n");
    TimeLimit limit = TimeLimit.parse("2 ngày làm việc");

    assertThat(calendar.due(at("08:00", "05/11/2026"), limit, "xa-ba-che"))
        .isEqualTo(at("16:30", "09/11/2026"));
    assertThat(calendar.due(at("08:00", "29/10/2026"), limit, "xa-ba-che"))
        .isEqualTo(at("16:30", "02/11/2026"));
    assertThat(calendar.due(at("08:00", "05/11/2026"), limit)).isEqualTo(at("17:00", "09/11/2026"));
    assertThat(calendar.dayLength(Dates.parse("05/11/2026"), "xa-ba-che"))
        .isEqualTo(Duration.ofHours(7));
  }

  @Test
  void aDayClosedByStormDoesNotCountWhereItIsClosed() {
    WorkingCalendar calendar =
        read(
            PLAIN
                + "closures:\n"
                + "  - {unit: dac-khu-co-to, day: 06/11/2026, name: Bão, basis: Công điện}\n");
    TimeLimit limit = TimeLimit.parse("1 ngày làm việc");

    assertThat(calendar.due(at("08:00", "05/11/2026"), limit, "dac-khu-co-to"))
        .isEqualTo(at("17:00", "09/11/2026"));
    assertThat(calendar.due(at("08:00", "05/11/2026"), limit)).isEqualTo(at("17:00", "06/11/2026"));
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
"""
daysOff: [{day: 31/02/2026, name: A, basis: B}]           | daysOff.[1].from: giá trị “31/02/2026” không hợp lệ
daysOff: [{dya: 01/02/2026, name: A, basis: B}]           | không có mục nào tên là “dya”
daysOff: [{day: 01/01/2026, name: Tết}]                   | mục “Tết” thiếu ngày bắt đầu, nội dung hoặc căn cứ
daysOff: [{from: 05/01/2026, to: 01/01/2026, name: Tết, basis: B}] | mục “Tết” kết thúc (01/01/2026) trước khi bắt đầu (05/01/2026)
daysOff: [{day: 01/01/2027, name: Tết, basis: B}]         | mục “Tết” có ngày 01/01/2027 nằm ngoài các năm 2026–2026
daysOff: [{day: 01/01/2026, name: A, basis: B}, {day: 01/01/2026, name: C, basis: D}] | ngày 01/01/2026 được ghi hai lần: “A” và “C”
makeUpDays: [{day: 05/01/2026, name: A, basis: B}]        | ngày làm bù 05/01/2026 (“A”) không phải thứ Bảy hoặc Chủ nhật
openDays: [{weekday: SATURDAY, from: 01/01/2026, sessions: ["11:30-07:30"], basis: B}] | buổi làm việc “11:30-07:30” không hợp lệ
""")
  void dataThatDoNotFitAreRefusedWithTheirEntry(String entry, String message) {
    assertThatThrownBy(() -> read(PLAIN + entry + "\n"))
        .isInstanceOf(BadData.class)
        .hasMessageStartingWith("lich.yaml")
        .hasMessageContaining(message);
  }

  @Test
  void hoursThatOverlapOrLackADayAreRefused() {
    assertThatThrownBy(
            () ->
                read(
                    PLAIN + "  - {from: 01/06/2026, sessions: [\"07:00-11:00\"], basis: mùa hè}\n"))
        .hasMessageContaining("chồng nhau từ ngày 01/06/2026");
    assertThatThrownBy(() -> read(PLAIN.replace("from: 01/01/2026", "from: 01/02/2026")))
        .hasMessageContaining("không có quy định giờ làm việc cho ngày 01/01/2026");
  }

  private static WorkingCalendar read(String yaml) {
    return WorkingCalendar.read(
        new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "lich.yaml");
  }

  private static ZonedDateTime at(String time, String day) {
    return ZonedDateTime.of(Dates.parse(day), LocalTime.parse(time), WorkingCalendar.ZONE);
  }
}
