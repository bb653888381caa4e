package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.deadline.Clocks;
import vn.motcua.handover.HandOverRefused;
import vn.motcua.handover.HandOvers;
import vn.motcua.handover.HandOvers.Given;
import vn.motcua.handover.HandOvers.Giving;
import vn.motcua.handover.HandOvers.Taking;

/** Papers carried between the centre and an agency: every leg has two signatures and a count. */
@DossierStory
class HandOverTest {

  private static final String SEALER = SmallProvince.JUSTICE + ".seal-clerk";

  @Autowired Counter counter;
  @Autowired HandOvers handOvers;
  @Autowired Clocks clocks;
  @Autowired MockMvc http;

  private final CurrentOfficial sealer = Counter.official("sealer", SEALER);
  private final CurrentOfficial returner =
      Counter.official("returner", SmallProvince.CENTRE + ".return-clerk");

  @BeforeEach
  void mondayMorning() {
    counter.time.at(23, 11, 8, 0);
  }

  private String accepted() {
    String code = counter.desk();
    counter.does("clerk", code, "outcome", "accept");
    return code;
  }

  private String sealed() {
    String code = accepted();
    counter.does("head", code);
    counter.does("an", code, "outcome", "forward");
    counter.does("head", code, "outcome", "forward");
    counter.does("leader", code, "outcome", "approve");
    counter.does("sealer", code, "documentNumber", "1/STP");
    return code;
  }

  private Given give(String... codes) {
    return handOvers.give(toAgency(Map.of(), codes), counter.centreClerk());
  }

  private static Giving toAgency(Map<String, Integer> papers, String... codes) {
    Map<String, Integer> all = new HashMap<>(papers);
    List.of(codes).forEach(code -> all.putIfAbsent(code, 3));
    return new Giving("to-agency", all, "hand", null, null);
  }

  private static Taking received() {
    return new Taking("received", null, null, null);
  }

  private String place(String code) {
    return counter
        .jdbc
        .queryForList(
            "select holder || case when on_sheet is null then '' else ' on the way' end"
                + " from paper_place where dossier_code = ?",
            String.class,
            code)
        .stream()
        .findFirst()
        .orElse("never carried");
  }

  private List<String> transfers(String code) {
    return counter.acts(code).stream()
        .filter(a -> a.act().equals("transfer"))
        .map(a -> a.outcome() + " " + a.person() + " " + a.post())
        .toList();
  }

  @Test
  void twoDossiersGoOnOneSheetAndTheClockDoesNotNotice() {
    String whole = accepted();
    String less = accepted();
    int rows = clocks.ledger(whole).size();
    DossierState state = counter.dossier(whole).state();

    Given sheet = give(whole, less);
    assertThat(sheet.number()).matches("\\d{2,}/BGHS");
    assertThat(place(whole)).isEqualTo("reception on the way");
    counter.time.at(23, 11, 10, 0);
    handOvers.take(
        sheet.id(),
        Map.of(
            whole,
            received(),
            less,
            new Taking("short", 2, "missing-paper", "Không có ảnh chân dung")),
        sealer);

    assertThat(transfers(whole))
        .containsExactly(
            "given clerk " + SmallProvince.CENTRE + ".counter-clerk", "received sealer " + SEALER);
    assertThat(place(whole)).isEqualTo("agency");
    assertThat(place(less)).isEqualTo("agency");
    assertThat(counter.acts(less))
        .last()
        .satisfies(
            act -> {
              assertThat(act.reasonWords()).isEqualTo("Thiếu giấy tờ so với phiếu");
              assertThat(act.note()).isEqualTo("Không có ảnh chân dung");
              assertThat(act.trace()).isEqualTo("Phiếu " + sheet.number() + "; số giấy tờ: 2");
            });
    assertThat(counter.notices(less))
        .containsExactly("hand-over-difference " + SmallProvince.CENTRE + ".counter-clerk");
    assertThat(counter.notices(whole)).isEmpty();
    assertThat(counter.dossier(whole).state()).isEqualTo(state);
    assertThat(clocks.ledger(whole)).hasSize(rows);
    assertThat(counter.dossier(whole).pausedSince()).isNull();
  }

  @Test
  void oneSheetGoesToOneAgency() {
    String justice = accepted();
    String land = counter.land();
    counter.does("clerk", land, "outcome", "accept");

    assertThatThrownBy(() -> give(justice, land))
        .isInstanceOf(HandOverRefused.class)
        .hasMessageContaining("không cùng nơi giao và nơi nhận với hồ sơ");
    assertThat(place(justice)).isEqualTo("never carried");
    assertThat(place(land)).isEqualTo("never carried");
  }

  @Test
  void whatIsRefusedStaysWithTheGiverAndGoesAgainUnderTheNextNumber() {
    String code = accepted();
    Given first = give(code);
    handOvers.take(
        first.id(),
        Map.of(code, new Taking("refused", null, "wrong-agency", "Thuộc Sở Công Thương")),
        sealer);
    assertThat(place(code)).isEqualTo("reception");

    Given second = give(code);

    assertThat(number(second)).isEqualTo(number(first) + 1);
    assertThat(transfers(code)).hasSize(3);
  }

  private static int number(Given given) {
    return Integer.parseInt(given.number().replaceAll("/.*", ""));
  }

  @Test
  void whatIsOnItsWayIsNotGivenAgainAndNoNumberIsLost() {
    String code = accepted();
    String other = accepted();
    Given first = give(code);

    assertThatThrownBy(() -> give(code, other))
        .isInstanceOf(HandOverRefused.class)
        .hasMessage(
            "Hồ sơ %s đang được chuyển theo phiếu %s, chưa có người xác nhận nhận."
                .formatted(code, first.number()));

    assertThat(place(other)).isEqualTo("never carried");
    assertThat(number(give(other))).isEqualTo(number(first) + 1);
  }

  @Test
  void eachWrongHandIsToldWhy() {
    String code = accepted();
    String early = counter.desk();

    refused(() -> handOvers.give(toAgency(Map.of(), code), sealer), "do cán bộ tiếp nhận");
    refused(() -> give(early), "chỉ bàn giao hồ sơ đã tiếp nhận đủ");
    refused(() -> give("H49.90-991231-0001"), "Không có hồ sơ H49.90-991231-0001");
    refused(() -> give(), "Hãy chọn từ 1 đến 500 hồ sơ");
    refused(
        () -> handOvers.give(toAgency(Map.of(code, -1)), counter.centreClerk()),
        "hãy ghi số giấy tờ, từ 0 đến 9999");
    refused(
        () ->
            handOvers.give(
                new Giving("to-agency", Map.of(code, 1), "post", " ", null), counter.centreClerk()),
        "phải ghi số bưu gửi");

    Given sheet = give(code);
    refused(
        () -> handOvers.take(sheet.id(), Map.of(code, received()), counter.wardClerk()),
        "không thuộc phạm vi công việc của bạn");
    refused(
        () -> handOvers.take(sheet.id(), Map.of(code, received()), counter.centreClerk()),
        "bạn không giữ vị trí được nhận");
    refused(
        () ->
            handOvers.take(sheet.id(), Map.of(code, received()), Counter.official("clerk", SEALER)),
        "Người giao và người nhận phải là hai người");
    refused(
        () ->
            handOvers.take(sheet.id(), Map.of(code, new Taking("short", 1, null, "Thiếu")), sealer),
        "phải chọn lý do và ghi rõ");
    refused(
        () ->
            handOvers.take(
                sheet.id(), Map.of(code, new Taking("short", 3, "damaged", "Rách")), sealer),
        "phải ít hơn 3 giấy tờ");
    handOvers.take(sheet.id(), Map.of(code, received()), sealer);
    refused(
        () -> handOvers.take(sheet.id(), Map.of(code, received()), sealer),
        "đã được người khác xác nhận");
  }

  private static void refused(Runnable act, String why) {
    assertThatThrownBy(act::run).isInstanceOf(HandOverRefused.class).hasMessageContaining(why);
  }

  @Test
  void theResultComesBackByPostToTheCounterThatReceived() {
    String code = sealed();
    Given sheet =
        handOvers.give(
            new Giving("to-reception", Map.of(code, 1), "post", "EB123456789VN", null), sealer);
    assertThat(sheet.number()).endsWith("/BGKQ");
    handOvers.take(sheet.id(), Map.of(code, received()), returner);

    assertThat(place(code)).isEqualTo("reception");
    assertThat(counter.dossier(code).state()).isEqualTo(DossierState.FINISHED);
    refused(
        () ->
            handOvers.give(new Giving("to-reception", Map.of(code, 1), "hand", null, null), sealer),
        "đã bàn giao trước đó");
    counter.does("returner", code, "receiverName", "Lan", "receiverIdentity", "022190");
    assertThat(counter.dossier(code).state()).isEqualTo(DossierState.RETURNED);
  }

  @Test
  void papersThatTheApplicantAddsGoAfterTheOthers() throws Exception {
    String code = accepted();
    handOvers.take(give(code).id(), Map.of(code, received()), sealer);
    refused(() -> give(code), "đã bàn giao trước đó");
    counter.does("head", code);
    counter.does(
        "an", code, "outcome", "supplement", "reason", "missing-paper", "note", "Thiếu ảnh");
    counter.does("head", code, "outcome", "forward");
    counter.does("clerk", code);
    counter.does("clerk", code, "outcome", "done");
    as("clerk", List.of(SmallProvince.CENTRE + ".counter-clerk"), get("/handover"))
        .andExpect(content().string(containsString("value=\"" + code + "\"")));

    Given more = handOvers.give(toAgency(Map.of(code, 1)), counter.centreClerk());
    handOvers.take(
        more.id(), Map.of(code, new Taking("refused", null, "damaged", "Ảnh ướt")), sealer);
    assertThat(place(code)).as("the others").isEqualTo("agency");
  }

  @Test
  void whatWasSignedForStaysWritten() {
    String code = accepted();
    Given sheet = give(code);
    handOvers.take(sheet.id(), Map.of(code, received()), sealer);

    for (String table : List.of("hand_over", "hand_over_dossier", "hand_over_answer")) {
      assertThatThrownBy(() -> counter.jdbc.update("delete from " + table))
          .as(table)
          .isInstanceOf(DataAccessException.class);
    }
  }

  @Test
  void thePageOffersGivesAndConfirmsAndKeepsWhatWasTyped() throws Exception {
    counter.time.at(20, 11, 15, 30);
    String friday = accepted();
    counter.time.at(25, 11, 8, 0);
    String today = accepted();
    String onTheSpot = counter.onTheSpot();
    List<String> clerk = List.of(SmallProvince.CENTRE + ".counter-clerk");

    as("clerk", clerk, get("/handover"))
        .andExpect(status().isOk())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString(friday),
                        containsString(today),
                        containsString("đầu giờ ngày 23/11/2026"),
                        containsString("trong ngày 25/11/2026"),
                        containsString("quá giờ giao"),
                        not(containsString(onTheSpot)))));
    as(
            "clerk",
            clerk,
            post("/handover")
                .param("direction", "to-agency")
                .param("code", friday)
                .param("papers-" + friday, "hai")
                .param("carrier", "hand")
                .param("note", "Tập một"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString(": “hai” không phải là số"),
                        containsString("value=\"hai\""),
                        containsString("Tập một"))));
    String address =
        as(
                "clerk",
                clerk,
                post("/handover")
                    .param("direction", "to-agency")
                    .param("code", friday, today)
                    .param("papers-" + friday, "2")
                    .param("papers-" + today, "4")
                    .param("carrier", "hand"))
            .andExpect(redirectedUrlPattern("/handover?given=*"))
            .andReturn()
            .getResponse()
            .getRedirectedUrl();
    String id = address.replaceAll(".*=", "");
    as("clerk", clerk, get(address))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Đang trên đường, chưa được ký nhận"),
                        containsString("và giao đi"))));
    as("sealer", List.of(SEALER), get("/handover"))
        .andExpect(content().string(containsString("2 hồ sơ, 6 giấy tờ")));
    as("sealer", List.of(SEALER), get("/handover/{id}/sheet.pdf", id))
        .andExpect(content().contentType("application/pdf"))
        .andExpect(content().string(startsWith("%PDF")));
    as("ward", List.of(SmallProvince.WARD + ".seal-clerk"), get("/handover/{id}/sheet.pdf", id))
        .andExpect(status().isNotFound());
    as(
            "sealer",
            List.of(SEALER),
            post("/handover/{id}", id)
                .param("code", friday, today)
                .param("outcome-" + friday, "received")
                .param("outcome-" + today, "refused")
                .param("words-" + today, "Không có trong túi"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("phải chọn lý do và ghi rõ"),
                        containsString("Không có trong túi"))));
    as(
            "sealer",
            List.of(SEALER),
            post("/handover/{id}", id)
                .param("code", friday, today)
                .param("outcome-" + friday, "received")
                .param("outcome-" + today, "refused")
                .param("reason-" + today, "not-in-bundle")
                .param("words-" + today, "Túi hồ sơ rỗng"))
        .andExpect(redirectedUrlPattern("/handover?taken=*"));
    as("clerk", clerk, get("/handover"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Không có trong túi hồ sơ: Túi hồ sơ rỗng"),
                        containsString("value=\"" + today + "\""),
                        not(containsString("value=\"" + friday + "\"")))));
  }

  private ResultActions as(String person, List<String> posts, MockHttpServletRequestBuilder call)
      throws Exception {
    counter.identity.setAuthentication(person, posts, posts);
    try {
      return http.perform(call.locale(Locale.forLanguageTag("vi")));
    } finally {
      counter.identity.clearAuthentication();
    }
  }
}
