package vn.motcua.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.motcua.Application;
import vn.motcua.Browser;

/** A clerk looks at a slip, issues it and opens it again, beside the task, by keyboard too. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DirtiesContext
@SpringBootTest(
    classes = Application.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:letters-screen",
      "camunda.bpm.job-execution.enabled=false"
    })
@Import(Office.class)
class LettersScreenTest {

  @LocalServerPort int port;
  @Autowired Office office;

  private Browser browser;

  @DynamicPropertySource
  static void models(DynamicPropertyRegistry properties) {
    Office.models(properties);
  }

  @BeforeAll
  void openTheOffice() {
    browser = Browser.open(port);
    office.open();
  }

  @AfterAll
  void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void looksFirstThenIssuesOnce() {
    Page page = browser.signedIn(Office.LAN, Office.PASSWORD);
    String code = received(page);
    openSheet(page, code);
    Locator letters = page.locator(".mc-letters");
    letters.getByText("Chưa có văn bản nào được phát hành.").waitFor();
    assertThat(letters.locator("[data-form]").allInnerTexts())
        .containsExactly(
            "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
            "Phiếu kiểm soát quá trình giải quyết hồ sơ");

    Response draft =
        page.waitForResponse(
            answer -> answer.url().contains("/letters/slip/preview.pdf"),
            () -> letters.locator("[data-form=slip]").press("Enter"));
    Locator window = page.locator("dialog.mc-paper-window");
    assertThat(draft.headerValue("content-type")).isEqualTo("application/pdf");
    assertThat(window.innerText()).contains("Đây là bản nháp, chưa có số.");
    Browser.picture(page, "letters-preview");

    page.waitForResponse(LettersScreenTest::isLetter, () -> page.keyboard().press("Enter"));
    window.getByText("Đã phát hành, số 01/TNHS.").waitFor();
    Browser.picture(page, "letters-issued");
    page.keyboard().press("Escape");

    letters.getByText("Giấy tiếp nhận hồ sơ và hẹn trả kết quả – 01/TNHS").waitFor();
    assertThat(page.locator("dialog").count()).isZero();
    assertThat(letters.innerText()).contains("Nguyễn Thị Lan");
    assertThat(letters.locator("[data-form=slip]").count()).as("offered again").isZero();
    Browser.picture(page, "letters-sheet");
    Response paper =
        page.waitForResponse(
            LettersScreenTest::isLetter, () -> letters.getByText("Mở, in").click());
    assertThat(paper.status()).isEqualTo(200);
    assertThat(browser.problems())
        .noneMatch(told -> told.contains("motcua:") || told.contains("/workplace/"));
  }

  private static boolean isLetter(Response answer) {
    return answer.url().matches(".*/api/letters/\\d+\\.pdf.*");
  }

  private static String received(Page page) {
    Object answer =
        page.evaluate(
            """
            async application => {
              const csrf = await (await fetch('/api/csrf')).json();
              const answer = await fetch('/api/dossiers', {
                method: 'POST',
                headers: { 'Content-Type': 'application/json', [csrf.header]: csrf.token },
                body: JSON.stringify(application)
              });
              return answer.json();
            }
            """,
            Office.application("Trần Văn Bình"));
    return (String) ((Map<?, ?>) answer).get("code");
  }

  private static void openSheet(Page page, String code) {
    page.navigate("/camunda/app/tasklist/default/");
    page.waitForSelector(".task-filters .task-filter");
    page.locator(".task-filters .name a").getByText("Việc của đơn vị").click();
    Locator card = page.locator("li.task", new Page.LocatorOptions().setHasText(code));
    card.locator("h4 a").click();
    page.waitForSelector(".mc-sheet");
  }
}
