package vn.motcua.dossier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.procedure.Case;
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
  private final Reckoning reckoning;
  private final Procedures procedures;
  private final Timers timers;

  ClockStops(Clock clock, Reckoning reckoning, Procedures procedures, Timers timers) {
    this.clock = clock;
    this.reckoning = reckoning;
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
    String mode = procedureOf(file).fact("supplement.clock").orElse(Mode.RESTART.name());
    run(file, Mode.valueOf(mode));
  }

  /** The dossier is complete only now, so its time begins now. */
  void restart(DossierFile file) {
    run(file, Mode.RESTART);
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
    Instant now = clock.instant();
    Case limits = procedureOf(file).caseOf(file.asRead().procedure().caseId()).orElseThrow();
    boolean difficult = file.asRead().difficultArea();
    Instant due = moved(mode, promised(limits, difficult), file.dueAt(), since, now);
    Instant statutory = moved(mode, statutory(limits, difficult), file.statutoryDueAt(), since, now);
    Instant warn = reckoning.warnAt(now, due);
    file.set("due_at", due);
    file.set("statutory_due_at", statutory);
    file.set("warn_at", warn);
    timers.run(file.instanceId(), warn, due);
  }

  private Instant moved(Mode mode, TimeLimit limit, Instant due, Instant since, Instant now) {
    return switch (mode) {
      case RESTART -> reckoning.due(limit, now);
      case PAUSE -> reckoning.after(now, positive(reckoning.between(since, due)));
      case EXTEND ->
          reckoning.due(
              TimeLimit.of(Duration.between(since, now).toDays(), TimeLimit.Unit.DAY), due);
    };
  }

  private static Duration positive(Duration left) {
    return left.isNegative() ? Duration.ZERO : left;
  }

  static TimeLimit promised(Case limits, boolean difficult) {
    return Optional.ofNullable(difficult ? limits.difficultLimit() : null)
        .orElse(limits.promised());
  }

  static TimeLimit statutory(Case limits, boolean difficult) {
    return Optional.ofNullable(difficult ? limits.difficultLimit() : null).orElse(limits.limit());
  }

  private Procedure procedureOf(DossierFile file) {
    return procedures.ofDefinition(file.asRead().procedure().definitionId());
  }

  private enum Mode {
    RESTART,
    PAUSE,
    EXTEND
  }
}
