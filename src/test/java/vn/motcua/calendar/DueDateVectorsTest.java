package vn.motcua.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.language.Dates;

/** What a clerk would count with the printed calendar at hand. */
class DueDateVectorsTest {

  private final WorkingCalendar calendar = WorkingCalendar.standard();

  @ParameterizedTest(name = "{0} + {1} = {2}")
  @CsvSource({
    "24/04/2019, 3 ngày làm việc, 02/05/2019",
    "24/04/2019, 5 ngày làm việc, 04/05/2019",
    "01/02/2019, 5 ngày làm việc, 15/02/2019",
    "30/08/2019, 1 ngày làm việc, 03/09/2019",
    "22/01/2020, 3 ngày làm việc, 03/02/2020",
    "29/04/2021, 3 ngày làm việc, 06/05/2021",
    "28/04/2023, 2 ngày làm việc, 05/05/2023",
    "26/04/2024, 3 ngày làm việc, 04/05/2024",
    "25/04/2025, 3 ngày làm việc, 29/04/2025",
    "31/12/2025, 3 ngày làm việc, 07/01/2026",
    "13/02/2026, 5 ngày làm việc, 27/02/2026",
    "20/08/2026, 3 ngày làm việc, 24/08/2026",
    "27/08/2026, 5 ngày làm việc, 08/09/2026",
    "23/11/2026, 1 ngày làm việc, 25/11/2026",
    "19/04/2019, 10 ngày, 02/05/2019",
    "19/04/2023, 10 ngày, 04/05/2023",
    "02/02/2026, 15 ngày, 23/02/2026",
    "21/08/2026, 10 ngày, 03/09/2026",
    "31/01/2026, 1 tháng, 02/03/2026"
  })
  void aLimitInDaysEndsWhenItsLastDayCloses(String received, String limit, String due) {
    ZonedDateTime at = at("09:12", received);

    assertThat(calendar.due(at, TimeLimit.parse(limit))).isEqualTo(at("17:00", due));
  }

  @Test
  void fourWorkingHoursTakenInTheLateAfternoonEndTheNextMorning() {
    assertThat(calendar.due(at("15:30", "05/11/2026"), TimeLimit.parse("4 giờ làm việc")))
        .isEqualTo(at("10:00", "06/11/2026"));
  }

  @ParameterizedTest(name = "{0} {1} + {2} = {3} {4}")
  @CsvSource({
    "16:40, 05/11/2026, '1,5 ngày làm việc', 11:30, 09/11/2026",
    "08:00, 05/11/2026, '3,25 ngày làm việc', 09:30, 11/11/2026",
    "08:00, 05/11/2026, '0,5 ngày làm việc', 14:00, 05/11/2026",
    "15:30, 05/11/2026, '0,25 ngày làm việc', 08:00, 06/11/2026",
    "16:59, 05/11/2026, '0,99 ngày làm việc', 17:00, 06/11/2026",
    "08:00, 05/11/2026, '1,99 ngày làm việc', 17:00, 09/11/2026",
    "08:00, 05/11/2026, '12,5 ngày', 11:30, 18/11/2026",
    "08:00, 06/11/2026, '0,5 ngày', 14:00, 06/11/2026",
    "08:00, 05/11/2026, '0,5 tháng', 17:00, 20/11/2026",
    "08:00, 05/11/2026, '8 giờ làm việc', 08:30, 06/11/2026",
    "11:00, 07/11/2026, '2 giờ làm việc', 09:30, 09/11/2026"
  })
  void aFractionIsCountedInWorkingHours(
      String time, String day, String limit, String dueTime, String dueDay) {
    assertThat(calendar.due(at(time, day), TimeLimit.parse(limit))).isEqualTo(at(dueTime, dueDay));
  }

  @ParameterizedTest(name = "{0} {1} is due {2}")
  @CsvSource({
    "08:00, 05/11/2026, 05/11/2026",
    "15:00, 05/11/2026, 05/11/2026",
    "15:01, 05/11/2026, 06/11/2026",
    "16:00, 06/11/2026, 09/11/2026",
    "09:00, 07/11/2026, 09/11/2026",
    "15:30, 23/11/2026, 25/11/2026"
  })
  void whatIsDueTheSameDayMovesWhenReceivedAfterThreeOClock(String time, String day, String due) {
    assertThat(calendar.due(at(time, day), TimeLimit.parse("trong ngày làm việc")))
        .isEqualTo(at("17:00", due));
  }

  @Test
  void noTimeAtAllEndsAtOnceOrWhenWorkNextBegins() {
    TimeLimit none = TimeLimit.parse("0 ngày làm việc");

    assertThat(calendar.due(at("08:00", "05/11/2026"), none)).isEqualTo(at("08:00", "05/11/2026"));
    assertThat(calendar.due(at("12:00", "05/11/2026"), none)).isEqualTo(at("13:30", "05/11/2026"));
    assertThat(calendar.due(at("18:00", "06/11/2026"), none)).isEqualTo(at("07:30", "09/11/2026"));
  }

  @ParameterizedTest(name = "{0}: {1} days")
  @CsvSource({
    "2019, 252",
    "2020, 252",
    "2021, 250",
    "2022, 249",
    "2023, 249",
    "2024, 251",
    "2025, 250",
    "2026, 249"
  })
  void aYearHasAsManyWorkingDaysAsThePublishedTable(int year, int days) {
    assertThat(LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1)))
        .filteredOn(calendar::isWorkingDay)
        .hasSize(days);
  }

  private static ZonedDateTime at(String time, String day) {
    return ZonedDateTime.of(Dates.parse(day), LocalTime.parse(time), WorkingCalendar.ZONE);
  }
}
