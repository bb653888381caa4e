package vn.motcua.calendar;

/**
 * Every version of the working calendar; the newest is in force. Safe for use by many threads and
 * on several nodes.
 */
public interface Calendars {

  /** Number of the version in force, as the database says now; the first is 1. */
  int version();

  /** The calendar in force. */
  default WorkingCalendar calendar() {
    return at(version());
  }

  /**
   * @throws IllegalArgumentException if there is no such version
   */
  WorkingCalendar at(int version);
}
