package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the engine's history keeps of a dossier besides the register, the acts and the ledger. */
@DossierStory
class HistoryTest {

  @Autowired Counter counter;

  @BeforeEach
  void mondayMorning() {
    counter.time.at(23, 11, 8, 0);
  }

  @Test
  void whoTookATaskWhoDidItAndWhenStandsOnce() {
    String code = counter.desk();
    Task open = counter.task(code);
    String task = open.getId();
    counter.as(
        "clerk",
        List.of(open.getTenantId()),
        () -> {
          counter.tasks.claim(task, "clerk");
          return null;
        });
    counter.does("clerk", code, "outcome", "accept");

    HistoricTaskInstance done =
        counter.history.createHistoricTaskInstanceQuery().taskId(task).singleResult();
    assertThat(done.getAssignee()).isEqualTo("clerk");
    assertThat(done.getDueDate()).isNotNull();
    assertThat(done.getEndTime()).isNotNull();
    assertThat(done.getDurationInMillis()).isNotNull();
    assertThat(counter.history.createUserOperationLogQuery().taskId(task).list())
        .extracting(UserOperationLogEntry::getOperationType)
        .containsExactly("Claim");
    assertThat(counter.acts(code)).extracting(DossierAct::person).contains("clerk");
  }

  @Test
  void whatTheRegisterHoldsIsNotWrittenTwice() {
    String code = counter.desk();
    counter.does("clerk", code, "outcome", "accept");
    String instance = counter.dossier(code).instanceId();

    assertThat(counter.history.createHistoricVariableInstanceQuery().count()).isZero();
    assertThat(counter.history.createHistoricDetailQuery().count()).isZero();
    assertThat(
            counter
                .history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .activityType("userTask")
                .count())
        .isZero();
    assertThat(
            counter
                .history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .activityType("startEvent")
                .count())
        .isZero();
    assertThat(
            counter
                .history
                .createHistoricProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getStartActivityId())
        .as("with what the process began stands in its own row")
        .isNotNull();
    assertThat(counter.history.createUserOperationLogQuery().operationType("Create").list())
        .noneMatch(entry -> instance.equals(entry.getProcessInstanceId()));
  }
}
