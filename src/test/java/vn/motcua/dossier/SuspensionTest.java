package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.dossier.Counter.official;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.deadline.ClockAgreement;
import vn.motcua.deadline.ClockEvent;
import vn.motcua.deadline.ClockReason;
import vn.motcua.deadline.Clocks;
import vn.motcua.deadline.LedgerRow;
import vn.motcua.language.Dates;

/**
 * A court, the planning or a disaster stops a dossier; its time stands until the ground is gone.
 */
@DossierStory
class SuspensionTest {

  private static final CurrentOfficial LEADER = official("leader", "so-tu-phap.approver");

  @Autowired Counter counter;
  @Autowired Dossiers dossiers;
  @Autowired Clocks clocks;
  @Autowired ClockAgreement agreement;

  @BeforeEach
  void mondayMorning() {
    counter.time.at(23, 11, 8, 0);
  }

  @Test
  void aSuspendedDossierStandsAndGoesOnWithTheTimeThatWasLeft() {
    String code = appraised();
    counter.time.at(25, 11, 9, 0);
    dossiers.suspend(code, "court", "Quyết định 9/2026/QĐ-TA", LEADER);

    Dossier suspended = counter.dossier(code);
    assertThat(suspended.state()).isEqualTo(DossierState.SUSPENDED);
    assertThat(suspended.state().nationalCode()).isEqualTo(8);
    assertThat(suspended.pausedBecause())
        .isEqualTo("Theo quyết định, yêu cầu của Tòa án: Quyết định 9/2026/QĐ-TA");
    assertThatThrownBy(() -> counter.does("an", code, "outcome", "forward"))
        .hasMessageContaining("đang tạm dừng, chưa xử lý tiếp được")
        .hasMessageContaining("Quyết định 9/2026/QĐ-TA");
    agrees(code);

    counter.time.at(7, 12, 9, 0);
    dossiers.proceed(code, "Bản án 30/2026", LEADER);
    Dossier going = counter.dossier(code);
    assertThat(going.state()).isEqualTo(DossierState.APPRAISING);
    // On 25/11 at 09:00 until 01/12 there was as much time as from 07/12 at 09:00 until 11/12.
    assertThat(Dates.moment(going.dueAt().atZone(WorkingCalendar.ZONE)))
        .isEqualTo("17:00 11/12/2026");
    assertThat(clocks.ledger(code))
        .extracting(LedgerRow::event, r -> r.cause().reason(), r -> r.cause().person())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(ClockEvent.START, ClockReason.RECEIVED, "clerk"),
            org.assertj.core.groups.Tuple.tuple(
                ClockEvent.PAUSE, ClockReason.LEGAL_GROUND, "leader"),
            org.assertj.core.groups.Tuple.tuple(
                ClockEvent.RESUME, ClockReason.GROUND_GONE, "leader"));
    assertThat(counter.acts(code))
        .extracting(DossierAct::act, DossierAct::reasonCode)
        .contains(
            org.assertj.core.groups.Tuple.tuple("suspend", "court"),
            org.assertj.core.groups.Tuple.tuple("proceed", null));
    agrees(code);
    counter.does("an", code, "outcome", "forward");
  }

  @Test
  void onlyTheHeadOfTheAgencyOnAListedGroundWithItsDocument() {
    String code = appraised();
    assertThatThrownBy(() -> dossiers.suspend(code, "holiday", "Nghỉ", LEADER))
        .isInstanceOf(NotAllowed.class)
        .hasMessageContaining("Không có căn cứ tạm dừng “holiday”")
        .hasMessageContaining("court, planning, force-majeure");
    assertThatThrownBy(() -> dossiers.suspend(code, null, "Nghỉ", LEADER))
        .hasMessageContaining("“–”");
    assertThatThrownBy(() -> dossiers.suspend(code, "planning", " ", LEADER))
        .hasMessageContaining("Hãy ghi văn bản làm căn cứ tạm dừng");
    assertThatThrownBy(
            () ->
                dossiers.suspend(code, "planning", "VB 1", official("an", "so-tu-phap.appraiser")))
        .hasMessageContaining("thẩm quyền phê duyệt của Sở Tư pháp được tạm dừng");
    assertThatThrownBy(() -> dossiers.proceed(code, "VB 2", LEADER))
        .hasMessageContaining("không trong thời gian tạm dừng");
    assertThatThrownBy(() -> dossiers.proceed(code, "", LEADER))
        .hasMessageContaining("căn cứ tạm dừng không còn");
    assertThatThrownBy(() -> dossiers.proceed(code, "VB 2", official("an", "so-tu-phap.appraiser")))
        .hasMessageContaining("được cho giải quyết tiếp");
  }

  @Test
  void whatWaitsAlreadyOrHasAResultIsNotSuspended() {
    String code = appraised();
    dossiers.suspend(code, "force-majeure", "Bão số 12", LEADER);
    assertThatThrownBy(() -> dossiers.suspend(code, "court", "QĐ 1", LEADER))
        .hasMessageContaining("Không tạm dừng được hồ sơ");
    assertThatThrownBy(
            () ->
                dossiers.apologise(
                    code,
                    "Chậm",
                    LocalDate.of(2026, 12, 4),
                    official("an", "so-tu-phap.appraiser")))
        .hasMessageContaining("Không hẹn lại được");
    dossiers.withdraw(code, "Xin rút", LEADER);
    assertThat(counter.dossier(code).state()).isEqualTo(DossierState.WITHDRAWING);
    assertThatThrownBy(() -> dossiers.suspend(code, "court", "QĐ 1", LEADER))
        .hasMessageContaining("Đang giải quyết yêu cầu rút hồ sơ");
  }

  private void agrees(String code) {
    assertThat(agreement.check().disagreements())
        .filteredOn(d -> d.dossierCode().equals(code))
        .isEmpty();
  }

  private String appraised() {
    String code = counter.desk();
    counter.does("clerk", code, "outcome", "accept");
    counter.does("head", code);
    return code;
  }
}
