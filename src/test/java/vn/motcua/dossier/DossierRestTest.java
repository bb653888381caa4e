package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What pages are told about dossiers, and what they are not told. */
@DossierStory
class DossierRestTest {

  private static final String CLERK = "trung-tam-phuc-vu-hanh-chinh-cong.counter-clerk";
  private static final String HEAD = "so-tu-phap.head-of-room";

  @Autowired Counter counter;
  @Autowired MockMvc mvc;
  @Autowired ObjectMapper json;

  @BeforeEach
  void mondayMorning() {
    counter.time.at(23, 11, 8, 0);
  }

  private ResultActions asks(String person, String post, MockHttpServletRequestBuilder request) {
    return counter.as(
        person,
        List.of(post),
        () -> {
          try {
            return mvc.perform(request);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private ResultActions sends(Object body) throws Exception {
    return asks(
        "clerk",
        CLERK,
        post("/api/dossiers")
            .contentType(MediaType.APPLICATION_JSON)
            .content(body instanceof String s ? s : json.writeValueAsString(body)));
  }

  @Test
  void aReceivedDossierIsToldWithItsPlaceAndReckoning() throws Exception {
    sends(Counter.application("1.013830", "case-1", null, null))
        .andExpect(status().isCreated())
        .andExpect(header().string("Location", containsString("/api/dossiers/H49.90-261123-")))
        .andExpect(jsonPath("$.due").value("2026-12-01T10:00:00Z"))
        .andExpect(jsonPath("$.reckoning", containsString("5 ngày làm việc")));
  }

  @Test
  void wrongFieldsAreToldByFieldInVietnamese() throws Exception {
    sends(Counter.application("9.999999", "", null, null))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.problems.procedureCode[0]", containsString("9.999999")))
        .andExpect(jsonPath("$.message", containsString("vẫn được giữ")));
    sends("{\"papers\":[{\"name\":\"Đơn\",\"count\":\"nhiều\"}]}")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.problems['papers[0].count']").exists());
    sends("{").andExpect(status().isUnprocessableEntity());
    sends("{}").andExpect(status().isUnprocessableEntity());
  }

  @Test
  void aProcedureIsFoundByWordsWithoutMarksAndExplainsItself() throws Exception {
    asks("clerk", CLERK, get("/api/procedures").param("q", "cong chung vien the"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$[0].code").value("1.013830"));
    asks("clerk", CLERK, get("/api/procedures/1.013830"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.cases[0].limit").value("5 ngày làm việc"))
        .andExpect(jsonPath("$.papers.length()").value(2))
        .andExpect(jsonPath("$.receptions[0].id").value("trung-tam-phuc-vu-hanh-chinh-cong"))
        .andExpect(jsonPath("$.communes[0].id").value("phuong-ha-long"));
    asks("clerk", CLERK, get("/api/procedures/7.000000")).andExpect(status().isNotFound());
  }

  @Test
  void aDossierIsOnlyForThoseWhoHaveToDoWithIt() throws Exception {
    String code = counter.desk();
    asks("clerk", CLERK, get("/api/dossiers/" + code))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.applicant.name").value("Nguyễn Thị Lan"))
        .andExpect(jsonPath("$.nationalCode").value(2))
        .andExpect(jsonPath("$.remaining.words", containsString("Còn")));
    asks("head", HEAD, get("/api/dossiers/" + code)).andExpect(status().isNotFound());
    counter.does("clerk", code, "outcome", "accept");
    asks("head", HEAD, get("/api/dossiers/" + code)).andExpect(status().isOk());
    asks("doctor", "so-y-te.appraiser", get("/api/dossiers/" + code))
        .andExpect(status().isNotFound());
    asks("inspector", "thanh-tra-tinh.inspector", get("/api/dossiers/" + code))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.acts[0].outcome", containsString("tiếp nhận giải quyết")));
  }

  @Test
  void theSheetOfATaskSaysWhatIsAskedAndWhatEachOutcomeDoes() throws Exception {
    String code = counter.desk();
    String task = counter.task(code).getId();
    asks("clerk", CLERK, get("/api/tasks/" + task + "/sheet"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.asked", containsString("Kiểm tra hồ sơ")))
        .andExpect(jsonPath("$.outcomes[0].value").value("accept"))
        .andExpect(jsonPath("$.outcomes[1].needsReason").value(true))
        .andExpect(jsonPath("$.outcomes[1].reasons[0].code").value("missing-paper"))
        .andExpect(jsonPath("$.dossier.code").value(code));
    asks("head", HEAD, get("/api/tasks/" + task + "/sheet")).andExpect(status().isNotFound());
  }

  @Test
  void cardsComeTogetherAlsoOutOfCalledProcessesAndOnlyForOnesOwnTasks() throws Exception {
    String one = counter.desk();
    String two = counter.desk();
    counter.does("clerk", two, "outcome", "supplement", "reason", "missing-paper", "note", "Thiếu");
    String ids = counter.task(one).getId() + "," + counter.task(two).getId() + ",none";
    String told =
        asks("clerk", CLERK, get("/api/tasks/cards").param("ids", ids))
            .andExpect(status().isOk())
            .andExpect(jsonPath("$.length()").value(2))
            .andReturn()
            .getResponse()
            .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    assertThat(told).contains(one, two, "Tạm dừng", "\"state\":\"paused\"");
    asks("head", HEAD, get("/api/tasks/cards").param("ids", ids)).andExpect(content().json("[]"));
  }

  @Test
  void whatHappensBesideTheRouteIsForTheLeadOnly() throws Exception {
    String code = counter.desk();
    MockHttpServletRequestBuilder withdrawal =
        post("/api/dossiers/" + code + "/withdrawal")
            .contentType(MediaType.APPLICATION_JSON)
            .content("{\"reason\":\"Không còn nhu cầu\"}");
    asks("clerk", CLERK, withdrawal)
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.message", containsString("Sở Tư pháp")));
    MockHttpServletRequestBuilder apology =
        post("/api/dossiers/" + code + "/apology")
            .contentType(MediaType.APPLICATION_JSON)
            .content("{\"reason\":\"Chậm\",\"newDue\":\"04/12/2026\"}");
    asks("clerk", CLERK, apology)
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.message", containsString("lãnh đạo phòng của Sở Tư pháp")));
    asks("head", HEAD, apology).andExpect(status().isNoContent());
    String posted = "{\"ground\":\"court\",\"reason\":\"QĐ 9/2026/QĐ-TA\"}";
    for (String door : List.of("suspension", "resumption")) {
      MockHttpServletRequestBuilder request =
          post("/api/dossiers/" + code + "/" + door)
              .contentType(MediaType.APPLICATION_JSON)
              .content(posted);
      asks("clerk", CLERK, request).andExpect(status().isForbidden());
      asks("leader", "so-tu-phap.approver", request).andExpect(status().isNoContent());
    }
    asks("leader", "so-tu-phap.approver", withdrawal).andExpect(status().isNoContent());
    assertThat(counter.dossier(code).state()).isEqualTo(DossierState.WITHDRAWING);
  }

  @Test
  void theStartFormIsServed() throws Exception {
    asks("clerk", CLERK, get("/forms/receive-dossier.html")).andExpect(status().isOk());
    asks("clerk", CLERK, get("/forms/receive-dossier.js"))
        .andExpect(status().isOk())
        .andExpect(content().contentTypeCompatibleWith("text/javascript"));
  }
}
