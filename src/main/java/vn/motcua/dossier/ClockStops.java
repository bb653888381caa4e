package vn.motcua.dossier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.deadline.DueDate;
import vn.motcua.deadline.DueDates;
import vn.motcua.procedure.Procedure;
import vn.motcua.procedure.Procedures;

/**
 * The dossier's clock stands still and runs again. After a supplement it begins anew (NĐ
 * 61/2018/NĐ-CP Điều 19 khoản 4) unless the procedure says otherwise; after any other excluded wait
 * what was left of the working time is still there.
 */
@Component
class ClockStops {

  private final Clock clock;
  private final DueDates dueDates;
  private final WorkingCalendar calendar;
  private final Procedures procedures;
  private final Timers timers;

  ClockStops(
      Clock clock,
      DueDates dueDates,
      WorkingCalendar calendar,
      Procedures procedures,
      Timers timers) {
    this.clock = clock;
    this.dueDates = dueDates;
    this.calendar = calendar;
    this.procedures = procedures;
    this.timers = timers;
  }

  void stop(DossierFile file, String because) {
    if (file.pausedSince() == null) {
      file.set("paused_since", clock.instant());
      file.set("paused_because", because);
      timers.hold(file.instanceId());
    }
  }

  /** The time left when the clock stopped begins to run again. */
  void resume(DossierFile file) {
    run(file, Mode.PAUSE);
  }

  /** Papers are complete: the time begins anew, or as the procedure's own law says. */
  void resumeSupplemented(DossierFile file) {
    run(file, procedureOf(file).fact("supplement.clock").map(Mode::valueOf).orElse(Mode.RESTART));
  }

  /** The dossier is complete only now, so its time begins now. */
  void restart(DossierFile file) {
    run(file, Mode.RESTART);
  }

  /** A new date is promised; nothing else changes. */
  void promise(DossierFile file, Instant due) {
    ZonedDateTime now = ZonedDateTime.now(clock);
    ZonedDateTime warn = dueDates.warnAt(now, here(due), file.asRead().place().lead());
    file.set("due_at", due);
    file.set("warn_at", warn.toInstant());
    timers.run(file.instanceId(), warn.toInstant(), due);
  }

  /** Closing time of a working day; empty on a day off. */
  Optional<Instant> endOf(LocalDate day, String unit) {
    return calendar.isWorkingDay(day, unit)
        ? Optional.of(
            calendar
                .due(
                    day.atStartOfDay(WorkingCalendar.ZONE),
                    TimeLimit.of(1, TimeLimit.Unit.SAME_DAY),
                    unit)
                .toInstant())
        : Optional.empty();
  }

  private void run(DossierFile file, Mode mode) {
    Instant since = file.pausedSince();
    if (since == null) {
      return;
    }
    file.set("paused_since", null);
    file.set("paused_because", null);
    if (file.dueAt() == null) {
      return;
    }
    DueDate due =
        mode == Mode.RESTART
            ? fromNow(file)
            : new DueDate(
                moved(file, mode, file.dueAt(), since),
                moved(file, mode, file.statutoryDueAt(), since),
                null);
    file.set("statutory_due_at", due.statutory().toInstant());
    promise(file, due.promised().toInstant());
  }

  private DueDate fromNow(DossierFile file) {
    Dossier d = file.asRead();
    return dueDates
        .due(
            procedureOf(file),
            d.procedure().caseId(),
            d.difficultArea(),
            ZonedDateTime.now(clock),
            d.place().lead())
        .orElseThrow();
  }

  private ZonedDateTime moved(DossierFile file, Mode mode, Instant due, Instant since) {
    String unit = file.asRead().place().lead();
    ZonedDateTime now = ZonedDateTime.now(clock);
    if (mode == Mode.EXTEND) {
      long days = Duration.between(since, now.toInstant()).toDays();
      return days == 0
          ? here(due)
          : calendar.due(here(due), TimeLimit.of(days, TimeLimit.Unit.DAY), unit);
    }
    Duration left = calendar.workingTime(here(since), here(due), unit);
    return calendar.plus(now, left.isNegative() ? Duration.ZERO : left, unit);
  }

  private Procedure procedureOf(DossierFile file) {
    return procedures.ofDefinition(file.asRead().procedure().definitionId());
  }

  private static ZonedDateTime here(Instant moment) {
    return moment.atZone(WorkingCalendar.ZONE);
  }

  private enum Mode {
    RESTART,
    PAUSE,
    EXTEND
  }
}
