package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.motcua.access.AbsenceRefused;
import vn.motcua.access.Absences;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.access.StandIn;
import vn.motcua.access.Substitutes;
import vn.motcua.access.Who;
import vn.motcua.agency.Delegation;
import vn.motcua.calendar.WorkingCalendar;

/** Trần B is ill, Nguyễn A works in the place, and both names stand wherever it is told. */
@DossierStory
class SubstitutionTest {

  private static final String APPROVER = "phuong-ha-long.approver";
  private static final String APPRAISER = "phuong-ha-long.appraiser";
  private static final String HEAD = "phuong-ha-long.head-of-room";
  private static final String A = "nguyen.a";
  private static final String B = "tran.b";
  private static final String C = "le.c";

  @Autowired Counter counter;
  @Autowired Absences absences;
  @Autowired Reassignment reassignment;
  @Autowired Sheets sheets;
  @Autowired Who who;
  @Autowired Substitutes substitutes;
  @Autowired WorkList work;
  @Autowired MockMvc http;

  private final List<Long> entered = new ArrayList<>();

  @BeforeEach
  void mondayMorningInTheWard() {
    counter.time.at(23, 11, 8, 0);
    counter.province.exceptions.clear();
    counter.province.delegations.clear();
    counter.province.delegations.add(
        new Delegation(SmallProvince.WARD, "*", "QĐ 12/QĐ-UBND", LocalDate.of(2026, 1, 1), null));
    person(A, "Nguyễn", "A", HEAD);
    person(B, "Trần", "B", APPROVER, APPRAISER);
    person(C, "Lê", "C", "phuong-ha-long.partner");
  }

  @AfterEach
  void everybodyIsBack() {
    counter.time.at(22, 11, 0, 0);
    entered.forEach(id -> absences.end(id, official(B, APPROVER)));
  }

  private void person(String id, String family, String given, String... posts) {
    counter.holds(id, posts);
    User user = counter.identity.createUserQuery().userId(id).singleResult();
    user.setFirstName(family);
    user.setLastName(given);
    counter.identity.saveUser(user);
  }

  private static CurrentOfficial official(String id, String... posts) {
    return Counter.official(id, posts);
  }

  private static ZonedDateTime day(int day, int hour) {
    return ZonedDateTime.of(2026, 11, day, hour, 0, 0, 0, WorkingCalendar.ZONE);
  }

  private long away(String person, String substitute, int from, int until, String... posts) {
    long id =
        absences.enter(
            new Absences.Entry(
                person, substitute, day(from, 0), day(until, 0), Set.of(posts), "Nghỉ ốm"),
            official(B, APPROVER));
    entered.add(id);
    return id;
  }

  private String atApproval() {
    String code = counter.onTheSpot();
    counter.does("clerk", code, "outcome", "accept");
    counter.does("appraiser", code, "outcome", "forward");
    return code;
  }

  @Test
  void bothNamesStandInTheActTheSheetAndTheLedger() {
    away(B, A, 23, 28);
    String code = atApproval();

    counter.does(A, code, "outcome", "approve");

    assertThat(counter.acts(code))
        .last()
        .satisfies(act -> assertThat(act.person()).isEqualTo(A))
        .satisfies(act -> assertThat(act.onBehalfOf()).isEqualTo(B));
    counter.does("sealer", code, "documentNumber", "15/CT-UBND");
    Sheets.DossierSheet sheet = sheets.dossier(code, official("x", APPROVER));
    assertThat(sheet.acts())
        .extracting(Sheets.ActRow::personName)
        .containsExactly("clerk", "appraiser", "Nguyễn A thay mặt Trần B", "sealer");
  }

  @Test
  void aSuspensionByTheSubstituteNamesBothInTheLedger() throws Exception {
    away(B, A, 23, 28);
    String code = atApproval();

    as(
            A,
            List.of(HEAD, APPROVER),
            post("/dossier/{code}/suspend", code).param("reason", "TB 1").param("ground", "court"))
        .andExpect(redirectedUrl("/dossier?code=" + code));

    assertThat(
            counter.jdbc.queryForMap(
                "select person, on_behalf_of from clock_ledger where dossier_code = ?"
                    + " and event = 'pause'",
                code))
        .containsEntry("person", A)
        .containsEntry("on_behalf_of", B);
    as(A, List.of(HEAD, APPROVER), get("/dossier").param("code", code))
        .andExpect(content().string(Matchers.containsString("Nguyễn A thay mặt Trần B")));
  }

  @Test
  void theSubstituteWorksInThosePostsOnlyWhileTheAbsenceLasts() {
    away(B, A, 24, 26, APPROVER);

    assertThat(postsOf(A)).as("Monday").containsExactly(HEAD);
    counter.time.at(24, 11, 0, 0);
    assertThat(postsOf(A)).as("Tuesday").containsExactlyInAnyOrder(HEAD, APPROVER);
    counter.time.at(26, 11, 0, 0);
    assertThat(postsOf(A)).as("Thursday").containsExactly(HEAD);
  }

  @Test
  void thereAreNoChains() {
    away(B, A, 23, 25);
    assertThatThrownBy(() -> away(A, C, 30, 29)).isInstanceOf(AbsenceRefused.class);
    long second = away(A, C, 23, 25);

    assertThat(postsOf(C)).containsExactlyInAnyOrder("phuong-ha-long.partner", HEAD);
    counter.time.at(22, 11, 0, 0);
    absences.end(second, official(A, HEAD));
    counter.time.at(23, 11, 8, 0);
    assertThat(postsOf(C)).containsExactly("phuong-ha-long.partner");
  }

  @Test
  void whatCannotBeIsRefusedWithItsReason() {
    away(C, A, 25, 26);
    refused(() -> away(B, B, 23, 24), "Trần B không tự thay mình được");
    refused(() -> away(B, C, 25, 27), "Lê C cũng vắng mặt từ 00:00 25/11/2026");
    refused(() -> away(C, B, 24, 26), "Lê C đã được ghi vắng mặt");
    refused(() -> away(B, A, 27, 26), "lúc kết thúc phải sau lúc bắt đầu");
    refused(() -> away(B, A, 20, 23), "đã kết thúc lúc 00:00 23/11/2026");
    refused(() -> away(B, "khong.co", 23, 24), "Không có tài khoản “khong.co”");
    refused(() -> away(B, A, 23, 24, HEAD), "không phải của Trần B");
    person("xa.la", "Vũ", "Xa", "so-y-te.approver");
    refused(() -> away(B, "xa.la", 23, 24), "trong cùng cơ quan");
    refused(
        () ->
            absences.enter(
                new Absences.Entry(B, A, day(23, 0), day(24, 0), Set.of(), "Ốm"),
                official(C, "phuong-ha-long.partner")),
        "Bạn không ghi được vắng mặt của Trần B");
  }

  private static void refused(Runnable act, String words) {
    assertThatThrownBy(act::run).isInstanceOf(AbsenceRefused.class).hasMessageContaining(words);
  }

  @Test
  void nobodyApprovesInAnothersNameWhatEitherAppraised() {
    away(B, A, 23, 28);
    String mine = counter.onTheSpot();
    counter.does("clerk", mine, "outcome", "accept");
    counter.does(A, mine, "outcome", "forward");
    assertThat(counter.acts(mine)).last().extracting(DossierAct::onBehalfOf).isEqualTo(B);

    assertThatThrownBy(() -> counter.does(A, mine, "outcome", "approve"))
        .as("A appraised in the place of B")
        .hasMessageContaining("thẩm định");
    assertThatThrownBy(() -> counter.does(B, mine, "outcome", "approve"))
        .as("it was appraised in the name of B")
        .hasMessageContaining("thẩm định");
    counter.does("leader", mine, "outcome", "approve");
  }

  @Test
  void aTaskThatTheAbsentPersonHasTakenIsDoneByTheSubstituteAndNobodyElse() {
    String code = atApproval();
    Task task = counter.task(code);
    counter.as(
        B,
        List.of(APPROVER),
        () -> {
          counter.tasks.claim(task.getId(), B);
          return null;
        });
    assertThatThrownBy(() -> counter.does(A, code, "outcome", "approve"))
        .hasMessageContaining("TASK_WORK");

    long id = away(B, A, 23, 28);
    reassignment.toSubstitute(task.getId(), absences.find(id));
    assertThat(counter.task(code))
        .satisfies(t -> assertThat(t.getAssignee()).isEqualTo(A))
        .satisfies(t -> assertThat(t.getOwner()).isEqualTo(B));
    assertThat(work.mine(whoIs(A), "").rows())
        .filteredOn(row -> row.code().equals(code))
        .first()
        .satisfies(row -> assertThat(row.holder()).isEqualTo("Nguyễn A thay mặt Trần B"));

    reassignment.backFromSubstitute(task.getId(), absences.find(id));
    assertThat(counter.task(code).getAssignee()).isEqualTo(B);
    assertThat(counter.task(code).getOwner()).isNull();
    counter.does(A, code, "outcome", "approve");
    assertThat(counter.acts(code))
        .extracting(DossierAct::act)
        .containsExactly("receive", "appraise", "reassign", "reassign", "approve");
    assertThat(counter.acts(code)).last().extracting(DossierAct::onBehalfOf).isEqualTo(B);
  }

  @Test
  void anAbsenceIsEnteredSeenAndEndedOnItsPage() throws Exception {
    List<String> own = List.of(APPROVER, APPRAISER);
    as(
            B,
            own,
            post("/absence")
                .param("person", B)
                .param("substitute", A)
                .param("from", "23/11/2026")
                .param("to", "31/02/2026")
                .param("scope", "all")
                .param("reason", "Đi công tác"))
        .andExpect(content().string(Matchers.containsString("Không đọc được ngày “31/02/2026”")))
        .andExpect(content().string(Matchers.containsString("Đi công tác")));
    as(
            B,
            own,
            post("/absence")
                .param("person", B)
                .param("substitute", A)
                .param("from", "23/11/2026")
                .param("to", "24/11/2026")
                .param("toTime", "11:30")
                .param("scope", "chosen")
                .param("posts", APPROVER)
                .param("reason", "Đi công tác"))
        .andExpect(redirectedUrl("/absence?entered"));
    long id = absences.of(List.of(B)).get(0).id();
    entered.add(id);
    as(A, List.of(HEAD), get("/absence"))
        .andExpect(status().isOk())
        .andExpect(content().string(Matchers.containsString("11:30 24/11/2026")))
        .andExpect(content().string(Matchers.containsString("Đang thay thế")));
    as(C, List.of("phuong-ha-long.partner"), post("/absence/{id}/end", id))
        .andExpect(content().string(Matchers.containsString("không ghi được vắng mặt của Trần B")));
    as(B, own, post("/absence/{id}/end", id)).andExpect(redirectedUrl("/absence?ended"));
    assertThat(absences.of(List.of(B))).isEmpty();
  }

  private Set<String> postsOf(String person) {
    return whoIs(person).postIds();
  }

  /** As the filter of every request finds the person. */
  private CurrentOfficial whoIs(String person) {
    List<String> posts =
        Stream.concat(
                counter.identity.createGroupQuery().groupMember(person).list().stream()
                    .map(Group::getId),
                substitutes.standIns(person).stream().map(StandIn::post))
            .toList();
    return counter.as(person, posts, who::now);
  }

  private ResultActions as(String person, List<String> posts, MockHttpServletRequestBuilder asked) {
    return counter.as(
        person,
        posts,
        () -> {
          try {
            return http.perform(asked.locale(Locale.forLanguageTag("vi")));
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
