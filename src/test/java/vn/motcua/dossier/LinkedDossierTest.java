package vn.motcua.dossier;

import static java.util.regex.Pattern.quote;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.language.Dates;
import vn.motcua.letter.Letters;

/**
 * A child is born: one reception for the birth certificate by the ward, the residence by the
 * police, the insurance card by the social insurance. One dossier, three results, two dates each.
 */
@DossierStory
class LinkedDossierTest {

  static final String BIRTH = "civil-status";
  static final String RESIDENCE = "residence";
  static final String CARD = "health-insurance";
  static final Map<String, String> LAN =
      Map.of(
          "collector",
          "owner",
          "receiverName",
          "Nguyễn Thị Lan",
          "receiverIdentity",
          "022190000001");

  @Autowired Counter counter;
  @Autowired Returns returns;
  @Autowired LinkedResults linked;
  @Autowired Sheets sheets;
  @Autowired DossierReading reading;
  @Autowired Dossiers dossiers;
  @Autowired Letters letters;
  @Autowired MockMvc http;

  private final CurrentOfficial clerk = Counter.official("clerk", desk("counter-clerk"));
  final CurrentOfficial returner = Counter.official("returner", desk("return-clerk"));

  private static String desk(String role) {
    return SmallProvince.WARD_DESK + "." + role;
  }

  @BeforeEach
  void mondayMorning() {
    counter.time.at(23, 11, 8, 0);
  }

  private Receipt received() {
    return counter.reception.receive(
        Counter.application("2.000986", null, null, null), counter.wardClerk());
  }

  /** Registered by the ward, not yet with the other agencies. */
  private String registered() {
    String code = received().code();
    counter.does("clerk", code, "outcome", "accept");
    counter.does("an", code, "outcome", "forward");
    counter.does("leader", code, "outcome", "approve");
    counter.does("sealer", code, "documentNumber", "KS 12/2026");
    return code;
  }

  String shared() {
    String code = registered();
    counter.time.at(24, 11, 9, 0);
    counter.does("clerk", code);
    return code;
  }

  void issues(String code, String step, String who, String... words) {
    counter.does(who, counter.task(code, step));
    counter.does(who + "-leader", counter.task(code, step + "-approve"), "outcome", "approve");
    counter.does(who + "-sealer", counter.task(code, step + "-seal"), (Object[]) words);
  }

  private DossierResult result(String code, String id) {
    return linked.of(counter.dossier(code)).stream()
        .filter(r -> r.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static String moment(Instant moment) {
    return Dates.moment(moment.atZone(WorkingCalendar.ZONE));
  }

  private String words(byte[] pdf) throws IOException {
    try (PDDocument paper = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(paper).replaceAll("\\s+", " ");
    }
  }

  @Test
  void theSlipPromisesTheWholeAndEachResult() throws IOException {
    Receipt receipt = received();

    assertThat(moment(receipt.due())).isEqualTo("17:00 14/12/2026");
    assertThat(receipt.results())
        .extracting(Receipt.Promise::name, Receipt.Promise::agency, p -> moment(p.due()))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "Giấy khai sinh", "UBND phường Hạ Long", "17:00 23/11/2026"),
            org.assertj.core.groups.Tuple.tuple(
                "Thông báo kết quả giải quyết đăng ký thường trú",
                "Công an tỉnh",
                "17:00 10/12/2026"),
            org.assertj.core.groups.Tuple.tuple(
                "Thẻ bảo hiểm y tế", "Bảo hiểm xã hội tỉnh", "17:00 07/12/2026"));
    assertThat(words(letters.preview(receipt.code(), "slip", clerk)))
        .contains("từng kết quả hẹn trả", "– Công an tỉnh (15 ngày)")
        .contains("17:00 ngày 10/12/2026", "17:00 ngày 07/12/2026")
        .contains("17 giờ 00 phút, ngày 14 tháng 12 năm 2026");
  }

  @Test
  void eachAgencyHasItsOwnTimeFromWhenItHasTheDossier() {
    String code = shared();

    assertThat(result(code, BIRTH).paper()).isEqualTo("Số, ký hiệu văn bản: KS 12/2026");
    assertThat(moment(result(code, RESIDENCE).received())).isEqualTo("09:00 24/11/2026");
    assertThat(moment(result(code, RESIDENCE).due())).isEqualTo("17:00 09/12/2026");
    assertThat(moment(result(code, RESIDENCE).firstDue())).isEqualTo("17:00 10/12/2026");
    assertThat(moment(result(code, CARD).due())).isEqualTo("17:00 04/12/2026");
    assertThat(counter.dossier(code).state()).isEqualTo(DossierState.HANDLING);

    Task card = counter.task(code, "health-insurance");
    assertThat(card.getTenantId()).isEqualTo("bao-hiem-xa-hoi-tinh.partner");
    counter.does("bhxh", card);
    Task signing = counter.task(code, "health-insurance-approve");
    counter.does("bhxh-leader", signing, "outcome", "approve");
    Task sealing = counter.task(code, "health-insurance-seal");
    assertThat(moment(sealing.getDueDate().toInstant())).isEqualTo("17:00 04/12/2026");
    assertThat(counter.timers(code, "due-time"))
        .extracting(Job::getDuedate)
        .extracting(date -> moment(date.toInstant()))
        .containsExactly("17:00 14/12/2026");

    CurrentOfficial seal = Counter.official("y", "bao-hiem-xa-hoi-tinh.seal-clerk");
    Sheets.TaskSheet sheet =
        counter.as("y", List.copyOf(seal.postIds()), () -> sheets.task(sealing.getId(), seal));
    assertThat(sheet.result()).isEqualTo(CARD);
    assertThat(moment(sheet.dossier().due())).isEqualTo("17:00 14/12/2026");
    assertThat(sheet.dossier().results())
        .filteredOn(line -> line.id().equals(CARD))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(moment(line.due())).isEqualTo("17:00 04/12/2026");
              assertThat(line.stage()).isEqualTo("Cơ quan nhận hồ sơ lúc 09:00 24/11/2026");
              assertThat(line.why())
                  .startsWith("Bảo hiểm xã hội tỉnh: Tiếp nhận lúc 09:00 ngày 24/11/2026.")
                  .contains("Thời hạn 10 ngày")
                  .endsWith("Hẹn trả kết quả lúc 17:00 ngày 04/12/2026.");
            });
    Sheets.Card inList =
        counter
            .as(
                "y",
                List.copyOf(seal.postIds()),
                () -> sheets.cards(List.of(sealing.getId()), seal))
            .get(0);
    assertThat(moment(inList.stepDue())).isEqualTo("17:00 04/12/2026");
    assertThat(moment(inList.due())).isEqualTo("17:00 14/12/2026");
  }

  @Test
  void eachAgencyNumbersInItsOwnRegisterAndAsksItsOwnWorkAgain() {
    String code = shared();
    counter.does("bhxh", counter.task(code, "health-insurance"));
    counter.does(
        "bhxh-leader",
        counter.task(code, "health-insurance-approve"),
        "outcome",
        "send-back",
        "reason",
        "wrong-ground",
        "note",
        "Sai mã nơi khám");
    assertThat(counter.openTasks(code))
        .extracting(Task::getTaskDefinitionKey)
        .containsExactlyInAnyOrder("residence", "health-insurance");
    issues(code, "health-insurance", "bhxh", "documentKind", "other");
    issues(code, "residence", "police", "documentKind", "notice");

    assertThat(
            counter.jdbc.queryForList(
                "select unit || ' ' || number from document_number where dossier_code = ?"
                    + " order by unit",
                String.class,
                code))
        .containsExactly(
            "bao-hiem-xa-hoi-tinh " + last("bao-hiem-xa-hoi-tinh"),
            "cong-an-tinh " + last("cong-an-tinh"));
    assertThat(result(code, RESIDENCE).paper()).contains("/TB", "24/11/2026");
    assertThat(counter.dossier(code).finishedAt()).isNull();
    counter.does("clerk", counter.task(code, "gather"));
    assertThat(counter.dossier(code).state()).isEqualTo(DossierState.FINISHED);
    assertThat(counter.dossier(code).stoppedAt()).isNotNull();
  }

  private int last(String unit) {
    return counter.jdbc.queryForObject(
        "select last_no from letter_counter where unit = ? and book = 'documents'",
        Integer.class,
        unit);
  }

  @Test
  void oneResultIsGivenEarlyAndTheDossierEndsWithTheLast() throws IOException {
    String code = registered();
    assertThatThrownBy(() -> returns.give(code, LAN, Set.of(RESIDENCE), returner))
        .hasMessage(
            "“Thông báo kết quả giải quyết đăng ký thường trú” của hồ sơ %s chưa được Công an tỉnh"
                    .formatted(code)
                + " cấp số, chưa trả được. Hãy bỏ chọn kết quả này.");
    assertThatThrownBy(() -> returns.give(code, LAN, Set.of(), returner))
        .hasMessageContaining("Hãy chọn ít nhất một kết quả");
    assertThatThrownBy(() -> returns.give(code, LAN, Set.of("poem"), returner))
        .hasMessageContaining("không có kết quả “poem”");

    assertThat(returns.give(code, LAN, Set.of(BIRTH), returner)).isFalse();
    assertThat(counter.acts(code))
        .last()
        .satisfies(
            act -> {
              assertThat(act.stepName()).isEqualTo("Trả một phần kết quả liên thông");
              assertThat(act.trace())
                  .contains("Người nhận: Nguyễn Thị Lan")
                  .endsWith("Kết quả đã trả: Giấy khai sinh (Số, ký hiệu văn bản: KS 12/2026)");
            });
    assertThat(words(letters.preview(code, "receipt", returner)))
        .contains("Giấy khai sinh – UBND phường Hạ Long", "KS 12/2026")
        .contains("Hồ sơ liên thông còn kết quả khác")
        .doesNotContain("Thẻ bảo hiểm y tế – ");
    assertThatThrownBy(() -> returns.give(code, LAN, Set.of(BIRTH), returner))
        .hasMessageContaining("đã trả ngày 23/11/2026");
    assertThat(counter.dossier(code).state()).isEqualTo(DossierState.HANDLING);

    counter.time.at(24, 11, 9, 0);
    counter.does("clerk", code);
    issues(code, "health-insurance", "bhxh");
    issues(code, "residence", "police");
    assertThatThrownBy(() -> returns.give(code, LAN, Set.of(RESIDENCE, CARD), returner))
        .hasMessageContaining("Hãy hoàn thành bước tập hợp kết quả");
    assertThat(returns.give(code, LAN, Set.of(RESIDENCE), returner)).isFalse();
    counter.does("clerk", code);
    assertThat(returns.give(code, LAN, Set.of(CARD), returner)).isTrue();

    assertThat(counter.dossier(code).state()).isEqualTo(DossierState.RETURNED);
    assertThat(linked.of(counter.dossier(code))).noneMatch(r -> r.returned() == null);
    assertThat(words(letters.preview(code, "receipt", returner)))
        .contains("Thẻ bảo hiểm y tế – Bảo hiểm xã hội tỉnh")
        .doesNotContain("Giấy khai sinh – ");
  }

  @Test
  void theCounterSeesWhatWaitsOnceForEachDossier() throws Exception {
    String code = registered();
    List<String> posts = List.of(desk("return-clerk"));
    as(posts, get("/returns").param("code", code))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("value=\"civil-status\""),
                        containsString("Cơ quan chưa nhận hồ sơ"))));
    as(
            posts,
            post("/returns/{code}", code)
                .param("collector", "owner")
                .param("receiverName", "Nguyễn Thị Lan")
                .param("receiverIdentity", "1")
                .param("fee", "paid")
                .param("result", BIRTH))
        .andExpect(content().string(containsString("không phải của người nộp")));
    as(
            posts,
            post("/returns/{code}", code)
                .param("collector", "owner")
                .param("receiverName", "Nguyễn Thị Lan")
                .param("receiverIdentity", "022190000001")
                .param("fee", "paid")
                .param("result", BIRTH))
        .andExpect(redirectedUrl("/returns?part=" + code));
    as(posts, get("/returns").param("part", code))
        .andExpect(content().string(containsString("Đã trả một phần kết quả của hồ sơ " + code)));
    counter.time.at(24, 11, 9, 0);
    counter.does("clerk", code);
    issues(code, "health-insurance", "bhxh");
    issues(code, "residence", "police");
    assertThat(returns.waiting(returner))
        .filteredOn(w -> w.dossier().code().equals(code))
        .hasSize(1);
    LocalDate day = LocalDate.of(2026, 11, 23);
    assertThat(reading.received(SmallProvince.WARD_DESK, day, day, clerk))
        .filteredOn(row -> row.dossier().code().equals(code))
        .hasSize(1);
    assertThat(reading.countReceived(SmallProvince.WARD_DESK, day, day))
        .isEqualTo(reading.received(SmallProvince.WARD_DESK, day, day, clerk).size());
    as(posts, get("/dossiers").param("q", code))
        .andExpect(content().string(containsOnce("/dossier?code=" + code)));
    as(List.of(desk("counter-clerk")), get("/dossier").param("code", code))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Các kết quả liên thông"),
                        containsString("Công an tỉnh"),
                        containsString("đúng hạn"),
                        not(containsString("ENGINE")))));
  }

  @Test
  void theDatesOfResultsStandAndRunWithTheClockOfTheWhole() {
    String code = shared();
    counter.does("bhxh", counter.task(code, "health-insurance"));
    counter.does(
        "bhxh-leader", counter.task(code, "health-insurance-approve"), "outcome", "approve");
    CurrentOfficial leader = Counter.official("leader", SmallProvince.WARD + ".approver");
    counter.time.at(25, 11, 9, 0);
    dossiers.suspend(code, "court", "Chờ tòa", leader);
    counter.time.at(30, 11, 9, 0);
    dossiers.proceed(code, "Tòa xong", leader);

    assertThat(moment(result(code, CARD).due())).isEqualTo("17:00 09/12/2026");
    assertThat(moment(counter.task(code, "health-insurance-seal").getDueDate().toInstant()))
        .isEqualTo("17:00 09/12/2026");
    assertThat(moment(counter.dossier(code).dueAt())).isEqualTo("17:00 18/12/2026");
    assertThat(moment(result(code, CARD).firstDue())).isEqualTo("17:00 07/12/2026");
  }

  @Test
  void anOrdinaryDossierCostsNothing() {
    List<String> statements =
        StatementsOfOurs.during(
            () -> {
              String code = counter.desk();
              counter.does("clerk", code, "outcome", "accept");
              counter.does("head", code);
              counter.does("an", code, "outcome", "forward");
              counter.does("head", code, "outcome", "forward");
              counter.does("leader", code, "outcome", "approve");
              counter.does("sealer", code);
              returns.give(
                  code,
                  LAN,
                  Set.of(),
                  Counter.official("returner", SmallProvince.CENTRE + ".return-clerk"));
              assertThat(counter.dossier(code).state()).isEqualTo(DossierState.RETURNED);
            });

    assertThat(statements).hasSizeGreaterThan(20).noneMatch(s -> s.contains("dossier_result"));
  }

  private static Matcher<String> containsOnce(String words) {
    return allOf(
        containsString(words),
        not(matchesPattern("(?s).*" + quote(words) + ".*" + quote(words) + ".*")));
  }

  private ResultActions as(List<String> posts, MockHttpServletRequestBuilder call)
      throws Exception {
    counter.identity.setAuthentication("returner", posts, posts);
    try {
      return http.perform(call.locale(Locale.forLanguageTag("vi")));
    } finally {
      counter.identity.clearAuthentication();
    }
  }
}
