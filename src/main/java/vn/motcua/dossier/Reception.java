package vn.motcua.dossier;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import vn.motcua.agency.Organisation;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.deadline.DueDate;
import vn.motcua.deadline.DueDates;
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
  private static final Instant NEVER = Instant.parse("2999-12-31T00:00:00Z");

  private final Procedures procedures;
  private final Organisation organisation;
  private final DueDates dueDates;
  private final ReckoningWords words;
  private final Codes codes;
  private final Register register;
  private final Files files;
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
      ReckoningWords words,
      Codes codes,
      Register register,
      Files files,
      EngineRights engine,
      RepositoryService repository,
      RuntimeService runtime,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.procedures = procedures;
    this.organisation = organisation;
    this.dueDates = dueDates;
    this.words = words;
    this.codes = codes;
    this.register = register;
    this.files = files;
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
    Instant now = clock.instant();
    LocalDate day = LocalDate.ofInstant(now, clock.getZone());
    Procedure procedure = find(application.procedureCode());
    Checked checked =
        new ApplicationChecks(organisation, day).check(application, procedure, official);
    ReentrantLock queue =
        queues.computeIfAbsent(checked.reception().id(), unit -> new ReentrantLock(true));
    queue.lock();
    try {
      return engine.lent(
          official,
          () ->
              transaction.execute(
                  status -> write(application, procedure, checked, official, now, day)));
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
    ProcessDefinition definition =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(procedure.key())
            .latestVersion()
            .singleResult();
    Case limits = procedure.caseOf(checked.caseId()).orElseThrow();
    boolean difficult = application.difficultArea();
    ZonedDateTime start = now.atZone(clock.getZone());
    Optional<DueDate> reckoned =
        dueDates.due(procedure, limits.id(), difficult, start, checked.lead().id());
    Instant due = reckoned.map(d -> d.promised().toInstant()).orElse(null);
    Instant statutoryDue = reckoned.map(d -> d.statutory().toInstant()).orElse(null);
    TimeLimit promised =
        difficult && limits.difficultLimit() != null ? limits.difficultLimit() : limits.promised();
    Dossier dossier =
        new Dossier(
            code,
            new Dossier.ProcedureRef(
                procedure.code(),
                procedure.name(),
                definition.getVersion(),
                definition.getId(),
                limits.id(),
                limits.name()),
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
            official.name(),
            now,
            promised == null ? null : promised.toString(),
            due,
            statutoryDue,
            due,
            reckoned.map(d -> d.warnAt().toInstant()).orElse(null),
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
            0);
    register.insert(dossier, checked.papers());
    DossierFile file = new DossierFile(dossier, List.of());
    files.put(file);
    file.set("instance_id", start(dossier).getId());
    return new Receipt(code, now, due, statutoryDue, words.of(promised, now, due));
  }

  private ProcessInstance start(Dossier dossier) {
    Instant due = dossier.dueAt() == null ? NEVER : dossier.dueAt();
    Instant warn = dossier.warnAt() == null ? NEVER : dossier.warnAt();
    Map<String, Object> variables = new HashMap<>();
    variables.put("caseId", dossier.procedure().caseId());
    variables.put("dueAt", Date.from(due));
    variables.put("warnAt", Date.from(warn));
    variables.put("difficultArea", dossier.difficultArea());
    variables.put("receptionUnit", dossier.place().reception());
    variables.put("leadUnit", dossier.place().lead());
    variables.put("commune", dossier.place().commune());
    variables.put("fieldSlug", dossier.place().field());
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
