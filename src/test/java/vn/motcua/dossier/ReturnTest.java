package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.motcua.access.CurrentOfficial;

/** A result goes to the right person; one that nobody fetches is not forgotten. */
@DossierStory
class ReturnTest {

  private static final String RETURNER = SmallProvince.CENTRE + ".return-clerk";
  private static final String LAN = "022190000001";

  @Autowired Counter counter;
  @Autowired Returns returns;
  @Autowired MockMvc http;

  private final CurrentOfficial returner = Counter.official("returner", RETURNER);

  @BeforeEach
  void mondayMorning() {
    counter.time.at(23, 11, 8, 0);
  }

  private String sealed() {
    String code = counter.desk();
    counter.does("clerk", code, "outcome", "accept");
    counter.does("head", code);
    counter.does("an", code, "outcome", "forward");
    counter.does("head", code, "outcome", "forward");
    counter.does("leader", code, "outcome", "approve");
    counter.does("sealer", code, "documentNumber", "1/STP");
    return code;
  }

  private String trace(String code) {
    return counter.acts(code).get(counter.acts(code).size() - 1).trace();
  }

  @Test
  void theOwnerComesWithTheOwnPaperAndTakesTheOriginalsHome() {
    String code = sealed();

    returns.give(
        code,
        Map.of(
            "collector", "owner",
            "receiverName", "Nguyễn Thị Lan",
            "receiverIdentity", "022 190 000 001",
            "originalsReturned", "Thẻ công chứng viên (1)",
            "fee", "paid",
            "feePaper", "BL 0012",
            "ratingAsked", "true"),
        returner);

    assertThat(counter.dossier(code).state()).isEqualTo(DossierState.RETURNED);
    assertThat(trace(code))
        .isEqualTo(
            "Người nhận: Nguyễn Thị Lan; Giấy tờ của người nhận: 022 190 000 001; Nhận với tư cách:"
                + " Người nộp hoặc chủ hồ sơ; Giấy tờ gốc trả lại: Thẻ công chứng viên (1);"
                + " Phí, lệ phí: Đã nộp đủ (BL 0012); Đã mời đánh giá");
  }

  @Test
  void somebodyElseNeedsAnAuthorisation() {
    String code = sealed();
    Map<String, String> other =
        Map.of(
            "collector", "owner", "receiverName", "Trần Văn Bình", "receiverIdentity", "022090001");

    assertThatThrownBy(() -> returns.give(code, other, returner))
        .hasMessageContaining("không phải của người nộp hay chủ hồ sơ " + code);
    assertThatThrownBy(
            () ->
                returns.give(
                    code,
                    Map.of(
                        "collector",
                        "authorised",
                        "receiverName",
                        "Trần Văn Bình",
                        "receiverIdentity",
                        "022090001"),
                    returner))
        .hasMessageContaining("phải có giấy ủy quyền");
    assertThat(counter.dossier(code).state()).isEqualTo(DossierState.FINISHED);

    returns.give(
        code,
        Map.of(
            "collector",
            "authorised",
            "receiverName",
            "Trần Văn Bình",
            "receiverIdentity",
            "022090001",
            "authorisation",
            "Giấy ủy quyền 12 ngày 20/11/2026"),
        returner);
    assertThat(trace(code)).contains("Giấy ủy quyền: Giấy ủy quyền 12");
  }

  @Test
  void byPostItNeedsTheItemAndOnlineNothingMore() {
    String byPost = sealed();
    assertThatThrownBy(() -> returns.give(byPost, Map.of("collector", "post"), returner))
        .hasMessageContaining("hãy ghi số bưu gửi");
    returns.give(byPost, Map.of("collector", "post", "postalItem", "EB1VN"), returner);
    assertThat(trace(byPost)).contains("Người nhận: Nguyễn Thị Lan", LAN, "Số bưu gửi: EB1VN");

    String online = sealed();
    returns.give(online, Map.of("collector", "online"), returner);
    assertThat(counter.dossier(online).state()).isEqualTo(DossierState.RETURNED);
  }

  @Test
  void aResultIsNotGivenWhileItsFeeIsOwed() {
    String code = sealed();
    Map<String, String> owed =
        Map.of("receiverName", "Lan", "receiverIdentity", LAN, "fee", "owed");

    assertThatThrownBy(() -> returns.give(code, owed, returner))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageStartingWith("Chưa nộp phí, lệ phí thì chưa trả kết quả.");
  }

  @Test
  void onlyTheReturnClerkOfThatCounterGivesItAndOnlyOnce() {
    String code = sealed();
    Map<String, String> lan = Map.of("receiverName", "Lan", "receiverIdentity", LAN);

    assertThatThrownBy(
            () ->
                returns.give(
                    code, lan, Counter.official("x", SmallProvince.WARD_DESK + ".return-clerk")))
        .isInstanceOf(NotAllowed.class)
        .hasMessageContaining("bạn không giữ vị trí này");
    returns.give(code, lan, returner);
    assertThatThrownBy(() -> returns.give(code, lan, returner))
        .isInstanceOf(NotAllowed.class)
        .hasMessage(
            "Hồ sơ %s đang ở trạng thái “Đã trả kết quả”, không có kết quả chờ trả."
                .formatted(code));
  }

  @Test
  void whoDoesNotComeIsInvitedTwiceTwoWorkingDaysApartAndStaysOnTime() {
    String code = sealed();
    Instant finished = counter.dossier(code).finishedAt();
    counter.time.at(26, 11, 9, 0);
    assertThatThrownBy(() -> returns.invite(code, "phone", " ", returner))
        .hasMessageContaining("Hãy ghi đã báo cho ai");
    assertThatThrownBy(() -> returns.invite(code, "drum", "Ai đó", returner))
        .hasMessageContaining("Hãy chọn cách mời");
    returns.invite(code, "phone", "Bà Lan hẹn thứ Hai", returner);
    assertThatThrownBy(() -> returns.invite(code, "sms", "Nhắn lại", returner))
        .hasMessage("Hồ sơ %s vừa được mời; có thể mời lại từ ngày 30/11/2026.".formatted(code));
    counter.time.at(30, 11, 9, 0);
    returns.invite(code, "post", "Thư mời số 5", returner);
    assertThat(returns.waiting(code, returner).enough()).isFalse();
    counter.time.at(3, 12, 9, 0);

    Uncollected.Waiting waiting = returns.waiting(code, returner);
    assertThat(waiting.enough()).isTrue();
    assertThat(waiting.days()).isEqualTo(10);
    assertThat(waiting.invitations().count()).isEqualTo(2);
    Dossier dossier = counter.dossier(code);
    assertThat(dossier.state()).isEqualTo(DossierState.FINISHED);
    assertThat(dossier.finishedAt()).isEqualTo(finished);
    assertThat(counter.acts(code))
        .filteredOn(a -> a.stepId().equals("invite"))
        .extracting(DossierAct::stepName, DossierAct::reasonWords, DossierAct::note)
        .containsExactly(
            tuple("Mời nhận kết quả, lần 1", "Gọi điện thoại", "Bà Lan hẹn thứ Hai"),
            tuple("Mời nhận kết quả, lần 2", "Thư qua bưu chính", "Thư mời số 5"));
  }

  @Test
  void thePageListsFindsGivesAndKeepsWhatWasTyped() throws Exception {
    String code = sealed();
    counter.time.at(30, 12, 9, 0);
    List<String> posts = List.of(RETURNER);

    as(posts, get("/returns"))
        .andExpect(content().string(allOf(containsString(code), containsString("37 ngày"))));
    as(posts, get("/returns").param("code", code.toLowerCase(Locale.ROOT)))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Số, ký hiệu văn bản: 1/STP"),
                        containsString("Giấy tờ gốc đã nhận: Đơn đề nghị (1)"),
                        containsString("Chưa mời lần nào"))));
    as(
            posts,
            post("/returns/{code}", code)
                .param("collector", "owner")
                .param("receiverName", "Trần Văn Bình")
                .param("receiverIdentity", "1")
                .param("fee", "paid"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("role=\"alert\""),
                        containsString("Trần Văn Bình"),
                        not(containsString("ENGINE")))));
    as(posts, post("/returns/{code}/invite", code).param("way", "phone").param("words", "Bà Lan"))
        .andExpect(redirectedUrl("/returns?invited=" + code));
    as(
            posts,
            post("/returns/{code}", code)
                .param("collector", "owner")
                .param("receiverName", "Nguyễn Thị Lan")
                .param("receiverIdentity", LAN)
                .param("fee", "paid"))
        .andExpect(redirectedUrl("/returns?done=" + code));
    as(posts, get("/returns").param("done", code))
        .andExpect(content().string(containsString("Đã trả kết quả hồ sơ " + code)));
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
