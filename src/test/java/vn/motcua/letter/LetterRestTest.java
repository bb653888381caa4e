package vn.motcua.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

/** What pages are told about letters, through the login and the token of a session. */
@LetterStory
class LetterRestTest {

  @Autowired OneStop stop;
  @Autowired MockMvc mvc;

  @BeforeEach
  void mondayMorning() {
    stop.open();
  }

  @Test
  void issuesASlipOnceAndPrintsItAsItWas() throws Exception {
    String code = stop.card();
    String letters = "/api/dossiers/" + code + "/letters";
    mvc.perform(post(letters + "/slip").with(user("hung"))).andExpect(status().isForbidden());
    mvc.perform(get(letters).with(user("hung")))
        .andExpect(jsonPath("$.issued").isEmpty())
        .andExpect(jsonPath("$.offered[?(@.form == 'slip')].mayIssue").value(true))
        .andExpect(jsonPath("$.offered[?(@.form == 'control')].label").value("Mẫu số 06"));

    String address =
        mvc.perform(post(letters + "/slip").with(user("hung")).with(csrf()))
            .andExpect(status().isCreated())
            .andExpect(jsonPath("$.number").value(containsString("/TNHS")))
            .andExpect(jsonPath("$.issuedByName").value("Lê Mạnh Hùng"))
            .andReturn()
            .getResponse()
            .getHeader("Location");

    byte[] paper =
        mvc.perform(get(address).with(user("hung")).accept(MediaType.TEXT_HTML, MediaType.ALL))
            .andExpect(status().isOk())
            .andExpect(content().contentType(MediaType.APPLICATION_PDF))
            .andExpect(
                header().string("Content-Disposition", startsWith("inline; filename=\"=?UTF-8?Q?")))
            .andExpect(
                header()
                    .string(
                        "Content-Disposition",
                        containsString("filename*=UTF-8''Gi%E1%BA%A5y%20ti%E1%BA%BFp")))
            .andExpect(header().string("X-Content-Type-Options", "nosniff"))
            .andExpect(header().string("X-Frame-Options", "SAMEORIGIN"))
            .andExpect(header().string("Cache-Control", "no-store"))
            .andExpect(header().string("Content-Security-Policy", not(containsString("'none'"))))
            .andReturn()
            .getResponse()
            .getContentAsByteArray();
    assertThat(PaperOf.of(paper).words()).contains(code);
    mvc.perform(get(letters).with(user("hung")))
        .andExpect(jsonPath("$.issued.length()").value(1))
        .andExpect(jsonPath("$.offered[*].form", not(hasItem("slip"))));
  }

  @Test
  void previewsInAFrameOfOurs() throws Exception {
    String code = stop.card();

    mvc.perform(get("/api/dossiers/" + code + "/letters/slip/preview.pdf").with(user("hung")))
        .andExpect(status().isOk())
        .andExpect(content().contentType(MediaType.APPLICATION_PDF))
        .andExpect(
            header().string("Content-Security-Policy", containsString("frame-ancestors 'self'")));
  }

  @Test
  void saysNoToAScriptInJsonAndToAFrameInWords() throws Exception {
    String code = stop.card();
    String preview = "/api/dossiers/" + code + "/letters/refusal/preview.pdf";

    mvc.perform(get(preview).with(user("hung")).accept(MediaType.APPLICATION_JSON))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.message").value(startsWith("Phiếu từ chối")));
    mvc.perform(get(preview).with(user("hung")).accept(MediaType.TEXT_HTML))
        .andExpect(status().isConflict())
        .andExpect(content().contentType("text/plain;charset=UTF-8"))
        .andExpect(content().string(startsWith("Phiếu từ chối")));
    mvc.perform(get("/api/dossiers/" + code + "/letters").with(user("la")))
        .andExpect(status().isNotFound());
    mvc.perform(get("/api/letters/999999.pdf").with(user("hung"))).andExpect(status().isNotFound());
    mvc.perform(get("/api/dossiers/" + code + "/letters/giay-khen/preview.pdf").with(user("hung")))
        .andExpect(status().isNotFound());
    mvc.perform(get("/api/letters/1.pdf").accept(MediaType.APPLICATION_JSON))
        .andExpect(status().isUnauthorized());
  }

  @Test
  void printsABundleOrSaysWhichCannotBe() throws Exception {
    String code = stop.card();

    mvc.perform(
            post("/api/letters/print")
                .with(user("hung"))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"codes\":[\"" + code + "\"],\"form\":\"slip\"}"))
        .andExpect(status().isOk())
        .andExpect(content().contentType(MediaType.APPLICATION_PDF));
    mvc.perform(
            post("/api/letters/print")
                .with(user("hung"))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"codes\":[\"" + code + "\",\"X\"],\"form\":\"slip\"}"))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.problems.X").value(startsWith("Không có hồ sơ")));
    mvc.perform(
            post("/api/letters/print")
                .with(user("hung"))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"codes\":7"))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.message").value(startsWith("Không đọc được yêu cầu in")));
  }

  @Test
  void givesTheRegisterOfAPeriod() throws Exception {
    mvc.perform(
            get("/api/register.pdf")
                .param("unit", OneStop.CENTRE)
                .param("from", "01/11/2026")
                .param("to", "23/11/2026")
                .with(user("hung")))
        .andExpect(status().isOk())
        .andExpect(content().contentType(MediaType.APPLICATION_PDF));
    mvc.perform(
            get("/api/register.pdf")
                .param("unit", OneStop.CENTRE)
                .param("from", "31/02/2026")
                .param("to", "23/11/2026")
                .with(user("hung"))
                .accept(MediaType.APPLICATION_JSON))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.message").value(containsString("“31/02/2026” của “from”")));
    mvc.perform(
            get("/api/register.pdf")
                .param("unit", OneStop.CENTRE)
                .param("from", "01/11/2026")
                .param("to", "23/11/2026")
                .with(user("la")))
        .andExpect(status().isForbidden());
  }
}
