package vn.motcua.calendar;

import java.time.Duration;
import java.time.LocalDate;

/**
 * One day between receipt and due moment, and what it is to the limit.
 *
 * @param kind what the calendar says of the day
 * @param role what the day is to the limit
 * @param ordinal which day of the limit it is, from 1; 0 if days are not numbered or it does not
 *     count
 * @param used working time taken from the limit on this day, where the limit runs in hours or ends
 *     in a part of a day; else zero
 * @param name of the day off, closure or make-up day; the cut-off hour for {@link Role#LATE}; else
 *     {@code ""}
 * @param basis the law or decision that makes it so; {@code ""} for what needs none
 * @param estimated true for a day off that is not announced yet
 */
public record ReckonedDay(
    LocalDate date,
    CalendarDay.Kind kind,
    Role role,
    int ordinal,
    Duration used,
    String name,
    String basis,
    boolean estimated) {

  /** What a day is to a limit. */
  public enum Role {
    /** The day of receipt, which never counts for limits in days and months. */
    RECEIPT(false),
    /** Received after the cut-off hour, so what is due the same day is due on the next one. */
    LATE(false),
    /** A working day of which no working time was left at receipt. */
    IDLE(false),
    /** Off, and days off do not count for this limit. */
    OFF(false),
    COUNTS(true),
    /** The part of a day with which a limit such as 3,5 days ends. */
    PART(true),
    /** The last day of the limit, but it is off: the limit moves to the next working day. */
    LAST_OFF(true),
    /** The working day to which it moved. */
    MOVED(false);

    private final boolean counts;

    Role(boolean counts) {
      this.counts = counts;
    }
  }

  /** True if the day takes something from the limit. */
  public boolean counts() {
    return role.counts;
  }
}
