package vn.motcua.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import vn.motcua.access.Absences;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.calendar.WorkingCalendar;

/**
 * One mail a person a working day, by a real mail server, about what is at risk and nothing else.
 */
@SpringBootTest(
    properties = {
      "spring.datasource.url=jdbc:h2:mem:digest;DB_CLOSE_DELAY=-1",
      "camunda.bpm.job-execution.enabled=false",
      "motcua.mail.from=mot-cua@tinh.example",
      "motcua.url=https://mot-cua.example/",
      "motcua.warning.first=PT24H"
    })
@AutoConfigureMockMvc(addFilters = false)
@Import(Province.class)
class DigestTest {

  /** Always the same, because a server that comes back is at the same place. */
  private static final int PORT = freePort();

  private static final GreenMail SERVER =
      new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @Autowired Province.Work work;
  @Autowired Province.Told told;
  @Autowired Round round;
  @Autowired Digests digests;
  @Autowired Warnings warnings;
  @Autowired Absences absences;
  @Autowired WarningsHealth health;
  @Autowired MockMvc mvc;

  @DynamicPropertySource
  static void server(DynamicPropertyRegistry properties) {
    SERVER.start();
    properties.add("motcua.models", Province::models);
    properties.add("spring.mail.host", () -> "127.0.0.1");
    properties.add("spring.mail.port", () -> PORT);
  }

  private static int freePort() {
    try (ServerSocket any = new ServerSocket(0)) {
      return any.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterAll
  static void stop() {
    SERVER.stop();
  }

  @BeforeEach
  void mondayMorning() throws Exception {
    work.people();
    work.clear();
    told.notices.clear();
    SERVER.purgeEmailFromAllMailboxes();
    work.time().at(23, 11, 8, 0);
  }

  private void roundAt(int day, int month, int hour, int minute) {
    work.time().at(day, month, hour, minute);
    round.go();
  }

  private static List<String> receivers() {
    return Arrays.stream(SERVER.getReceivedMessages())
        .map(
            mail -> {
              try {
                return Arrays.stream(mail.getAllRecipients()).map(Address::toString).findFirst();
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            })
        .map(address -> address.orElseThrow().replace("@tinh.example", ""))
        .sorted()
        .toList();
  }

  private static MimeMessage to(String person) throws Exception {
    for (MimeMessage mail : SERVER.getReceivedMessages()) {
      if (mail.getAllRecipients()[0].toString().startsWith(person + "@")) {
        return mail;
      }
    }
    throw new AssertionError("No mail to " + person + " among " + receivers());
  }

  /** Plain text first, then HTML, as a mail program reads them. */
  private static List<String> parts(MimeMessage mail) throws Exception {
    Multipart related = (Multipart) ((Multipart) mail.getContent()).getBodyPart(0).getContent();
    Multipart alternative =
        related.getBodyPart(0).getContent() instanceof Multipart inner ? inner : related;
    return List.of(
        (String) alternative.getBodyPart(0).getContent(),
        alternative.getBodyPart(1).getContent() instanceof Multipart html
            ? (String) html.getBodyPart(0).getContent()
            : (String) alternative.getBodyPart(1).getContent());
  }

  @Test
  void theLadderGoesFromTheHolderToTheHeadAndTheCentre() throws Exception {
    String code = work.appraising();
    roundAt(25, 11, 7, 0);
    assertThat(receivers()).as("a third of the step is used").isEmpty();

    roundAt(26, 11, 7, 0);
    assertThat(receivers()).containsExactly("an", "binh");
    assertThat(to("an").getSubject()).isEqualTo("Một cửa 26/11/2026: 1 việc đã qua nửa thời gian");

    SERVER.purgeEmailFromAllMailboxes();
    roundAt(27, 11, 7, 0);
    assertThat(receivers()).containsExactly("an", "binh", "giamdoc", "truongphong");
    assertThat(to("giamdoc").getSubject()).isEqualTo("Một cửa 27/11/2026: 1 việc quá hạn");
    assertThat(parts(to("giamdoc")).get(0))
        .contains(code, "Thẩm định hồ sơ – hạn 17:00 26/11/2026, Quá hạn", "bằng văn bản")
        .doesNotContain("task=");
    assertThat(warnings.of(code))
        .extracting(Warnings.Told::percent, Warnings.Told::person, w -> w.day().toString())
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(50, "an", "2026-11-26"),
            org.assertj.core.groups.Tuple.tuple(50, "binh", "2026-11-26"),
            org.assertj.core.groups.Tuple.tuple(80, "an", "2026-11-27"),
            org.assertj.core.groups.Tuple.tuple(80, "binh", "2026-11-27"),
            org.assertj.core.groups.Tuple.tuple(80, "truongphong", "2026-11-27"),
            org.assertj.core.groups.Tuple.tuple(100, "an", "2026-11-27"),
            org.assertj.core.groups.Tuple.tuple(100, "binh", "2026-11-27"),
            org.assertj.core.groups.Tuple.tuple(100, "truongphong", "2026-11-27"),
            org.assertj.core.groups.Tuple.tuple(100, "giamdoc", "2026-11-27"));
    assertThat(warnings.of(code).get(0).reached())
        .as("half of 22 hours from 08:00 23/11, 24/11 off")
        .isEqualTo("2026-11-25T04:30:00Z");
    assertThat(warnings.of(code)).allMatch(w -> w.state().equals("SENT"));
  }

  @Test
  void whoWorksInThePlaceOfAnAbsentPersonIsWarnedToo() {
    String code = work.appraising();
    work.claims("an", code);
    CurrentOfficial an =
        new CurrentOfficial("an", "Người an", Set.of(Province.ROOM + ".appraiser"));
    ZonedDateTime tomorrow = work.time().instant().atZone(WorkingCalendar.ZONE).plusDays(1);
    long absence =
        absences.enter(
            new Absences.Entry("an", "binh", tomorrow, tomorrow.plusDays(9), Set.of(), "Ốm"), an);
    try {
      roundAt(26, 11, 7, 0);

      assertThat(receivers()).containsExactly("an", "binh");
      assertThat(warnings.of(code)).extracting(Warnings.Told::person).containsOnly("an", "binh");
    } finally {
      work.time().at(23, 11, 8, 0);
      absences.end(absence, an);
    }
  }

  @Test
  void aCommunesOwnHeadIsWarnedOfWhatItsCounterPromised() {
    work.onTheSpot();
    roundAt(26, 11, 7, 0);
    assertThat(receivers())
        .as("the counter's clerk has no address, its room has no head in this story")
        .containsExactly("chutich");
  }

  @Test
  void aMailNamesDossierAndStepAndHowToOpenItButNoApplicant() throws Exception {
    String code = work.appraising();
    work.claims("an", code);
    roundAt(26, 11, 7, 0);

    assertThat(receivers()).as("the other appraiser need not know").containsExactly("an");
    MimeMessage mail = to("an");
    assertThat(mail.getFrom()[0]).hasToString("mot-cua@tinh.example");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getMessageID()).isEqualTo("<digest.2026-11-26.an@motcua>");
    assertThat(parts(mail))
        .allSatisfy(
            part ->
                assertThat(part)
                    .contains(
                        code,
                        "1.013830",
                        "Cấp lại Thẻ công chứng viên",
                        "Thẩm định hồ sơ",
                        "17:00 26/11/2026, Còn 1 ngày làm việc",
                        "17:00 01/12/2026",
                        "Kiểm tra tiến độ",
                        "https://mot-cua.example/camunda/app/tasklist/default/#/?task="
                            + work.task(code).getId()));
    assertThat(parts(mail).get(1)).startsWith("<!DOCTYPE html>").contains("lang=\"vi\"");
    assertThat(GreenMailUtil.getWholeMessage(mail)).doesNotContain("Ngọc", "Ng=E1=BB=8Dc");
  }

  @Test
  void aDayHasOneRoundWhateverTheHourAndADayOffNone() {
    work.appraising();
    roundAt(26, 11, 6, 59);
    assertThat(receivers()).isEmpty();
    roundAt(26, 11, 9, 0);
    roundAt(26, 11, 9, 10);
    roundAt(26, 11, 16, 0);
    assertThat(receivers()).containsExactly("an", "binh");
    roundAt(28, 11, 9, 0);
    roundAt(29, 11, 9, 0);
    assertThat(receivers()).as("a weekend").hasSize(2);
    roundAt(30, 11, 7, 0);
    assertThat(receivers()).hasSize(6);
  }

  @Test
  void nobodyIsNaggedAboutADossierThatWaitsForTheApplicant() {
    String code = work.appraising();
    work.does(
        "an",
        code,
        Map.of("outcome", "supplement", "reason", "missing-paper", "note", "Thiếu ảnh"));
    work.does("truongphong", code, Map.of("outcome", "forward"));
    work.does("tiepnhan", code, Map.of());
    roundAt(10, 12, 7, 0);

    assertThat(receivers()).isEmpty();
    assertThat(warnings.of(code)).isEmpty();
  }

  @Test
  void mailThatIsRefusedStaysInLineShowsInHealthAndGoesOutLater() throws Exception {
    work.appraising();
    SERVER.stop();
    try {
      roundAt(26, 11, 7, 0);
      assertThat(health.health().getStatus().getCode()).isEqualTo("DEGRADED");
      assertThat(health.health().getDetails()).containsEntry("failed", 2L);
      mvc.perform(get("/admin/warnings"))
          .andExpect(status().isOk())
          .andExpect(content().string(containsString("Chưa gửi được")))
          .andExpect(content().string(containsString("binh")));
    } finally {
      SERVER.start();
    }
    roundAt(26, 11, 7, 1);
    assertThat(receivers()).as("not at once").isEmpty();
    roundAt(26, 11, 7, 10);
    assertThat(receivers()).containsExactly("an", "binh");
    assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
    assertThat(digests.newest("an").orElseThrow().attempts()).isEqualTo(2);
  }

  @Test
  void whoHasNoAddressIsListedForTheAdministratorAndReadsThePage() throws Exception {
    String code = work.onTheSpot();
    roundAt(25, 11, 7, 0);

    mvc.perform(get("/admin/warnings"))
        .andExpect(content().string(containsString("khongthu")))
        .andExpect(content().string(containsString("Không có địa chỉ thư")));
    shows("khongthu", Province.WARD + "-mot-cua.counter-clerk", "/warnings")
        .andExpect(content().string(containsString(code)))
        .andExpect(content().string(containsString("Tổng hợp ngày 25/11/2026")))
        .andExpect(content().string(containsString("#/?task=" + work.task(code).getId())))
        .andExpect(content().string(not(containsString("Ngọc Ánh"))));
    shows("an", Province.ROOM + ".appraiser", "/warnings")
        .andExpect(content().string(containsString("Chưa có cảnh báo nào")))
        .andExpect(content().string(not(containsString("Ai đã được cảnh báo"))));
  }

  @Test
  void anInspectorSeesWhoWasWarnedWhenAndNobodyElse() throws Exception {
    String code = work.appraising();
    roundAt(27, 11, 7, 0);

    shows("thanhtra", "quan-tri.inspector", "/warnings/dossier?code=" + code)
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("truongphong")))
        .andExpect(content().string(containsString("80 %")))
        .andExpect(content().string(containsString("Nghị định 118/2025/NĐ-CP")))
        .andExpect(content().string(containsString("07:00 27/11/2026")));
    assertThatThrownBy(() -> shows("an", Province.ROOM + ".appraiser", "/warnings/dossier?code=x"))
        .hasRootCauseInstanceOf(org.springframework.security.access.AccessDeniedException.class);
  }

  private ResultActions shows(String person, String post, String page) {
    return work.as(
        person,
        post,
        () -> {
          try {
            return mvc.perform(get(page));
          } catch (ServletException e) {
            throw new IllegalStateException(e);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @Test
  void aStepThatNobodyCanDoIsNotedAsWarnedToNobody() {
    String code = work.appraising();
    work.identity().deleteMembership("an", Province.ROOM + ".appraiser");
    work.identity().deleteMembership("binh", Province.ROOM + ".appraiser");
    try {
      roundAt(26, 11, 7, 0);
      assertThat(warnings.of(code))
          .singleElement()
          .satisfies(
              w -> {
                assertThat(w.person()).isEmpty();
                assertThat(w.post()).isEqualTo(Province.ROOM + ".appraiser");
              });
    } finally {
      work.identity().createMembership("an", Province.ROOM + ".appraiser");
      work.identity().createMembership("binh", Province.ROOM + ".appraiser");
    }
  }

  @Test
  void whatOtherRoomsHaveToSayGoesIntoTheSameMail() throws Exception {
    work.appraising();
    told.notices.add(
        new Notice("an", "H49.20-261123-0009", "Sở Y tế chưa trả lời công văn lấy ý kiến."));
    told.notices.add(new Notice("giamdoc", "H49.20-261123-0009", "Đã nhắc Sở Y tế lần hai."));
    roundAt(26, 11, 7, 0);

    assertThat(receivers()).containsExactly("an", "binh", "giamdoc");
    assertThat(to("an").getSubject()).endsWith("1 việc đã qua nửa thời gian, 1 thông báo");
    assertThat(parts(to("an")).get(1)).contains("Sở Y tế chưa trả lời công văn lấy ý kiến.");
    assertThat(parts(to("giamdoc")).get(0))
        .contains("- H49.20-261123-0009: Đã nhắc Sở Y tế lần hai.");
  }

  @Test
  void whatAPostHasToBeToldIsToldOnce() throws Exception {
    String code = work.desk();
    roundAt(25, 11, 7, 0);
    SERVER.purgeEmailFromAllMailboxes();
    work.jdbc()
        .update(
            "insert into notice (dossier_code, kind, recipient_post, created_at) values"
                + " (?, 'consult-escalated', ?, ?)",
            code,
            Province.CENTRE + ".centre-director",
            Warnings.utc(work.time().instant().plusSeconds(60)));
    roundAt(25, 11, 7, 10);
    work.does("tiepnhan", code, Map.of("outcome", "accept", "lateCause", "staff-shortage"));
    work.jdbc().update("update dossier_clock set stopped_at = started_at");
    roundAt(26, 11, 7, 0);
    assertThat(receivers()).containsExactly("giamdoc");
    assertThat(parts(to("giamdoc")).get(0))
        .contains(code + ": Cơ quan được lấy ý kiến trả lời chậm");
    SERVER.purgeEmailFromAllMailboxes();
    roundAt(27, 11, 7, 0);
    assertThat(receivers()).isEmpty();
  }
}
