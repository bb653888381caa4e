package vn.motcua.dossier;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.access.StandIn;
import vn.motcua.language.Texts;
import vn.motcua.procedure.Act;

/**
 * Takes back what was just passed on, while the next person has not taken it (thu hồi việc vừa
 * chuyển). The step is open again for the sender, due when it was due before, and the act stays
 * written with the recall after it. Only within the route of the procedure: what has left the
 * one-stop unit, was sealed or given to an applicant is not recalled. Safe for use by many threads.
 */
@Service
public class Recalls {

  private static final Texts TEXTS = Texts.of("dossier");
  private static final Set<String> ACTS =
      Set.of("receive", "assign", "appraise", "inspect", "council", "initial", "approve", "work");
  private static final Set<String> FORWARD = Set.of("accept", "forward", "approve", "send-back");

  private final Register register;
  private final Files files;
  private final EngineRights engine;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Recalls(
      Register register,
      Files files,
      EngineRights engine,
      RuntimeService runtime,
      TaskService tasks,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.register = register;
    this.files = files;
    this.engine = engine;
    this.runtime = runtime;
    this.tasks = tasks;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** True if this person may take back what was last done on the dossier. */
  public boolean offered(String code, CurrentOfficial official) {
    return engine.lent(
        () ->
            register
                .open(code)
                .flatMap(file -> mine(file, official).map(act -> next(file, act)))
                .filter(next -> next.size() == 1 && next.get(0).getAssignee() == null)
                .isPresent());
  }

  /**
   * Takes the last step back.
   *
   * @param reason word of the closed list: {@code sent-by-mistake}, {@code error-found}, {@code
   *     papers-left-out}
   * @param words why, in words
   * @throws NotAllowed if it was not this person's step, somebody has taken the next one or done
   *     something since, or a reason is missing
   * @throws UnknownDossier if there is none
   */
  public void recall(String code, String reason, String words, CurrentOfficial official) {
    RecallReason chosen =
        Word.read(RecallReason.class, reason)
            .orElseThrow(() -> new NotAllowed(TEXTS.get("recall.ground")));
    if (words == null || words.isBlank()) {
      throw new NotAllowed(TEXTS.get("recall.reason"));
    }
    engine.lent(
        official,
        () ->
            transaction.execute(
                status -> {
                  recall(files.open(code), chosen, words.strip(), official);
                  return null;
                }));
  }

  private void recall(
      DossierFile file, RecallReason reason, String words, CurrentOfficial official) {
    DossierAct act =
        mine(file, official)
            .orElseThrow(() -> new NotAllowed(TEXTS.get("recall.not-yours", file.code())));
    List<Task> next = next(file, act);
    if (next.size() != 1) {
      throw new NotAllowed(TEXTS.get("recall.not-now", file.code()));
    }
    Task open = next.get(0);
    if (open.getAssignee() != null) {
      throw new NotAllowed(TEXTS.get("recall.taken", open.getName(), open.getAssignee()));
    }
    runtime
        .createProcessInstanceModification(file.instanceId())
        .startBeforeActivity(act.stepId())
        .cancelAllForActivity(open.getTaskDefinitionKey())
        .execute();
    asItWasDue(file, act);
    Instant now = clock.instant();
    DossierAct recalled =
        new DossierAct(
            null,
            act.processKey(),
            "recall",
            TEXTS.get("recall.act", act.stepName()),
            Act.WORK.word(),
            official.userId(),
            act.post(),
            act.completedAt(),
            null,
            now,
            null,
            Word.of(reason),
            Word.words(reason),
            words,
            null,
            null,
            official.standsIn(act.post()).map(StandIn::person).orElse(null));
    register.add(file.code(), recalled);
    file.add(recalled);
  }

  /** The last thing done on the dossier, if it was this person's step and may be taken back. */
  private static Optional<DossierAct> mine(DossierFile file, CurrentOfficial official) {
    boolean goesOn =
        !file.state().ended()
            && file.state() != DossierState.SUSPENDED
            && file.state() != DossierState.WITHDRAWING
            && file.pausedSince() == null
            && file.finishedAt() == null;
    return file.acts().stream()
        .reduce((first, second) -> second)
        .filter(act -> goesOn && act.taskId() != null)
        .filter(act -> act.person().equals(official.userId()) && official.holds(act.post()))
        .filter(act -> act.processKey().startsWith("procedure-") && ACTS.contains(act.act()))
        .filter(act -> act.outcome() == null || FORWARD.contains(act.outcome()));
  }

  /** What is open in the procedure itself; nothing if a shared process has begun. */
  private List<Task> next(DossierFile file, DossierAct act) {
    List<Task> open = tasks.createTaskQuery().processInstanceBusinessKey(file.code()).list();
    boolean here =
        open.stream()
            .allMatch(
                task ->
                    task.getProcessInstanceId().equals(file.instanceId())
                        && !task.getTaskDefinitionKey().equals(act.stepId()));
    return here ? open : List.of();
  }

  /** A recall wins no time. */
  private void asItWasDue(DossierFile file, DossierAct act) {
    if (act.dueAt() != null) {
      tasks
          .createTaskQuery()
          .processInstanceId(file.instanceId())
          .taskDefinitionKey(act.stepId())
          .list()
          .forEach(
              task -> {
                task.setDueDate(Date.from(act.dueAt()));
                tasks.saveTask(task);
              });
    }
  }
}
