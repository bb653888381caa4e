package vn.motcua.dossier;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.access.StandIn;
import vn.motcua.agency.NoSuchPost;
import vn.motcua.agency.Organisation;
import vn.motcua.agency.Role;
import vn.motcua.deadline.ClockReason;
import vn.motcua.language.Dates;
import vn.motcua.language.Texts;
import vn.motcua.procedure.Act;
import vn.motcua.procedure.Procedure;
import vn.motcua.procedure.Procedures;

/**
 * What happens to a dossier outside its route: the applicant withdraws it, the agency apologises
 * and promises a new date, or it is suspended on a legal ground. An approver of the agency that
 * resolves it decides; an apology is proposed by those who work on it. Safe for use by many
 * threads.
 */
@Service
public class Dossiers {

  private static final Texts TEXTS = Texts.of("dossier");
  private static final Deed WITHDRAW =
      new Deed("withdraw", "shared-withdrawal", List.of(Role.APPROVER));
  private static final Deed APOLOGISE =
      new Deed("apologise", Apologies.PROCESS, List.of(Role.APPRAISER, Role.HEAD_OF_ROOM));
  private static final Deed SUSPEND = new Deed("suspend", null, List.of(Role.APPROVER));
  private static final Deed PROCEED = new Deed("proceed", null, List.of(Role.APPROVER));

  private final Register register;
  private final Files files;
  private final Organisation organisation;
  private final DossierClock dossierClock;
  private final Apologies apologies;
  private final Notices notices;
  private final Procedures procedures;
  private final EngineRights engine;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Dossiers(
      Register register,
      Files files,
      Organisation organisation,
      DossierClock dossierClock,
      Apologies apologies,
      Notices notices,
      Procedures procedures,
      EngineRights engine,
      RuntimeService runtime,
      TaskService tasks,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.register = register;
    this.files = files;
    this.organisation = organisation;
    this.dossierClock = dossierClock;
    this.apologies = apologies;
    this.notices = notices;
    this.procedures = procedures;
    this.engine = engine;
    this.runtime = runtime;
    this.tasks = tasks;
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
        WITHDRAW,
        reason,
        file -> {
          if (file.finishedAt() != null || file.state() == DossierState.WITHDRAWING) {
            throw new NotAllowed(TEXTS.get("withdraw.too-late", code, file.state().words()));
          }
          file.state(DossierState.WITHDRAWING);
          file.set("finished_at", clock.instant());
          dossierClock.stop(file, ClockReason.WITHDRAWAL);
          return Details.NONE;
        });
  }

  /**
   * Proposes to apologise for lateness and to promise a new date (NĐ 61/2018/NĐ-CP Điều 19 khoản
   * 9). The head of the agency signs it, and the date moves when the one-stop unit sends it: at
   * least one day before the date promised so far, and as often as the policy allows. If it is not
   * sent while there is time, or the clock has stood meanwhile, it lapses and the date stays.
   *
   * @param reason why it will be late, in words
   * @param newDue the new date; the result is promised for the end of that working day
   * @throws NotAllowed if the official is no appraiser or head of room of the lead agency, it comes
   *     too late or once too often, or the new date is no later working day
   */
  public void apologise(String code, String reason, LocalDate newDue, CurrentOfficial official) {
    decide(
        code,
        official,
        APOLOGISE,
        reason,
        file -> {
          apologies.propose(file, newDue);
          return new Details(null, null, TEXTS.get("trace.proposedDue", Dates.day(newDue)));
        });
  }

  /**
   * Suspends a dossier on a legal ground: nobody works on it and its clock stands.
   *
   * @param ground word of the closed list: {@code court}, {@code planning}, {@code force-majeure}
   * @param reason the document and what it orders, in words
   * @throws NotAllowed if the official is no approver of the lead agency, the ground is none, no
   *     reason is given, or the dossier is not being worked on
   */
  public void suspend(String code, String ground, String reason, CurrentOfficial official) {
    SuspensionGround chosen =
        Word.read(SuspensionGround.class, ground)
            .orElseThrow(
                () ->
                    new NotAllowed(
                        TEXTS.get("suspend.ground", ground == null ? "–" : ground, grounds())));
    decide(
        code,
        official,
        SUSPEND,
        reason,
        file -> {
          if (file.finishedAt() != null
              || file.pausedSince() != null
              || file.state() == DossierState.WITHDRAWING) {
            throw new NotAllowed(TEXTS.get("suspend.not-now", code, file.state().words()));
          }
          String words = Word.words(chosen);
          file.state(DossierState.SUSPENDED);
          dossierClock.pause(
              file, ClockReason.LEGAL_GROUND, TEXTS.get("paused.suspended", words, reason.strip()));
          tellSealClerk(file);
          return new Details(Word.of(chosen), words, null);
        });
  }

  private void tellSealClerk(DossierFile file) {
    try {
      notices.add(
          file,
          null,
          Notices.Kind.SUSPENDED,
          organisation
              .post("lead", Role.SEAL_CLERK, file.asRead().place(), LocalDate.now(clock))
              .id());
    } catch (NoSuchPost nobodyHasIt) {
      // Then the head has the notice written elsewhere; the suspension stands without it.
    }
  }

  /**
   * The ground of a suspension is gone: the dossier goes on with the time that was left.
   *
   * @param reason the document that ends it, in words
   * @throws NotAllowed if the official is no approver of the lead agency, no reason is given, or
   *     the dossier is not suspended
   */
  public void proceed(String code, String reason, CurrentOfficial official) {
    decide(
        code,
        official,
        PROCEED,
        reason,
        file -> {
          if (file.state() != DossierState.SUSPENDED) {
            throw new NotAllowed(TEXTS.get("proceed.not-suspended", code, file.state().words()));
          }
          file.state(stateOfWork(code));
          dossierClock.resume(file, ClockReason.GROUND_GONE, reason.strip());
          return Details.NONE;
        });
  }

  /**
   * What the official may do with a dossier outside its route as it stands now: {@code apologise},
   * {@code suspend}, {@code proceed}, {@code withdraw}; what the law refuses in this case is told
   * when it is tried.
   */
  public List<String> offered(String code, CurrentOfficial official) {
    Dossier d = register.find(code).orElseThrow(() -> new UnknownDossier(code));
    LocalDate today = LocalDate.now(clock);
    boolean goesOn =
        d.finishedAt() == null && !d.state().ended() && d.state() != DossierState.WITHDRAWING;
    boolean runs = goesOn && d.pausedSince() == null;
    return Stream.of(
            Map.entry(APOLOGISE, runs && d.dueAt() != null),
            Map.entry(SUSPEND, runs),
            Map.entry(PROCEED, d.state() == DossierState.SUSPENDED),
            Map.entry(WITHDRAW, goesOn))
        .filter(Map.Entry::getValue)
        .map(Map.Entry::getKey)
        .filter(
            deed ->
                deed.roles.stream()
                    .map(role -> organisation.post("lead", role, d.place(), today).id())
                    .anyMatch(official.postIds()::contains))
        .map(Deed::act)
        .toList();
  }

  private static String grounds() {
    return Stream.of(SuspensionGround.values()).map(Word::of).collect(Collectors.joining(", "));
  }

  /** By the step that was begun last. */
  private DossierState stateOfWork(String code) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(code)
        .orderByTaskCreateTime()
        .desc()
        .list()
        .stream()
        .flatMap(
            task -> {
              Procedure model = procedures.ofDefinition(task.getProcessDefinitionId());
              Act act = model.steps().get(task.getTaskDefinitionKey()).act();
              return StateOf.step(model.key(), act).stream();
            })
        .findFirst()
        .orElse(DossierState.HANDLING);
  }

  private void decide(
      String code, CurrentOfficial official, Deed deed, String reason, Decision decision) {
    if (reason == null || reason.isBlank()) {
      throw new NotAllowed(TEXTS.get(deed.act + ".reason"));
    }
    engine.lent(
        official,
        () ->
            transaction.execute(
                status -> {
                  decide(files.open(code), official, deed, reason.strip(), decision);
                  return null;
                }));
  }

  private void decide(
      DossierFile file, CurrentOfficial official, Deed deed, String reason, Decision decision) {
    String post = postOf(file, official, deed);
    String absent = official.standsIn(post).map(StandIn::person).orElse(null);
    file.onBehalfOf(absent);
    if (file.state().ended()) {
      throw new NotAllowed(TEXTS.get("decision.ended", file.code(), file.state().words()));
    }
    Details details = decision.on(file);
    Instant now = clock.instant();
    DossierAct act =
        new DossierAct(
            null,
            deed.process == null ? "procedure-" + file.asRead().procedure().code() : deed.process,
            deed.act,
            TEXTS.get(deed.act + ".act"),
            deed.act,
            official.userId(),
            post,
            now,
            null,
            now,
            null,
            details.reasonCode,
            details.reasonWords,
            reason,
            details.trace,
            null,
            absent);
    register.add(file.code(), act);
    file.add(act);
    if (deed.process != null) {
      runtime
          .createMessageCorrelation(deed.act)
          .processInstanceId(file.instanceId())
          .correlateWithResult();
    }
  }

  private String postOf(DossierFile file, CurrentOfficial official, Deed deed) {
    LocalDate today = LocalDate.now(clock);
    return deed.roles.stream()
        .map(role -> organisation.post("lead", role, file.asRead().place(), today).id())
        .filter(official.postIds()::contains)
        .findFirst()
        .orElseThrow(
            () -> new NotAllowed(TEXTS.get(deed.act + ".not-yours", file.asRead().leadName())));
  }

  /**
   * What is done outside the route.
   *
   * @param act word of the act, of its texts, and of the message if there is one
   * @param process shared process that the message starts; null if there is none
   * @param roles who may, in the agency that resolves the dossier
   */
  private record Deed(String act, String process, List<Role> roles) {}

  /** What else the act leaves behind. */
  private record Details(String reasonCode, String reasonWords, String trace) {
    static final Details NONE = new Details(null, null, null);
  }

  private interface Decision {
    Details on(DossierFile file);
  }
}
