package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.deadline.ClockAgreement;
import vn.motcua.deadline.ClockEvent;
import vn.motcua.deadline.Clocks;
import vn.motcua.deadline.LedgerRow;
import vn.motcua.language.Dates;

/** Papers are asked for once, soon, and with an end; what goes beyond needs the head and shows. */
@DossierStory
class SupplementTest {

  @Autowired Counter counter;
  @Autowired Clocks clocks;
  @Autowired Sheets sheets;
  @Autowired ClockAgreement agreement;

  @BeforeEach
  void mondayMorning() {
    counter.time.at(23, 11, 8, 0);
  }

  @Test
  void afterThreeWorkingDaysOnlyOnAnExceptionalGroundThatTheHeadOfTheAgencyAllows() {
    String code = appraised(counter.desk());
    counter.time.at(30, 11, 8, 0);
    assertRefused(
        () -> asks(code, "missing-paper"),
        "chỉ được yêu cầu bổ sung trong 3 ngày làm việc",
        "đến 17:00 ngày 27/11/2026",
        "NĐ 61/2018/NĐ-CP Điều 19 khoản 4");
    asks(code, "exception-by-new-fact");
    assertRefused(
        () -> counter.does("head", code, "outcome", "forward"),
        "người có thẩm quyền của Sở Tư pháp",
        "Trình lãnh đạo cơ quan quyết định");
    counter.does("head", code, "outcome", "submit");
    assertThat(counter.task(code).getTaskDefinitionKey()).isEqualTo("sign-request");
    assertThat(counter.task(code).getTenantId()).isEqualTo("so-tu-phap.approver");
    counter.does("leader", code, "outcome", "approve");
    assertThat(counter.task(code).getTenantId())
        .as("only the one-stop unit sends it")
        .isEqualTo(SmallProvince.CENTRE + ".counter-clerk");
    assertThat(counter.dossier(code).supplementsLate()).as("not before it is sent").isZero();
    counter.does("clerk", code);

    Dossier waiting = counter.dossier(code);
    assertThat(waiting.state()).isEqualTo(DossierState.AWAITING_SUPPLEMENT);
    assertThat(waiting.supplementCount()).isEqualTo(1);
    assertThat(waiting.supplementsLate()).isEqualTo(1);
    assertThat(waiting.supplementsBeyond()).isZero();
    assertThat(sheets.dossier(code, counter.centreClerk()).remarks())
        .containsExactly("Yêu cầu bổ sung quá thời hạn quy định: 1");
  }

  @Test
  void theHeadOfTheAgencyMaySayNo() {
    String code = appraised(counter.desk());
    asks(code, "exception-by-sector-law");
    counter.does("head", code, "outcome", "submit");
    counter.does(
        "leader", code, "outcome", "send-back", "reason", "not-necessary", "note", "Đã đủ");

    assertThat(counter.dossier(code).state()).isEqualTo(DossierState.APPRAISING);
    assertThat(counter.dossier(code).supplementCount()).isZero();
    assertThat(clocks.ledger(code)).extracting(LedgerRow::event).containsExactly(ClockEvent.START);
  }

  @Test
  void aRequestThatTurnsLateOnTheDeskOfTheHeadGoesUpAndIsCountedAsLate() {
    String code = appraised(counter.desk());
    counter.time.at(27, 11, 16, 0);
    asks(code, "missing-paper");
    counter.time.at(30, 11, 8, 0);
    assertRefused(() -> counter.does("head", code, "outcome", "forward"), "quá thời hạn");
    counter.does("head", code, "outcome", "submit");
    counter.does("leader", code, "outcome", "approve");
    counter.does("clerk", code);
    assertThat(counter.dossier(code).supplementsLate()).isEqualTo(1);
  }

  @Test
  void aUsualRequestIsLetOutByTheHeadOfRoomAndShowsNoFlag() {
    String code = appraised(counter.desk());
    counter.time.at(27, 11, 16, 0);
    asks(code, "missing-paper");
    counter.does("head", code, "outcome", "forward");
    counter.does("clerk", code);

    assertThat(counter.dossier(code).supplementCount()).isEqualTo(1);
    assertThat(counter.dossier(code).supplementsLate()).isZero();
    assertThat(counter.dossier(code).supplementsBeyond()).isZero();
    assertThat(dueDates(counter.allTimers(code, "papers-late")))
        .as("no law sets the applicant a time")
        .containsExactly(Reception.NEVER);
  }

  @Test
  void fourRoundsOnExceptionalGroundsKeepOneCodeAndALedgerThatAddsUp() {
    String code = appraised(counter.desk());
    round(code, 25, 11, 10, "missing-paper", 30, 11);
    round(code, 1, 12, 9, "exception-by-new-fact", 7, 12);
    assertThat(counter.dossier(code).supplementsBeyond()).isEqualTo(1);
    round(code, 8, 12, 9, "exception-by-sector-law", 14, 12);
    round(code, 15, 12, 9, "exception-by-new-fact", 21, 12);

    Dossier dossier = counter.dossier(code);
    assertThat(dossier.supplementCount()).isEqualTo(4);
    assertThat(dossier.supplementsBeyond()).isEqualTo(3);
    assertThat(dossier.supplementsLate()).as("each within three days of its restart").isZero();
    assertThat(sheets.dossier(code, counter.centreClerk()).remarks())
        .containsExactly("Yêu cầu bổ sung quá số lần quy định: 3");
    // Five working days from 21/12: 22, 23, 24, 25 and 28/12.
    assertThat(moment(dossier.dueAt())).isEqualTo("17:00 28/12/2026");
    assertThat(moment(dossier.firstDueAt())).isEqualTo("17:00 01/12/2026");
    List<LedgerRow> ledger = clocks.ledger(code);
    assertThat(ledger)
        .extracting(LedgerRow::event)
        .containsExactly(
            ClockEvent.START,
            ClockEvent.PAUSE,
            ClockEvent.RESTART,
            ClockEvent.PAUSE,
            ClockEvent.RESTART,
            ClockEvent.PAUSE,
            ClockEvent.RESTART,
            ClockEvent.PAUSE,
            ClockEvent.RESTART);
    // 23/11 from 08:00 (7 hours), 24/11 off, 25/11 until 10:00; then each time from 08:00 on one
    // day (7 hours) until 09:00 on the next.
    assertThat(ledger)
        .extracting(r -> r.used().toMinutes())
        .containsExactly(0L, 420L + 150, 0L, 420L + 90, 0L, 420L + 90, 0L, 420L + 90, 0L);
    assertThat(ledger.get(7).cause().words()).isEqualTo("Chờ người nộp bổ sung hồ sơ (lần 4)");
    assertThat(ledger).extracting(LedgerRow::dossierCode).containsOnly(code);
    agrees(code);
  }

  private void round(
      String code, int day, int month, int hour, String reason, int backDay, int backMonth) {
    counter.time.at(day, month, hour, 0);
    asks(code, reason);
    boolean exceptional = reason.startsWith("exception");
    counter.does("head", code, "outcome", exceptional ? "submit" : "forward");
    if (exceptional) {
      counter.does("leader", code, "outcome", "approve");
    }
    counter.does("clerk", code);
    counter.time.at(backDay, backMonth, 8, 0);
    counter.does("clerk", code, "outcome", "done");
    assertThat(counter.dossier(code).state()).isEqualTo(DossierState.APPRAISING);
  }

  @Test
  void whereTheLawSaysStopTheCounterStopsADossierWhosePapersNeverCame() {
    String code = asked("9.000001");
    Instant sent = counter.time.instant();
    assertThat(dueDates(counter.allTimers(code, "papers-late")))
        .as("seven working days from 25/11")
        .containsExactly(at(4, 12, 17));
    passes(code, 4, 12);

    assertThat(counter.dossier(code).state()).isEqualTo(DossierState.AWAITING_SUPPLEMENT);
    assertThat(counter.dossier(code).supplementCount()).as("asked once").isEqualTo(1);
    assertThat(counter.task(code).getTenantId()).endsWith(".counter-clerk");
    assertThat(counter.notices(code))
        .containsExactly("papers-late " + SmallProvince.CENTRE + ".counter-clerk");
    assertRefused(
        () -> counter.does("clerk", code, "outcome", "keep-waiting"), "phải dừng giải quyết");
    assertRefused(() -> refuses(code), "phải dừng giải quyết");
    stops(code);
    Dossier stopped = counter.dossier(code);
    assertThat(stopped.state()).isEqualTo(DossierState.STOPPED);
    assertThat(stopped.finishedAt()).isEqualTo(sent);
    assertThat(counter.openTasks(code)).isEmpty();
    agrees(code);
  }

  @Test
  void whereTheLawSaysRefuseTheDossierIsRefusedInWriting() {
    String code = asked("9.000002");
    Instant sent = counter.time.instant();
    passes(code, 4, 12);
    assertRefused(() -> stops(code), "phải từ chối nếu giấy tờ chưa đủ");
    refuses(code);
    assertThat(counter.dossier(code).state()).isEqualTo(DossierState.REFUSING);
    counter.does("an", code);
    counter.does("head", code, "outcome", "forward");
    counter.does("leader", code, "outcome", "approve");
    counter.does("sealer", code, "documentNumber", "78/STP-TC");
    assertThat(counter.dossier(code).state()).isEqualTo(DossierState.REFUSAL_ISSUED);
    counter.does("returner", code, "receiverName", "Lan", "receiverIdentity", "022190");

    Dossier refused = counter.dossier(code);
    assertThat(refused.state()).isEqualTo(DossierState.REFUSED);
    assertThat(refused.finishedAt()).as("ended when papers were asked for").isEqualTo(sent);
    assertThat(refused.returnedAt()).isNotNull();
    assertThat(counter.openTasks(code)).isEmpty();
    agrees(code);
  }

  @Test
  void whereTheLawSaysNothingTheApplicantIsRemindedAndTheTimeCountsOnceMore() {
    String code = asked("9.000003");
    passes(code, 4, 12);
    assertRefused(() -> refuses(code), "nhắc người nộp và chờ tiếp");
    counter.does("clerk", code, "outcome", "keep-waiting", "note", "Đã gọi điện");
    assertThat(counter.task(code).getTaskDefinitionKey()).isEqualTo("await-papers");
    assertThat(dueDates(counter.allTimers(code, "papers-late")))
        .as("seven working days from 04/12")
        .containsExactly(at(15, 12, 17));
    assertThat(clocks.find(code).orElseThrow().pausedSince()).isEqualTo(at(25, 11, 9));
    counter.time.at(7, 12, 8, 0);
    counter.does("clerk", code, "outcome", "done");
    assertThat(counter.dossier(code).state()).isEqualTo(DossierState.APPRAISING);
    assertThat(moment(counter.dossier(code).dueAt())).isEqualTo("17:00 14/12/2026");
    assertThat(counter.allTimers(code, "papers-late")).isEmpty();
  }

  @Test
  void papersFoundInTheMailAfterTheTimeLetTheDossierGoOn() {
    String code = asked("9.000001");
    passes(code, 4, 12);
    counter.does("clerk", code, "outcome", "done");
    assertThat(counter.dossier(code).state()).isEqualTo(DossierState.APPRAISING);
    assertThat(counter.dossier(code).pausedSince()).isNull();
  }

  @Test
  void whatTheCounterAskedForAlsoHasAnEnd() {
    String refused = guided("9.000002");
    passes(refused, 3, 12);
    refuses(refused);
    assertThat(counter.dossier(refused).state()).isEqualTo(DossierState.NOT_RECEIVED);
    assertThat(counter.dossier(refused).state().nationalCode()).isEqualTo(3);
    assertThat(counter.openTasks(refused)).isEmpty();

    counter.time.at(23, 11, 8, 0);
    String stopped = guided("9.000001");
    passes(stopped, 3, 12);
    stops(stopped);
    assertThat(counter.dossier(stopped).state()).isEqualTo(DossierState.STOPPED);
    assertThat(counter.dossier(stopped).guidanceCount()).isEqualTo(1);
  }

  private String guided(String procedure) {
    String code = counter.receives(procedure, "case-1");
    counter.does(
        "clerk", code, "outcome", "supplement", "reason", "missing-paper", "note", "Thiếu đơn");
    assertThat(counter.dossier(code).state()).isEqualTo(DossierState.AWAITING_GUIDED_PAPERS);
    return code;
  }

  private String asked(String procedure) {
    String code = appraised(counter.receives(procedure, "case-1"));
    counter.time.at(25, 11, 9, 0);
    asks(code, "missing-paper");
    counter.does("head", code, "outcome", "forward");
    counter.does("clerk", code);
    return code;
  }

  private void agrees(String code) {
    assertThat(agreement.check().disagreements())
        .filteredOn(d -> d.dossierCode().equals(code))
        .isEmpty();
  }

  private String appraised(String code) {
    counter.does("clerk", code, "outcome", "accept");
    counter.does("head", code);
    return code;
  }

  private void asks(String code, String reason) {
    counter.does("an", code, "outcome", "supplement", "reason", reason, "note", "Thiếu ảnh");
  }

  private void refuses(String code) {
    counter.does(
        "clerk", code, "outcome", "refuse", "reason", "papers-never-came", "note", "Quá hạn");
  }

  private void stops(String code) {
    counter.does(
        "clerk", code, "outcome", "not-supplemented", "reason", "applicant-silent", "note", "Quá");
  }

  /** The applicant's time passes on this day, at the end of work. */
  private void passes(String code, int day, int month) {
    Job timer = counter.allTimers(code, "papers-late").get(0);
    assertThat(timer.getDuedate().toInstant()).isEqualTo(at(day, month, 17));
    counter.time.at(day, month, 17, 0);
    counter.management.executeJob(timer.getId());
    assertThat(counter.task(code).getTaskDefinitionKey()).isEqualTo("close-wait");
  }

  private static List<Instant> dueDates(List<Job> timers) {
    return timers.stream().map(t -> t.getDuedate().toInstant()).toList();
  }

  private static Instant at(int day, int month, int hour) {
    return ZonedDateTime.of(2026, month, day, hour, 0, 0, 0, WorkingCalendar.ZONE).toInstant();
  }

  private static String moment(Instant moment) {
    return Dates.moment(moment.atZone(WorkingCalendar.ZONE));
  }

  private static void assertRefused(Runnable work, String... words) {
    assertThatThrownBy(work::run)
        .isInstanceOfAny(ProcessEngineException.class, NotAllowed.class)
        .hasMessageContainingAll(words);
  }
}
