package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.dossier.Counter.official;

import java.time.Instant;
import java.time.LocalDate;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.deadline.ClockEvent;
import vn.motcua.deadline.Clocks;

/** The applicant withdraws; the agency apologises and promises a new date. */
@DossierStory
class WithdrawalAndApologyTest {

  private static final CurrentOfficial LEADER = official("leader", "so-tu-phap.approver");

  private static final CurrentOfficial APPRAISER = official("an", "so-tu-phap.appraiser");
  private static final CurrentOfficial HEAD_OF_ROOM = official("head", "so-tu-phap.head-of-room");

  @Autowired Counter counter;
  @Autowired Dossiers dossiers;
  @Autowired Clocks clocks;

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
  void anApologyIsProposedSignedSealedAndOnlyItsSendingMovesTheDate() {
    String code = counter.desk();
    counter.does("clerk", code, "outcome", "accept");
    dossiers.apologise(code, "Chờ cơ quan phối hợp", LocalDate.of(2026, 12, 4), APPRAISER);
    assertThat(Remarks.of(counter.dossier(code)))
        .containsExactly("Đang đề nghị hẹn lại đến ngày 04/12/2026");
    assertThat(counter.openTasks(code))
        .extracting(Task::getTaskDefinitionKey)
        .containsExactlyInAnyOrder("assign", "sign-apology");
    assertThat(counter.task(code, "sign-apology").getTenantId()).isEqualTo("so-tu-phap.approver");
    assertThatThrownBy(
            () -> dossiers.apologise(code, "Nữa", LocalDate.of(2026, 12, 8), HEAD_OF_ROOM))
        .hasMessageContaining("đang có đề nghị hẹn lại đến ngày 04/12/2026");
    counter.does("leader", counter.task(code, "sign-apology"), "outcome", "approve");
    counter.does("sealer", counter.task(code, "seal-apology"), "documentNumber", "10/STP");
    assertThat(counter.dossier(code).finishedAt()).as("an apology is no result").isNull();
    assertThat(day(counter.dossier(code).dueAt())).as("not sent yet").startsWith("2026-12-01");
    assertThat(counter.task(code, "release-apology").getTenantId())
        .isEqualTo(SmallProvince.CENTRE + ".counter-clerk");
    counter.time.at(30, 11, 16, 0);
    counter.does("clerk", counter.task(code, "release-apology"));

    Dossier late = counter.dossier(code);
    assertThat(day(late.dueAt())).startsWith("2026-12-04T17:00");
    assertThat(day(late.statutoryDueAt())).startsWith("2026-12-01");
    assertThat(day(late.firstDueAt())).as("kept for ever").startsWith("2026-12-01");
    assertThat(late.apologisedAt()).isEqualTo(counter.time.instant());
    assertThat(late.proposedDue()).isNull();
    assertThat(late.state()).isEqualTo(DossierState.ASSIGNING);
    assertThat(counter.timers(code, "due-time"))
        .allMatch(j -> j.getDuedate().toInstant().equals(late.dueAt()));
    assertThat(clocks.ledger(code))
        .last()
        .satisfies(
            row -> {
              assertThat(row.event()).isEqualTo(ClockEvent.EXTEND);
              assertThat(row.cause().words()).isEqualTo("Chờ cơ quan phối hợp");
              assertThat(row.cause().person()).isEqualTo("clerk");
            });
    assertThat(counter.openTasks(code))
        .extracting(Task::getTaskDefinitionKey)
        .containsExactly("assign");
    assertThatThrownBy(() -> dossiers.apologise(code, "Nữa", LocalDate.of(2026, 12, 8), APPRAISER))
        .hasMessageContaining("đủ 01 lần; không được hẹn lại lần nữa");
    assertThat(counter.acts(code))
        .filteredOn(a -> a.act().equals("apologise"))
        .singleElement()
        .satisfies(a -> assertThat(a.trace()).isEqualTo("Ngày hẹn đề nghị: 04/12/2026"));
  }

  @Test
  void anApologySentLessThanADayBeforeIsRefusedAndThenLapses() {
    String code = counter.desk();
    counter.does("clerk", code, "outcome", "accept");
    dossiers.apologise(code, "Chậm", LocalDate.of(2026, 12, 4), APPRAISER);
    assertThat(counter.allTimers(code, "lapse-time"))
        .singleElement()
        .satisfies(t -> assertThat(day(t.getDuedate().toInstant())).startsWith("2026-12-01T00:00"));
    counter.does("leader", counter.task(code, "sign-apology"), "outcome", "approve");
    counter.does("sealer", counter.task(code, "seal-apology"), "documentNumber", "10/STP");
    counter.time.at(1, 12, 8, 0);
    Task release = counter.task(code, "release-apology");
    assertThatThrownBy(() -> counter.does("clerk", release))
        .hasMessageContaining("trước ngày hẹn trả 01/12/2026 ít nhất 1 ngày")
        .hasMessageContaining("ngày hẹn trả giữ nguyên");
    counter.management.executeJob(counter.allTimers(code, "lapse-time").get(0).getId());

    assertThat(counter.openTasks(code))
        .extracting(Task::getTaskDefinitionKey)
        .containsExactly("assign");
    assertThat(day(counter.dossier(code).dueAt())).startsWith("2026-12-01");
    assertThat(counter.dossier(code).proposedDue()).isNull();
    assertThat(counter.dossier(code).apologisedAt()).isNull();
    assertThat(counter.notices(code)).containsExactly("apology-lapsed so-tu-phap.appraiser");
  }

  @Test
  void theHeadOfTheAgencyNeedNotSign() {
    String code = counter.desk();
    counter.does("clerk", code, "outcome", "accept");
    dossiers.apologise(code, "Chậm", LocalDate.of(2026, 12, 4), HEAD_OF_ROOM);
    counter.does(
        "leader",
        counter.task(code, "sign-apology"),
        "outcome",
        "send-back",
        "reason",
        "not-necessary",
        "note",
        "Vẫn kịp");
    assertThat(counter.dossier(code).proposedDue()).isNull();
    assertThat(counter.notices(code)).containsExactly("apology-declined so-tu-phap.head-of-room");
    assertThat(counter.openTasks(code))
        .extracting(Task::getTaskDefinitionKey)
        .containsExactly("assign");
    dossiers.apologise(code, "Không kịp", LocalDate.of(2026, 12, 4), APPRAISER);
    assertThat(counter.task(code, "sign-apology")).isNotNull();
  }

  @Test
  void anApologyIsNotSentWhileTheClockStandsAndEndsWithTheDossier() {
    String code = counter.desk();
    counter.does("clerk", code, "outcome", "accept");
    counter.does("head", code);
    dossiers.apologise(code, "Chậm", LocalDate.of(2026, 12, 4), APPRAISER);
    counter.does("leader", counter.task(code, "sign-apology"), "outcome", "approve");
    counter.does("sealer", counter.task(code, "seal-apology"), "documentNumber", "10/STP");
    counter.does(
        "an",
        counter.task(code, "appraise"),
        "outcome",
        "supplement",
        "reason",
        "missing-paper",
        "note",
        "Thiếu ảnh");
    counter.does("head", counter.task(code, "approve-request"), "outcome", "forward");
    counter.does("clerk", counter.task(code, "release"));
    assertThatThrownBy(() -> counter.does("clerk", counter.task(code, "release-apology")))
        .hasMessageContaining("Không hẹn lại được hồ sơ")
        .hasMessageContaining("Chờ bổ sung");
    counter.does(
        "clerk",
        counter.task(code, "await-papers"),
        "outcome",
        "not-supplemented",
        "reason",
        "applicant-declines",
        "note",
        "Xin lại giấy tờ");

    assertThat(counter.dossier(code).state()).isEqualTo(DossierState.STOPPED);
    assertThat(counter.openTasks(code)).isEmpty();
    assertThat(counter.allTimers(code, "lapse-time")).isEmpty();
  }

  @Test
  void anApologyComesADayBeforeAndPromisesALaterWorkingDay() {
    String code = counter.desk();
    assertThatThrownBy(() -> dossiers.apologise(code, "Chậm", LocalDate.of(2026, 12, 4), LEADER))
        .isInstanceOf(NotAllowed.class)
        .hasMessageContaining("Chỉ chuyên viên thụ lý hoặc lãnh đạo phòng của Sở Tư pháp");
    assertThatThrownBy(() -> dossiers.apologise(code, " ", LocalDate.of(2026, 12, 4), APPRAISER))
        .hasMessageContaining("lý do chậm");
    assertThatThrownBy(() -> dossiers.apologise(code, "Chậm", null, APPRAISER))
        .hasMessageContaining("phải sau ngày hẹn trả 01/12/2026");
    assertThatThrownBy(() -> dossiers.apologise(code, "Chậm", LocalDate.of(2026, 12, 1), APPRAISER))
        .hasMessageContaining("phải sau ngày hẹn trả 01/12/2026");
    assertThatThrownBy(() -> dossiers.apologise(code, "Chậm", LocalDate.of(2026, 12, 6), APPRAISER))
        .hasMessageContaining("là ngày nghỉ");
    counter.time.at(1, 12, 9, 0);
    assertThatThrownBy(() -> dossiers.apologise(code, "Chậm", LocalDate.of(2026, 12, 4), APPRAISER))
        .hasMessageContaining("trước ngày hẹn trả 01/12/2026 ít nhất 1 ngày");
  }

  private static String day(Instant moment) {
    return moment.atZone(WorkingCalendar.ZONE).toString();
  }
}
