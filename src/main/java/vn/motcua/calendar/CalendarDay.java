package vn.motcua.calendar;

import java.time.LocalDate;

/**
 * What the calendar says of one day in one unit.
 *
 * @param kind whether it works, and if not, why
 * @param name of the day off, the closure or the make-up day, as the data say; else {@code ""}
 * @param basis legal basis of that; else {@code ""}
 * @param estimated true for a day off that is not announced yet
 */
public record CalendarDay(LocalDate date, Kind kind, String name, String basis, boolean estimated) {

  /** Why a day works or does not. */
  public enum Kind {
    WORKING,
    /** A day of weekly rest on which people work, for another day. */
    MAKE_UP,
    WEEKLY_REST,
    /** A holiday, a substitute day or a day swapped for a working Saturday. */
    DAY_OFF,
    /** Closed by a special decision: storm, epidemic. */
    CLOSURE
  }

  /** True if the day counts for limits in working time. */
  public boolean works() {
    return kind == Kind.WORKING || kind == Kind.MAKE_UP;
  }
}
