package vn.motcua.deadline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.motcua.calendar.CalendarStore;
import vn.motcua.calendar.Calendars;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.deadline.LedgerRow.Change;
import vn.motcua.deadline.Track.Hours;

/**
 * The statutory clocks of dossiers. Everything that happens to one is a row of its ledger, and what
 * the engine's timers will do follows in the same transaction; nothing else sets a due date.
 *
 * <p>Every call but {@link #start} must run inside a transaction and, because timers belong to the
 * engine, inside one of its commands. Writers of one clock wait for each other. A dossier without a
 * clock is refused with {@link NoClock}; a year that the calendar lacks with {@link
 * vn.motcua.calendar.YearNotInCalendar}. Moments are kept in whole seconds. Safe for use by many
 * threads and on several nodes.
 */
@Component
public class Clocks {

  private final Ledger ledger;
  private final EngineTimers timers;
  private final Calendars calendars;
  private final CalendarStore announcements;
  private final Clock clock;

  Clocks(
      Ledger ledger,
      EngineTimers timers,
      Calendars calendars,
      CalendarStore announcements,
      Clock clock) {
    this.ledger = ledger;
    this.timers = timers;
    this.calendars = calendars;
    this.announcements = announcements;
    this.clock = clock;
  }

  /** A clock that has been reckoned but not yet written, because its process does not run yet. */
  public final class Started {

    private final ClockReading reading;
    private final LedgerRow row;

    private Started(ClockReading reading, LedgerRow row) {
      this.reading = reading;
      this.row = row;
    }

    /** What the slip promises. */
    public ClockReading reading() {
      return reading;
    }

    /** Writes clock and first row of the ledger. */
    public ClockReading write(String instanceId) {
      ClockReading running = with(reading, instanceId);
      ledger.begin(running);
      ledger.add(List.of(row));
      return running;
    }
  }

  /**
   * The dossier is complete: its time begins.
   *
   * @param unit unit that resolves it, whose hours count
   * @param at moment of reception
   */
  public Started start(
      String dossierCode, Limits limits, String unit, Instant at, ClockCause cause) {
    int version = calendars.version();
    Instant second = at.truncatedTo(ChronoUnit.SECONDS);
    LedgerRow bare =
        new LedgerRow(
            dossierCode,
            1,
            ClockEvent.START,
            second,
            cause,
            Duration.ZERO,
            limits,
            null,
            null,
            null,
            null,
            version);
    ClockState state = ClockState.sum(List.of(bare), unit, calendars::at);
    ClockReading reading =
        new ClockReading(
            dossierCode,
            null,
            unit,
            second,
            state.due(),
            state.statutoryDue(),
            state.due(),
            instant(state.half()),
            instant(state.warn()),
            null,
            null,
            null,
            version,
            1);
    return new Started(reading, filled(bare, ClockState.NONE, state));
  }

  /**
   * The clock stands still; nothing happens if it does already.
   *
   * @param because why, in words for people
   */
  public ClockReading pause(String dossierCode, String because, ClockCause cause) {
    return change(
        dossierCode,
        open -> open.reading.stands() ? null : open.row(ClockEvent.PAUSE, cause),
        because);
  }

  /** It runs on; nothing happens if it runs. */
  public ClockReading resume(String dossierCode, ResumeRule rule, ClockCause cause) {
    return change(
        dossierCode,
        open -> waits(open) ? open.row(ClockEvent.RESUME, cause, null, null, rule) : null,
        null);
  }

  /** Its time begins anew, with these limits. */
  public ClockReading restart(String dossierCode, Limits limits, ClockCause cause) {
    return change(
        dossierCode,
        open -> waits(open) ? open.row(ClockEvent.RESTART, cause, limits, null, null) : null,
        null);
  }

  private static boolean waits(Open open) {
    return open.reading.pausedSince() != null && open.reading.stoppedAt() == null;
  }

  /**
   * A later day is promised; the result is due when it closes.
   *
   * @throws IllegalArgumentException if the law states no limit for the dossier
   */
  public ClockReading extend(String dossierCode, LocalDate newDay, ClockCause cause) {
    return change(
        dossierCode,
        open -> {
          if (open.reading.due() == null) {
            throw new IllegalArgumentException("No due date to extend: " + dossierCode);
          }
          return open.row(ClockEvent.EXTEND, cause, null, newDay, null);
        },
        null);
  }

  /** Processing has ended; nothing happens if it had before. */
  public ClockReading stop(String dossierCode, ClockCause cause) {
    return change(
        dossierCode,
        open -> open.reading.stoppedAt() != null ? null : open.row(ClockEvent.STOP, cause),
        null);
  }

  /** What had ended goes on; nothing happens if it had not. */
  public ClockReading reopen(String dossierCode, ClockCause cause) {
    return change(
        dossierCode,
        open -> open.reading.stoppedAt() == null ? null : open.row(ClockEvent.REOPEN, cause),
        null);
  }

  /** Where a clock stands. */
  public Optional<ClockReading> find(String dossierCode) {
    return ledger.find(dossierCode);
  }

  /** The whole ledger of a dossier, in order. */
  public List<LedgerRow> ledger(String dossierCode) {
    return ledger.rows(dossierCode);
  }

  /**
   * The dates of parts of a dossier that have limits of their own, as they stand now. Needs no
   * transaction.
   */
  public PartDates parts(String dossierCode) {
    ClockReading reading = ledger.find(dossierCode).orElseThrow(() -> new NoClock(dossierCode));
    return new PartDates(
        reading,
        ledger.rows(dossierCode),
        new Hours(calendars.at(reading.calendarVersion()), reading.unit()));
  }

  private ClockReading change(String code, Decision decision, String because) {
    ClockReading before = ledger.lock(code);
    Open open = new Open(before, ledger.rows(code));
    LedgerRow wanted = decision.on(open);
    if (wanted == null) {
      return before;
    }
    List<LedgerRow> added = new ArrayList<>();
    open.upToDate().ifPresent(added::add);
    ClockReading now = open.after(decision.on(open), because, added);
    ledger.add(added);
    ledger.change(List.of(now));
    timers.follow(before, now, clock.instant());
    if (before.calendarVersion() < now.calendarVersion()) {
      timers.stepsUnder(before, new StepDates(calendars, now.calendarVersion()));
    }
    if (wanted.event() == ClockEvent.RESUME || wanted.event() == ClockEvent.RESTART) {
      timers.moveOpenTasks(
          now.instanceId(),
          before.pausedSince().atZone(WorkingCalendar.ZONE),
          wanted.at().atZone(WorkingCalendar.ZONE),
          open.hours());
    }
    return now;
  }

  /** What is to be written, or nothing. */
  private interface Decision {
    LedgerRow on(Open open);
  }

  /** One clock on the desk: its sum, and rows that are to come. */
  private final class Open {

    private ClockReading reading;
    private final List<LedgerRow> rows;
    private final int version = calendars.version();
    private ClockState state;

    Open(ClockReading reading, List<LedgerRow> rows) {
      this.reading = reading;
      this.rows = new ArrayList<>(rows);
      this.state = ClockState.sum(rows, reading.unit(), calendars::at);
    }

    Hours hours() {
      return new Hours(calendars.at(version), reading.unit());
    }

    LedgerRow row(ClockEvent event, ClockCause cause) {
      return row(event, cause, null, null, null);
    }

    LedgerRow row(
        ClockEvent event, ClockCause cause, Limits limits, LocalDate day, ResumeRule rule) {
      Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
      return new LedgerRow(
          reading.dossierCode(),
          rows.size() + 1,
          event,
          now,
          cause,
          state.usedUntil(now, hours()),
          limits,
          day,
          rule,
          null,
          null,
          version);
    }

    /**
     * A calendar that changed since the last row counts first, so that each row moves one thing.
     */
    Optional<LedgerRow> upToDate() {
      ClockState under = ClockState.under(rows, hours());
      if (reading.calendarVersion() >= version || sameDates(state, under)) {
        return Optional.empty();
      }
      LedgerRow row =
          filled(
              row(
                  ClockEvent.RECALCULATE,
                  ClockCause.announced(announcements.find(version).orElseThrow())),
              state,
              under);
      rows.add(row);
      state = under;
      return Optional.of(row);
    }

    ClockReading after(LedgerRow bare, String because, List<LedgerRow> added) {
      rows.add(bare);
      ClockState next = ClockState.sum(rows, reading.unit(), calendars::at);
      added.add(filled(bare, state, next));
      state = next;
      boolean stays = bare.event() != ClockEvent.RESUME && bare.event() != ClockEvent.RESTART;
      return read(
          reading, next, because != null ? because : stays ? reading.pausedBecause() : null, rows);
    }
  }

  static boolean sameDates(ClockState a, ClockState b) {
    return Objects.equals(a.due(), b.due()) && Objects.equals(a.statutoryDue(), b.statutoryDue());
  }

  /** The reading that follows from a sum. */
  static ClockReading read(
      ClockReading before, ClockState state, String because, List<LedgerRow> rows) {
    Instant started =
        rows.stream()
            .filter(r -> r.event() == ClockEvent.START || r.event() == ClockEvent.RESTART)
            .reduce((first, second) -> second)
            .map(LedgerRow::at)
            .orElse(before.startedAt());
    return new ClockReading(
        before.dossierCode(),
        before.instanceId(),
        before.unit(),
        started,
        state.due(),
        state.statutoryDue(),
        before.firstDue(),
        instant(state.half()),
        instant(state.warn()),
        instant(state.stoodSince()),
        state.stoodSince() == null ? null : because,
        instant(state.stopped()),
        rows.get(rows.size() - 1).calendarVersion(),
        rows.size());
  }

  static LedgerRow filled(LedgerRow r, ClockState before, ClockState after) {
    return new LedgerRow(
        r.dossierCode(),
        r.no(),
        r.event(),
        r.at(),
        r.cause(),
        r.used(),
        r.limits(),
        r.newDay(),
        r.rule(),
        new Change(before.due(), after.due()),
        new Change(before.statutoryDue(), after.statutoryDue()),
        r.calendarVersion());
  }

  private static ClockReading with(ClockReading c, String instanceId) {
    return new ClockReading(
        c.dossierCode(),
        instanceId,
        c.unit(),
        c.startedAt(),
        c.due(),
        c.statutoryDue(),
        c.firstDue(),
        c.halfAt(),
        c.warnAt(),
        c.pausedSince(),
        c.pausedBecause(),
        c.stoppedAt(),
        c.calendarVersion(),
        c.rows());
  }

  private static Instant instant(ZonedDateTime moment) {
    return moment == null ? null : moment.toInstant();
  }
}
