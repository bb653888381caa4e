package vn.motcua.warning;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.motcua.Browser;

/** Without a mail server the digest stands on a page, and leads into the task. */
@Tag("browser")
@DirtiesContext
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:warning-screen",
      "camunda.bpm.job-execution.enabled=false",
      "motcua.warning.first=PT24H"
    })
@Import(Province.class)
class WarningScreenTest {

  private static final String PASSWORD = "mat-khau-thu-nghiem";

  @LocalServerPort int port;
  @Autowired Province.Work work;
  @Autowired Round round;

  @DynamicPropertySource
  static void models(DynamicPropertyRegistry properties) {
    properties.add("motcua.models", Province::models);
  }

  @Test
  void aPersonFindsTheDigestFromHomeAndTheTaskFromThere() {
    work.people();
    work.person("thanhtra", null, "quan-tri.inspector");
    work.person("quantri", null, "camunda-admin", "quan-tri.administrator");
    String late = work.appraising();
    work.time().at(25, 11, 8, 0);
    String half = work.appraising();
    work.onTheSpot();
    work.time().at(27, 11, 7, 0);
    round.go();

    try (Browser browser = Browser.open(port)) {
      Page page = browser.signedIn("an", PASSWORD);
      page.navigate("/");
      page.getByText("Cảnh báo thời hạn").click();
      assertThat(page.locator("main").innerText())
          .contains("Quá hạn", late, "Đã qua nửa thời gian", half, "17:00 26/11/2026");
      assertThat(page.locator("h2.level").allInnerTexts().get(0)).isEqualTo("Quá hạn");
      Browser.picture(page, "warnings-mine");
      page.locator("table a").first().click();
      page.waitForSelector(".mc-sheet");
      assertThat(page.locator(".mc-sheet .mc-code").innerText()).isEqualTo(late);

      Page inspector = browser.signedIn("thanhtra", PASSWORD);
      inspector.navigate("/warnings");
      inspector.fill("#code", late);
      inspector.keyboard().press("Enter");
      inspector.getByText("truongphong").first().waitFor();
      Browser.picture(inspector, "warnings-dossier");

      Page administrator = browser.signedIn("quantri", PASSWORD);
      administrator.navigate("/admin/warnings");
      assertThat(administrator.locator("main").innerText())
          .contains("27/11/2026", "Không có máy chủ thư (chỉ hiện trên trang)");
      Browser.picture(administrator, "warnings-all");
    }
  }
}
