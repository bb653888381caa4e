package vn.motcua.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.motcua.calendar.CalendarChange.Closed;
import vn.motcua.calendar.CalendarChange.Confirm;
import vn.motcua.calendar.CalendarChange.DaysOff;
import vn.motcua.calendar.CalendarChange.NewHours;
import vn.motcua.calendar.CalendarChange.Open;
import vn.motcua.calendar.CalendarChange.Swap;
import vn.motcua.calendar.CalendarChange.TakenOut;
import vn.motcua.calendar.CalendarChange.UpTo;
import vn.motcua.language.BadData;
import vn.motcua.language.Dates;

/** What an administrator enters during a year, and what comes of it. */
class CalendarTextTest {

  private static final String STANDARD = standard();

  @Test
  void nextYearIsEnteredWithItsDaysOff() {
    WorkingCalendar calendar =
        after(
            new UpTo(2028),
            new DaysOff(day("01/01/2028"), null, "Tết Dương lịch", "BLLĐ Điều 112", false),
            new DaysOff(day("25/01/2028"), day("31/01/2028"), "Tết Mậu Thân", "TB", false));

    assertThat(calendar.isWorkingDay(day("24/01/2028"))).isTrue();
    assertThat(calendar.isWorkingDay(day("31/01/2028"))).isFalse();
    assertThat(calendar.dayOff(day("26/01/2028")))
        .hasValueSatisfying(d -> assertThat(d.name()).isEqualTo("Tết Mậu Thân"));
  }

  @Test
  void aSwapIsADayOffAndASaturdayThatCounts() {
    WorkingCalendar calendar = after(new Swap(day("23/11/2026"), day("28/11/2026"), "CV 1/VPCP"));

    assertThat(calendar.day(day("23/11/2026"), null))
        .isEqualTo(
            new CalendarDay(
                day("23/11/2026"),
                CalendarDay.Kind.DAY_OFF,
                "Hoán đổi với ngày 28/11/2026",
                "CV 1/VPCP",
                false));
    assertThat(calendar.day(day("28/11/2026"), null))
        .isEqualTo(
            new CalendarDay(
                day("28/11/2026"),
                CalendarDay.Kind.MAKE_UP,
                "Làm bù ngày 23/11/2026",
                "CV 1/VPCP",
                false));
  }

  @Test
  void aStormClosesOneUnitAndNoOther() {
    WorkingCalendar calendar =
        after(new Closed("dac-khu-co-to", day("26/11/2026"), day("27/11/2026"), "Bão số 14", "CĐ"));

    assertThat(calendar.isWorkingDay(day("27/11/2026"), "dac-khu-co-to")).isFalse();
    assertThat(calendar.isWorkingDay(day("27/11/2026"))).isTrue();
  }

  @Test
  void newHoursEndTheOldOnesAndGiveThemBackAfterwards() {
    List<String> winter = List.of("08:00-11:30", "13:00-16:30");
    WorkingCalendar calendar =
        after(new NewHours(null, day("01/12/2026"), day("28/02/2027"), winter, "QĐ mùa đông"));

    assertThat(calendar.dayLength(day("30/11/2026"), null)).isEqualTo(Duration.ofMinutes(450));
    assertThat(calendar.dayLength(day("01/12/2026"), null)).isEqualTo(Duration.ofHours(7));
    assertThat(calendar.dayLength(day("26/02/2027"), null)).isEqualTo(Duration.ofHours(7));
    assertThat(calendar.dayLength(day("01/03/2027"), null)).isEqualTo(Duration.ofMinutes(450));
  }

  @Test
  void aUnitGetsHoursOfItsOwnAndThenOthers() {
    String text =
        CalendarText.apply(
            STANDARD,
            List.of(
                new NewHours("so-y-te", day("01/12/2026"), null, List.of("07:00-11:00"), "QĐ 1"),
                new NewHours("so-y-te", day("01/01/2027"), null, List.of("07:00-12:00"), "QĐ 2")));
    WorkingCalendar calendar = read(text);

    assertThat(calendar.dayLength(day("30/11/2026"), "so-y-te")).isEqualTo(Duration.ofMinutes(450));
    assertThat(calendar.dayLength(day("31/12/2026"), "so-y-te")).isEqualTo(Duration.ofHours(4));
    assertThat(calendar.dayLength(day("04/01/2027"), "so-y-te")).isEqualTo(Duration.ofHours(5));
    assertThat(text)
        .contains(
            "  - {unit: \"so-y-te\", from: 01/12/2026, to: 31/12/2026, sessions: [\"07:00-11:00\"],"
                + " basis: \"QĐ 1\"}\n");
  }

  @Test
  void anOpenSaturdayReceivesPeopleAndCountsForNothing() {
    WorkingCalendar calendar =
        after(
            new Open(
                "so-xay-dung",
                DayOfWeek.SATURDAY,
                day("01/12/2026"),
                null,
                List.of("07:30-11:30"),
                "QĐ"));

    assertThat(calendar.isOpen(at("08:00", "05/12/2026"), "so-xay-dung")).isTrue();
    assertThat(calendar.isOpen(at("08:00", "28/11/2026"), "so-xay-dung")).isFalse();
    assertThat(calendar.isWorkingDay(day("05/12/2026"), "so-xay-dung")).isFalse();
  }

  @Test
  void anEstimateIsConfirmedWithOtherDays() {
    WorkingCalendar calendar =
        after(new Confirm(day("05/02/2027"), day("04/02/2027"), day("10/02/2027"), "TB 1/TB-BNV"));

    assertThat(calendar.dayOff(day("04/02/2027")))
        .hasValueSatisfying(
            d -> {
              assertThat(d.estimated()).isFalse();
              assertThat(d.basis()).isEqualTo("TB 1/TB-BNV");
            });
    assertThat(calendar.isWorkingDay(day("11/02/2027"))).isTrue();
  }

  @Test
  void whatWasCalledOffIsTakenOut() {
    WorkingCalendar calendar = after(new TakenOut(null, day("24/11/2026"), "QĐ bãi bỏ"));

    assertThat(calendar.isWorkingDay(day("24/11/2026"))).isTrue();
  }

  @Test
  void theRestStaysWordForWordInTheOrderOfDates() {
    String once = CalendarText.apply(STANDARD, List.of());
    String swapped =
        CalendarText.apply(
            once, List.of(new Swap(day("23/11/2026"), day("28/11/2026"), "CV “1”/VPCP \"A\"")));

    assertThat(CalendarText.apply(once, List.of())).isEqualTo(once);
    assertThat(swapped.lines().toList()).containsSubsequence(once.lines().toList());
    assertThat(swapped.lines().toList())
        .containsSubsequence(
            "  - {from: 01/09/2026, to: 02/09/2026, name: \"Quốc khánh\", basis: \"Thông báo"
                + " 9441/TB-BNV\"}",
            "  - {day: 23/11/2026, name: \"Hoán đổi với ngày 28/11/2026\", basis: \"CV “1”/VPCP"
                + " \\\"A\\\"\"}",
            "  - {day: 24/11/2026, name: \"Ngày Văn hóa Việt Nam\", basis: \"Nghị quyết"
                + " 28/2026/QH16\"}");
  }

  @Test
  void everyDayIsWhatItWasAfterTheTextIsWrittenAnew() {
    WorkingCalendar before = read(STANDARD);
    WorkingCalendar after = after();

    day("01/01/2019")
        .datesUntil(day("01/01/2028"))
        .forEach(
            d -> {
              assertThat(after.day(d, null)).isEqualTo(before.day(d, null));
              ZonedDateTime nine = d.atTime(9, 0).atZone(WorkingCalendar.ZONE);
              String centre = "trung-tam-phuc-vu-hanh-chinh-cong";
              assertThat(after.isOpen(nine, centre)).isEqualTo(before.isOpen(nine, centre));
              assertThat(after.sameDayCutoff(d)).isEqualTo(before.sameDayCutoff(d));
            });
  }

  @Test
  void badEntriesAreRefusedWithTheirValue() {
    refused("năm 2028 chưa có ngày nghỉ nào", new UpTo(2028));
    refused("năm 2027 đã có trong lịch (lịch đến hết năm 2027)", new UpTo(2027));
    refused(
        "mục “Tết” có ngày 01/01/2028 nằm ngoài các năm 2019–2027",
        new DaysOff(day("01/01/2028"), null, "Tết", "BLLĐ", false));
    refused(
        "ngày 24/11/2026 được ghi hai lần: “Ngày Văn hóa Việt Nam” và “Nghỉ”",
        new DaysOff(day("24/11/2026"), null, "Nghỉ", "QĐ", false));
    refused(
        "mục “Nghỉ” thiếu ngày bắt đầu, nội dung hoặc căn cứ",
        new DaysOff(day("25/11/2026"), null, "Nghỉ", " ", false));
    refused(
        "thiếu ngày bắt đầu, nội dung hoặc căn cứ", new DaysOff(null, null, "Nghỉ", "QĐ", false));
    refused(
        "mục “” thiếu ngày bắt đầu, nội dung hoặc căn cứ",
        new DaysOff(day("25/11/2026"), null, "", "QĐ", false));
    refused(
        "mục “Nghỉ” kết thúc (25/11/2026) trước khi bắt đầu (26/11/2026)",
        new DaysOff(day("26/11/2026"), day("25/11/2026"), "Nghỉ", "QĐ", false));
    refused(
        "ngày 28/11/2026 là thứ Bảy hoặc Chủ nhật",
        new Swap(day("28/11/2026"), day("05/12/2026"), "CV"));
    refused(
        "ngày làm bù 25/11/2026 (“Làm bù ngày 23/11/2026”) không phải thứ Bảy hoặc Chủ nhật",
        new Swap(day("23/11/2026"), day("25/11/2026"), "CV"));
    refused("hoán đổi cần đủ ngày nghỉ và ngày làm bù", new Swap(day("23/11/2026"), null, "CV"));
    refused(
        "buổi làm việc “7h-11h” không hợp lệ",
        new NewHours("so-y-te", day("01/12/2026"), null, List.of("7h-11h"), "QĐ"));
    refused(
        "không có ngày nghỉ dự kiến nào gồm ngày “24/11/2026”",
        new Confirm(day("24/11/2026"), null, null, "TB"));
    refused(
        "không có ngày nghỉ, ngày làm bù hay đợt đóng cửa nào bắt đầu từ ngày “25/11/2026”",
        new TakenOut(null, day("25/11/2026"), "QĐ"));
    refused(
        "mục “Bão” thiếu ngày bắt đầu, nội dung hoặc căn cứ",
        new Closed("so-y-te", day("25/11/2026"), null, "Bão", null));
  }

  private static void refused(String words, CalendarChange change) {
    assertThatThrownBy(() -> CalendarText.apply(STANDARD, List.of(change)))
        .isInstanceOf(BadData.class)
        .hasMessageStartingWith("Lịch làm việc: ")
        .hasMessageContaining(words);
  }

  private static WorkingCalendar after(CalendarChange... changes) {
    return read(CalendarText.apply(STANDARD, List.of(changes)));
  }

  private static WorkingCalendar read(String text) {
    return CalendarStore.read(text, "lich.yaml");
  }

  private static String standard() {
    try (InputStream in = CalendarTextTest.class.getResourceAsStream("/calendar.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LocalDate day(String day) {
    return Dates.parse(day);
  }

  private static ZonedDateTime at(String time, String day) {
    return ZonedDateTime.of(Dates.parse(day), LocalTime.parse(time), WorkingCalendar.ZONE);
  }
}
