package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.ProcessBuilder;
import org.camunda.bpm.model.bpmn.builder.StartEventBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A statutory timer leaves its mark and is not in the way of who works on the dossier. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotingTimersTest {

  private final List<String> marks = new ArrayList<>();
  private ProcessEngine noting;
  private ProcessEngine stock;
  private ProcessEngine engine;
  private boolean registerIsAway;

  /** What another node does while a step is being completed here. */
  private Runnable meanwhile = () -> {};

  @BeforeAll
  void enginesWhoseEndEventsAreHeard() {
    noting = engine(List.of(new NotingTimers()));
    stock = engine(List.of());
  }

  private ProcessEngine engine(List<JobHandler<?>> handlers) {
    StandaloneInMemProcessEngineConfiguration configuration =
        new StandaloneInMemProcessEngineConfiguration();
    configuration.setProcessEngineName("noting" + UUID.randomUUID());
    configuration.setJdbcUrl("jdbc:h2:mem:" + configuration.getProcessEngineName());
    configuration.setEnforceHistoryTimeToLive(false);
    configuration.setCustomJobHandlers(new ArrayList<>(handlers));
    configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new Register())));
    return configuration.buildProcessEngine();
  }

  @AfterAll
  void close() {
    noting.close();
    stock.close();
  }

  @BeforeEach
  void withOurs() {
    engine = noting;
  }

  @AfterEach
  void forget() {
    marks.clear();
    registerIsAway = false;
    meanwhile = () -> {};
    for (ProcessEngine one : List.of(noting, stock)) {
      RepositoryService repository = one.getRepositoryService();
      repository
          .createDeploymentQuery()
          .list()
          .forEach(each -> repository.deleteDeployment(each.getId(), true));
    }
  }

  /** Writes down which end event was reached for which dossier. */
  private final class Register extends AbstractBpmnParseListener {
    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl task) {
      if (task.getId().equals("sign")) {
        task.addBuiltInListener(
            ExecutionListener.EVENTNAME_START,
            (ExecutionListener) execution -> CompletableFuture.runAsync(meanwhile).join());
      }
    }

    @Override
    public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl end) {
      end.addBuiltInListener(
          ExecutionListener.EVENTNAME_START,
          (ExecutionListener)
              execution -> {
                if (registerIsAway) {
                  throw new IllegalStateException("The register is away");
                }
                marks.add(
                    execution.getProcessBusinessKey() + " " + execution.getCurrentActivityId());
              });
    }
  }

  @Test
  void theMarkIsMadeOnceAndTheDossierStaysAsItWas() {
    receive(noting(false));
    ExecutionEntity before = execution();
    Task step = step();

    fire();

    assertThat(marks).containsExactly("H49-1 overdue-noted");
    assertThat(execution().getRevision()).isEqualTo(before.getRevision());
    assertThat(execution().getActivityInstanceId()).isEqualTo(before.getActivityInstanceId());
    assertThat(step().getId()).isEqualTo(step.getId());
    assertThat(step().getExecutionId()).isEqualTo(step.getExecutionId());
    assertThat(engine.getManagementService().createJobQuery().activityId("due-time").count())
        .isZero();
    assertThat(told("overdue-noted"))
        .singleElement()
        .satisfies(end -> assertThat(end.getEndTime()).isNotNull());
    assertThat(told("work")).singleElement().matches(work -> work.getEndTime() == null);

    engine.getTaskService().complete(step.getId());
    engine.getTaskService().complete(step().getId());

    assertThat(engine.getRuntimeService().createProcessInstanceQuery().count()).isZero();
    assertThat(marks).containsExactly("H49-1 overdue-noted", "H49-1 done");
  }

  @Test
  void theHistoryTellsWhatTheEngineWouldTell() {
    receive(noting(false));
    fire();
    List<String> ours = history();

    engine = stock;
    receive(noting(false));
    fire();

    assertThat(ours)
        .contains(
            "late in procedure, subProcess Quá hạn, ended, completes scope",
            "due-time in late, startTimerEvent due-time, ended",
            "overdue-noted in late, noneEndEvent overdue-noted, ended, completes scope")
        .containsExactlyElementsOf(history());
  }

  @Test
  void anOfficialWhoCompletesAStepInThatMomentIsNotInItsWay() {
    receive(noting(false));
    meanwhile = this::fire;

    engine.getTaskService().complete(step().getId());

    assertThat(marks).containsExactly("H49-1 overdue-noted");
    assertThat(step().getTaskDefinitionKey()).isEqualTo("sign");
  }

  @Test
  void theEngineItselfWouldRefuseThatOfficial() {
    engine = stock;
    receive(noting(false));
    meanwhile = this::fire;

    assertThatThrownBy(() -> engine.getTaskService().complete(step().getId()))
        .isInstanceOf(OptimisticLockingException.class);
  }

  @Test
  void withoutItsMarkATimerHasNotFiredAndBecomesAnIncident() {
    receive(noting(false));
    registerIsAway = true;

    for (int left = 2; left >= 0; left--) {
      assertThatThrownBy(this::fire).hasMessageContaining("The register is away");
      assertThat(timer().getRetries()).isEqualTo(left);
    }

    assertThat(told("overdue-noted")).isEmpty();
    assertThat(step().getTaskDefinitionKey()).isEqualTo("work");
    assertThat(engine.getRuntimeService().createIncidentQuery().list())
        .singleElement()
        .satisfies(
            incident -> {
              assertThat(incident.getConfiguration()).isEqualTo(timer().getId());
              assertThat(incident.getActivityId()).isEqualTo("due-time");
              assertThat(incident.getIncidentMessage()).contains("The register is away");
            });

    registerIsAway = false;
    engine.getManagementService().setJobRetries(timer().getId(), 1);
    fire();

    assertThat(marks).containsExactly("H49-1 overdue-noted");
    assertThat(engine.getRuntimeService().createIncidentQuery().count()).isZero();
  }

  @Test
  void anEventSubProcessWithAStepInItIsTheEngines() {
    receive(timer(process(), false).userTask("explain").endEvent("overdue-noted").done());

    fire();

    assertThat(
            engine.getTaskService().createTaskQuery().orderByTaskName().asc().list().stream()
                .map(Task::getTaskDefinitionKey))
        .containsExactlyInAnyOrder("work", "explain");
    assertThat(marks).isEmpty();
  }

  @Test
  void aTimerThatInterruptsIsTheEngines() {
    receive(noting(true));

    fire();

    assertThat(engine.getTaskService().createTaskQuery().count()).isZero();
    assertThat(engine.getRuntimeService().createProcessInstanceQuery().count()).isZero();
    assertThat(marks).containsExactly("H49-1 overdue-noted");
  }

  private static ProcessBuilder process() {
    ProcessBuilder process = Bpmn.createExecutableProcess("procedure");
    process.startEvent("received").userTask("work").userTask("sign").endEvent("done");
    process
        .eventSubProcess("warning")
        .startEvent("warning-time")
        .interrupting(false)
        .timerWithDate("${dueAt}")
        .endEvent("warned");
    return process;
  }

  private static StartEventBuilder timer(ProcessBuilder process, boolean interrupting) {
    return process
        .eventSubProcess("late")
        .name("Quá hạn")
        .startEvent("due-time")
        .interrupting(interrupting)
        .timerWithDate("${dueAt}");
  }

  private static BpmnModelInstance noting(boolean interrupting) {
    return timer(process(), interrupting).endEvent("overdue-noted").done();
  }

  private void receive(BpmnModelInstance model) {
    engine.getRepositoryService().createDeployment().addModelInstance("a.bpmn", model).deploy();
    Date due = Date.from(Instant.now().plus(1, ChronoUnit.DAYS));
    engine
        .getRuntimeService()
        .startProcessInstanceByKey("procedure", "H49-1", Map.of("dueAt", due));
  }

  private void fire() {
    engine.getManagementService().executeJob(timer().getId());
  }

  private Job timer() {
    return engine.getManagementService().createJobQuery().activityId("due-time").singleResult();
  }

  private ExecutionEntity execution() {
    return (ExecutionEntity) engine.getRuntimeService().createExecutionQuery().singleResult();
  }

  private Task step() {
    return engine.getTaskService().createTaskQuery().singleResult();
  }

  private List<HistoricActivityInstance> told(String activity) {
    return engine
        .getHistoryService()
        .createHistoricActivityInstanceQuery()
        .activityId(activity)
        .list();
  }

  /** What it tells of each activity, without ids and times. */
  private List<String> history() {
    List<HistoricActivityInstance> all =
        engine.getHistoryService().createHistoricActivityInstanceQuery().list();
    Map<String, String> activities = new HashMap<>();
    all.forEach(each -> activities.put(each.getId(), each.getActivityId()));
    return all.stream()
        .map(
            each ->
                "%s in %s, %s %s%s%s%s"
                    .formatted(
                        each.getActivityId(),
                        activities.getOrDefault(each.getParentActivityInstanceId(), "procedure"),
                        each.getActivityType(),
                        each.getActivityName(),
                        each.getEndTime() == null ? "" : ", ended",
                        each.isCompleteScope() ? ", completes scope" : "",
                        each.isCanceled() ? ", canceled" : ""))
        .sorted()
        .toList();
  }
}
