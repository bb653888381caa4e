package vn.motcua.calendar;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** The shape of calendar.yaml; the file itself says what each list means. */
record CalendarData(
    int firstYear,
    int lastYear,
    List<DayOff> daysOff,
    List<MakeUpDay> makeUpDays,
    List<Closure> closures,
    List<Hours> hours,
    List<OpenDay> openDays,
    List<Cutoff> sameDayCutoff) {

  CalendarData {
    daysOff = orNone(daysOff);
    makeUpDays = orNone(makeUpDays);
    closures = orNone(closures);
    hours = orNone(hours);
    openDays = orNone(openDays);
    sameDayCutoff = orNone(sameDayCutoff);
  }

  private static <T> List<T> orNone(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  /** A day of weekly rest on which people work, for another day. */
  record MakeUpDay(LocalDate day, String name, String basis) {}

  /** Days on which a unit, or with no unit the whole province, is closed by a special decision. */
  record Closure(
      String unit, @JsonAlias("day") LocalDate from, LocalDate to, String name, String basis) {
    Closure {
      to = to == null ? from : to;
    }
  }

  /** Sessions of a working day; without a unit, of every unit that has none of its own. */
  record Hours(String unit, LocalDate from, LocalDate to, List<String> sessions, String basis) {
    boolean valid(LocalDate day) {
      return CalendarData.valid(from, to, day);
    }
  }

  /** A weekday on which a unit is open to people although the day counts for no time limit. */
  record OpenDay(
      String unit,
      DayOfWeek weekday,
      LocalDate from,
      LocalDate to,
      List<String> sessions,
      String basis) {
    boolean valid(LocalDate day) {
      return weekday == day.getDayOfWeek() && CalendarData.valid(from, to, day);
    }
  }

  /** What is received later than this is due on the next working day, if due the same day. */
  record Cutoff(LocalDate from, LocalDate to, LocalTime after, String basis) {
    boolean valid(LocalDate day) {
      return CalendarData.valid(from, to, day);
    }
  }

  private static boolean valid(LocalDate from, LocalDate to, LocalDate day) {
    return !day.isBefore(from) && (to == null || !day.isAfter(to));
  }
}
