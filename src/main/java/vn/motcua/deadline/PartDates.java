package vn.motcua.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.deadline.Track.Hours;

/**
 * When a part of a dossier is due that has a limit of its own (a result of a linked procedure, NĐ
 * 61/2018/NĐ-CP Điều 19 khoản 6). Nothing is stored: the date follows from the ledger of the whole,
 * so it stands, runs on, begins anew and moves with the calendar as the whole does. Only an apology
 * moves the promise of the whole alone. Immutable.
 */
public final class PartDates {

  private final ClockReading clock;
  private final List<LedgerRow> ledger;
  private final Hours hours;

  PartDates(ClockReading clock, List<LedgerRow> ledger, Hours hours) {
    this.clock = clock;
    this.ledger = ledger;
    this.hours = hours;
  }

  /** When the time of the whole began, or began anew. */
  public Instant begun() {
    return clock.startedAt();
  }

  /**
   * When a limit ends that began within the time of the dossier.
   *
   * @param limit of the part
   * @param from when its time began, such as when the agency had the dossier
   * @param until when it was done: what happens to the dossier later moves it no more; null before
   * @param unit unit whose hours count
   */
  public Instant due(TimeLimit limit, Instant from, Instant until, String unit) {
    Instant start = from.truncatedTo(ChronoUnit.SECONDS);
    Limits limits = new Limits(limit, limit);
    List<LedgerRow> rows = new ArrayList<>();
    rows.add(row(1, ClockEvent.START, start, limits, null));
    boolean stands = false;
    for (LedgerRow row : ledger) {
      boolean within = row.at().isAfter(start) && (until == null || row.at().isBefore(until));
      switch (row.event()) {
        case PAUSE -> {
          if (within && !stands) {
            rows.add(row(rows.size() + 1, ClockEvent.PAUSE, row.at(), null, null));
            stands = true;
          }
        }
        case RESUME -> {
          if (within && stands) {
            rows.add(row(rows.size() + 1, ClockEvent.RESUME, row.at(), null, row.rule()));
            stands = false;
          }
        }
        case RESTART -> {
          if (within) {
            rows.add(row(rows.size() + 1, ClockEvent.RESTART, row.at(), limits, null));
            stands = false;
          }
        }
        default -> {}
      }
    }
    return ClockState.under(rows, new Hours(hours.calendar(), unit)).due();
  }

  private LedgerRow row(int no, ClockEvent event, Instant at, Limits limits, ResumeRule rule) {
    return new LedgerRow(
        clock.dossierCode(),
        no,
        event,
        at,
        null,
        Duration.ZERO,
        limits,
        null,
        rule,
        null,
        null,
        clock.calendarVersion());
  }
}
