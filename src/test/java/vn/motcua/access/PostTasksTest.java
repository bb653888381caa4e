package vn.motcua.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AccessServer
class PostTasksTest {

  private static final String MINE = "so-tu-phap.appraiser";

  @Autowired ProcessEngine engine;

  @BeforeEach
  void threeTasksOfMineAndOneOfAnother() {
    engine
        .getRepositoryService()
        .createDeployment()
        .addClasspathResource("access/one-step.bpmn")
        .name("access")
        .enableDuplicateFiltering(true)
        .deploy();
    for (int day = 3; day > 0; day--) {
      start(MINE, day);
    }
    start("so-y-te.appraiser", 0);
    engine.getIdentityService().setAuthentication("lan", List.of(MINE), List.of(MINE));
  }

  @AfterEach
  void remove() {
    engine.getIdentityService().clearAuthentication();
    engine.getRuntimeService().createProcessInstanceQuery().list().stream()
        .map(instance -> instance.getId())
        .forEach(id -> engine.getRuntimeService().deleteProcessInstance(id, "test"));
  }

  @Test
  void tasksComeInTheOrderAskedForAndInPages() {
    List<Task> all = query().orderByDueDate().asc().list();

    assertThat(all)
        .hasSize(3)
        .isSortedAccordingTo((a, b) -> a.getDueDate().compareTo(b.getDueDate()));
    assertThat(query().orderByDueDate().asc().listPage(1, 1))
        .extracting(Task::getId)
        .containsExactly(all.get(1).getId());
    assertThat(query().orderByTaskNameCaseInsensitive().asc().list()).hasSize(3);
  }

  @Test
  void aTaskWithManyCandidatesComesOnceWhateverIsAsked() {
    engine.getIdentityService().clearAuthentication();
    String task = query().tenantIdIn(MINE).list().get(0).getId();
    engine.getTaskService().addCandidateGroup(task, "so-tu-phap.approver");
    engine.getTaskService().addCandidateUser(task, "lan");
    engine.getIdentityService().setAuthentication("lan", List.of(MINE), List.of(MINE));

    assertThat(query().count()).isEqualTo(3);
    assertThat(query().withCandidateGroups().count()).isEqualTo(3);
    assertThat(query().taskCandidateGroupIn(List.of(MINE, "so-tu-phap.approver")).count())
        .isEqualTo(3);
    assertThat(query().taskInvolvedUser("lan").list()).hasSize(1);
    assertThat(query().or().taskCandidateUser("lan").taskName("Thẩm định").endOr().count())
        .isEqualTo(3);
  }

  @Test
  void noWayOfAskingShowsATaskOfAnotherPost() {
    assertThat(query().tenantIdIn("so-y-te.appraiser").count()).isZero();
    assertThat(query().tenantIdIn("so-y-te.appraiser", MINE).count()).isEqualTo(3);
    assertThat(query().or().tenantIdIn("so-y-te.appraiser").withoutTenantId().endOr().count())
        .isZero();
    assertThat(query().taskCandidateGroup("so-y-te.appraiser").count()).isZero();
    assertThat(query().orderByProcessVariable("post", ValueType.STRING).asc().list()).hasSize(3);
  }

  private TaskQuery query() {
    TaskService tasks = engine.getTaskService();
    return tasks.createTaskQuery();
  }

  private void start(String post, int days) {
    Date due = new Date(System.currentTimeMillis() + days * 86_400_000L);
    engine
        .getRuntimeService()
        .startProcessInstanceByKey("one-step", Map.of("post", post, "due", due));
  }
}
