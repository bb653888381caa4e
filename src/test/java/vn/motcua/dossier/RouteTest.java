package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.motcua.agency.Delegation;
import vn.motcua.agency.DutyException;
import vn.motcua.calendar.WorkingCalendar;

/** A dossier travels from the counter to its result, and what may not happen does not. */
@DossierStory
class RouteTest {

  @Autowired Counter counter;

  @BeforeEach
  void mondayMorningWithDelegation() {
    counter.time.at(23, 11, 8, 0);
    counter.province.exceptions.clear();
    counter.province.delegations.clear();
    counter.province.delegations.add(
        new Delegation(SmallProvince.WARD, "*", "QĐ 12/QĐ-UBND", LocalDate.of(2026, 1, 1), null));
  }

  @Test
  void fiveActsOnTheSpotEachWithPersonAndTime() {
    String code = counter.onTheSpot();
    assertThat(counter.task(code).getTenantId()).isEqualTo("phuong-ha-long-mot-cua.counter-clerk");
    assertThat(counter.task(code).getDueDate()).isNotNull();
    counter.does("clerk", code, "outcome", "accept");
    assertThat(counter.dossier(code).state()).isEqualTo(DossierState.APPRAISING);
    counter.does("appraiser", code, "outcome", "forward");
    counter.does("leader", code, "outcome", "approve");
    assertThat(counter.dossier(code).state()).isEqualTo(DossierState.SEALING);
    counter.does("sealer", code, "documentNumber", "15/CT-UBND");
    assertThat(counter.dossier(code).state()).isEqualTo(DossierState.FINISHED);
    assertThat(counter.dossier(code).finishedAt()).isEqualTo(counter.time.instant());
    counter.does("returner", code, "receiverName", "Nguyễn Thị Lan", "receiverIdentity", "022190");

    Dossier done = counter.dossier(code);
    assertThat(done.state()).isEqualTo(DossierState.RETURNED);
    assertThat(done.state().nationalCode()).isEqualTo(10);
    assertThat(done.returnedAt()).isNotNull();
    assertThat(counter.acts(code))
        .extracting(DossierAct::act, DossierAct::person)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("receive", "clerk"),
            org.assertj.core.groups.Tuple.tuple("appraise", "appraiser"),
            org.assertj.core.groups.Tuple.tuple("approve", "leader"),
            org.assertj.core.groups.Tuple.tuple("seal", "sealer"),
            org.assertj.core.groups.Tuple.tuple("return", "returner"));
    assertThat(counter.acts(code)).allMatch(a -> a.startedAt() != null && a.completedAt() != null);
    assertThat(counter.acts(code).get(4).trace()).contains("Nguyễn Thị Lan");
  }

  @Test
  void namesOfPeopleStayOutOfTheEngine() {
    String code = counter.onTheSpot();
    finish(code);

    assertThat(
            counter.jdbc.queryForObject(
                "select count(*) from ACT_HI_VARINST where TEXT_ like '%Nguyễn%'", Long.class))
        .isZero();
    assertThat(
            counter.jdbc.queryForObject(
                "select count(*) from ACT_HI_DETAIL where TEXT_ like '%Nguyễn%'"
                    + " or VAR_INST_ID_ is null and NAME_ = 'receiverName'",
                Long.class))
        .isZero();
  }

  private void finish(String code) {
    counter.does("clerk", code, "outcome", "accept");
    counter.does("appraiser", code, "outcome", "forward");
    counter.does("leader", code, "outcome", "approve");
    counter.does("sealer", code, "documentNumber", "15/CT-UBND");
    counter.does("returner", code, "receiverName", "Nguyễn Thị Lan", "receiverIdentity", "022190");
  }

  @Test
  void sendBackReturnsToTheSamePersonWithAReason() {
    counter.holds("an", "so-tu-phap.appraiser");
    counter.holds("binh", "so-tu-phap.appraiser");
    String code = counter.desk();
    counter.does("clerk", code, "outcome", "accept");
    counter.does("head", code);
    counter.does("an", code, "outcome", "forward");
    assertRefused(() -> counter.does("head", code, "outcome", "send-back"), "hãy chọn lý do");
    assertRefused(
        () -> counter.does("head", code, "outcome", "send-back", "reason", "wrong-ground"),
        "Hãy ghi rõ lý do bằng lời");
    counter.does(
        "head", code, "outcome", "send-back", "reason", "wrong-ground", "note", "Sai khoản 2");

    Task again = counter.task(code);
    assertThat(again.getTaskDefinitionKey()).isEqualTo("appraise");
    assertThat(again.getAssignee()).isEqualTo("an");
    assertRefused(() -> counter.does("binh", again, "outcome", "forward"), "");
    assertThat(counter.acts(code))
        .last()
        .satisfies(a -> assertThat(a.reasonWords()).isEqualTo("Căn cứ pháp lý chưa đúng"));
    counter.does("an", code, "outcome", "forward");
    assertThat(counter.task(code).getTaskDefinitionKey()).isEqualTo("initial");
    assertThat(counter.task(code).getAssignee()).as("head has no account here").isNull();
  }

  @Test
  void supplementStopsTheClockAndRestartsItFromZeroOnce() {
    String code = counter.desk();
    assertThat(day(counter.dossier(code).dueAt())).isEqualTo("2026-12-01");
    counter.does("clerk", code, "outcome", "accept");
    counter.does("head", code);
    counter.does(
        "an", code, "outcome", "supplement", "reason", "missing-paper", "note", "Thiếu ảnh");
    assertThat(counter.dossier(code).state()).isEqualTo(DossierState.ASKING_SUPPLEMENT);
    assertThat(counter.dossier(code).pausedSince()).as("still written by the agency").isNull();
    counter.does("head", code, "outcome", "forward");
    counter.time.at(25, 11, 9, 0);
    counter.does("clerk", code);
    Dossier waiting = counter.dossier(code);
    assertThat(waiting.state()).isEqualTo(DossierState.AWAITING_SUPPLEMENT);
    assertThat(waiting.state().nationalCode()).isEqualTo(5);
    assertThat(waiting.pausedSince()).isEqualTo(counter.time.instant());
    assertThat(waiting.supplementCount()).isEqualTo(1);
    assertThat(counter.timers(code, "due-time")).allMatch(j -> j.isSuspended());

    counter.time.at(7, 12, 8, 0);
    counter.does("clerk", code, "outcome", "done");
    Dossier resumed = counter.dossier(code);
    assertThat(resumed.state()).isEqualTo(DossierState.APPRAISING);
    assertThat(resumed.pausedSince()).isNull();
    assertThat(day(resumed.dueAt())).isEqualTo("2026-12-14");
    assertThat(day(resumed.firstDueAt())).isEqualTo("2026-12-01");
    assertThat(counter.timers(code, "due-time"))
        .singleElement()
        .satisfies(
            j -> {
              assertThat(j.isSuspended()).isFalse();
              assertThat(j.getDuedate().toInstant()).isEqualTo(resumed.dueAt());
            });
    assertThat(counter.runtime.getVariable(resumed.instanceId(), "dueAt"))
        .isEqualTo(java.util.Date.from(resumed.dueAt()));

    assertRefused(
        () ->
            counter.does(
                "an", code, "outcome", "supplement", "reason", "missing-paper", "note", "Nữa"),
        "chỉ được yêu cầu bổ sung 01 lần");
    counter.does(
        "an",
        code,
        "outcome",
        "supplement",
        "reason",
        "exception-by-sector-law",
        "note",
        "Luật chuyên ngành");
    assertThat(counter.dossier(code).state()).isEqualTo(DossierState.ASKING_SUPPLEMENT);
  }

  @Test
  void theHeadMayStopASupplementRequestBeforeItLeaves() {
    String code = counter.desk();
    counter.does("clerk", code, "outcome", "accept");
    counter.does("head", code);
    counter.does(
        "an", code, "outcome", "supplement", "reason", "missing-paper", "note", "Thiếu ảnh");
    counter.does(
        "head", code, "outcome", "send-back", "reason", "not-necessary", "note", "Đã có ảnh");

    assertThat(counter.dossier(code).state()).isEqualTo(DossierState.APPRAISING);
    assertThat(counter.dossier(code).supplementCount()).isZero();
    assertThat(day(counter.dossier(code).dueAt())).isEqualTo("2026-12-01");
  }

  @Test
  void papersThatNeverComeStopTheDossier() {
    String code = counter.desk();
    counter.does("clerk", code, "outcome", "accept");
    counter.does("head", code);
    counter.does(
        "an", code, "outcome", "supplement", "reason", "missing-paper", "note", "Thiếu ảnh");
    counter.does("head", code, "outcome", "forward");
    counter.does("clerk", code);
    var asked = counter.time.instant();
    counter.time.at(28, 12, 8, 0);
    counter.does(
        "clerk",
        code,
        "outcome",
        "not-supplemented",
        "reason",
        "applicant-silent",
        "note",
        "Hết hạn");

    Dossier stopped = counter.dossier(code);
    assertThat(stopped.state()).isEqualTo(DossierState.STOPPED);
    assertThat(stopped.finishedAt()).as("ended when it was asked for").isEqualTo(asked);
    assertThat(counter.openTasks(code)).isEmpty();
  }

  @Test
  void guidanceAtTheCounterStartsTheClockWhenPapersAreComplete() {
    String code = counter.desk();
    counter.does(
        "clerk", code, "outcome", "supplement", "reason", "missing-paper", "note", "Thiếu đơn");
    assertThat(counter.dossier(code).state()).isEqualTo(DossierState.AWAITING_GUIDED_PAPERS);
    assertThat(counter.dossier(code).guidanceCount()).isEqualTo(1);
    counter.time.at(30, 11, 8, 0);
    counter.does("clerk", code, "outcome", "done");

    assertThat(counter.dossier(code).state()).isEqualTo(DossierState.RECEIVED);
    assertThat(day(counter.dossier(code).dueAt())).isEqualTo("2026-12-07");
    assertRefused(
        () ->
            counter.does(
                "clerk", code, "outcome", "supplement", "reason", "missing-paper", "note", "Nữa"),
        "01 lần");
  }

  @Test
  void refusalIsDraftedSignedSealedAndReturned() {
    String code = counter.desk();
    counter.does("clerk", code, "outcome", "accept");
    counter.does("head", code);
    counter.does(
        "an", code, "outcome", "refuse", "reason", "not-eligible", "note", "Chưa đủ 05 năm");
    assertThat(counter.dossier(code).state()).isEqualTo(DossierState.REFUSING);
    counter.does("an", code);
    counter.does("head", code, "outcome", "forward");
    assertRefused(() -> counter.does("leader", code, "outcome", "refuse"), "không có kết quả");
    counter.does("leader", code, "outcome", "approve");
    counter.does("sealer", code, "documentNumber", "77/STP-TC");
    assertThat(counter.dossier(code).state()).isEqualTo(DossierState.REFUSAL_ISSUED);
    assertThat(counter.dossier(code).state().nationalCode()).isEqualTo(9);
    counter.does("returner", code, "receiverName", "Lan", "receiverIdentity", "022190");
    assertThat(counter.dossier(code).state()).isEqualTo(DossierState.REFUSED);
    assertThat(counter.dossier(code).returnedAt()).isNotNull();
  }

  @Test
  void notReceivedEndsAtOnce() {
    String code = counter.desk();
    counter.does(
        "clerk", code, "outcome", "refuse", "reason", "out-of-competence", "note", "Cấp xã");

    assertThat(counter.dossier(code).state()).isEqualTo(DossierState.NOT_RECEIVED);
    assertThat(counter.dossier(code).state().nationalCode()).isEqualTo(3);
    assertThat(counter.openTasks(code)).isEmpty();
  }

  @Test
  void financialObligationKeepsTheWorkingTimeThatWasLeft() {
    String code = counter.land();
    assertThat(day(counter.dossier(code).dueAt())).isEqualTo("2026-12-08");
    counter.does("clerk", code, "outcome", "accept");
    counter.time.at(26, 11, 8, 0);
    counter.does("an", code, "outcome", "forward");
    Dossier waiting = counter.dossier(code);
    assertThat(waiting.state()).isEqualTo(DossierState.AWAITING_OBLIGATION);
    assertThat(waiting.state().nationalCode()).isEqualTo(6);
    assertThat(waiting.pausedBecause()).isEqualTo("Chờ người sử dụng đất nộp thuế");
    counter.does("clerk", code);
    counter.time.at(10, 12, 8, 0);
    counter.does("clerk", code, "eventPaper", "BL 123");

    // Two weeks without the clock move the date by ten working days, not more.
    assertThat(day(counter.dossier(code).dueAt())).isEqualTo("2026-12-22");
    assertThat(counter.dossier(code).state()).isEqualTo(DossierState.APPROVING);
  }

  @Test
  void whoReceivedOrAppraisedDoesNotApproveAndWhoApprovedDoesNotSeal() {
    String code = counter.onTheSpot();
    counter.does("clerk", code, "outcome", "accept");
    counter.does("appraiser", code, "outcome", "forward");
    assertRefused(
        () -> counter.does("clerk", code, "outcome", "approve"),
        "đã tiếp nhận không được phê duyệt");
    assertRefused(
        () -> counter.does("appraiser", code, "outcome", "approve"),
        "đã thẩm định không được phê duyệt");
    Task approve = counter.task(code);
    assertRefused(
        () ->
            counter.as(
                "clerk",
                List.of(approve.getTenantId()),
                () -> {
                  counter.tasks.claim(approve.getId(), "clerk");
                  return null;
                }),
        "đã tiếp nhận không được phê duyệt");
    counter.does("leader", code, "outcome", "approve");
    assertRefused(
        () -> counter.does("leader", code, "documentNumber", "1"),
        "không được tự cấp số, đóng dấu");
  }

  @Test
  void anExceptionForASmallCommuneLeavesATraceButNeverForTheAppraiser() {
    counter.province.exceptions.add(
        new DutyException(SmallProvince.WARD, "receive", "approve", "QĐ 5/QĐ-UBND"));
    counter.province.exceptions.add(
        new DutyException(SmallProvince.WARD, "appraise", "approve", "QĐ 6/QĐ-UBND"));
    String code = counter.onTheSpot();
    counter.does("clerk", code, "outcome", "accept");
    counter.does("appraiser", code, "outcome", "forward");
    assertRefused(() -> counter.does("appraiser", code, "outcome", "approve"), "thẩm định");
    counter.does("clerk", code, "outcome", "approve");

    assertThat(counter.acts(code))
        .last()
        .satisfies(a -> assertThat(a.dutyException()).isEqualTo("QĐ 5/QĐ-UBND"));
  }

  @Test
  void approvalOnTheSpotNeedsADelegationOfThatDay() {
    counter.province.delegations.clear();
    String code = counter.onTheSpot();
    counter.does("clerk", code, "outcome", "accept");
    counter.does("appraiser", code, "outcome", "forward");

    assertRefused(
        () -> counter.does("leader", code, "outcome", "approve"), "01/2018/TT-VPCP Điều 6");
    counter.does(
        "leader", code, "outcome", "send-back", "reason", "wrong-ground", "note", "Xem lại");
    assertThat(counter.task(code).getTaskDefinitionKey()).isEqualTo("appraise");
  }

  @Test
  void aRequestMadeByHandCannotSteerADossier() {
    String code = counter.desk();
    assertRefused(
        () -> counter.does("clerk", code, "outcome", "accept", "leadUnit", SmallProvince.LAND),
        "Không được đổi “leadUnit”");
    assertRefused(
        () -> counter.does("clerk", code, "outcome", "accept", "caseId", "case-2"),
        "Không được đổi “caseId”");
    assertRefused(
        () -> counter.does("clerk", code, "outcome", "accept", "phone", "0912345678"),
        "Biểu mẫu của công việc không có “phone”");
    counter.does("clerk", code, "outcome", "accept");

    assertThat(counter.dossier(code).place().lead()).isEqualTo(SmallProvince.JUSTICE);
    assertThat(counter.runtime.getVariables(counter.dossier(code).instanceId()))
        .containsOnlyKeys("caseId", "dueAt", "warnAt");
  }

  @Test
  void onlyTheOutcomesOfTheRouteAndOnlyPeopleOfThePost() {
    String code = counter.desk();
    Task receive = counter.task(code);
    assertRefused(() -> counter.does("clerk", code), "Chưa chọn kết quả");
    assertRefused(
        () -> counter.does("clerk", code, "outcome", "approve"),
        "Các kết quả có thể chọn: accept, supplement, refuse");
    assertThatThrownBy(() -> counter.tasks.complete(receive.getId()))
        .hasMessageContaining("phải do một cán bộ đã đăng nhập");
    assertRefused(
        () ->
            counter.as(
                "root",
                List.of("camunda-admin", receive.getTenantId()),
                () -> {
                  counter.tasks.complete(receive.getId());
                  return null;
                }),
        "Quản trị hệ thống không được xử lý hồ sơ");
  }

  @Test
  void aProcedureStartedWithoutReceptionIsRefused() {
    assertThatThrownBy(
            () ->
                counter.runtime.startProcessInstanceByKey(
                    "procedure-2.000815",
                    "H49-1",
                    java.util.Map.of(
                        "warnAt", new java.util.Date(), "dueAt", new java.util.Date())))
        .hasMessageContaining("chỉ được tiếp nhận qua biểu mẫu tiếp nhận");
    assertThatThrownBy(() -> counter.runtime.startProcessInstanceByKey("shared-refusal"))
        .hasMessageContaining("biểu mẫu tiếp nhận");
  }

  @Test
  void statutoryTimersLeaveMarksInTheRegister() {
    String code = counter.desk();
    counter.management.executeJob(counter.timers(code, "warning-time").get(0).getId());
    assertThat(counter.dossier(code).warnedAt()).isNotNull();
    assertThat(counter.dossier(code).overdueNotedAt()).isNull();
    counter.management.executeJob(counter.timers(code, "due-time").get(0).getId());
    assertThat(counter.dossier(code).overdueNotedAt()).isNotNull();
    assertThat(counter.dossier(code).state()).isEqualTo(DossierState.RECEIVED);
  }

  @Test
  void aWarningThatHasFiredIsSetAgainWhenTheDateMoves() {
    String code = counter.land();
    counter.does("clerk", code, "outcome", "accept");
    counter.does("an", code, "outcome", "forward");
    counter.management.activateJobById(counter.timers(code, "warning-time").get(0).getId());
    counter.management.executeJob(counter.timers(code, "warning-time").get(0).getId());
    assertThat(counter.timers(code, "warning-time")).isEmpty();
    counter.does("clerk", code);
    counter.time.at(10, 12, 8, 0);
    counter.does("clerk", code);

    assertThat(counter.timers(code, "warning-time"))
        .singleElement()
        .satisfies(
            j -> assertThat(j.getDuedate().toInstant()).isEqualTo(counter.dossier(code).warnAt()));
  }

  @Test
  void aStepCostsThreeStatementsOfOurOwn() {
    String code = counter.desk();
    counter.does("clerk", code, "outcome", "accept");
    Task assign = counter.task(code);
    List<String> statements =
        StatementsOfOurs.during(() -> counter.does("head", assign, "instruction", "Giao An"));

    assertThat(statements).hasSize(3);
    assertThat(statements.get(0)).contains("left join dossier_act");
    assertThat(statements.get(1)).contains("insert into dossier_act");
    assertThat(statements.get(2)).contains("update dossier set state = ? where");
  }

  private static String day(java.time.Instant moment) {
    return LocalDate.ofInstant(moment, WorkingCalendar.ZONE).toString();
  }

  private static void assertRefused(Runnable work, String words) {
    assertThatThrownBy(work::run)
        .isInstanceOfAny(ProcessEngineException.class, NotAllowed.class)
        .hasMessageContaining(words);
  }
}
