package vn.motcua.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import vn.motcua.agency.Role;

/** Two agencies, a task of every post in each; every role, by machine and by the webapps. */
@AccessServer
@DirtiesContext
@Tag("slow")
class TaskVisibilityTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String WEBAPP = "/camunda/api/engine/engine/default";
  private static final String REST = "/engine-rest";

  @LocalServerPort int port;
  @Autowired ProcessEngine engine;
  @Autowired People people;

  private final Map<String, String> tasks = new HashMap<>();

  @BeforeEach
  void aTaskForEveryPost() {
    people.person("nguoi-khac");
    engine
        .getRepositoryService()
        .createDeployment()
        .addClasspathResource("access/one-step.bpmn")
        .name("access")
        .enableDuplicateFiltering(true)
        .deploy();
    for (var post : People.posts()) {
      String instance =
          engine
              .getRuntimeService()
              .startProcessInstanceByKey(
                  "one-step", Map.of("post", post.id(), "due", new Date(), "secret", "bí mật"))
              .getId();
      Task task =
          engine.getTaskService().createTaskQuery().processInstanceId(instance).singleResult();
      tasks.put(post.id(), task.getId());
    }
  }

  @AfterEach
  void removeTheTasks() {
    engine.getIdentityService().clearAuthentication();
    engine.getRuntimeService().createProcessInstanceQuery().list().stream()
        .map(instance -> instance.getId())
        .forEach(id -> engine.getRuntimeService().deleteProcessInstance(id, "test"));
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "INSPECTOR")
  void seesCountsClaimsAndCompletesTheTasksOfTheOwnPost(Role role) throws IOException {
    Caller machine = machineOf(role);
    String own = tasks.get("so-tu-phap." + role.word());

    assertThat(ids(machine.get(REST + "/task"))).containsExactly(own);
    assertThat(count(machine.get(REST + "/task/count"))).isEqualTo(1);
    assertThat(machine.get(REST + "/task/" + own).statusCode()).isEqualTo(200);
    assertThat(machine.get(REST + "/task/" + own + "/variables").body()).contains("bí mật");
    String claim = "{\"userId\":\"m-" + role.word() + "\"}";
    assertThat(machine.call("POST", REST + "/task/" + own + "/claim", claim).statusCode())
        .isEqualTo(204);
    assertThat(machine.call("POST", REST + "/task/" + own + "/unclaim", "{}").statusCode())
        .isEqualTo(204);
    HttpResponse<String> completed =
        machine.call("POST", REST + "/task/" + own + "/complete", "{}");
    assertThat(completed.statusCode()).as(completed.body()).isEqualTo(204);
    assertThat(engine.getTaskService().createTaskQuery().taskId(own).count()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void noHandMadeRequestReachesATaskOfTheSameRoleInAnotherAgency(Role role) {
    nothingReaches(machineOf(role), REST, "so-y-te." + role.word());
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"APPRAISER", "INSPECTOR"})
  void noHandMadeRequestReachesATaskOfAnotherRoleInTheOwnAgency(Role role) {
    nothingReaches(machineOf(role), REST, "so-tu-phap.appraiser");
  }

  @ParameterizedTest
  @EnumSource(names = {"APPRAISER", "COUNTER_CLERK", "APPROVER"})
  void theWebappsInterfaceIsClosedInTheSameWay(Role role) {
    String user = people.person("m-" + role.word(), "so-tu-phap." + role.word());
    Caller browser = new Caller(port);
    browser.signIn(user, People.PASSWORD);
    browser.get(WEBAPP + "/task/count");

    nothingReaches(browser, WEBAPP, "so-y-te." + role.word());
  }

  @Test
  void aPersonWithoutAPostSeesNothing() throws IOException {
    people.person("khong-vi-tri");
    Caller machine = Caller.machine(port, "khong-vi-tri", People.PASSWORD);

    assertThat(ids(machine.get(REST + "/task"))).isEmpty();
    assertThat(count(machine.get(REST + "/task/count"))).isZero();
  }

  @Test
  void aTaskWithoutAPostIsSeenByNobody() throws IOException {
    String orphan = tasks.get("so-y-te.partner");
    ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
        .getCommandExecutorTxRequired()
        .execute(
            command -> {
              command.getTaskManager().findTaskById(orphan).setTenantId(null);
              return null;
            });
    Caller machine = machineOf(Role.APPRAISER);

    assertThat(ids(machine.get(REST + "/task"))).doesNotContain(orphan);
    assertThat(count(machine.get(REST + "/task/count"))).isEqualTo(1);
    assertThat(machine.get(REST + "/task/count?withoutTenantId=true").statusCode()).isEqualTo(403);
    assertThat(machine.get(REST + "/task/" + orphan).statusCode()).isEqualTo(404);
  }

  @Test
  void aTaskThatAColleagueTookIsSeenButNotWorkedOn() {
    String own = tasks.get("so-tu-phap.appraiser");
    engine.getTaskService().setAssignee(own, "dong-nghiep");
    Caller machine = machineOf(Role.APPRAISER);

    assertThat(machine.get(REST + "/task/" + own).statusCode()).isEqualTo(200);
    for (String work : List.of("claim", "unclaim", "complete", "submit-form")) {
      assertThat(
              machine
                  .call("POST", REST + "/task/" + own + "/" + work, "{\"userId\":\"m-appraiser\"}")
                  .statusCode())
          .as(work)
          .isEqualTo(403);
    }
  }

  @Test
  void nobodyHandsAnOwnTaskToAnotherPersonOrMovesItsDate() {
    String own = tasks.get("so-tu-phap.appraiser");
    Caller machine = machineOf(Role.APPRAISER);

    for (String[] change :
        new String[][] {
          {"POST", "/claim", "{\"userId\":\"nguoi-khac\"}"},
          {"POST", "/assignee", "{\"userId\":\"nguoi-khac\"}"},
          {"POST", "/delegate", "{\"userId\":\"nguoi-khac\"}"},
          {"PUT", "", "{\"name\":\"Khác\",\"dueDate\":\"2030-01-01T00:00:00.000+0700\"}"},
          {"POST", "/identity-links", "{\"groupId\":\"so-y-te.appraiser\",\"type\":\"candidate\"}"},
          {"POST", "/bpmnError", "{\"errorCode\":\"x\"}"},
          {"POST", "/bpmnEscalation", "{\"escalationCode\":\"x\"}"}
        }) {
      assertThat(machine.call(change[0], REST + "/task/" + own + change[1], change[2]).statusCode())
          .as(change[1])
          .isEqualTo(403);
    }
    Task task = engine.getTaskService().createTaskQuery().taskId(own).singleResult();
    assertThat(task.getAssignee()).isNull();
    assertThat(task.getName()).isEqualTo("Thẩm định");
  }

  @Test
  void administratorsReadEveryTaskAndCompleteNone() throws IOException {
    people.administrator("quan-tri-may");
    String task = tasks.get("so-tu-phap.appraiser");
    Caller machine = Caller.machine(port, "quan-tri-may", People.PASSWORD);

    assertThat(count(machine.get(REST + "/task/count"))).isEqualTo(tasks.size());
    assertThat(count(machine.get(REST + "/process-instance/count"))).isEqualTo(tasks.size());
    assertThat(machine.get(REST + "/task/" + task).statusCode()).isEqualTo(200);
    nothingChanges(machine, REST, "so-tu-phap.appraiser");
  }

  @Test
  void inspectorsReadEverythingAndChangeNothing() throws IOException {
    Caller machine = machineOf(Role.INSPECTOR);

    assertThat(count(machine.get(REST + "/task/count"))).isEqualTo(tasks.size());
    assertThat(count(machine.get(REST + "/history/task/count"))).isGreaterThanOrEqualTo(24);
    nothingChanges(machine, REST, "so-y-te.approver");
  }

  @Test
  void noAuthorizationRowIsWrittenForTasks() {
    engine.getTaskService().setAssignee(tasks.get("so-y-te.approver"), "ai-do");

    assertThat(
            engine
                .getAuthorizationService()
                .createAuthorizationQuery()
                .resourceType(Resources.TASK)
                .count())
        .isZero();
  }

  @Test
  void theApplicationsOwnWorkIsNotAskedForRights() {
    engine.getTaskService().complete(tasks.get("so-y-te.appraiser"));

    IdentityService identity = engine.getIdentityService();
    identity.setAuthentication("ai-do", List.of(), List.of());
    assertThatThrownBy(() -> engine.getTaskService().complete(tasks.get("so-y-te.approver")))
        .isInstanceOf(AuthorizationException.class);
    assertThat(
            engine
                .getAuthorizationService()
                .isUserAuthorized("ai-do", List.of(), Permissions.READ, Resources.USER))
        .isFalse();
  }

  /** Neither an answer about the task nor a change of it; numbers do not tell that it is there. */
  private void nothingReaches(Caller caller, String base, String post) {
    String task = tasks.get(post);
    boolean oversight = post.endsWith(".inspector");
    if (!oversight) {
      for (String path : Requests.readings()) {
        HttpResponse<String> answer = caller.get(base + fill(path, task));
        assertThat(answer.statusCode()).as(path).isIn(400, 401, 403, 404);
      }
      for (String path : Requests.lists()) {
        HttpResponse<String> answer = caller.get(base + fill(path, task));
        if (answer.statusCode() == 200) {
          assertThat(answer.body()).as(path).doesNotContain(task, instance(task));
          assertThat(answer.body().replaceAll("\\s", ""))
              .as(path)
              .isIn("[]", "{\"count\":0}", "{\"instances\":0}");
        } else {
          assertThat(answer.statusCode()).as(path).isIn(400, 401, 403, 404);
        }
      }
    }
    nothingChanges(caller, base, post);
  }

  /** The engine answers 500 to a signal that nobody waits for; what counts is what stands after. */
  private void nothingChanges(Caller caller, String base, String post) {
    String task = tasks.get(post);
    for (Requests.Change change : Requests.changes()) {
      HttpResponse<String> answer =
          caller.call(change.method(), base + fill(change.path(), task), fill(change.body(), task));
      assertThat(answer.statusCode())
          .as(change + ": " + answer.body())
          .isIn(400, 401, 403, 404, 405, 415, 500);
    }
    Task after = engine.getTaskService().createTaskQuery().taskId(task).singleResult();
    assertThat(after).as("task of %s", post).isNotNull();
    assertThat(after.getAssignee()).isNull();
    assertThat(after.getName()).isEqualTo("Thẩm định");
    assertThat(after.isSuspended()).isFalse();
    assertThat(engine.getTaskService().getVariables(task)).containsEntry("secret", "bí mật");
    assertThat(engine.getTaskService().getTaskComments(task)).isEmpty();
    assertThat(engine.getTaskService().getTaskAttachments(task)).isEmpty();
    assertThat(engine.getTaskService().getIdentityLinksForTask(task)).hasSize(1);
    assertThat(engine.getRuntimeService().createProcessInstanceQuery().count())
        .as("dossiers")
        .isEqualTo(tasks.size());
  }

  private Caller machineOf(Role role) {
    String user = people.person("m-" + role.word(), "so-tu-phap." + role.word());
    return Caller.machine(port, user, People.PASSWORD);
  }

  private String fill(String text, String task) {
    return text == null
        ? null
        : text.replace("TASK", task)
            .replace("INSTANCE", instance(task))
            .replace("DEFINITION", definition());
  }

  private String instance(String task) {
    return engine
        .getTaskService()
        .createTaskQuery()
        .taskId(task)
        .singleResult()
        .getProcessInstanceId();
  }

  private String definition() {
    return engine
        .getRepositoryService()
        .createProcessDefinitionQuery()
        .processDefinitionKey("one-step")
        .latestVersion()
        .singleResult()
        .getId();
  }

  private static List<String> ids(HttpResponse<String> answer) throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Stream.of(JSON.readTree(answer.body()))
        .flatMap(node -> Arrays.stream(JSON.convertValue(node, JsonNode[].class)))
        .map(node -> node.get("id").asText())
        .toList();
  }

  private static long count(HttpResponse<String> answer) throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body()).get("count").asLong();
  }
}
