package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Whoever is late says why, once for each limit, and not while the clock stands still. */
@DossierStory
class DelayCauseTest {

  private static final String APPRAISER = SmallProvince.LAND + ".appraiser";

  @Autowired Counter counter;
  @Autowired DelayRows rows;
  @Autowired MockMvc mvc;
  @Autowired ObjectMapper json;

  @BeforeEach
  void mondayMorning() {
    counter.time.at(23, 11, 8, 0);
  }

  /**
   * A dossier at its appraisal: five working days from 23/11 (24/11 is a holiday), ten for the
   * whole.
   */
  private String appraising() {
    String code = counter.land();
    counter.completes("clerk", counter.task(code), Map.of("outcome", "accept"));
    return code;
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

  private ResultActions says(String person, String post, Task task, String cause, String words)
      throws Exception {
    return asks(
        person,
        post,
        post("/api/tasks/" + task.getId() + "/cause")
            .contentType(MediaType.APPLICATION_JSON)
            .content(json.writeValueAsString(Map.of("cause", cause, "words", words))));
  }

  private void refused(String code, Map<String, Object> variables, String words) {
    assertThatThrownBy(() -> counter.completes("an", counter.task(code), variables))
        .isInstanceOf(BadUserRequestException.class)
        .hasMessageContaining(words);
  }

  @Test
  void aStepInTimeAsksNothing() throws Exception {
    String code = appraising();
    asks("an", APPRAISER, get("/api/tasks/" + counter.task(code).getId() + "/cause"))
        .andExpect(status().isNoContent());
    says("an", APPRAISER, counter.task(code), "lost-dossier", "")
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.message", containsString("chưa quá hạn")));
    counter.completes("an", counter.task(code), Map.of("outcome", "forward"));
    assertThat(rows.of(code)).isEmpty();
  }

  @Test
  void aLateStepIsNotDoneUntilItsCauseIsSaid() throws Exception {
    String code = appraising();
    counter.time.at(2, 12, 9, 30);
    refused(
        code,
        Map.of("outcome", "forward", "note", "Đủ điều kiện"),
        "đã quá hạn từ 17:00 01/12/2026. Hãy chọn nguyên nhân");
    Task task = counter.task(code);
    asks("an", APPRAISER, get("/api/tasks/" + task.getId() + "/cause"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.asked").value(true))
        .andExpect(jsonPath("$.words", containsString("Quá hạn 2 giờ làm việc")))
        .andExpect(jsonPath("$.causes.length()").value(9))
        .andExpect(jsonPath("$.causes[0].words").value("Thiếu nhân lực"));
    says("an", APPRAISER, task, "awaiting-partner", "  Công văn 12 chưa được trả lời ")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.asked").value(false))
        .andExpect(jsonPath("$.given.cause").value("Chờ cơ quan phối hợp"));

    counter.time.at(2, 12, 9, 45);
    counter.completes("an", counter.task(code), Map.of("outcome", "forward"));
    assertThat(rows.of(code))
        .singleElement()
        .satisfies(
            d -> {
              assertThat(d.scope()).isEqualTo(Delay.Scope.STEP);
              assertThat(d.cause()).isEqualTo(DelayCause.AWAITING_PARTNER);
              assertThat(d.words()).isEqualTo("Công văn 12 chưa được trả lời");
              assertThat(d.person()).isEqualTo("an");
              assertThat(d.late()).isEqualTo(Duration.ofHours(2));
            });
    asks("an", APPRAISER, get("/api/dossiers/" + code))
        .andExpect(jsonPath("$.delays[0].cause").value("Chờ cơ quan phối hợp"))
        .andExpect(jsonPath("$.delays[0].late", containsString("2 giờ")));
  }

  @Test
  void aMachineSendsTheCauseWithTheStepAndItStaysOutOfTheEngine() {
    String code = appraising();
    counter.time.at(2, 12, 9, 0);
    refused(
        code,
        Map.of("outcome", "forward", "lateCause", "traffic"),
        "Không có nguyên nhân chậm “traffic”. Các nguyên nhân có thể chọn: staff-shortage,");
    refused(
        code,
        Map.of("outcome", "forward", "lateCause", "other-objective"),
        "hãy ghi rõ nguyên nhân bằng lời");
    counter.completes(
        "an",
        counter.task(code),
        Map.of("outcome", "forward", "lateCause", "other-objective", "lateWords", "Bão số 9"));

    assertThat(rows.of(code)).singleElement().extracting(Delay::words).isEqualTo("Bão số 9");
    assertThat(
            counter.jdbc.queryForObject(
                "select count(*) from ACT_HI_VARINST where NAME_ in ('lateCause', 'lateWords')",
                Long.class))
        .isZero();
    assertThat(counter.runtime.getVariables(counter.dossier(code).instanceId()))
        .doesNotContainKeys("lateCause", "lateWords");
  }

  @Test
  void nobodyIsLateWhileTheClockStandsStill() {
    String code = appraising();
    counter.time.at(9, 12, 9, 0);
    counter.completes(
        "an", counter.task(code), Map.of("outcome", "forward", "lateCause", "staff-shortage"));
    assertThat(rows.of(code))
        .extracting(Delay::scope)
        .containsExactly(Delay.Scope.STEP, Delay.Scope.DOSSIER);
    // The tax stops the clock: its own steps may wait for the applicant.
    counter.time.at(28, 12, 9, 0);
    counter.completes("clerk", counter.task(code), Map.of());

    assertThat(rows.of(code)).hasSize(2);
  }

  @Test
  void nobodyIsAskedTwiceAboutTheDossiersDateNorAfterProcessingHasEnded() {
    String code = counter.desk();
    counter.completes("clerk", counter.task(code), Map.of("outcome", "accept"));
    counter.completes("head", counter.task(code), Map.of());
    counter.completes("an", counter.task(code), Map.of("outcome", "forward"));
    counter.time.at(2, 12, 9, 0);
    counter.completes(
        "head", counter.task(code), Map.of("outcome", "forward", "lateCause", "lost-dossier"));
    counter.completes("leader", counter.task(code), Map.of("outcome", "approve"));
    counter.completes("sealer", counter.task(code), Map.of("documentNumber", "1/STP"));
    counter.time.at(22, 12, 9, 0);
    counter.completes(
        "returner",
        counter.task(code),
        Map.of("receiverName", "Lan", "receiverIdentity", "022190000001"));

    assertThat(rows.of(code))
        .extracting(Delay::scope, Delay::stepId)
        .contains(org.assertj.core.groups.Tuple.tuple(Delay.Scope.DOSSIER, "initial"))
        .allMatch(row -> row.toList().contains("initial"));
  }

  @Test
  void onlyWhoDoesTheStepSaysWhyItIsLate() throws Exception {
    String code = appraising();
    counter.time.at(2, 12, 9, 0);
    Task task = counter.task(code);
    says("inspector", "thanh-tra-tinh.inspector", task, "lost-dossier", "")
        .andExpect(status().isForbidden());
    says("clerk", SmallProvince.CENTRE + ".counter-clerk", task, "lost-dossier", "")
        .andExpect(status().isNotFound());
    counter.as(
        "binh",
        List.of(APPRAISER),
        () -> {
          counter.tasks.claim(task.getId(), "binh");
          return null;
        });
    says("an", APPRAISER, task, "lost-dossier", "")
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.message", containsString("đang do binh thực hiện")));
    asks("an", APPRAISER, get("/api/tasks/" + task.getId() + "/cause"))
        .andExpect(status().isNoContent());
    says("binh", APPRAISER, task, "", "").andExpect(status().isForbidden());
    says("binh", APPRAISER, task, "lost-dossier", "x".repeat(1001))
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.message", containsString("1000 ký tự; đang có 1001")));
    assertThat(rows.of(code)).isEmpty();
  }

  @Test
  void whatIsSaidAgainCountsAndTheFirstWordStays() throws Exception {
    String code = appraising();
    counter.time.at(2, 12, 9, 0);
    says("an", APPRAISER, counter.task(code), "lost-dossier", "").andExpect(status().isOk());
    says("an", APPRAISER, counter.task(code), "system-failure", "Mất mạng")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.given.words").value("Mất mạng"));
    assertThat(rows.of(code))
        .extracting(Delay::cause)
        .containsExactly(DelayCause.LOST_DOSSIER, DelayCause.SYSTEM_FAILURE);
  }
}
