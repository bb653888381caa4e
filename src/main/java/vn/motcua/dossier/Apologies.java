package vn.motcua.dossier;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import org.springframework.stereotype.Component;
import vn.motcua.calendar.Calendars;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.deadline.Policy;
import vn.motcua.language.Dates;
import vn.motcua.language.Texts;

/**
 * Apology and new date (xin lỗi và hẹn lại, NĐ 61/2018/NĐ-CP Điều 19 khoản 9): proposed and signed
 * by the agency that resolves the dossier, and only the one-stop unit's sending moves the date: in
 * time before the date promised so far, as often as the policy allows. The first promise is kept
 * for ever by the clock.
 */
@Component
class Apologies {

  static final String PROCESS = "shared-apology";

  private static final String PROPOSAL = "apologise";
  private static final String RELEASE = "release-apology";
  private static final Texts TEXTS = Texts.of("dossier");

  private final DossierPolicies policies;
  private final DossierClock dossierClock;
  private final Notices notices;
  private final Calendars calendars;
  private final Clock clock;

  Apologies(
      DossierPolicies policies,
      DossierClock dossierClock,
      Notices notices,
      Calendars calendars,
      Clock clock) {
    this.policies = policies;
    this.dossierClock = dossierClock;
    this.notices = notices;
    this.calendars = calendars;
    this.clock = clock;
  }

  /** A new date is proposed; nothing moves before it is sent. */
  void propose(DossierFile file, LocalDate newDue) {
    if (file.proposedDue() != null) {
      throw new NotAllowed(
          TEXTS.get("apology.under-way", file.code(), Dates.day(file.proposedDue())));
    }
    check(file, newDue);
    file.set("proposed_due_on", newDue);
  }

  /** Until when the apology can still be sent in time; never comes without a proposal. */
  Date lastMoment(DossierFile file) {
    if (file.proposedDue() == null || file.dueAt() == null) {
      return Date.from(Reception.NEVER);
    }
    LocalDate day = day(file.dueAt());
    while (isLate(file, day)) {
      day = day.minusDays(1);
    }
    return Date.from(day.plusDays(1).atStartOfDay(WorkingCalendar.ZONE).toInstant());
  }

  /** The head of the agency does not sign. */
  void declined(DossierFile file) {
    end(file, Notices.Kind.APOLOGY_DECLINED);
  }

  /**
   * The one-stop unit sends it: the date moves. An apology that was not proposed through our door
   * was one whose date had moved before it was signed; it moves nothing more.
   */
  void released(DossierFile file) {
    LocalDate newDue = file.proposedDue();
    if (newDue == null) {
      return;
    }
    check(file, newDue);
    file.set("proposed_due_on", null);
    file.set("apologised_at", clock.instant());
    dossierClock.promise(file, newDue, reason(file));
  }

  /** It was not sent while there was time. */
  void lapsed(DossierFile file) {
    end(file, Notices.Kind.APOLOGY_LAPSED);
  }

  private void end(DossierFile file, Notices.Kind kind) {
    if (file.proposedDue() != null) {
      file.set("proposed_due_on", null);
      file.acts().stream()
          .filter(a -> a.act().equals(PROPOSAL))
          .reduce((first, second) -> second)
          .ifPresent(a -> notices.add(file, null, kind, a.post()));
    }
  }

  private void check(DossierFile file, LocalDate newDue) {
    if (file.dueAt() == null || file.pausedSince() != null || file.finishedAt() != null) {
      throw new NotAllowed(TEXTS.get("apology.not-now", file.code(), file.state().words()));
    }
    Policy<Integer> most = policies.apologies(file);
    if (sent(file) >= most.value()) {
      throw new NotAllowed(
          TEXTS.get("apology.often", file.code(), "%02d".formatted(most.value()), most.basis()));
    }
    LocalDate due = day(file.dueAt());
    if (isLate(file, day(clock.instant()))) {
      Policy<TimeLimit> lead = policies.apologyLeadTime(file);
      throw new NotAllowed(
          TEXTS.get("apology.too-late", lead.value(), Dates.day(due), lead.basis()));
    }
    if (newDue == null || !newDue.isAfter(due)) {
      throw new NotAllowed(TEXTS.get("apology.no-later", Dates.day(due)));
    }
    if (!calendars.calendar().isWorkingDay(newDue, file.asRead().place().lead())) {
      throw new NotAllowed(TEXTS.get("apology.day-off", Dates.day(newDue)));
    }
  }

  /** True if what is sent on that day comes less than the lead time before the due date. */
  private boolean isLate(DossierFile file, LocalDate day) {
    Instant from = day.atStartOfDay(WorkingCalendar.ZONE).toInstant();
    TimeLimit lead = policies.apologyLeadTime(file).value();
    return day(policies.end(file, from, lead)).isAfter(day(file.dueAt()));
  }

  private static long sent(DossierFile file) {
    long released =
        file.acts().stream()
            .filter(a -> a.processKey().equals(PROCESS) && a.stepId().equals(RELEASE))
            .count();
    return Math.max(released, file.asRead().apologisedAt() == null ? 0 : 1);
  }

  private static String reason(DossierFile file) {
    return file.acts().stream()
        .filter(a -> a.act().equals(PROPOSAL))
        .reduce((first, second) -> second)
        .map(DossierAct::note)
        .orElse(null);
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, WorkingCalendar.ZONE);
  }
}
