package vn.motcua.calendar;

import java.time.Instant;
import java.util.NavigableMap;

/**
 * Every version of the working calendar; the newest is in force. A version never changes, so a date
 * stays explainable by the calendar it was made with. Safe for use by many threads and on several
 * nodes.
 */
public interface Calendars {

  /**
   * Number of the version in force, as the database says now within the caller's transaction; the
   * first is 1. One cheap statement a call: ask once for a piece of work.
   */
  int version();

  /** The calendar in force. */
  default WorkingCalendar calendar() {
    return at(version());
  }

  /**
   * The calendar of a version.
   *
   * @throws IllegalArgumentException if there is no such version; the Vietnamese message names it
   */
  WorkingCalendar at(int version);

  /**
   * From which moment on each version has been in force, in the order of time; of two that were
   * entered at the same moment the newer one. One cheap statement a call.
   */
  NavigableMap<Instant, Integer> beginnings();
}
