package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Where a dossier stands on its route, and who did what before, in words. */
@DossierStory
class CourseTest {

  private static final String HERE = "here";

  @Autowired Counter counter;
  @Autowired Sheets sheets;

  @BeforeEach
  void mondayMorning() {
    counter.time.at(23, 11, 8, 0);
    counter.holds("truong.phong", "so-tu-phap.head-of-room");
    var person = counter.identity.createUserQuery().userId("truong.phong").singleResult();
    person.setFirstName("Phạm");
    person.setLastName("Thị Mai");
    counter.identity.saveUser(person);
  }

  private Sheets.DossierSheet sheet(String code) {
    return counter.as(
        "tra",
        List.of("quan-tri.inspector"),
        () -> sheets.dossier(code, Counter.official("tra", "quan-tri.inspector")));
  }

  private List<String> passages(String code) {
    return sheet(code).route().stream().map(Course.Stop::passage).toList();
  }

  @Test
  void theRouteSaysWhatIsDoneWhereItIsAndWhatIsAhead() {
    String code = counter.desk();
    assertThat(passages(code)).startsWith(HERE, "ahead", "ahead");

    counter.does("clerk", code, "outcome", "accept");
    counter.does("truong.phong", code);

    assertThat(passages(code)).startsWith("done", "done", HERE, "ahead").endsWith("ahead");
    List<Course.Stop> route = sheet(code).route();
    assertThat(route.get(1).words()).isEqualTo("Xong lúc 08:00 23/11/2026 · Phạm Thị Mai");
    assertThat(route.get(2).words())
        .startsWith("Đang ở đây từ ")
        .endsWith("Chưa ai nhận · Chuyên viên thẩm định – Sở Tư pháp");
    assertThat(route.get(2).left()).isNotNull();
  }

  @Test
  void aStepThatWasSentBackIsToBeDoneAgain() {
    String code = counter.desk();
    counter.does("clerk", code, "outcome", "accept");
    counter.does("truong.phong", code);
    counter.does("an", code, "outcome", "forward");
    counter.does(
        "truong.phong", code, "outcome", "send-back", "reason", "wrong-ground", "note", "Sai");

    assertThat(passages(code)).startsWith("done", "done", HERE, "again", "ahead");
  }

  @Test
  void whileTheApplicantIsAskedForPapersTheDossierStandsAtThatStep() {
    String code = counter.desk();
    counter.does("clerk", code, "outcome", "accept");
    counter.does("truong.phong", code);
    counter.does(
        "an", code, "outcome", "supplement", "reason", "missing-paper", "note", "Thiếu ảnh");

    assertThat(passages(code)).startsWith("done", "done", "done", HERE, "ahead");
    assertThat(sheet(code).route().get(3).step()).isEqualTo(counter.task(code).getName());
  }

  @Test
  void whatWasNotNeededIsPassedByOnceAllHasEnded() {
    String code = counter.onTheSpot();
    counter.does(
        "clerk",
        code,
        "outcome",
        "refuse",
        "reason",
        "out-of-competence",
        "note",
        "Không đúng nơi");
    while (!counter.openTasks(code).isEmpty()) {
      counter.does("clerk", code, "receiverName", "Lan", "receiverIdentity", "022190000001");
    }

    assertThat(passages(code)).contains("passed-by").doesNotContain("ahead", HERE);
  }

  @Test
  void whoDidWhatIsSaidByNameAndPost() {
    String code = counter.desk();
    counter.does("clerk", code, "outcome", "accept");
    counter.does("truong.phong", code);

    assertThat(sheet(code).acts())
        .extracting(Sheets.ActRow::personName, Sheets.ActRow::postName)
        .contains(tuple("Phạm Thị Mai", "Lãnh đạo phòng – Sở Tư pháp"));
  }
}
