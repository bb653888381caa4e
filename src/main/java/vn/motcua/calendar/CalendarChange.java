package vn.motcua.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/**
 * One thing that an administrator enters into the working calendar, with its legal basis. A change
 * says what is wanted; {@link CalendarText#apply} judges it and makes the new text. All are
 * immutable.
 */
public sealed interface CalendarChange {

  /** Decision or announcement; null for a new year, which rests on those of its days. */
  String basis();

  /**
   * Days off: a holiday or substitute days.
   *
   * @param to last day; null for one day
   * @param estimated true until it is announced
   */
  record DaysOff(LocalDate from, LocalDate to, String name, String basis, boolean estimated)
      implements CalendarChange {}

  /**
   * A working day off, for a day of weekly rest on which people work instead (hoán đổi, làm bù).
   *
   * @param off from Monday to Friday
   * @param worked Saturday or Sunday
   */
  record Swap(LocalDate off, LocalDate worked, String basis) implements CalendarChange {}

  /**
   * A closure by a special decision: storm, epidemic.
   *
   * @param unit null for the whole province
   * @param to last day; null for one day
   */
  record Closed(String unit, LocalDate from, LocalDate to, String name, String basis)
      implements CalendarChange {}

  /**
   * Hours of a working day; what held before ends the day before, and holds again after the last
   * day.
   *
   * @param unit null for every unit that has no hours of its own
   * @param to last day; null until further notice
   * @param sessions {@code 07:30-11:30}, in the order of the day
   */
  record NewHours(String unit, LocalDate from, LocalDate to, List<String> sessions, String basis)
      implements CalendarChange {}

  /**
   * A weekday on which a unit is open to people although the day counts for no time limit.
   *
   * @param unit null for every unit
   * @param to last day; null until further notice
   */
  record Open(
      String unit,
      DayOfWeek weekday,
      LocalDate from,
      LocalDate to,
      List<String> sessions,
      String basis)
      implements CalendarChange {}

  /** The calendar now reaches to the end of this year, whose days off are entered with it. */
  record UpTo(int lastYear) implements CalendarChange {
    @Override
    public String basis() {
      return null;
    }
  }

  /**
   * An estimated day off is announced.
   *
   * @param day any day of the estimate
   * @param from first day as announced; null if it is as estimated
   * @param to last day as announced; null if it is as estimated, or for one day
   * @param basis the announcement
   */
  record Confirm(LocalDate day, LocalDate from, LocalDate to, String basis)
      implements CalendarChange {}

  /**
   * An entry made in error, or called off, is taken out again: the days off, make-up day or closure
   * that begins on a day.
   *
   * @param unit whose closure it is; null for days off, make-up days and closures of the province
   * @param basis why
   */
  record TakenOut(String unit, LocalDate from, String basis) implements CalendarChange {}
}
