package vn.motcua.everymodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.dossier.Application;
import vn.motcua.dossier.Reception;
import vn.motcua.procedure.Flow;
import vn.motcua.procedure.Model;
import vn.motcua.procedure.Node;
import vn.motcua.procedure.Procedure;
import vn.motcua.procedure.Route;

/**
 * Walks dossiers through the real engine: received at a counter, every task done by a person of its
 * post, timers fired by hand.
 */
@Component
class Walker {

  private static final String CENTRE = "trung-tam-phuc-vu-hanh-chinh-cong";
  private static final String COMMUNE = "phuong-hong-gai";
  private static final int TOO_MANY = 400;

  /** What the forms of all steps ask for; a step takes what is its own. */
  private static final Map<String, Object> FORM =
      Map.of(
          "note", "Theo kịch bản kiểm thử",
          "position", "agree",
          "lateCause", "complex-dossier",
          "documentNumber", "15/GCN",
          "receiverName", "Nguyễn Thị Bình",
          "receiverIdentity", "022188001234",
          "place", "Tổ 5, phường Hồng Gai",
          "participants", "Trưởng khu phố");

  /** When minutes say that it was: today, and a posting for the last fifty days. */
  private static final Supplier<Map<String, Object>> DAYS =
      () -> {
        LocalDate today = LocalDate.now(WorkingCalendar.ZONE);
        return Map.of(
            "inspectedOn", today.toString(),
            "councilOn", today.toString(),
            "postedOn", today.minusDays(50).toString(),
            "postedUntil", today.toString());
      };

  private static final Map<String, String> REASONS =
      Map.of(
          "supplement", "exception-by-new-fact",
          "refuse", "not-eligible",
          "send-back", "wrong-ground",
          "not-supplemented", "applicant-silent");

  private final Reception reception;
  private final TaskService tasks;
  private final RuntimeService runtime;
  private final ManagementService management;
  private final IdentityService identity;
  private final HistoryService history;
  private final RepositoryService repository;
  private final JdbcTemplate jdbc;
  private final Map<String, Model> models = new ConcurrentHashMap<>();

  Walker(
      Reception reception,
      TaskService tasks,
      RuntimeService runtime,
      ManagementService management,
      IdentityService identity,
      HistoryService history,
      RepositoryService repository,
      JdbcTemplate jdbc) {
    this.reception = reception;
    this.tasks = tasks;
    this.runtime = runtime;
    this.management = management;
    this.identity = identity;
    this.history = history;
    this.repository = repository;
    this.jdbc = jdbc;
  }

  void know(Model model) {
    models.put(model.key(), model);
  }

  /** What happens besides the route: timers fire, the applicant is apologised to or withdraws. */
  enum Event {
    NONE,
    TIMERS_AND_APOLOGY,
    WITHDRAWAL
  }

  /**
   * Walks one plan to its end and tells the ids of the elements passed in the procedure itself; the
   * ways taken are struck off what is missing.
   */
  Set<String> walk(Model model, Plan plan, Event event, Set<Flow> missing) {
    String code = receive(model.procedure(), plan);
    if (event == Event.TIMERS_AND_APOLOGY) {
      fireTimers(code);
      runtime.createMessageCorrelation("apologise").processInstanceBusinessKey(code).correlate();
    } else if (event == Event.WITHDRAWAL) {
      runtime.createMessageCorrelation("withdraw").processInstanceBusinessKey(code).correlate();
    }
    Deque<Flow> left = new ArrayDeque<>(plan.choices());
    for (int done = 0; ; done++) {
      List<Task> open = open(code);
      if (open.isEmpty()) {
        break;
      }
      assertThat(done).as("steps of %s by %s", model.key(), plan.name()).isLessThan(TOO_MANY);
      complete(model, open.get(0), left, missing);
    }
    assertThat(left).as("choices of %s not met", plan.name()).isEmpty();
    return passed(model, code);
  }

  private String receive(Procedure procedure, Plan plan) {
    boolean atCommune = !procedure.levels().contains("tinh");
    String counter = atCommune ? COMMUNE + "-mot-cua" : CENTRE;
    String post = counter + ".counter-clerk";
    Application application =
        new Application(
            procedure.code(),
            plan.caseId(),
            atCommune ? "xa" : "tinh",
            counter,
            COMMUNE,
            false,
            "counter",
            false,
            null,
            "counter",
            null,
            new Application.Person(
                "Nguyễn Thị Bình",
                "person",
                "cccd",
                "022188001234",
                "0912345678",
                null,
                "Hồng Gai"),
            null,
            List.of());
    CurrentOfficial clerk = new CurrentOfficial(person(post), "Người tiếp nhận", Set.of(post));
    return as(post, () -> reception.receive(application, clerk).code());
  }

  /** The oldest first. Ids do not say which that is: theirs is a clock that begins anew. */
  private List<Task> open(String code) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(code)
        .orderByTaskCreateTime()
        .asc()
        .list();
  }

  private void complete(Model model, Task task, Deque<Flow> left, Set<Flow> missing) {
    Model own = models.get(key(task));
    Node step = own.route().node(task.getTaskDefinitionKey()).orElseThrow();
    assertThat(task.getTenantId()).as("post of %s", task.getTaskDefinitionKey()).isNotBlank();
    Map<String, Object> said = new HashMap<>(FORM);
    if (task.getTaskDefinitionKey().equals("await-posting")) {
      hangLongEnough(task);
    }
    said.putAll(DAYS.get());
    String outcome =
        own == model
            ? chosen(own.route(), step, left, missing)
            : chosenByCall(model, own, step, left, missing);
    if (outcome != null) {
      said.put("outcome", outcome);
      said.put("reason", REASONS.get(outcome));
    }
    as(
        task.getTenantId(),
        () -> {
          tasks.complete(task.getId(), said);
          return null;
        });
  }

  /** A posting lasts weeks, so the dossier was received long ago. */
  private void hangLongEnough(Task task) {
    jdbc.update(
        "update dossier set received_at = ? where code = ?",
        Timestamp.from(Instant.now().minus(Duration.ofDays(60))),
        runtime
            .createProcessInstanceQuery()
            .processInstanceId(task.getProcessInstanceId())
            .singleResult()
            .getBusinessKey());
  }

  private String key(Task task) {
    return repository.getProcessDefinition(task.getProcessDefinitionId()).getKey();
  }

  /** The outcome that leads along the plan; null where the step offers no choice. */
  private static String chosen(Route route, Node step, Deque<Flow> left, Set<Flow> missing) {
    List<String> outcomes = route.outcomes(step);
    if (outcomes.isEmpty()) {
      return null;
    }
    Optional<Flow> way =
        route.outcomeGateway(step).map(gateway -> Plan.take(route, gateway, left, missing));
    way.ifPresent(missing::remove);
    return way.flatMap(Flow::outcome).orElse(outcomes.get(0));
  }

  /** In a called process: the outcome that its caller needs next, else forward. */
  private static String chosenByCall(
      Model caller, Model called, Node step, Deque<Flow> left, Set<Flow> missing) {
    List<String> outcomes = called.route().outcomes(step);
    if (outcomes.isEmpty()) {
      return null;
    }
    if (outcomes.contains("submit")) {
      // Papers are asked for on an exceptional ground, which the head of the agency decides.
      return "submit";
    }
    Optional<Flow> way =
        caller.route().all(Node::isCall).stream()
            .filter(call -> call.setting(Node.Setting.CALLED_ELEMENT).equals(called.key()))
            .flatMap(call -> caller.route().outcomeGateway(call).stream())
            .filter(gateway -> ends(called, step))
            .filter(gateway -> left.isEmpty() || left.peek().source().equals(gateway.id()))
            .findFirst()
            .map(gateway -> Plan.take(caller.route(), gateway, left, missing));
    String wanted = way.flatMap(Flow::outcome).orElse(outcomes.get(0));
    if (!outcomes.contains(wanted)) {
      return outcomes.get(0);
    }
    way.ifPresent(missing::remove);
    return wanted;
  }

  /** True if this step of a called process decides how the call ends. */
  private static boolean ends(Model called, Node step) {
    return called
        .route()
        .outcomeGateway(step)
        .map(gateway -> called.route().leaving(gateway).stream())
        .stream()
        .flatMap(flows -> flows)
        .map(called.route()::target)
        .allMatch(Node::isEnd);
  }

  private void fireTimers(String code) {
    String instance =
        runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(code)
            .rootProcessInstances()
            .singleResult()
            .getId();
    for (Job timer : management.createJobQuery().processInstanceId(instance).timers().list()) {
      management.executeJob(timer.getId());
    }
  }

  private Set<String> passed(Model model, String code) {
    assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(code).count())
        .as("%s has ended", code)
        .isZero();
    Set<String> passed = new TreeSet<>();
    List<HistoricProcessInstance> instances =
        history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(code).list();
    for (HistoricProcessInstance instance : instances) {
      if (instance.getProcessDefinitionKey().equals(model.key())) {
        passed.add(instance.getStartActivityId());
        Optional.ofNullable(instance.getEndActivityId()).ifPresent(passed::add);
        history
            .createHistoricActivityInstanceQuery()
            .processInstanceId(instance.getId())
            .list()
            .stream()
            .map(HistoricActivityInstance::getActivityId)
            .forEach(passed::add);
        history
            .createHistoricTaskInstanceQuery()
            .processInstanceId(instance.getId())
            .list()
            .stream()
            .map(HistoricTaskInstance::getTaskDefinitionKey)
            .forEach(passed::add);
      }
    }
    // Twenty thousand dossiers would not fit into the memory of a test.
    history.deleteHistoricProcessInstancesBulk(
        instances.stream().map(HistoricProcessInstance::getId).toList());
    return passed;
  }

  private <T> T as(String post, java.util.concurrent.Callable<T> act) {
    identity.setAuthentication(person(post), List.of(post), List.of(post));
    try {
      return act.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      identity.clearAuthentication();
    }
  }

  /** One person a post; ids of accounts are short. */
  private static String person(String post) {
    return "walker-" + Integer.toHexString(post.hashCode());
  }
}
