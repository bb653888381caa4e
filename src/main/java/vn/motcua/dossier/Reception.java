package vn.motcua.dossier;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.access.StandIn;
import vn.motcua.agency.Organisation;
import vn.motcua.agency.Role;
import vn.motcua.deadline.ClockCause;
import vn.motcua.deadline.ClockReading;
import vn.motcua.deadline.ClockReason;
import vn.motcua.deadline.Clocks;
import vn.motcua.deadline.DueDates;
import vn.motcua.deadline.Limits;
import vn.motcua.deadline.Policies;
import vn.motcua.deadline.Projection;
import vn.motcua.dossier.ApplicationChecks.Checked;
import vn.motcua.procedure.Case;
import vn.motcua.procedure.Procedure;
import vn.motcua.procedure.Procedures;

/**
 * Receives dossiers (tiếp nhận hồ sơ, NĐ 61/2018/NĐ-CP Điều 17): checks the application, gives the
 * code, reckons the due dates, writes the register and starts the procedure, all in one transaction
 * or not at all. Safe for use by many threads and on several nodes.
 */
@Service
public class Reception {

  /** The engine needs a moment even where the law states no limit; it never comes. */
  static final Instant NEVER = Instant.parse("2999-12-31T00:00:00Z");

  private final Procedures procedures;
  private final Organisation organisation;
  private final DueDates dueDates;
  private final LinkedResults linked;
  private final Policies policies;
  private final Clocks clocks;
  private final ReckoningWords words;
  private final Codes codes;
  private final Register register;
  private final Files files;
  private final Drafts drafts;
  private final FeeBook fees;
  private final EngineRights engine;
  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final TransactionTemplate transaction;
  private final Clock clock;

  /** Clerks of one unit queue here, not on database connections that others need. */
  private final Map<String, ReentrantLock> queues = new ConcurrentHashMap<>();

  Reception(
      Procedures procedures,
      Organisation organisation,
      DueDates dueDates,
      LinkedResults linked,
      Policies policies,
      Clocks clocks,
      ReckoningWords words,
      Codes codes,
      Register register,
      Files files,
      Drafts drafts,
      FeeBook fees,
      EngineRights engine,
      RepositoryService repository,
      RuntimeService runtime,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.procedures = procedures;
    this.organisation = organisation;
    this.dueDates = dueDates;
    this.linked = linked;
    this.policies = policies;
    this.clocks = clocks;
    this.words = words;
    this.codes = codes;
    this.register = register;
    this.files = files;
    this.drafts = drafts;
    this.fees = fees;
    this.engine = engine;
    this.repository = repository;
    this.runtime = runtime;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /**
   * Receives one dossier.
   *
   * @param official the counter clerk who receives
   * @throws FieldProblems if a field is wrong; nothing has happened then
   * @throws NotAllowed if the official is no counter clerk
   */
  public Receipt receive(Application application, CurrentOfficial official) {
    return receive(application, null, official);
  }

  /**
   * Receives the dossier of a draft, once: asked again, it tells the receipt of the dossier that
   * there is. The scans of the draft go with the dossier.
   *
   * @param draft id of the draft; null for none
   * @throws UnknownDraft if it is not a draft of this official
   */
  Receipt receive(Application application, String draft, CurrentOfficial official) {
    return drafts
        .receipt(draft, official)
        .orElseGet(() -> receiveNow(application, draft, official));
  }

  private Receipt receiveNow(Application application, String draft, CurrentOfficial official) {
    Instant now = clock.instant();
    LocalDate day = LocalDate.ofInstant(now, clock.getZone());
    Procedure procedure = find(application.procedureCode());
    Checked checked =
        new ApplicationChecks(organisation, fees, day).check(application, procedure, official);
    ReentrantLock queue =
        queues.computeIfAbsent(checked.reception().id(), unit -> new ReentrantLock(true));
    queue.lock();
    try {
      return engine.lent(
          official,
          () ->
              transaction.execute(
                  status ->
                      drafts
                          .claim(draft, official)
                          .orElseGet(
                              () -> {
                                Receipt receipt =
                                    write(application, procedure, checked, official, now, day);
                                drafts.received(draft, receipt);
                                return receipt;
                              })));
    } finally {
      queue.unlock();
    }
  }

  private Procedure find(String code) {
    return code == null ? null : procedures.find(code.strip()).orElse(null);
  }

  private Receipt write(
      Application application,
      Procedure procedure,
      Checked checked,
      CurrentOfficial official,
      Instant now,
      LocalDate day) {
    String code = codes.next(checked.reception(), day);
    String desk = checked.reception().id() + "." + Role.COUNTER_CLERK.word();
    ProcessDefinition definition =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(procedure.key())
            .latestVersion()
            .singleResult();
    boolean difficult = application.difficultArea();
    Limits limits = dueDates.limits(procedure, checked.caseId(), difficult);
    Case chosen = procedure.caseOf(checked.caseId()).orElseThrow();
    Clocks.Started clockStarted =
        clocks.start(
            code,
            limits,
            checked.lead().id(),
            now,
            ClockCause.of(ClockReason.RECEIVED, null, official.userId())
                .inPlaceOf(official.standsIn(desk).map(StandIn::person).orElse(null)));
    ClockReading reading = clockStarted.reading();
    Dossier dossier =
        new Dossier(
            code,
            new Dossier.ProcedureRef(
                procedure.code(),
                procedure.name(),
                definition.getVersion(),
                definition.getId(),
                chosen.id(),
                chosen.name()),
            null,
            checked.applicant(),
            checked.owner(),
            checked.channel(),
            application.assisted(),
            checked.priority(),
            checked.returnWay(),
            checked.content(),
            checked.place(),
            checked.reception().name(),
            checked.lead().name(),
            difficult,
            official.userId(),
            official.signature(desk),
            now,
            limits.promised() == null ? null : limits.promised().toString(),
            reading.due(),
            reading.statutoryDue(),
            reading.firstDue(),
            reading.warnAt(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            DossierState.RECEIVED,
            0,
            0,
            0,
            0,
            null,
            null);
    register.insert(dossier, checked.papers());
    List<DossierResult> results = linked.promise(dossier, procedure, reading.startedAt());
    if (!application.fees().isEmpty()) {
      fees.charge(dossier, application.fees(), desk, official, now);
    }
    DossierFile file = new DossierFile(dossier, List.of());
    files.put(file);
    String instance = start(dossier).getId();
    file.begun(instance);
    clockStarted.write(instance);
    Projection projection =
        dueDates.projection(
            procedure,
            chosen.id(),
            reading.due() == null ? null : reading.due().atZone(clock.getZone()),
            checked.lead().id(),
            policies.obligationTime(procedure, day).value());
    return new Receipt(
        code,
        now,
        reading.due(),
        reading.statutoryDue(),
        words.of(limits.promised(), now, reading.due()),
        results.stream().map(Reception::promise).toList(),
        projection.phases().stream().map(Reception::phase).toList(),
        projection.expected() == null ? null : projection.expected().toInstant(),
        words.of(projection));
  }

  private static Receipt.Promise promise(DossierResult r) {
    return new Receipt.Promise(r.name(), r.agency(), r.limit().toString(), r.firstDue());
  }

  private static Receipt.Phase phase(Projection.Phase phase) {
    return new Receipt.Phase(
        phase.words(), phase.time() == null ? null : phase.time().toString(), phase.usual());
  }

  private ProcessInstance start(Dossier dossier) {
    Instant due = dossier.dueAt() == null ? NEVER : dossier.dueAt();
    Instant warn = dossier.warnAt() == null ? NEVER : dossier.warnAt();
    // What a model may ask for and no more; the register has all the rest.
    Map<String, Object> variables = new HashMap<>();
    variables.put("caseId", dossier.procedure().caseId());
    variables.put("dueAt", Date.from(due));
    variables.put("warnAt", Date.from(warn));
    try {
      return Door.open(
          dossier.code(),
          () ->
              runtime.startProcessInstanceById(
                  dossier.procedure().definitionId(), dossier.code(), variables));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
