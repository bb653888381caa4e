package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What the page of the counter asks of the server: drafts, scans, people, and receiving once. */
@DossierStory
class CounterDoorTest {

  private static final String CLERK = "trung-tam-phuc-vu-hanh-chinh-cong.counter-clerk";
  private static final String OTHER = "phuong-ha-long-mot-cua.counter-clerk";
  private static final byte[] PDF = "%PDF-1.7\n%tờ khai\n".getBytes(StandardCharsets.UTF_8);

  @Autowired Counter counter;
  @Autowired Drafts drafts;
  @Autowired DraftRound round;
  @Autowired MockMvc mvc;
  @Autowired ObjectMapper json;

  private final String draft = UUID.randomUUID().toString();

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

  private ResultActions clerk(MockHttpServletRequestBuilder request) {
    return asks("clerk", CLERK, request);
  }

  private static MockHttpServletRequestBuilder body(
      MockHttpServletRequestBuilder request, Object body, ObjectMapper json) {
    try {
      return request.contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsString(body));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private ResultActions keeps(String id, Object typed) {
    return clerk(
        body(
            put("/api/counter/drafts/" + id),
            Map.of("title", "Thẻ công chứng viên – Lan", "content", typed),
            json));
  }

  private ResultActions uploads(String id, String name, byte[] file) {
    return clerk(
        post("/api/counter/drafts/" + id + "/scans")
            .param("name", name)
            .contentType(MediaType.APPLICATION_OCTET_STREAM)
            .content(file));
  }

  private MockHttpServletRequestBuilder reception(String id) {
    return body(
        post("/api/dossiers").param("draft", id),
        Counter.application("1.013830", "case-1", null, null),
        json);
  }

  private JsonNode told(ResultActions answer) throws Exception {
    return json.readTree(
        answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8));
  }

  /** The code of a dossier with one scanned paper. */
  final String receivedWithAScan() throws Exception {
    keeps(draft, Map.of());
    uploads(draft, "Tờ khai.pdf", PDF).andExpect(status().isCreated());
    return told(clerk(reception(draft))).get("code").asText();
  }

  @Test
  void aDraftIsFoundAgainByTheClerkWhoTypedItAndByNobodyElse() throws Exception {
    keeps(draft, Map.of("applicant.name", "Nguyễn Thị Lan")).andExpect(status().isNoContent());
    keeps(draft, Map.of("applicant.name", "Nguyễn Thị Lan Anh")).andExpect(status().isNoContent());

    clerk(get("/api/counter/drafts/" + draft))
        .andExpect(jsonPath("$.content['applicant.name']").value("Nguyễn Thị Lan Anh"));
    assertThat(told(clerk(get("/api/counter/drafts"))).findValuesAsText("id")).contains(draft);
    assertThat(told(asks("colleague", CLERK, get("/api/counter/drafts"))).findValuesAsText("id"))
        .doesNotContain(draft);
    asks("colleague", CLERK, get("/api/counter/drafts/" + draft)).andExpect(status().isNotFound());
    asks(
            "colleague",
            CLERK,
            body(put("/api/counter/drafts/" + draft), Map.of("title", "", "content", ""), json))
        .andExpect(status().isNotFound());
    clerk(delete("/api/counter/drafts/" + draft)).andExpect(status().isNoContent());
    clerk(get("/api/counter/drafts/" + draft)).andExpect(status().isNotFound());
  }

  @Test
  void whoReceivesNothingKeepsNoDraftAndLooksUpNobody() throws Exception {
    String head = "so-tu-phap.head-of-room";
    Map<String, String> lan =
        Map.of("identityKind", "cccd", "identityNumber", "022190000001", "procedureCode", "1");
    asks("head", head, body(put("/api/counter/drafts/" + draft), Map.of("title", ""), json))
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.message", containsString("cán bộ tiếp nhận")));
    for (String door : List.of("person", "open")) {
      asks("head", head, body(post("/api/counter/" + door), lan, json))
          .andExpect(status().isForbidden());
    }
    asks("head", head, get("/api/counter/today")).andExpect(status().isForbidden());
  }

  @Test
  void theSameActSentTwiceGivesOneDossier() throws Exception {
    keeps(draft, Map.of());
    String first =
        told(clerk(reception(draft)).andExpect(status().isCreated())).get("code").asText();

    clerk(reception(draft)).andExpect(jsonPath("$.code").value(first));
    keeps(draft, Map.of())
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.message", containsString(first)));
    assertThat(told(clerk(get("/api/counter/drafts"))).findValuesAsText("id"))
        .doesNotContain(draft);
  }

  @Test
  void theSameActSentTwiceAtOnceGivesOneDossier() throws Exception {
    keeps(draft, Map.of());
    ExecutorService hands = Executors.newFixedThreadPool(4);
    try {
      Callable<String> press = () -> told(clerk(reception(draft))).get("code").asText();
      List<Future<String>> pressed = hands.invokeAll(List.of(press, press, press, press));

      List<String> codes = new ArrayList<>();
      for (Future<String> one : pressed) {
        codes.add(one.get());
      }
      assertThat(codes.stream().distinct()).hasSize(1);
    } finally {
      hands.shutdown();
    }
  }

  @Test
  void aDraftOfSomebodyElseIsNotReceived() throws Exception {
    keeps(draft, Map.of());

    asks("colleague", CLERK, reception(draft)).andExpect(status().isNotFound());
    clerk(reception(UUID.randomUUID().toString())).andExpect(status().isNotFound());
  }

  @Test
  void scansGoWithTheDossierAndAreReadByThoseWhoMayReadIt() throws Exception {
    keeps(draft, Map.of());
    JsonNode scan = told(uploads(draft, "Tờ khai.pdf", PDF).andExpect(status().isCreated()));
    long id = scan.get("id").asLong();
    assertThat(told(uploads(draft, "lần nữa.pdf", PDF)).get("id").asLong())
        .as("the same file again")
        .isEqualTo(id);
    clerk(put("/api/counter/drafts/" + draft + "/scans/" + id).param("paper", "1"))
        .andExpect(status().isNoContent());
    asks("colleague", CLERK, get("/api/scans/" + id)).andExpect(status().isNotFound());

    String code = told(clerk(reception(draft))).get("code").asText();

    clerk(get("/api/dossiers/" + code + "/scans"))
        .andExpect(jsonPath("$", hasSize(1)))
        .andExpect(jsonPath("$[0].paper").value(1))
        .andExpect(jsonPath("$[0].name").value("Tờ khai.pdf"))
        .andExpect(jsonPath("$[0].type").value("application/pdf"))
        .andExpect(jsonPath("$[0].bytes").value(PDF.length))
        .andExpect(jsonPath("$[0].sha256").value(scan.get("sha256").asText()));
    asks("colleague", CLERK, get("/api/scans/" + id))
        .andExpect(content().bytes(PDF))
        .andExpect(header().string("Content-Type", "application/pdf"))
        .andExpect(header().string("X-Content-Type-Options", "nosniff"))
        .andExpect(header().string("Content-Disposition", containsString("inline")))
        .andExpect(
            header().string("Content-Security-Policy", containsString("default-src 'none'")));
    asks("stranger", "so-y-te.appraiser", get("/api/scans/" + id)).andExpect(status().isNotFound());
    asks("stranger", "so-y-te.appraiser", get("/api/dossiers/" + code + "/scans"))
        .andExpect(status().isNotFound());
    clerk(delete("/api/counter/drafts/" + draft + "/scans/" + id))
        .andExpect(status().isForbidden());
  }

  @Test
  void aFileThatIsNoPaperIsRefusedInWords() throws Exception {
    keeps(draft, Map.of());
    uploads(draft, "to-khai.pdf", new byte[] {'M', 'Z', 0, 3, 0, 0})
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.message", containsString("“to-khai.pdf” không phải là PDF thật")));
    uploads(draft, "anh.png", PDF).andExpect(status().isUnprocessableEntity());
    uploads(draft, "thuong.exe", PDF)
        .andExpect(jsonPath("$.message", containsString("có đuôi “exe”")));
    uploads(draft, "khong-duoi", PDF).andExpect(status().isUnprocessableEntity());
    uploads(draft, "rong.pdf", new byte[0])
        .andExpect(jsonPath("$.message", containsString("rỗng")));
    uploads(draft, "nang.pdf", Arrays.copyOf(PDF, 25 * 1024 * 1024))
        .andExpect(status().isPayloadTooLarge())
        .andExpect(jsonPath("$.message", containsString("“nang.pdf” nặng 25,0 MB, quá 20 MB")));
    assertThat(told(clerk(get("/api/counter/drafts/" + draft))).get("scans")).isEmpty();
  }

  @Test
  void whoWasHereBeforeIsKnownAtThisCounterAndAnOpenMatterIsNamedAtEvery() throws Exception {
    String number = "022190" + String.format("%06d", draft.hashCode() & 0xFFFF);
    Map<String, String> asked =
        Map.of("identityKind", "cccd", "identityNumber", number, "procedureCode", "1.013830");
    clerk(body(post("/api/counter/person"), asked, json)).andExpect(status().isNoContent());
    clerk(body(post("/api/counter/open"), asked, json)).andExpect(jsonPath("$", hasSize(0)));
    Application.Person binh =
        new Application.Person(
            "Trần Văn Bình", "person", "cccd", number, "0912345678", null, "Tổ 2, Hạ Long");
    Application a = Counter.application("1.013830", "case-1", null, null);
    Application his =
        new Application(
            a.procedureCode(),
            a.caseId(),
            null,
            null,
            null,
            false,
            "counter",
            false,
            null,
            "counter",
            null,
            binh,
            null,
            a.papers());
    String code = counter.reception.receive(his, counter.centreClerk()).code();

    clerk(body(post("/api/counter/person"), asked, json))
        .andExpect(jsonPath("$.person.name").value("Trần Văn Bình"))
        .andExpect(jsonPath("$.code").value(code));
    asks("ward", OTHER, body(post("/api/counter/person"), asked, json))
        .andExpect(status().isNoContent());
    asks("ward", OTHER, body(post("/api/counter/open"), asked, json))
        .andExpect(jsonPath("$[0].code").value(code))
        .andExpect(jsonPath("$[0].reception").value("Trung tâm Phục vụ hành chính công"));
    clerk(
            body(
                post("/api/counter/person"),
                Map.of("identityKind", "cccd", "identityNumber", "0221"),
                json))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.problems.identityNumber[0]", containsString("“0221”")));
    clerk(get("/api/counter/today")).andExpect(jsonPath("$[0].code").value("1.013830"));
  }

  @Test
  void onSaturdayMorningTheCentreReceivesAndTheLimitBeginsOnMonday() throws Exception {
    counter.time.at(28, 11, 8, 30);
    keeps(draft, Map.of());

    clerk(reception(draft))
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.code", containsString("-261128-")))
        .andExpect(jsonPath("$.due").value("2026-12-04T10:00:00Z"));
  }

  @Test
  void whatNobodyWentOnWithIsTakenAwayAndDossiersKeepTheirScans() throws Exception {
    String left = UUID.randomUUID().toString();
    keeps(left, Map.of());
    long lost = told(uploads(left, "bo-do.pdf", PDF)).get("id").asLong();
    keeps(draft, Map.of());
    long kept = told(uploads(draft, "da-nop.pdf", PDF)).get("id").asLong();
    clerk(reception(draft));

    counter.time.at(6, 12, 23, 0);
    round.go();
    clerk(get("/api/counter/drafts/" + left)).andExpect(status().isOk());
    counter.time.at(7, 12, 9, 0);
    round.go();

    clerk(get("/api/counter/drafts/" + left)).andExpect(status().isNotFound());
    clerk(get("/api/scans/" + lost)).andExpect(status().isNotFound());
    clerk(get("/api/scans/" + kept)).andExpect(content().bytes(PDF));
    assertThat(Duration.ofDays(14)).as("what the setting says").isEqualTo(round.kept());
  }

  @Test
  void aProcedureIsFoundByWhatPeopleCallIt() throws Exception {
    clerk(get("/api/procedures").param("q", "sao y"))
        .andExpect(jsonPath("$[0].code").value("2.000815"));
  }

  @Test
  void theChecklistSaysWhatIsNeededAndInWhichForm() {
    assertThat(PaperLine.of("Bản sao chứng thực bằng tốt nghiệp"))
        .isEqualTo(
            new PaperLine("Bản sao chứng thực bằng tốt nghiệp", "required", "certified-copy"));
    assertThat(PaperLine.of("Văn bản ủy quyền (nếu có)").need()).isEqualTo("if-any");
    assertThat(PaperLine.of("Bản chụp hộ chiếu").kind()).isEqualTo("photocopy");
    assertThat(PaperLine.of("Nếp sống văn hóa").need()).as("a word only").isEqualTo("required");
  }
}
