package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.deadline.ClockAgreement;
import vn.motcua.deadline.ClockEvent;
import vn.motcua.deadline.Clocks;
import vn.motcua.deadline.LedgerRow;
import vn.motcua.language.Dates;
import vn.motcua.language.Texts;

/** Every act writes the ledger, and the engine will do what the ledger says. */
@DossierStory
class ClockTest {

  @Autowired Counter counter;
  @Autowired Clocks clocks;
  @Autowired ClockAgreement agreement;
  @Autowired Sheets sheets;
  @Autowired JdbcTemplate jdbc;

  @BeforeEach
  void mondayMorning() {
    counter.time.at(23, 11, 8, 0);
  }

  @Test
  void aSupplementIsFiveRowsThatAPersonCanAddUp() {
    String code = counter.desk();
    counter.does("clerk", code, "outcome", "accept");
    counter.does("head", code);
    counter.does("an", code, "outcome", "supplement", "reason", "missing-paper", "note", "Thiếu");
    counter.does("head", code, "outcome", "forward");
    counter.time.at(25, 11, 9, 0);
    counter.does("clerk", code);
    agrees(code);
    counter.time.at(7, 12, 8, 0);
    counter.does("clerk", code, "outcome", "done");
    agrees(code);
    counter.time.at(9, 12, 10, 0);
    counter.does("an", code, "outcome", "forward");
    counter.does("head", code, "outcome", "forward");
    counter.does("leader", code, "outcome", "approve");
    counter.does("sealer", code, "documentNumber", "1/STP");
    agrees(code);

    List<LedgerRow> ledger = clocks.ledger(code);
    assertThat(ledger)
        .extracting(LedgerRow::event)
        .containsExactly(ClockEvent.START, ClockEvent.PAUSE, ClockEvent.RESTART, ClockEvent.STOP);
    assertThat(ledger)
        .extracting(r -> r.cause().person())
        .containsExactly("clerk", "clerk", "clerk", "sealer");
    // 23/11 from 08:00, 24/11 off, 25/11 until 09:00: 7 hours, then 1.5; after the restart 7/12
    // from 08:00, 8/12 whole, 9/12 until 10:00.
    assertThat(ledger)
        .extracting(r -> r.used().toMinutes())
        .containsExactly(0L, 420L + 90, 0L, 420L + 450 + 150);
    assertThat(moment(ledger.get(2).due().after())).isEqualTo("17:00 14/12/2026");
    assertThat(counter.timers(code, "due-time")).allMatch(j -> j.isSuspended());
    assertThat(sheets.clock(code, counter.centreClerk(), Texts.VIETNAMESE))
        .extracting(Sheets.ClockLine::text)
        .satisfies(
            words -> {
              assertThat(words.get(0))
                  .startsWith("08:00 23/11/2026 – Tiếp nhận hồ sơ. Thời hạn 5 ngày làm việc")
                  .contains("hẹn trả 17:00 01/12/2026");
              assertThat(words.get(1)).contains("Chờ người nộp bổ sung", "Đã dùng 8 giờ 30 phút");
              assertThat(words.get(2)).contains("hẹn trả 17:00 14/12/2026");
            });
    assertThat(sheets.clock(code, counter.centreClerk(), Locale.ENGLISH).get(1).text())
        .contains("time does not count");
  }

  @Test
  void theTaxWaitStopsAndRunsOnWithWhatWasLeft() {
    String code = counter.land();
    counter.does("clerk", code, "outcome", "accept");
    counter.time.at(26, 11, 8, 0);
    counter.does("an", code, "outcome", "forward");
    agrees(code);
    assertThat(clocks.find(code).orElseThrow().pausedBecause()).contains("thuế");
    counter.does("clerk", code);
    counter.time.at(10, 12, 8, 0);
    counter.does("clerk", code, "eventPaper", "BL 123");
    agrees(code);

    LedgerRow resumed = clocks.ledger(code).get(2);
    assertThat(resumed.event()).isEqualTo(ClockEvent.RESUME);
    assertThat(moment(resumed.due().before())).isEqualTo("17:00 08/12/2026");
    assertThat(moment(resumed.due().after())).isEqualTo("17:00 22/12/2026");
    assertThat(moment(resumed.statutory().after())).isEqualTo("17:00 22/12/2026");
  }

  @Test
  void theSlipNamesWhatIsNotCounted() {
    Receipt slip =
        counter.reception.receive(
            Counter.application("1.013995", null, "tinh", null), counter.centreClerk());

    assertThat(slip.excluded())
        .singleElement()
        .satisfies(p -> assertThat(p.words()).contains("thuế"));
    assertThat(slip.projection())
        .contains(
            "Không tính vào thời hạn: Chờ người sử dụng đất nộp thuế (5 ngày làm việc)",
            "Ngày dự kiến có kết quả, tính cả các khoảng này: 17:00 ngày 15/12/2026.");
  }

  @Test
  void sealedOnTheWayIsNotTheEndButSealedLastIs() {
    String code = counter.onTheSpot();
    counter.does("clerk", code, "outcome", "accept");
    counter.does("appraiser", code, "outcome", "forward");
    assertThat(clocks.find(code).orElseThrow().stoppedAt()).isNull();
    agrees(code);
  }

  @Test
  void nobodyCanWriteTheSameRowTwice() {
    String code = counter.desk();
    assertThat(
            jdbc.queryForObject(
                "select count(*) from clock_ledger where dossier_code = ?", Integer.class, code))
        .isEqualTo(1);
    assertThatThrownBy(
            () ->
                jdbc.update(
                    "insert into clock_ledger (dossier_code, no, event, at, person, reason,"
                        + " legal_basis, used_seconds, calendar_version) select dossier_code, no,"
                        + " event, at, person, reason, legal_basis, used_seconds, calendar_version"
                        + " from clock_ledger where dossier_code = ?",
                    code))
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void aTimerMovedByHandIsFound() {
    String code = counter.desk();
    jdbc.update(
        "update ACT_RU_JOB set DUEDATE_ = ? where PROCESS_INSTANCE_ID_ = ? and HANDLER_CFG_ = ?",
        Timestamp.from(counter.time.instant()),
        counter.dossier(code).instanceId(),
        "overdue");
    jdbc.update("update dossier_clock set statutory_due_at = null where dossier_code = ?", code);
    try {
      assertThat(agreement.check().disagreements())
          .filteredOn(d -> d.dossierCode().equals(code))
          .extracting(ClockAgreement.Disagreement::words)
          .containsExactly(
              "Ngày theo quy định: cộng sổ tính hạn được 17:00 01/12/2026, đồng hồ ghi không có.",
              "Bộ hẹn giờ đến hạn: đồng hồ ghi 17:00 01/12/2026, engine sẽ chạy lúc 08:00 23/11/2026.");
    } finally {
      counter.runtime.deleteProcessInstance(counter.dossier(code).instanceId(), "test");
      jdbc.update("update dossier_clock set stopped_at = started_at where dossier_code = ?", code);
    }
  }

  /** Other stories of the same database fire timers by hand, before their time. */
  private void agrees(String code) {
    assertThat(agreement.check().disagreements())
        .filteredOn(d -> d.dossierCode().equals(code))
        .isEmpty();
  }

  private static String moment(Instant moment) {
    return Dates.moment(moment.atZone(WorkingCalendar.ZONE));
  }
}
