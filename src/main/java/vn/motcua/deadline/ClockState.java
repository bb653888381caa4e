package vn.motcua.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.IntFunction;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.deadline.Track.Hours;

/**
 * The sum of a ledger: where a clock stands after its rows. Pure: the same rows and calendars give
 * the same sum on any day. Immutable.
 *
 * @param promised null where the law states no limit
 * @param statutory null where the law states no limit
 * @param runsSince since when it runs; null while it stands
 * @param stoodSince since when it stands; null while it runs
 * @param stopped end of processing; null before
 * @param used working time used since the last start or restart
 * @param half when half of the working time is used
 * @param warn when four fifths of it are used
 */
record ClockState(
    Track promised,
    Track statutory,
    ZonedDateTime runsSince,
    ZonedDateTime stoodSince,
    ZonedDateTime stopped,
    Duration used,
    ZonedDateTime half,
    ZonedDateTime warn) {

  /** Before the first row. */
  static final ClockState NONE =
      new ClockState(null, null, null, null, null, Duration.ZERO, null, null);

  private static final int HALF_PERCENT = 50;
  private static final int WARN_PERCENT = 80;

  /** Adds up rows, each by the calendar that it names. */
  static ClockState sum(List<LedgerRow> rows, String unit, IntFunction<WorkingCalendar> calendars) {
    ClockState state = NONE;
    for (int i = 0; i < rows.size(); i++) {
      LedgerRow row = rows.get(i);
      Hours hours = new Hours(calendars.apply(row.calendarVersion()), unit);
      state =
          row.event() == ClockEvent.RECALCULATE
              ? under(rows.subList(0, i), hours)
              : state.after(row, hours);
    }
    return state;
  }

  /** Adds up rows as if this calendar had been in force all the time. */
  static ClockState under(List<LedgerRow> rows, Hours hours) {
    ClockState state = NONE;
    for (LedgerRow row : rows) {
      if (row.event() != ClockEvent.RECALCULATE) {
        state = state.after(row, hours);
      }
    }
    return state;
  }

  private ClockState after(LedgerRow row, Hours hours) {
    ZonedDateTime at = row.at().atZone(WorkingCalendar.ZONE);
    return switch (row.event()) {
      case START, RESTART ->
          new ClockState(
                  Track.begun(row.limits().promised(), at, hours),
                  Track.begun(row.limits().statutory(), at, hours),
                  at,
                  null,
                  null,
                  Duration.ZERO,
                  null,
                  null)
              .rungs(at, hours);
      case PAUSE -> at(at, hours).with(null, at, null);
      case RESUME ->
          new ClockState(
                  promised == null ? null : promised.resumed(row.rule(), stoodSince, at, hours),
                  statutory == null ? null : statutory.resumed(row.rule(), stoodSince, at, hours),
                  at,
                  null,
                  null,
                  used,
                  half,
                  warn)
              .rungs(at, hours);
      case EXTEND ->
          at(at, hours).promising(promised.movedTo(row.newDay(), hours)).rungs(at, hours);
      case STOP -> at(at, hours).with(null, stoodSince, at);
      case REOPEN -> with(stoodSince == null ? stopped : null, stoodSince, null).at(at, hours);
      case RECALCULATE -> throw new IllegalArgumentException("A recalculation has no sum alone");
    };
  }

  /** Counts what was used until a moment, if the clock runs. */
  private ClockState at(ZonedDateTime now, Hours hours) {
    return runsSince == null
        ? this
        : new ClockState(
            promised,
            statutory,
            now,
            stoodSince,
            stopped,
            used.plus(hours.between(runsSince, now)),
            half,
            warn);
  }

  private ClockState with(ZonedDateTime runs, ZonedDateTime stood, ZonedDateTime ended) {
    return new ClockState(promised, statutory, runs, stood, ended, used, half, warn);
  }

  private ClockState promising(Track other) {
    return new ClockState(other, statutory, runsSince, stoodSince, stopped, used, half, warn);
  }

  /** A rung that was reached before stays where it was. */
  private ClockState rungs(ZonedDateTime now, Hours hours) {
    if (promised == null) {
      return this;
    }
    Duration left = hours.between(now, promised.due());
    Duration whole = used.plus(left.isNegative() ? Duration.ZERO : left);
    return new ClockState(
        promised,
        statutory,
        runsSince,
        stoodSince,
        stopped,
        used,
        rung(half, HALF_PERCENT, whole, now, hours),
        rung(warn, WARN_PERCENT, whole, now, hours));
  }

  private ZonedDateTime rung(
      ZonedDateTime before, int percent, Duration whole, ZonedDateTime now, Hours hours) {
    Duration until = whole.multipliedBy(percent).dividedBy(100).minus(used);
    if (until.isNegative() || until.isZero()) {
      return before != null && !before.isAfter(now) ? before : min(now, promised.due());
    }
    return hours.plus(now, until).truncatedTo(ChronoUnit.SECONDS);
  }

  private static ZonedDateTime min(ZonedDateTime a, ZonedDateTime b) {
    return a.isBefore(b) ? a : b;
  }

  /** Working time used since the row before, as the next row will say. */
  Duration usedUntil(Instant at, Hours hours) {
    ZonedDateTime now = at.atZone(WorkingCalendar.ZONE);
    return runsSince == null ? Duration.ZERO : hours.between(runsSince, now);
  }

  Instant due() {
    return promised == null ? null : promised.due().toInstant();
  }

  Instant statutoryDue() {
    return statutory == null ? null : statutory.due().toInstant();
  }
}
