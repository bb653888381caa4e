package vn.motcua.dossier;

import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.motcua.deadline.ClockCause;
import vn.motcua.deadline.ClockReading;
import vn.motcua.deadline.ClockReason;
import vn.motcua.deadline.Clocks;
import vn.motcua.deadline.DueDates;
import vn.motcua.deadline.Limits;
import vn.motcua.deadline.ResumeRule;
import vn.motcua.procedure.Procedure;
import vn.motcua.procedure.Procedures;

/**
 * What happens to a dossier, said to its clock: by whom, why, and by which rule of its procedure.
 * After a supplement the time begins anew (NĐ 61/2018/NĐ-CP Điều 19 khoản 4) unless the procedure
 * says otherwise; after any other excluded wait what was left of it is still there.
 */
@Component
class DossierClock {

  private final Clocks clocks;
  private final DueDates dueDates;
  private final Procedures procedures;
  private final DossierPolicies policies;
  private final Silence silence;
  private final LinkedResults linked;
  private final IdentityService identity;

  DossierClock(
      Clocks clocks,
      DueDates dueDates,
      Procedures procedures,
      DossierPolicies policies,
      Silence silence,
      LinkedResults linked,
      @Lazy IdentityService identity) {
    this.clocks = clocks;
    this.dueDates = dueDates;
    this.procedures = procedures;
    this.policies = policies;
    this.silence = silence;
    this.linked = linked;
    this.identity = identity;
  }

  /**
   * @param because why it stands, in words for people
   */
  void pause(DossierFile file, ClockReason reason, String because) {
    show(file, clocks.pause(file.code(), because, cause(file, reason, because)));
  }

  /** The time left when the clock stopped begins to run again. */
  void resume(DossierFile file, ClockReason reason) {
    resume(file, reason, null);
  }

  /**
   * @param words why it runs on, in an official's words; null if nothing is to be said
   */
  void resume(DossierFile file, ClockReason reason, String words) {
    show(file, clocks.resume(file.code(), ResumeRule.REMAINING, cause(file, reason, words)));
  }

  /** Papers are complete: the time begins anew, or as the procedure's own law says. */
  void resumeSupplemented(DossierFile file) {
    ClockCause cause = cause(file, ClockReason.PAPERS_COMPLETE, null);
    show(
        file,
        switch (policies.supplementClock(file)) {
          case RESTART -> clocks.restart(file.code(), limits(file), cause);
          case PAUSE -> clocks.resume(file.code(), ResumeRule.REMAINING, cause);
          case EXTEND -> clocks.resume(file.code(), ResumeRule.CALENDAR_DAYS, cause);
        });
  }

  /** The dossier is complete only now, so its time begins now. */
  void restart(DossierFile file) {
    show(
        file,
        clocks.restart(file.code(), limits(file), cause(file, ClockReason.PAPERS_COMPLETE, null)));
  }

  /** A later day is promised; nothing else changes. */
  void promise(DossierFile file, LocalDate day, String why) {
    file.clock(clocks.extend(file.code(), day, cause(file, ClockReason.APOLOGY, why)));
  }

  /** Processing has ended. */
  void stop(DossierFile file, ClockReason reason) {
    if (file.stoppedAt() == null) {
      file.clock(clocks.stop(file.code(), cause(file, reason, null)));
    }
  }

  /** What seemed ended goes on. */
  void reopen(DossierFile file) {
    if (file.stoppedAt() != null) {
      file.clock(clocks.reopen(file.code(), cause(file, ClockReason.REWORK, null)));
    }
  }

  /** The dossier shows where its clock stands; consultations and dates of results follow it. */
  private void show(DossierFile file, ClockReading reading) {
    boolean stood = file.pausedSince() != null;
    file.clock(reading);
    if (stood != (reading.pausedSince() != null)) {
      silence.stand(file, !stood);
      linked.follow(file);
    }
  }

  private Limits limits(DossierFile file) {
    Dossier d = file.asRead();
    return dueDates.limits(procedureOf(file), d.procedure().caseId(), d.difficultArea());
  }

  private ClockCause cause(DossierFile file, ClockReason reason, String words) {
    String person =
        Optional.ofNullable(identity.getCurrentAuthentication())
            .map(who -> who.getUserId())
            .orElse(ClockCause.SYSTEM);
    return ClockCause.of(reason, words, person).inPlaceOf(file.onBehalfOf());
  }

  private Procedure procedureOf(DossierFile file) {
    return procedures.ofDefinition(file.asRead().procedure().definitionId());
  }
}
