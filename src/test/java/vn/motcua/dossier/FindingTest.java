package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.motcua.access.CurrentOfficial;

/** Dossiers are found by parts without marks, the most urgent first, and only by who may read. */
@DossierStory
class FindingTest {

  private static final String WARD_CLERK = SmallProvince.WARD_DESK + ".counter-clerk";
  private static final CurrentOfficial INSPECTOR = Counter.official("tra", "quan-tri.inspector");

  @Autowired Counter counter;
  @Autowired Search search;
  @Autowired DossierAccess access;
  @Autowired MockMvc http;

  @BeforeEach
  void mondayMorning() {
    counter.time.at(23, 11, 8, 0);
  }

  private String received(String name, String identity, String phone) {
    Application plain = Counter.application("2.000815", null, null, null);
    return counter
        .reception
        .receive(
            new Application(
                plain.procedureCode(),
                null,
                null,
                null,
                null,
                false,
                "counter",
                false,
                null,
                "counter",
                null,
                new Application.Person(
                    name, "person", "cccd", identity, phone, null, "Tổ 1, phường Hạ Long"),
                null,
                plain.papers()),
            counter.wardClerk())
        .code();
  }

  private List<String> found(CurrentOfficial by, String words) {
    return counter.as(
        by.userId(),
        List.copyOf(by.postIds()),
        () -> search.codes(Question.of(words, Standing.ALL), by));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Đặng Thị Ngọc Ánh",
        "dang thi ngoc anh",
        "DANG THI NG",
        "ngoc anh",
        "anh dang",
        "ng dang thi",
        "031184777",
        "0987 000 111",
        "+84 987 000 111"
      })
  void aDossierIsFoundByPartsOfWhatIsKnownOfItsPerson(String words) {
    String code =
        found(counter.wardClerk(), "Đặng Thị Ngọc Ánh").stream()
            .findFirst()
            .orElseGet(() -> received("Đặng Thị Ngọc Ánh", "031184777001", "0987000111"));

    assertThat(found(counter.wardClerk(), words)).containsExactly(code);
  }

  @Test
  void aDossierIsFoundByItsCodeAndByItsEnd() {
    String code = received("Khúc Thừa Dụ", "022190777002", "0987000112");

    assertThat(found(counter.wardClerk(), code)).containsExactly(code);
    assertThat(found(counter.wardClerk(), code.toLowerCase(Locale.ROOT))).containsExactly(code);
    assertThat(found(counter.wardClerk(), code.substring(code.length() - 4))).contains(code);
    assertThat(found(counter.wardClerk(), "khuc thua du nua")).isEmpty();
    assertThat(found(counter.wardClerk(), "% _ '; --")).isEmpty();
  }

  @Test
  void whoHasNothingToDoWithADossierDoesNotFindIt() throws Exception {
    String code = received("Lê Hoàn", "022190777003", "0987000113");

    assertThat(found(counter.wardClerk(), "le hoan")).containsExactly(code);
    assertThat(found(INSPECTOR, "le hoan")).containsExactly(code);
    assertThat(found(stranger(), "le hoan")).isEmpty();
    assertThat(found(stranger(), code)).isEmpty();
    as("la", List.of(SmallProvince.CENTRE + ".counter-clerk"), get("/dossiers").param("q", code))
        .andExpect(status().isOk())
        .andExpect(content().string(not(containsString("Lê Hoàn"))))
        .andExpect(content().string(containsString("Không có hồ sơ nào khớp")));
    as("la", List.of(SmallProvince.CENTRE + ".counter-clerk"), get("/api/dossiers?q=le hoan"))
        .andExpect(jsonPath("$.total").value(0));
  }

  private static CurrentOfficial stranger() {
    return Counter.official("la", SmallProvince.CENTRE + ".counter-clerk");
  }

  @Test
  void theListShowsExactlyWhatMayBeOpened() {
    String atJustice = counter.desk();
    counter.does("clerk", atJustice, "outcome", "accept");
    String withTheSeal = counter.desk();
    counter.does("clerk", withTheSeal, "outcome", "accept");
    counter.does("binh", withTheSeal);
    counter.does("an", withTheSeal, "outcome", "forward");
    counter.land();
    counter.onTheSpot();
    List<String> all = counter.jdbc.queryForList("select code from dossier", String.class);

    for (CurrentOfficial person :
        List.of(
            INSPECTOR,
            counter.wardClerk(),
            counter.centreClerk(),
            Counter.official("an"),
            Counter.official("an", "so-tu-phap.appraiser"),
            Counter.official("binh", "so-tu-phap.head-of-room"),
            Counter.official("leader", "so-tu-phap.approver"),
            Counter.official("land", SmallProvince.LAND + ".appraiser", "so-y-te.seal-clerk"),
            Counter.official("nobody"))) {
      List<String> readable =
          all.stream()
              .filter(c -> access.mayRead(counter.register.open(c).orElseThrow(), person))
              .toList();
      assertThat(found(person, ""))
          .as(person.toString())
          .containsExactlyInAnyOrderElementsOf(readable);
    }
    assertThat(found(Counter.official("an"), "")).contains(withTheSeal).doesNotContain(atJustice);
  }

  @Test
  void theMostUrgentStandsFirstAndEachStateOfTimeCanBeAskedFor() {
    Instant now = counter.time.instant();
    String late = waiting("Một", now.minus(Duration.ofHours(2)));
    String today = waiting("Hai", now.plus(Duration.ofHours(2)));
    String soon = waiting("Ba", now.plus(Duration.ofHours(24)));
    String inTime = waiting("Bốn", now.plus(Duration.ofDays(20)));
    String paused = waiting("Năm", now.plus(Duration.ofHours(1)));
    counter.jdbc.update(
        "update dossier_clock set paused_since = ? where dossier_code = ?",
        Timestamp.from(now),
        paused);
    String ended = waiting("Sáu", now.minus(Duration.ofDays(2)));
    counter.jdbc.update(
        "update dossier_clock set stopped_at = ? where dossier_code = ?",
        Timestamp.from(now),
        ended);

    assertThat(standing(Standing.ALL)).containsExactly(late, today, soon, inTime, paused, ended);
    assertThat(standing(Standing.OPEN)).containsExactly(late, today, soon, inTime, paused);
    assertThat(standing(Standing.OVERDUE)).containsExactly(late);
    assertThat(standing(Standing.TODAY)).containsExactly(today);
    assertThat(standing(Standing.SOON)).containsExactly(soon);
    assertThat(standing(Standing.IN_TIME)).containsExactly(inTime);
    assertThat(standing(Standing.PAUSED)).containsExactly(paused);
    assertThat(standing(Standing.ENDED)).containsExactly(ended);
  }

  private String waiting(String ordinal, Instant due) {
    String code = received("Người Chờ " + ordinal, "022190777010", "0987000120");
    counter.jdbc.update(
        "update dossier_clock set due_at = ?, warn_at = ? where dossier_code = ?",
        Timestamp.from(due),
        Timestamp.from(due.minus(Duration.ofDays(2))),
        code);
    return code;
  }

  private List<String> standing(Standing standing) {
    return search.codes(Question.of("nguoi cho", standing), counter.wardClerk());
  }

  @Test
  void thePageShowsTheLastDigitsOnlyAndALinkThatLeadsBackToTheSamePlace() throws Exception {
    String code = received("Dương Vân Nga", "022190777004", "0987000114");

    asWard(
            get("/dossiers")
                .param("q", "duong van")
                .param("standing", "open")
                .param("unit", "Một cửa phường Hạ Long")
                .param("from", "01/11/2026"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Dương Vân Nga")))
        .andExpect(content().string(containsString("•••• 7004")))
        .andExpect(content().string(not(containsString("022190777004"))))
        .andExpect(content().string(containsString("Chưa ai nhận")))
        .andExpect(content().string(containsString("#/?task=")))
        .andExpect(
            content()
                .string(
                    containsString(
                        "/dossier?code=" + code + "&amp;back=q%3Dduong%2Bvan%26standing%3Dopen")));
    asWard(get("/dossier").param("code", code).param("back", "q=duong+van&standing=open"))
        .andExpect(
            content()
                .string(
                    containsString(
                        "href=\"/dossiers?q=duong+van&amp;standing=open#" + code + "\"")));
    asWard(get("/dossier")).andExpect(redirectedUrl("/dossiers"));
  }

  @Test
  void filtersNarrowAndWhatIsWrongIsSaidWithNothingLost() throws Exception {
    received("Trần Thị Dung", "022190777005", "0987000115");

    for (String[] fits :
        List.of(
            new String[] {"procedure", "2.000815"},
            new String[] {"procedure", "chung thuc ban sao"},
            new String[] {"unit", "mot cua phuong"},
            new String[] {"to", "23/11/2026"})) {
      asWard(get("/dossiers").param("q", "tran thi dung").param(fits[0], fits[1]))
          .andExpect(content().string(containsString("Trần Thị Dung")));
    }
    for (String[] not :
        List.of(
            new String[] {"procedure", "1.013830"},
            new String[] {"unit", "Sở Tư pháp"},
            new String[] {"to", "22/11/2026"},
            new String[] {"standing", "ended"})) {
      asWard(get("/dossiers").param("q", "tran thi dung").param(not[0], not[1]))
          .andExpect(content().string(not(containsString("Trần Thị Dung"))));
    }
    for (String[] wrong :
        List.of(
            new String[] {"procedure", "trồng cây trên trời"},
            new String[] {"unit", "Sở Mây Gió"},
            new String[] {"from", "31/02/2026"},
            new String[] {"standing", "chậm"})) {
      asWard(get("/dossiers").param("q", "tran thi dung").param(wrong[0], wrong[1]))
          .andExpect(status().isOk())
          .andExpect(content().string(containsString("role=\"alert\"")))
          .andExpect(content().string(containsString("“" + wrong[1] + "”")))
          .andExpect(content().string(containsString("value=\"tran thi dung\"")));
    }
  }

  @Test
  void everyBeginningOfAWordIsKeptWithoutMarks() {
    assertThat(
            SearchWords.of(
                "H49.90-261126-0007",
                new Application.Person(
                    "Nguyễn Văn Đàn", "person", "cccd", "022190000001", null, null, "")))
        .containsAll(
            Stream.of("nguyen van dan", "van dan", "dan", "022190000001", "0007", "261126 0007")
                .toList());
    assertThat(SearchWords.phrases("  ")).isEmpty();
    assertThat(SearchWords.phrases("Nguyễn-Văn")).containsExactly("nguyen van");
    assertThat(SearchWords.of("x", new Application.Person("Á".repeat(200), "", "", "", "", "", "")))
        .allMatch(word -> word.length() <= SearchWords.LONGEST);
  }

  private ResultActions asWard(MockHttpServletRequestBuilder asked) throws Exception {
    return as("clerk", List.of(WARD_CLERK), asked);
  }

  private ResultActions as(String person, List<String> posts, MockHttpServletRequestBuilder asked)
      throws Exception {
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
