package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.motcua.access.CurrentOfficial;

/**
 * Who passed something on by mistake takes it back, as long as the next person has not taken it.
 */
@DossierStory
class RecallTest {

  @Autowired Counter counter;
  @Autowired Recalls recalls;
  @Autowired Dossiers dossiers;

  private final CurrentOfficial an = Counter.official("an", SmallProvince.JUSTICE + ".appraiser");

  @BeforeEach
  void mondayMorning() {
    counter.time.at(23, 11, 8, 0);
    counter.holds("an", SmallProvince.JUSTICE + ".appraiser");
  }

  private String appraised() {
    String code = counter.desk();
    counter.does("clerk", code, "outcome", "accept");
    counter.does("head", code);
    counter.time.at(23, 11, 10, 0);
    counter.does("an", code, "outcome", "forward");
    return code;
  }

  @Test
  void theStepComesBackToItsSenderDueWhenItWasDue() {
    String code = counter.desk();
    counter.does("clerk", code, "outcome", "accept");
    counter.does("head", code);
    Date due = counter.task(code).getDueDate();
    counter.time.at(23, 11, 10, 0);
    counter.does("an", code, "outcome", "forward");
    assertThat(recalls.offered(code, an)).isTrue();

    recalls.recall(code, "error-found", "Ghi nhầm số thẻ", an);

    Task back = counter.task(code);
    assertThat(back.getTaskDefinitionKey()).isEqualTo("appraise");
    assertThat(back.getAssignee()).isEqualTo("an");
    assertThat(back.getDueDate()).isEqualTo(due);
    assertThat(counter.dossier(code).state()).isEqualTo(DossierState.APPRAISING);
    assertThat(counter.acts(code))
        .last()
        .satisfies(
            act -> {
              assertThat(act.person()).isEqualTo("an");
              assertThat(act.reasonWords()).isEqualTo("Phát hiện sai sót sau khi chuyển");
              assertThat(act.note()).isEqualTo("Ghi nhầm số thẻ");
            });
    counter.does("an", code, "outcome", "forward");
    counter.does("head", code, "outcome", "forward");
    assertThat(counter.task(code).getTaskDefinitionKey()).isEqualTo("approve");
  }

  @Test
  void notOnceTheNextPersonHasTakenIt() {
    String code = appraised();
    Task next = counter.task(code);
    counter.as(
        "head",
        List.of(next.getTenantId()),
        () -> {
          counter.tasks.claim(next.getId(), "head");
          return null;
        });

    assertThat(recalls.offered(code, an)).isFalse();
    assertThatThrownBy(() -> recalls.recall(code, "error-found", "Sai", an))
        .isInstanceOf(NotAllowed.class)
        .hasMessageContaining("đã được head nhận");
    assertThat(counter.task(code).getId()).isEqualTo(next.getId());
  }

  @Test
  void notSomebodyElsesNorTwiceNorWithoutAReason() {
    String code = appraised();
    CurrentOfficial other = Counter.official("binh", SmallProvince.JUSTICE + ".appraiser");

    assertThatThrownBy(() -> recalls.recall(code, "error-found", "Sai", other))
        .hasMessageContaining("chỉ người vừa chuyển mới thu hồi được");
    assertThatThrownBy(() -> recalls.recall(code, "whim", "Sai", an))
        .hasMessage("Hãy chọn lý do thu hồi.");
    assertThatThrownBy(() -> recalls.recall(code, "error-found", " ", an))
        .hasMessage("Hãy ghi rõ vì sao thu hồi.");
    recalls.recall(code, "error-found", "Sai", an);
    assertThatThrownBy(() -> recalls.recall(code, "error-found", "Sai", an))
        .hasMessageContaining("chỉ người vừa chuyển mới thu hồi được");
  }

  @Test
  void notWhatWentToASharedProcessOrWasSealed() {
    String asked = counter.desk();
    counter.does("clerk", asked, "outcome", "accept");
    counter.does("head", asked);
    counter.does(
        "an", asked, "outcome", "supplement", "reason", "missing-paper", "note", "Thiếu ảnh");
    assertThat(recalls.offered(asked, an)).isFalse();

    String sealed = appraised();
    counter.does("head", sealed, "outcome", "forward");
    counter.does("leader", sealed, "outcome", "approve");
    counter.does("sealer", sealed, "documentNumber", "1/STP");
    CurrentOfficial sealer = Counter.official("sealer", SmallProvince.JUSTICE + ".seal-clerk");
    assertThat(recalls.offered(sealed, sealer)).isFalse();
  }
}
