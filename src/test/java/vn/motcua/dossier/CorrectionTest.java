package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.motcua.access.CurrentOfficial;

/** A wrong result is put right beside the old one, which stays as it was. */
@DossierStory
class CorrectionTest {

  @Autowired Counter counter;
  @Autowired Corrections corrections;

  private final CurrentOfficial leader =
      Counter.official("leader", SmallProvince.JUSTICE + ".approver");
  private final CurrentOfficial sealer =
      Counter.official("sealer", SmallProvince.JUSTICE + ".seal-clerk");
  private final CurrentOfficial returner =
      Counter.official("returner", SmallProvince.CENTRE + ".return-clerk");

  @BeforeEach
  void mondayMorning() {
    counter.time.at(23, 11, 8, 0);
  }

  private String returned() {
    String code = counter.desk();
    counter.does("clerk", code, "outcome", "accept");
    counter.does("head", code);
    counter.does("an", code, "outcome", "forward");
    counter.does("head", code, "outcome", "forward");
    counter.does("leader", code, "outcome", "approve");
    counter.does("sealer", code, "documentNumber", "15/QĐ-STP");
    counter.does("returner", code, "receiverName", "Lan", "receiverIdentity", "022190000001");
    return code;
  }

  @Test
  void isDecidedNumberedAndGivenOutByThreePeople() {
    String code = returned();
    Dossier before = counter.dossier(code);
    counter.time.at(30, 11, 9, 0);
    assertThat(corrections.offered(code, leader)).containsExactly("correct");
    assertThat(corrections.offered(code, sealer)).isEmpty();

    corrections.decide(
        code, "replace", "wrong-personal-data", "Sai năm sinh: 1990, đúng là 1991", leader);
    assertThat(corrections.offered(code, sealer)).containsExactly("issue-correction");
    corrections.issue(code, "decision", "Quyết định thay thế", sealer);
    corrections.deliver(code, "Bà Lan nhận, CCCD 022190000001; đã thu bản cũ", returner);

    List<DossierAct> acts = counter.acts(code);
    DossierAct decided = acts.get(acts.size() - 3);
    DossierAct issued = acts.get(acts.size() - 2);
    assertThat(decided.trace())
        .isEqualTo(
            "Hình thức: Thay thế bằng văn bản mới; văn bản cũ – Số, ký hiệu văn bản: 15/QĐ-STP");
    assertThat(decided.reasonWords()).isEqualTo("Sai thông tin của người nộp, chủ hồ sơ");
    assertThat(decided.note()).isEqualTo("Sai năm sinh: 1990, đúng là 1991");
    assertThat(issued.trace())
        .matches("Số, ký hiệu văn bản mới: \\d+/QĐ-STP; Ngày văn bản: 30/11/2026; Hình thức: .*");
    assertThat(acts.get(acts.size() - 1).person()).isEqualTo("returner");
    assertThat(acts)
        .filteredOn(a -> a.act().equals("seal"))
        .extracting(DossierAct::trace)
        .containsExactly("Số, ký hiệu văn bản: 15/QĐ-STP");
    Instant finished = before.finishedAt();
    assertThat(counter.dossier(code).finishedAt()).isEqualTo(finished);
    assertThat(counter.dossier(code).state()).isEqualTo(DossierState.RETURNED);
    assertThat(counter.notices(code))
        .containsExactly(
            "correction-decided " + SmallProvince.JUSTICE + ".seal-clerk",
            "correction-issued " + SmallProvince.CENTRE + ".return-clerk");
    assertThat(corrections.offered(code, leader)).containsExactly("correct");
  }

  @Test
  void eachWrongHandOrOrderIsToldWhy() {
    String code = returned();

    refused(
        () -> corrections.decide(code, "amend", "typing-error", "Sai", sealer),
        "do người có thẩm quyền phê duyệt");
    refused(() -> corrections.decide(code, "paint", "typing-error", "Sai", leader), "Hãy chọn");
    refused(() -> corrections.decide(code, "amend", "", "Sai", leader), "Hãy chọn lý do");
    refused(
        () -> corrections.decide(code, "amend", "typing-error", " ", leader), "Hãy ghi rõ chỗ sai");
    refused(
        () -> corrections.issue(code, "decision", "Đính chính", sealer),
        "việc tiếp theo phải là “Quyết định đính chính");
    corrections.decide(code, "amend", "typing-error", "Sai chính tả", leader);
    refused(
        () -> corrections.decide(code, "amend", "typing-error", "Sai", leader),
        "việc tiếp theo phải là “Cấp số");
    CurrentOfficial both = Counter.official("leader", SmallProvince.JUSTICE + ".seal-clerk");
    refused(
        () -> corrections.issue(code, "decision", "Đính chính", both),
        "không được tự cấp số, đóng dấu");

    String open = counter.desk();
    refused(
        () -> corrections.decide(open, "amend", "typing-error", "Sai", leader),
        "chưa có văn bản kết quả đã phát hành");
  }

  private static void refused(Runnable act, String why) {
    assertThatThrownBy(act::run).isInstanceOf(NotAllowed.class).hasMessageContaining(why);
  }
}
