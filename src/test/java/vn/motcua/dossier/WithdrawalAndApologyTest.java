package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.dossier.Counter.official;

import java.time.LocalDate;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.calendar.WorkingCalendar;

/** The applicant withdraws; the agency apologises and promises a new date. */
@DossierStory
class WithdrawalAndApologyTest {

  private static final CurrentOfficial LEADER = official("leader", "so-tu-phap.approver");

  @Autowired Counter counter;
  @Autowired Dossiers dossiers;

  @BeforeEach
  void mondayMorning() {
    counter.time.at(23, 11, 8, 0);
  }

  @Test
  void aGrantedWithdrawalClosesWhatIsOpenAndGivesEverythingBack() {
    String code = counter.desk();
    counter.does("clerk", code, "outcome", "accept");
    dossiers.withdraw(code, "Người nộp không còn nhu cầu", LEADER);

    assertThat(counter.dossier(code).state()).isEqualTo(DossierState.WITHDRAWING);
    assertThat(counter.dossier(code).state().nationalCode()).isEqualTo(7);
    assertThat(counter.dossier(code).stoppedAt()).isEqualTo(counter.time.instant());
    assertThat(counter.task(code).getTaskDefinitionKey()).isEqualTo("draft-notice");
    counter.does("an", code);
    counter.does("sealer", code, "documentNumber", "9/TB-STP");
    counter.does("returner", code, "receiverName", "Lan", "receiverIdentity", "022190");
    assertThat(counter.dossier(code).state()).isEqualTo(DossierState.WITHDRAWN);
    assertThat(counter.dossier(code).endedAt()).isNotNull();
    assertThat(counter.openTasks(code)).isEmpty();
    assertThat(
            counter.runtime.createProcessInstanceQuery().processInstanceBusinessKey(code).count())
        .isZero();
    assertThat(counter.acts(code)).extracting(DossierAct::act).contains("withdraw");
  }

  @Test
  void aWithdrawalAlsoEndsAWaitForSupplement() {
    String code = counter.desk();
    counter.does(
        "clerk", code, "outcome", "supplement", "reason", "missing-paper", "note", "Thiếu đơn");
    dossiers.withdraw(code, "Xin rút", LEADER);
    assertThat(counter.task(code).getTaskDefinitionKey()).isEqualTo("draft-notice");
  }

  @Test
  void onlyTheLeadDecidesWithAReasonAndBeforeThereIsAResult() {
    String code = counter.desk();
    assertThatThrownBy(() -> dossiers.withdraw(code, " ", LEADER)).hasMessageContaining("lý do");
    assertThatThrownBy(() -> dossiers.withdraw(code, "Xin rút", official("x", "so-y-te.approver")))
        .isInstanceOf(NotAllowed.class)
        .hasMessageContaining("Sở Tư pháp");
    assertThatThrownBy(() -> dossiers.withdraw("H49-000000-0001", "Xin rút", LEADER))
        .isInstanceOf(UnknownDossier.class);
    counter.does(
        "clerk", code, "outcome", "refuse", "reason", "out-of-competence", "note", "Cấp xã");
    assertThatThrownBy(() -> dossiers.withdraw(code, "Xin rút", LEADER))
        .hasMessageContaining("đã kết thúc");
  }

  @Test
  void anApologyMovesTheDateOnceAndKeepsTheFirstPromise() {
    String code = counter.desk();
    counter.does("clerk", code, "outcome", "accept");
    dossiers.apologise(code, "Chờ cơ quan phối hợp", LocalDate.of(2026, 12, 4), LEADER);

    Dossier late = counter.dossier(code);
    assertThat(late.dueAt().atZone(WorkingCalendar.ZONE).toString()).startsWith("2026-12-04T17:00");
    assertThat(late.firstDueAt().atZone(WorkingCalendar.ZONE).toString()).startsWith("2026-12-01");
    assertThat(late.apologisedAt()).isNotNull();
    assertThat(late.state()).isEqualTo(DossierState.ASSIGNING);
    assertThat(counter.timers(code, "due-time"))
        .allMatch(j -> j.getDuedate().toInstant().equals(late.dueAt()));
    assertThat(counter.openTasks(code))
        .extracting(Task::getTaskDefinitionKey)
        .containsExactlyInAnyOrder("assign", "seal-apology");
    Task seal =
        counter.openTasks(code).stream()
            .filter(t -> t.getTaskDefinitionKey().equals("seal-apology"))
            .findFirst()
            .orElseThrow();
    counter.does("sealer", seal, "documentNumber", "10/STP");
    assertThat(counter.dossier(code).finishedAt()).as("an apology is no result").isNull();

    assertThatThrownBy(() -> dossiers.apologise(code, "Nữa", LocalDate.of(2026, 12, 8), LEADER))
        .hasMessageContaining("không được hẹn lại lần nữa");
  }

  @Test
  void anApologyComesADayBeforeAndPromisesALaterWorkingDay() {
    String code = counter.desk();
    assertThatThrownBy(() -> dossiers.apologise(code, "Chậm", LocalDate.of(2026, 12, 1), LEADER))
        .hasMessageContaining("phải sau ngày hẹn trả 01/12/2026");
    assertThatThrownBy(() -> dossiers.apologise(code, "Chậm", LocalDate.of(2026, 12, 6), LEADER))
        .hasMessageContaining("là ngày nghỉ");
    counter.time.at(1, 12, 9, 0);
    assertThatThrownBy(() -> dossiers.apologise(code, "Chậm", LocalDate.of(2026, 12, 4), LEADER))
        .hasMessageContaining("ít nhất 01 ngày trước ngày hẹn trả");
  }
}
