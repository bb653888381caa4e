package vn.motcua.dossier;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.agency.Organisation;
import vn.motcua.agency.Role;
import vn.motcua.calendar.Calendars;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.deadline.ClockReason;
import vn.motcua.language.Texts;

/**
 * What happens to a dossier outside its route: the applicant withdraws it, or the agency apologises
 * and promises a new date. Both are decided by an approver of the agency that resolves it. Safe for
 * use by many threads.
 */
@Service
public class Dossiers {

  private static final Texts TEXTS = Texts.of("dossier");

  private final Register register;
  private final Files files;
  private final Organisation organisation;
  private final DossierClock dossierClock;
  private final Calendars calendars;
  private final EngineRights engine;
  private final RuntimeService runtime;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Dossiers(
      Register register,
      Files files,
      Organisation organisation,
      DossierClock dossierClock,
      Calendars calendars,
      EngineRights engine,
      RuntimeService runtime,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.register = register;
    this.files = files;
    this.organisation = organisation;
    this.dossierClock = dossierClock;
    this.calendars = calendars;
    this.engine = engine;
    this.runtime = runtime;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** The register's row of a dossier. */
  public Optional<Dossier> find(String code) {
    return register.find(code);
  }

  /**
   * Grants the applicant's request to withdraw (rút hồ sơ). What is open is closed; the notice of
   * stop, the papers and the fee go back through the one-stop unit.
   *
   * @param reason the applicant's reason, in words
   * @throws NotAllowed if the official is no approver of the lead agency, no reason is given, or a
   *     result exists
   * @throws UnknownDossier if there is none
   */
  public void withdraw(String code, String reason, CurrentOfficial official) {
    decide(
        code,
        official,
        "withdraw",
        reason,
        file -> {
          if (file.finishedAt() != null || file.state() == DossierState.WITHDRAWING) {
            throw new NotAllowed(TEXTS.get("withdraw.too-late", code, file.state().words()));
          }
          file.state(DossierState.WITHDRAWING);
          file.set("finished_at", clock.instant());
          dossierClock.stop(file, ClockReason.WITHDRAWAL);
        });
  }

  /**
   * Apologises for lateness and promises a new date (NĐ 61/2018/NĐ-CP Điều 19 khoản 9): once, and
   * at least one day before the date promised so far.
   *
   * @param reason why it will be late, in words
   * @param newDue the new date; the result is promised for the end of that working day
   * @throws NotAllowed if it comes too late or a second time, or the new date is no later working
   *     day
   */
  public void apologise(String code, String reason, LocalDate newDue, CurrentOfficial official) {
    decide(
        code,
        official,
        "apologise",
        reason,
        file -> {
          check(file, newDue);
          file.set("apologised_at", clock.instant());
          dossierClock.promise(file, newDue, reason.strip());
        });
  }

  private void check(DossierFile file, LocalDate newDue) {
    if (file.dueAt() == null || file.pausedSince() != null || file.finishedAt() != null) {
      throw new NotAllowed(TEXTS.get("apology.not-now", file.code(), file.state().words()));
    }
    if (file.asRead().apologisedAt() != null) {
      throw new NotAllowed(TEXTS.get("apology.once", file.code()));
    }
    LocalDate due = LocalDate.ofInstant(file.dueAt(), WorkingCalendar.ZONE);
    if (!LocalDate.now(clock).isBefore(due)) {
      throw new NotAllowed(TEXTS.get("apology.too-late", ReckoningWords.DAY.format(due)));
    }
    if (newDue == null || !newDue.isAfter(due)) {
      throw new NotAllowed(TEXTS.get("apology.no-later", ReckoningWords.DAY.format(due)));
    }
    if (!calendars.calendar().isWorkingDay(newDue, file.asRead().place().lead())) {
      throw new NotAllowed(TEXTS.get("apology.day-off", ReckoningWords.DAY.format(newDue)));
    }
  }

  private void decide(
      String code, CurrentOfficial official, String message, String reason, Decision decision) {
    if (reason == null || reason.isBlank()) {
      throw new NotAllowed(TEXTS.get(message + ".reason"));
    }
    engine.lent(
        official,
        () ->
            transaction.execute(
                status -> {
                  decide(files.open(code), official, message, reason.strip(), decision);
                  return null;
                }));
  }

  private void decide(
      DossierFile file,
      CurrentOfficial official,
      String message,
      String reason,
      Decision decision) {
    LocalDate today = LocalDate.now(clock);
    String post = organisation.post("lead", Role.APPROVER, file.asRead().place(), today).id();
    if (!official.postIds().contains(post)) {
      throw new NotAllowed(TEXTS.get("decision.not-yours", file.asRead().leadName()));
    }
    if (file.state().ended()) {
      throw new NotAllowed(TEXTS.get("decision.ended", file.code(), file.state().words()));
    }
    decision.on(file);
    Instant now = clock.instant();
    register.add(
        file.code(),
        new DossierAct(
            null,
            "shared-" + (message.equals("withdraw") ? "withdrawal" : "apology"),
            message,
            TEXTS.get(message + ".act"),
            message,
            official.userId(),
            post,
            now,
            null,
            now,
            null,
            null,
            null,
            reason,
            null,
            null));
    runtime
        .createMessageCorrelation(message)
        .processInstanceId(file.instanceId())
        .correlateWithResult();
  }

  private interface Decision {
    void on(DossierFile file);
  }
}
