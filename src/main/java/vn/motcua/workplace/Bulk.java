package vn.motcua.workplace;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.dossier.DoneSteps;
import vn.motcua.dossier.NotAllowed;
import vn.motcua.dossier.Reassignment;
import vn.motcua.dossier.WorkList;
import vn.motcua.language.Texts;

/**
 * One deed on many steps: each in its own transaction and with its own result, so that what is
 * refused for one dossier stops no other. The same request for the same step is done once. Every
 * check of a single step is made for each. Safe for use by many threads and on several nodes.
 */
@Service
class Bulk {

  private static final Logger LOG = LoggerFactory.getLogger(Bulk.class);
  private static final Texts TEXTS = Texts.of("workplace");
  private static final int LONGEST_KEY = 64;

  private final TaskService tasks;
  private final Reassignment reassignment;
  private final DoneSteps doneSteps;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Bulk(
      TaskService tasks,
      Reassignment reassignment,
      DoneSteps doneSteps,
      JdbcTemplate jdbc,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.tasks = tasks;
    this.reassignment = reassignment;
    this.doneSteps = doneSteps;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.clock = clock;
  }

  /** What can be done with many steps at once. */
  enum Deed {
    TAKE,
    GIVE_BACK,
    REASSIGN,
    COMPLETE
  }

  /**
   * One step of a request.
   *
   * @param words what was typed for this dossier alone, such as the number of its document
   */
  record Item(String taskId, Map<String, String> words) {}

  /**
   * What is asked.
   *
   * @param request key that the page makes anew for each deed, and keeps when it sends it again
   * @param outcome for {@link Deed#COMPLETE}, null if the step has none
   * @param to for {@link Deed#REASSIGN}
   * @param lateCause why the step is late, for those that are
   */
  record Order(
      String request,
      Deed deed,
      String outcome,
      String reason,
      String note,
      String lateCause,
      String lateWords,
      String to,
      List<Item> items) {}

  /**
   * What became of one step.
   *
   * @param message why it was not done, in Vietnamese; null if it was
   * @param gone true if somebody else has done it, so that it needs no other try
   */
  record Result(String taskId, boolean done, boolean gone, String message) {}

  /**
   * Does it, step by step.
   *
   * @throws NotOrdered if there are no steps or too many, or the request has no key or deed
   */
  List<Result> carryOut(Order order, CurrentOfficial official) {
    if (order.items() == null || order.items().isEmpty() || order.items().size() > WorkList.MOST) {
      int given = order.items() == null ? 0 : order.items().size();
      throw new NotOrdered(TEXTS.get("bulk.size", given, WorkList.MOST));
    }
    if (order.request() == null
        || order.request().isBlank()
        || order.request().length() > LONGEST_KEY
        || order.deed() == null) {
      throw new NotOrdered(TEXTS.get("bulk.key"));
    }
    Set<String> seen = new LinkedHashSet<>();
    return order.items().stream()
        .filter(item -> item.taskId() != null && seen.add(item.taskId()))
        .map(item -> one(order, item, official))
        .toList();
  }

  private Result one(Order order, Item item, CurrentOfficial official) {
    try {
      transaction.executeWithoutResult(
          status -> {
            if (isDone(order, item, official)) {
              return;
            }
            // Before the deed: a second press at the same time waits here, and finds it done.
            jdbc.update(
                "insert into bulk_deed (person, request_key, task_id, done_at) values (?,?,?,?)",
                official.userId(),
                order.request(),
                item.taskId(),
                clock.instant().atOffset(ZoneOffset.UTC));
            act(order, item, official);
          });
      return new Result(item.taskId(), true, false, null);
    } catch (RuntimeException refused) {
      boolean pressedTwice =
          refused instanceof DuplicateKeyException && isDone(order, item, official);
      return pressedTwice
          ? new Result(item.taskId(), true, false, null)
          : refused(order, item, official, refused);
    }
  }

  private boolean isDone(Order order, Item item, CurrentOfficial official) {
    return jdbc.queryForObject(
            "select count(*) from bulk_deed where person = ? and request_key = ? and task_id = ?",
            Integer.class,
            official.userId(),
            order.request(),
            item.taskId())
        > 0;
  }

  private void act(Order order, Item item, CurrentOfficial official) {
    switch (order.deed()) {
      case TAKE -> reassignment.take(item.taskId(), official);
      case GIVE_BACK -> reassignment.giveBack(item.taskId(), official);
      case REASSIGN -> reassignment.reassign(item.taskId(), order.to(), order.reason(), official);
      case COMPLETE -> {
        // Asked first: that somebody was faster is no fault of the system, and not logged as one.
        if (tasks.createTaskQuery().taskId(item.taskId()).count() == 0) {
          throw new NotFoundException(item.taskId());
        }
        tasks.complete(item.taskId(), variables(order, item));
      }
    }
  }

  private static Map<String, Object> variables(Order order, Item item) {
    Map<String, Object> variables = new HashMap<>();
    if (item.words() != null) {
      item.words().forEach((name, words) -> put(variables, name, words));
    }
    put(variables, "outcome", order.outcome());
    put(variables, "reason", order.reason());
    put(variables, "note", order.note());
    put(variables, "lateCause", order.lateCause());
    put(variables, "lateWords", order.lateWords());
    return variables;
  }

  private static void put(Map<String, Object> variables, String name, String words) {
    if (words != null && !words.isBlank()) {
      variables.put(name, words.strip());
    }
  }

  private Result refused(
      Order order, Item item, CurrentOfficial official, RuntimeException refused) {
    String task = item.taskId();
    Optional<String> done = doneSteps.tell(task, official);
    if (done.isPresent()) {
      return new Result(task, false, true, done.get());
    }
    return new Result(task, false, false, words(order, task, refused));
  }

  private static String words(Order order, String task, RuntimeException refused) {
    if (refused instanceof OptimisticLockingException) {
      return TEXTS.get("bulk.meanwhile");
    }
    if (refused instanceof AuthorizationException
        || refused instanceof NullValueException
        || refused instanceof NotFoundException) {
      return TEXTS.get("bulk.not-yours");
    }
    if (refused instanceof NotAllowed || refused instanceof BadUserRequestException) {
      return refused.getMessage();
    }
    LOG.warn("{} of task {} failed", order.deed(), task, refused);
    return TEXTS.get("bulk.failed");
  }
}
