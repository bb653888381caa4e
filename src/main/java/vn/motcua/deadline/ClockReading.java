package vn.motcua.deadline;

import java.time.Instant;

/**
 * Where the clock of a dossier stands. What every screen, slip, timer and list shows.
 *
 * @param instanceId process instance whose timers follow it; null until it is started
 * @param unit unit whose hours count: the one that resolves the dossier
 * @param startedAt when its time began, or began anew
 * @param due promised moment; null if the law states no limit
 * @param statutoryDue moment by the law; null if it states no limit
 * @param firstDue what the first slip promised; never changes
 * @param halfAt when half of the working time is used
 * @param warnAt when four fifths of it are used
 * @param pausedSince since when it stands; null while it runs
 * @param pausedBecause why it stands, in words
 * @param stoppedAt end of processing; null before
 * @param calendarVersion version of the working calendar by which the due dates hold
 * @param rows how many rows its ledger has
 */
public record ClockReading(
    String dossierCode,
    String instanceId,
    String unit,
    Instant startedAt,
    Instant due,
    Instant statutoryDue,
    Instant firstDue,
    Instant halfAt,
    Instant warnAt,
    Instant pausedSince,
    String pausedBecause,
    Instant stoppedAt,
    int calendarVersion,
    int rows) {

  /** The same, found to hold under a newer calendar. */
  ClockReading under(int version) {
    return new ClockReading(
        dossierCode,
        instanceId,
        unit,
        startedAt,
        due,
        statutoryDue,
        firstDue,
        halfAt,
        warnAt,
        pausedSince,
        pausedBecause,
        stoppedAt,
        version,
        rows);
  }

  /** True while nothing may fire: it waits, or processing has ended. */
  public boolean stands() {
    return pausedSince != null || stoppedAt != null;
  }
}
