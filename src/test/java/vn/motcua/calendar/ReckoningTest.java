package vn.motcua.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import vn.motcua.language.Dates;

/** Why a limit ends when it does, in words that a person can check against a printed calendar. */
class ReckoningTest {

  private static final WorkingCalendar STANDARD = WorkingCalendar.standard();
  private static final WorkingCalendar UNITS =
      WorkingCalendar.read(
          ReckoningTest.class.getResourceAsStream("/calendar-units.yaml"), "calendar-units.yaml");

  @Test
  void workingDaysOverTetAreNumberedAndEveryDayOffIsNamed() {
    Reckoning reckoning = reckon("09:00", "13/02/2026", "5 ngày làm việc");

    assertThat(reckoning.lines())
        .containsExactly(
            "Thứ Sáu 13/02/2026: không tính, ngày tiếp nhận (Bộ luật Dân sự Điều 147 khoản 2)",
            "Thứ Bảy 14/02/2026: không tính, nghỉ hằng tuần",
            "Chủ nhật 15/02/2026: không tính, nghỉ hằng tuần",
            "Thứ Hai 16/02/2026: không tính, Tết Nguyên đán Bính Ngọ (Thông báo 9441/TB-BNV)",
            "Thứ Ba 17/02/2026: không tính, Tết Nguyên đán Bính Ngọ (Thông báo 9441/TB-BNV)",
            "Thứ Tư 18/02/2026: không tính, Tết Nguyên đán Bính Ngọ (Thông báo 9441/TB-BNV)",
            "Thứ Năm 19/02/2026: không tính, Tết Nguyên đán Bính Ngọ (Thông báo 9441/TB-BNV)",
            "Thứ Sáu 20/02/2026: không tính, Tết Nguyên đán Bính Ngọ (Thông báo 9441/TB-BNV)",
            "Thứ Bảy 21/02/2026: không tính, nghỉ hằng tuần",
            "Chủ nhật 22/02/2026: không tính, nghỉ hằng tuần",
            "Thứ Hai 23/02/2026: ngày thứ 1",
            "Thứ Ba 24/02/2026: ngày thứ 2",
            "Thứ Tư 25/02/2026: ngày thứ 3",
            "Thứ Năm 26/02/2026: ngày thứ 4",
            "Thứ Sáu 27/02/2026: ngày thứ 5, hết hạn lúc 17:00");
    assertThat(reckoning.summary())
        .isEqualTo(
            "Tiếp nhận lúc 09:00 ngày 13/02/2026, thời hạn 5 ngày làm việc, hết hạn lúc 17:00 ngày"
                + " 27/02/2026: chỉ tính ngày làm việc, không tính ngày tiếp nhận; không tính 9"
                + " ngày nghỉ (nghỉ hằng tuần, Tết Nguyên đán Bính Ngọ).");
  }

  @Test
  void aMakeUpSaturdayCountsAndSaysForWhichDay() {
    Reckoning reckoning = reckon("09:00", "20/08/2026", "3 ngày làm việc");

    assertThat(reckoning.lines())
        .contains(
            "Thứ Bảy 22/08/2026: ngày thứ 2, Làm bù ngày 31/08/2026 (Thông báo 9441/TB-BNV)",
            "Thứ Hai 24/08/2026: ngày thứ 3, hết hạn lúc 17:00");
    assertThat(reckoning.summary()).contains("; có tính ngày làm bù 22/08/2026.");
  }

  @Test
  void daysRunThroughDaysOffAndALastDayOffMovesOn() {
    Reckoning reckoning = reckon("09:00", "19/04/2023", "10 ngày");

    assertThat(reckoning.lines())
        .hasSize(16)
        .contains(
            "Thứ Sáu 21/04/2023: ngày thứ 2",
            "Thứ Bảy 22/04/2023: ngày thứ 3, tính cả ngày nghỉ: nghỉ hằng tuần")
        .containsSubsequence(
            "Thứ Bảy 29/04/2023: ngày thứ 10, ngày cuối của thời hạn nhưng là ngày nghỉ (nghỉ hằng"
                + " tuần): chuyển sang ngày làm việc tiếp theo (Bộ luật Dân sự Điều 148 khoản 5)",
            "Chủ nhật 30/04/2023: không tính, nghỉ hằng tuần",
            "Thứ Hai 01/05/2023: không tính, Quốc tế lao động (Bộ luật Lao động 45/2019/QH14 Điều"
                + " 112)",
            "Thứ Năm 04/05/2023: ngày làm việc tiếp theo, hết hạn lúc 17:00");
    assertThat(reckoning.summary())
        .endsWith(
            "tính cả ngày nghỉ, không tính ngày tiếp nhận; ngày cuối 29/04/2023 là ngày nghỉ nên"
                + " chuyển sang ngày làm việc tiếp theo.");
  }

  @Test
  void aMonthWithoutTheDayEndsOnItsLastOne() {
    Reckoning reckoning = reckon("09:00", "31/01/2026", "1 tháng");

    assertThat(reckoning.lines())
        .anyMatch(
            line ->
                line.startsWith(
                    "Thứ Bảy 28/02/2026: ngày thứ 28, tròn 1 tháng: tháng này không có ngày 31 nên"
                        + " lấy ngày cuối tháng (Bộ luật Dân sự Điều 148 khoản 3), ngày cuối của"
                        + " thời hạn nhưng là ngày nghỉ"));
    assertThat(reckoning.lines())
        .last()
        .isEqualTo("Thứ Hai 02/03/2026: ngày làm việc tiếp theo, hết hạn lúc 17:00");
  }

  @Test
  void hoursSayHowMuchOfEachDayIsUsed() {
    assertThat(reckon("15:30", "05/11/2026", "4 giờ làm việc").lines())
        .containsExactly(
            "Thứ Năm 05/11/2026: tính 1 giờ 30 phút",
            "Thứ Sáu 06/11/2026: tính 2 giờ 30 phút, hết hạn lúc 10:00");
    assertThat(reckon("17:30", "06/11/2026", "2 giờ làm việc").lines())
        .containsExactly(
            "Thứ Sáu 06/11/2026: không tính, đã hết giờ làm việc",
            "Thứ Bảy 07/11/2026: không tính, nghỉ hằng tuần",
            "Chủ nhật 08/11/2026: không tính, nghỉ hằng tuần",
            "Thứ Hai 09/11/2026: tính 2 giờ, hết hạn lúc 09:30");
  }

  @Test
  void aPartOfADayAfterWholeDaysIsSaidInHours() {
    assertThat(reckon("16:40", "05/11/2026", "1,5 ngày làm việc").lines())
        .endsWith(
            "Thứ Sáu 06/11/2026: ngày thứ 1",
            "Thứ Bảy 07/11/2026: không tính, nghỉ hằng tuần",
            "Chủ nhật 08/11/2026: không tính, nghỉ hằng tuần",
            "Thứ Hai 09/11/2026: tính thêm 4 giờ cho phần lẻ của ngày, hết hạn lúc 11:30");
  }

  @Test
  void whatIsDueTheSameDaySaysTheCutOffHour() {
    Reckoning late = reckon("15:30", "23/11/2026", "trong ngày làm việc");

    assertThat(late.lines())
        .containsExactly(
            "Thứ Hai 23/11/2026: không tính, tiếp nhận sau 15:00 (Nghị định 23/2015/NĐ-CP Điều 7;"
                + " Luật Hộ tịch Điều 5 khoản 3)",
            "Thứ Ba 24/11/2026: không tính, Ngày Văn hóa Việt Nam (Nghị quyết 28/2026/QH16)",
            "Thứ Tư 25/11/2026: trả trong ngày này, hết hạn lúc 17:00");
    assertThat(late.summary())
        .contains("tiếp nhận sau 15:00 nên trả trong ngày làm việc tiếp theo");
    assertThat(reckon("09:00", "23/11/2026", "trong ngày làm việc").lines())
        .containsExactly("Thứ Hai 23/11/2026: trả trong ngày này, hết hạn lúc 17:00");
  }

  @Test
  void aClosureByStormIsSaidWhereItIsAndNowhereElse() {
    ZonedDateTime start = at("09:00", "05/11/2026");
    TimeLimit limit = TimeLimit.parse("1 ngày làm việc");

    assertThat(UNITS.reckon(start, limit, "bao").lines())
        .contains("Thứ Sáu 06/11/2026: không tính, đóng cửa: Bão số 9 (Công điện)")
        .last()
        .isEqualTo("Thứ Tư 11/11/2026: ngày thứ 1, hết hạn lúc 17:00");
    assertThat(UNITS.reckon(start, limit, "mua").lines())
        .last()
        .isEqualTo("Thứ Sáu 06/11/2026: ngày thứ 1, hết hạn lúc 16:30");
  }

  @Test
  void aDayOffThatIsOnlyExpectedIsSaidToBeSo() {
    Reckoning reckoning = reckon("09:00", "04/02/2027", "1 ngày làm việc");

    assertThat(reckoning.lines())
        .contains(
            "Thứ Sáu 05/02/2027: không tính, Tết Nguyên đán Đinh Mùi, gồm nghỉ bù (Bộ luật Lao động"
                + " 45/2019/QH14 Điều 112; dự kiến, chưa có thông báo năm 2027); dự kiến, chưa có"
                + " thông báo chính thức");
    assertThat(reckoning.summary())
        .endsWith(
            "; Tết Nguyên đán Đinh Mùi, gồm nghỉ bù mới là dự kiến, chưa có thông báo chính thức.");
  }

  @Test
  void aLongLimitIsTheDaysThatMakeADifferenceAndNothingElse() {
    assertThat(reckon("09:00", "02/03/2026", "12 tháng").lines())
        .containsExactly(
            "Thứ Hai 02/03/2026: không tính, ngày tiếp nhận (Bộ luật Dân sự Điều 147 khoản 2)",
            "Thứ Ba 03/03/2026 – Thứ Hai 01/03/2027: ngày thứ 1 đến ngày thứ 364",
            "Thứ Ba 02/03/2027: ngày thứ 365, tròn 12 tháng, hết hạn lúc 17:00");
    assertThat(reckon("09:00", "16/07/2026", "60 ngày làm việc").lines())
        .containsExactly(
            "Thứ Năm 16/07/2026: không tính, ngày tiếp nhận (Bộ luật Dân sự Điều 147 khoản 2)",
            "Thứ Sáu 17/07/2026 – Thứ Sáu 21/08/2026: ngày thứ 1 đến ngày thứ 26, không tính nghỉ"
                + " hằng tuần",
            "Thứ Bảy 22/08/2026: ngày thứ 27, Làm bù ngày 31/08/2026 (Thông báo 9441/TB-BNV)",
            "Chủ nhật 23/08/2026 – Chủ nhật 30/08/2026: ngày thứ 28 đến ngày thứ 32, không tính"
                + " nghỉ hằng tuần",
            "Thứ Hai 31/08/2026: không tính, Hoán đổi với thứ Bảy 22/08/2026 (Thông báo"
                + " 9441/TB-BNV)",
            "Thứ Ba 01/09/2026 – Thứ Tư 02/09/2026: không tính, Quốc khánh (Thông báo 9441/TB-BNV)",
            "Thứ Năm 03/09/2026 – Chủ nhật 11/10/2026: ngày thứ 33 đến ngày thứ 59, không tính nghỉ"
                + " hằng tuần",
            "Thứ Hai 12/10/2026: ngày thứ 60, hết hạn lúc 17:00");
  }

  @Test
  void everyDayStaysInTheAccountHoweverFewTheLines() {
    Reckoning reckoning = reckon("09:00", "02/03/2026", "12 tháng");

    assertThat(reckoning.days()).hasSize(366);
    assertThat(reckoning.words(reckoning.days().get(4), Locale.ENGLISH))
        .isEqualTo("Friday 06/03/2026: day 4");
  }

  @Test
  void theSameIsSaidInEnglish() {
    Reckoning reckoning = reckon("09:00", "13/02/2026", "5 ngày làm việc");

    assertThat(reckoning.summary(Locale.ENGLISH))
        .startsWith("Received at 09:00 on 13/02/2026, limit 5 ngày làm việc, ends at 17:00 on")
        .contains("9 days off do not count");
    assertThat(reckoning.lines(Locale.ENGLISH))
        .last()
        .isEqualTo("Friday 27/02/2026: day 5, ends at 17:00");
  }

  @Test
  void aDayClosesOrTheNextWorkingOneDoes() {
    assertThat(STANDARD.closing(Dates.parse("13/02/2026"), null))
        .isEqualTo(at("17:00", "13/02/2026"));
    assertThat(STANDARD.closing(Dates.parse("14/02/2026"), null))
        .isEqualTo(at("17:00", "23/02/2026"));
    assertThat(UNITS.closing(Dates.parse("06/11/2026"), "sang"))
        .isEqualTo(at("11:00", "06/11/2026"));
  }

  private static Reckoning reckon(String time, String day, String limit) {
    return STANDARD.reckon(at(time, day), TimeLimit.parse(limit), null);
  }

  private static ZonedDateTime at(String time, String day) {
    return ZonedDateTime.of(Dates.parse(day), LocalTime.parse(time), WorkingCalendar.ZONE);
  }
}
