package vn.motcua.procedure.deployment;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import vn.motcua.procedure.deployment.ManifestRow.Status;

/** What administrators see of models that are refused or gone. */
class ModelsPageTest {

  private static ManifestRow row(String path, Status status, String digest, String failures) {
    Instant time = Instant.parse("2026-11-22T03:00:00Z");
    return new ManifestRow(
        path, path, status, "key", "Tên thủ tục", digest, null, "1", failures, time);
  }

  private static final Manifest MANIFEST =
      new Manifest(null, Clock.systemUTC()) {
        @Override
        List<ManifestRow> rows() {
          return List.of(
              row("processes/a/1.000001-a.bpmn", Status.DEPLOYED, "x", null),
              row(
                  "processes/a/1.000002-b.bpmn",
                  Status.REFUSED,
                  "x",
                  "[receive] sai\n[seal] thiếu"),
              row("processes/a/1.000003-c.bpmn", Status.REFUSED, null, "[pool] sai"),
              row("processes/a/1.000004-d.bpmn", Status.RETIRED, "x", null));
        }
      };

  private static MockMvc page() {
    ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
    templates.setPrefix("templates/");
    templates.setSuffix(".html");
    templates.setCharacterEncoding("UTF-8");
    SpringTemplateEngine engine = new SpringTemplateEngine();
    engine.setTemplateResolver(templates);
    ThymeleafViewResolver views = new ThymeleafViewResolver();
    views.setTemplateEngine(engine);
    views.setCharacterEncoding("UTF-8");
    return MockMvcBuilders.standaloneSetup(new ModelsPage(MANIFEST))
        .setViewResolvers(views)
        .build();
  }

  @Test
  void showsFileElementAndReason() throws Exception {
    page()
        .perform(get("/admin/models").locale(Locale.forLanguageTag("vi")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Bị từ chối: 2")))
        .andExpect(content().string(containsString("<li>[seal] thiếu</li>")))
        .andExpect(content().string(containsString("Bản triển khai lúc 10:00 22/11/2026")))
        .andExpect(content().string(containsString("thủ tục này chưa tiếp nhận được")))
        .andExpect(content().string(containsString("Đã ngừng tiếp nhận: 1")));
  }

  @Test
  void saysTheSameToPrograms() throws Exception {
    page()
        .perform(get("/admin/models.json"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.deployed").value(1))
        .andExpect(jsonPath("$.refused[0].failures[1]").value("[seal] thiếu"))
        .andExpect(jsonPath("$.refused[1].serving").value(false))
        .andExpect(jsonPath("$.retired[0].path").value("processes/a/1.000004-d.bpmn"));
  }
}
