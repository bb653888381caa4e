package vn.motcua.dossier;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.access.Absence;
import vn.motcua.access.Colleagues;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.access.Heads;
import vn.motcua.access.Names;
import vn.motcua.access.StandIn;
import vn.motcua.access.Substitutes;
import vn.motcua.language.Texts;

/**
 * Moves an open step from one hand to another without sending the dossier back: a head to a
 * colleague of the same post, a substitute to oneself, an absence to the substitute and back. Each
 * move by others is an act of the dossier, with its reason and both names. Safe for use by many
 * threads.
 */
@Service
public class Reassignment {

  /** Word of the act in the register. */
  static final String ACT = "reassign";

  private static final Texts TEXTS = Texts.of("dossier");
  private static final int LONGEST_REASON = 1000;

  private final Files files;
  private final Register register;
  private final Heads heads;
  private final Colleagues colleagues;
  private final Substitutes substitutes;
  private final Names names;
  private final EngineRights engine;
  private final TaskService tasks;
  private final RuntimeService runtime;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Reassignment(
      Files files,
      Register register,
      Heads heads,
      Colleagues colleagues,
      Substitutes substitutes,
      Names names,
      EngineRights engine,
      TaskService tasks,
      RuntimeService runtime,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.files = files;
    this.register = register;
    this.heads = heads;
    this.colleagues = colleagues;
    this.substitutes = substitutes;
    this.names = names;
    this.engine = engine;
    this.tasks = tasks;
    this.runtime = runtime;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /**
   * A head gives an open step to somebody who holds its post; it stays in time and place. Given
   * twice to the same person it is given once.
   *
   * @param to account; null or empty lets everybody of the post take it
   * @throws NotAllowed if the step is done, the official does not lead its unit, no reason is
   *     given, the person does not hold the post, is absent, or may not do it by separation of
   *     duties
   */
  public void reassign(String taskId, String to, String reason, CurrentOfficial head) {
    String words = reason == null ? "" : reason.strip();
    String person = to == null || to.isBlank() ? null : to.strip();
    inNameOf(
        head,
        () -> {
          Task task = open(taskId);
          String post = task.getTenantId();
          String leading =
              heads
                  .leadingPost(head, post)
                  .orElseThrow(
                      () -> new NotAllowed(TEXTS.get("reassign.not-yours", task.getName())));
          if (Objects.equals(person, task.getAssignee())) {
            return;
          }
          if (words.isEmpty()) {
            throw new NotAllowed(TEXTS.get("reassign.reason"));
          }
          if (words.length() > LONGEST_REASON) {
            throw new NotAllowed(TEXTS.get("reassign.reason.long", words.length(), LONGEST_REASON));
          }
          if (person != null) {
            checkTaker(task, person);
          }
          hand(task, person, null);
          record(task, person, words, head, leading);
        });
  }

  /**
   * Takes a step into the own hands: one that nobody has taken, one of an absent person whom the
   * official stands in for, or one that somebody took over from the official.
   *
   * @throws NotAllowed if the step is done, is of a post that the official does not work in, or
   *     somebody else has taken it
   */
  public void take(String taskId, CurrentOfficial official) {
    inNameOf(
        official,
        () -> {
          Task task = open(taskId);
          String me = official.userId();
          String holder = task.getAssignee();
          if (!official.holds(task.getTenantId())) {
            throw new NotAllowed(TEXTS.get("person.post", task.getName()));
          }
          if (me.equals(holder)) {
            return;
          }
          Optional<String> absent =
              substitutes.onBehalf(me, task.getTenantId(), holder, task.getOwner());
          if (holder != null && absent.isEmpty() && !me.equals(task.getOwner())) {
            throw new NotAllowed(TEXTS.get("person.other", task.getName(), name(holder)));
          }
          hand(task, me, absent.orElse(null));
        });
  }

  /**
   * Gives a step back to everybody of its post.
   *
   * @throws NotAllowed if the step is done, or is not in the hands of the official
   */
  public void giveBack(String taskId, CurrentOfficial official) {
    inNameOf(
        official,
        () -> {
          Task task = open(taskId);
          if (task.getAssignee() == null) {
            return;
          }
          if (!official.userId().equals(task.getAssignee())) {
            throw new NotAllowed(
                TEXTS.get("person.other", task.getName(), name(task.getAssignee())));
          }
          hand(task, null, null);
        });
  }

  /**
   * Moves a step of an absent person to the substitute; both stand on it.
   *
   * @throws NotAllowed if the substitute may not do it by separation of duties; it stays then
   */
  public void toSubstitute(String taskId, Absence absence) {
    transaction.executeWithoutResult(
        status ->
            engine.lent(
                () -> {
                  Task task = open(taskId);
                  if (absence.person().equals(task.getAssignee())) {
                    hand(task, absence.substitute(), absence.person());
                    record(task, absence.substitute(), because(absence), absence.enteredBy());
                  }
                  return null;
                }));
  }

  /** What the substitute did not do goes back to the person who was absent. */
  public void backFromSubstitute(String taskId, Absence absence) {
    transaction.executeWithoutResult(
        status ->
            engine.lent(
                () -> {
                  Task task = open(taskId);
                  if (absence.person().equals(task.getOwner())) {
                    boolean holds =
                        colleagues.holding(task.getTenantId()).stream()
                            .anyMatch(c -> c.userId().equals(absence.person()));
                    String to = holds ? absence.person() : null;
                    hand(task, to, null);
                    record(task, to, TEXTS.get("reassign.back"), absence.enteredBy());
                  }
                  return null;
                }));
  }

  /** Open steps that an absent person has taken, of the posts of the absence. */
  public List<String> leftBehind(Absence absence) {
    return engine.lent(
        () ->
            tasks.createTaskQuery().taskAssignee(absence.person()).list().stream()
                .filter(t -> absence.posts().isEmpty() || absence.posts().contains(t.getTenantId()))
                .map(Task::getId)
                .toList());
  }

  /** Open steps that the substitute holds in the place of the absent person. */
  public List<String> heldFor(Absence absence) {
    return engine.lent(
        () ->
            tasks
                .createTaskQuery()
                .taskAssignee(absence.substitute())
                .taskOwner(absence.person())
                .list()
                .stream()
                .map(Task::getId)
                .toList());
  }

  private void inNameOf(CurrentOfficial official, Runnable work) {
    try {
      engine.lent(
          official,
          () ->
              transaction.execute(
                  status -> {
                    work.run();
                    return null;
                  }));
    } catch (BadUserRequestException refusedByListener) {
      throw new NotAllowed(refusedByListener.getMessage());
    }
  }

  private Task open(String taskId) {
    return Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult())
        .orElseThrow(() -> new NotAllowed(TEXTS.get("task.gone")));
  }

  /**
   * The listeners of the dossier check the duties of whoever gets it, and take the owner away who
   * is none any more.
   */
  private void hand(Task task, String person, String owner) {
    if (owner != null && !owner.equals(task.getOwner())) {
      tasks.setOwner(task.getId(), owner);
    }
    tasks.setAssignee(task.getId(), person);
  }

  private void checkTaker(Task task, String person) {
    String post = task.getTenantId();
    if (colleagues.holding(post).stream().noneMatch(c -> c.userId().equals(person))) {
      throw new NotAllowed(TEXTS.get("reassign.no-post", name(person), task.getName()));
    }
    Optional<String> substitute = substitutes.substituteOf(person, post);
    if (substitute.isPresent()) {
      throw new NotAllowed(TEXTS.get("reassign.absent", name(person), name(substitute.get())));
    }
  }

  private String because(Absence absence) {
    return TEXTS.get("reassign.absence", absence.reason());
  }

  private void record(Task task, String to, String reason, String by) {
    record(task, to, reason, by, task.getTenantId(), null);
  }

  private void record(Task task, String to, String reason, CurrentOfficial head, String post) {
    String absent = head.standsIn(post).map(StandIn::person).orElse(null);
    record(task, to, reason, head.userId(), post, absent);
  }

  private void record(
      Task task, String to, String reason, String by, String post, String onBehalfOf) {
    ProcessInstance instance =
        runtime
            .createProcessInstanceQuery()
            .processInstanceId(task.getProcessInstanceId())
            .singleResult();
    DossierFile file = files.open(instance.getBusinessKey());
    String from = task.getOwner() != null ? task.getOwner() : task.getAssignee();
    Instant now = clock.instant();
    DossierAct act =
        new DossierAct(
            null,
            "procedure-" + file.asRead().procedure().code(),
            ACT,
            TEXTS.get("reassign.act", task.getName()),
            ACT,
            by,
            post,
            now,
            null,
            now,
            null,
            null,
            null,
            reason,
            TEXTS.get("reassign.trace", nameOrUnit(from), nameOrUnit(to)),
            null,
            onBehalfOf);
    register.add(file.code(), act);
    file.add(act);
  }

  private String nameOrUnit(String person) {
    return person == null ? TEXTS.get("reassign.unit") : name(person);
  }

  private String name(String person) {
    Map<String, String> known = names.of(List.of(person));
    return known.getOrDefault(person, person);
  }
}
