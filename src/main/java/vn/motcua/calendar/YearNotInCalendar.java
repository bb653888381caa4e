package vn.motcua.calendar;

import vn.motcua.language.Texts;

/**
 * The working calendar says nothing about a year that is asked for; guessing would print a wrong
 * date on an appointment slip. The Vietnamese message names the year and what to enter where.
 */
public class YearNotInCalendar extends RuntimeException {

  private final int year;

  YearNotInCalendar(int year, int first, int last) {
    super(Texts.of("calendar").get("year.missing", year, first, last));
    this.year = year;
  }

  /** The year that is missing. */
  public int year() {
    return year;
  }
}
