package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A dossier by its code, and what its agency does with it outside the route. */
@DossierStory
class DossierPageTest {

  private static final List<String> LEADER = List.of("so-tu-phap.approver");

  @Autowired Counter counter;
  @Autowired MockMvc http;

  @BeforeEach
  void mondayMorning() {
    counter.time.at(23, 11, 8, 0);
  }

  @Test
  void theLeaderSuspendsAndGoesOnByForms() throws Exception {
    String code = counter.desk();
    counter.does("clerk", code, "outcome", "accept");

    as("leader", LEADER, get("/dossier").param("code", code.toLowerCase()))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("hẹn trả 17:00 01/12/2026")))
        .andExpect(content().string(containsString("Tạm dừng giải quyết")))
        .andExpect(content().string(not(containsString("Đề nghị xin lỗi"))));
    as(
            "leader",
            LEADER,
            post("/dossier/{code}/suspend", code).param("reason", "TB 12/TA").param("ground", ""))
        .andExpect(
            content().string(allOf(containsString("role=\"alert\""), containsString("TB 12/TA"))));
    as(
            "leader",
            LEADER,
            post("/dossier/{code}/suspend", code)
                .param("reason", "TB 12/TA")
                .param("ground", "court"))
        .andExpect(redirectedUrl("/dossier?code=" + code));
    assertThat(counter.dossier(code).state()).isEqualTo(DossierState.SUSPENDED);
    as(
            "leader",
            LEADER,
            post("/dossier/{code}/proceed", code)
                .param("reason", " ")
                .param("back", "q=lan&page=2"))
        .andExpect(content().string(containsString("/dossiers?q=lan&amp;page=2#" + code)));
    as(
            "leader",
            LEADER,
            post("/dossier/{code}/proceed", code)
                .param("reason", "QĐ 5/TA")
                .param("back", "q=lan&page=2"))
        .andExpect(redirectedUrl("/dossier?code=" + code + "&back=q%3Dlan%26page%3D2"));
    as(
            "leader",
            LEADER,
            get("/dossier").param("code", code).param("back", "//elsewhere.example/{x}"))
        .andExpect(content().string(containsString("href=\"/dossiers?//elsewhere.example/")));
    assertThat(counter.dossier(code).pausedSince()).isNull();
  }

  @Test
  void theHeadOfRoomProposesANewDateAndAWrongOneStaysOnTheScreen() throws Exception {
    String code = counter.desk();
    counter.does("clerk", code, "outcome", "accept");
    List<String> head = List.of("so-tu-phap.head-of-room");

    as(
            "head",
            head,
            post("/dossier/{code}/apologise", code)
                .param("reason", "Chờ phối hợp")
                .param("newDue", "31/02/2026"))
        .andExpect(content().string(containsString("Không đọc được ngày “31/02/2026”")))
        .andExpect(content().string(containsString("Chờ phối hợp")));
    as(
            "head",
            head,
            post("/dossier/{code}/apologise", code)
                .param("reason", "Chờ phối hợp")
                .param("newDue", "04/12/2026"))
        .andExpect(redirectedUrl("/dossier?code=" + code));
    assertThat(counter.openTasks(code))
        .anyMatch(task -> task.getTaskDefinitionKey().equals("sign-apology"));
  }

  @Test
  void whoPassedItOnTakesItBackByAForm() throws Exception {
    String code = counter.desk();
    counter.does("clerk", code, "outcome", "accept");
    counter.does("head", code);
    counter.does("an", code, "outcome", "forward");
    List<String> appraiser = List.of("so-tu-phap.appraiser");

    as("an", appraiser, get("/dossier").param("code", code))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Thu hồi việc vừa chuyển"),
                        containsString("data-letters=\"" + code + "\""))));
    as(
            "an",
            appraiser,
            post("/dossier/{code}/recall", code)
                .param("ground", "sent-by-mistake")
                .param("reason", "Nhầm hồ sơ"))
        .andExpect(redirectedUrl("/dossier?code=" + code));
    assertThat(counter.task(code).getTaskDefinitionKey()).isEqualTo("appraise");
  }

  @Test
  void aWrongResultIsCorrectedByForms() throws Exception {
    String code = counter.desk();
    counter.does("clerk", code, "outcome", "accept");
    counter.does("head", code);
    counter.does("an", code, "outcome", "forward");
    counter.does("head", code, "outcome", "forward");
    counter.does("leader", code, "outcome", "approve");
    counter.does("sealer", code);

    as(
            "leader",
            LEADER,
            post("/dossier/{code}/correct", code)
                .param("kind", "amend")
                .param("ground", "")
                .param("reason", "Sai chính tả tên đường"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Hãy chọn lý do kết quả bị sai"),
                        containsString("Sai chính tả tên đường"))));
    as(
            "leader",
            LEADER,
            post("/dossier/{code}/correct", code)
                .param("kind", "amend")
                .param("ground", "typing-error")
                .param("reason", "Sai chính tả tên đường"))
        .andExpect(redirectedUrl("/dossier?code=" + code));
    as("sealer", List.of("so-tu-phap.seal-clerk"), get("/dossier").param("code", code))
        .andExpect(content().string(containsString("Cấp số văn bản đính chính")));
    as(
            "sealer",
            List.of("so-tu-phap.seal-clerk"),
            post("/dossier/{code}/issue-correction", code)
                .param("kind", "decision")
                .param("reason", "Quyết định đính chính"))
        .andExpect(redirectedUrl("/dossier?code=" + code));
    assertThat(counter.acts(code)).last().satisfies(a -> assertThat(a.trace()).contains("/QĐ-STP"));
  }

  @Test
  void toStrangersADossierDoesNotExist() throws Exception {
    String code = counter.desk();

    as("x", List.of("so-y-te.approver"), get("/dossier").param("code", code))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("role=\"alert\"")))
        .andExpect(content().string(not(containsString("1.013830"))));
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
