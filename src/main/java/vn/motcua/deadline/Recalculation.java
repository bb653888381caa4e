package vn.motcua.deadline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.calendar.CalendarStore;
import vn.motcua.calendar.Calendars;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.deadline.Track.Hours;

/**
 * Open dossiers under another working calendar (the government announces swapped days late): first
 * a preview that changes nothing, then batch by batch, each its own transaction with ledger rows
 * and timers together. Safe to interrupt at any moment, to run again, and to run on two nodes at
 * once: what is done is known by the calendar version of each clock. Memory does not grow with the
 * number of dossiers.
 */
@Component
public class Recalculation {

  /** How often a batch is tried that crossed with somebody's act. */
  private static final int MOST_TRIES = 5;

  private static final int MOST_SHOWN = 100;

  private final Ledger ledger;
  private final EngineRows engine;
  private final Calendars calendars;
  private final CalendarStore announcements;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final int batchSize;

  Recalculation(
      Ledger ledger,
      EngineRows engine,
      Calendars calendars,
      CalendarStore announcements,
      PlatformTransactionManager transactions,
      Clock clock,
      @Value("${motcua.recalculation.batch:500}") int batchSize) {
    this.ledger = ledger;
    this.engine = engine;
    this.calendars = calendars;
    this.announcements = announcements;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
    this.batchSize = batchSize;
  }

  /**
   * What a calendar would do.
   *
   * @param open dossiers that have not ended
   * @param moved how many of them get another promised date
   * @param byDays how many move by how many days of the calendar; minus for an earlier date
   * @param examples those that move most, at most a hundred
   */
  public record Preview(long open, long moved, Map<Long, Long> byDays, List<Movement> examples) {}

  /** The promised moment of a dossier before and after. */
  public record Movement(String dossierCode, String unit, Instant before, Instant after) {
    long days() {
      return ChronoUnit.DAYS.between(
          before.atZone(WorkingCalendar.ZONE).toLocalDate(),
          after.atZone(WorkingCalendar.ZONE).toLocalDate());
    }
  }

  /**
   * How far a recalculation is.
   *
   * @param done dossiers judged by this run so far
   * @param moved of these, with a new row in their ledger
   * @param left open dossiers that still wait, other runs' included
   */
  public record Progress(long done, long moved, long left) {}

  /** Reckons every open dossier by a calendar that is not in force; changes nothing. */
  public Preview preview(WorkingCalendar candidate) {
    long open = 0;
    long moved = 0;
    Map<Long, Long> byDays = new TreeMap<>();
    List<Movement> most = new ArrayList<>();
    String after = "";
    for (List<ClockReading> page = ledger.open(after, batchSize);
        !page.isEmpty();
        page = ledger.open(after, batchSize)) {
      after = page.get(page.size() - 1).dossierCode();
      open += page.size();
      for (Movement one : movements(page, candidate)) {
        moved++;
        byDays.merge(one.days(), 1L, Long::sum);
        most.add(one);
      }
      most.sort((a, b) -> Long.compare(Math.abs(b.days()), Math.abs(a.days())));
      most.subList(Math.min(MOST_SHOWN, most.size()), most.size()).clear();
    }
    return new Preview(open, moved, byDays, List.copyOf(most));
  }

  private List<Movement> movements(List<ClockReading> page, WorkingCalendar candidate) {
    Map<String, List<LedgerRow>> rows = ledger.rows(codes(page));
    List<Movement> movements = new ArrayList<>();
    for (ClockReading one : page) {
      ClockState under =
          ClockState.under(rows.get(one.dossierCode()), new Hours(candidate, one.unit()));
      if (one.due() != null && !one.due().equals(under.due())) {
        movements.add(new Movement(one.dossierCode(), one.unit(), one.due(), under.due()));
      }
    }
    return movements;
  }

  /** How many open dossiers still stand under an older calendar. */
  public long left() {
    return ledger.countOutdated(calendars.version());
  }

  /**
   * Reckons every open dossier by the calendar in force. Each row says who published it and what
   * was announced, whoever makes the run.
   *
   * @param progress told after each batch, outside its transaction; what it throws ends the run
   */
  public Progress apply(Consumer<Progress> progress) {
    int version = calendars.version();
    ClockCause cause = ClockCause.announced(announcements.find(version).orElseThrow());
    long left = ledger.countOutdated(version);
    Progress so = new Progress(0, 0, left);
    for (boolean again = true; again; ) {
      String after = "";
      long before = so.done();
      for (Batch batch = batch(version, after, cause);
          batch.done > 0;
          batch = batch(version, after, cause)) {
        after = batch.last;
        so =
            new Progress(
                so.done() + batch.done,
                so.moved() + batch.moved,
                Math.max(0, so.left() - batch.done));
        progress.accept(so);
      }
      // What somebody else held was left out; once nothing more moves it is theirs to finish.
      so = new Progress(so.done(), so.moved(), ledger.countOutdated(version));
      again = so.left() > 0 && so.done() > before;
    }
    progress.accept(so);
    return so;
  }

  private record Batch(int done, int moved, String last) {}

  /** Clocks are locked first, but an act may hold rows of the engine and wait for its clock. */
  private Batch batch(int version, String after, ClockCause cause) {
    for (int tries = 1; ; tries++) {
      try {
        return transaction.execute(
            status -> {
              List<ClockReading> page = ledger.lockOutdated(version, after, batchSize);
              return page.isEmpty() ? new Batch(0, 0, after) : write(page, version, cause);
            });
      } catch (ConcurrencyFailureException crossed) {
        if (tries == MOST_TRIES) {
          throw crossed;
        }
      }
    }
  }

  private Batch write(List<ClockReading> page, int version, ClockCause cause) {
    Map<String, List<LedgerRow>> ledgers = ledger.rows(codes(page));
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    List<LedgerRow> added = new ArrayList<>();
    List<ClockReading> changed = new ArrayList<>();
    List<EngineRows.Moved> moved = new ArrayList<>();
    for (ClockReading before : page) {
      List<LedgerRow> rows = new ArrayList<>(ledgers.get(before.dossierCode()));
      Hours hours = new Hours(calendars.at(version), before.unit());
      ClockState was = ClockState.sum(rows, before.unit(), calendars::at);
      ClockState under = ClockState.under(rows, hours);
      if (Clocks.sameDates(was, under)) {
        changed.add(before.under(version));
        moved.add(new EngineRows.Moved(before, before));
        continue;
      }
      LedgerRow row =
          Clocks.filled(
              recalculated(before, rows.size() + 1, version, now, cause, was.usedUntil(now, hours)),
              was,
              under);
      rows.add(row);
      added.add(row);
      ClockReading after = Clocks.read(before, under, before.pausedBecause(), rows);
      changed.add(after);
      moved.add(new EngineRows.Moved(before, after));
    }
    ledger.add(added);
    ledger.change(changed);
    engine.follow(moved, new StepDates(calendars, version), now);
    return new Batch(page.size(), added.size(), page.get(page.size() - 1).dossierCode());
  }

  private static LedgerRow recalculated(
      ClockReading clock, int no, int version, Instant now, ClockCause cause, Duration used) {
    return new LedgerRow(
        clock.dossierCode(),
        no,
        ClockEvent.RECALCULATE,
        now,
        cause,
        used,
        null,
        null,
        null,
        null,
        null,
        version);
  }

  private static List<String> codes(List<ClockReading> page) {
    return page.stream().map(ClockReading::dossierCode).toList();
  }
}
