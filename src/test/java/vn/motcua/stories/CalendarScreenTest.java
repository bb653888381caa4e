package vn.motcua.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.motcua.Application;
import vn.motcua.Browser;

/**
 * An administrator of the demo enters a swap by keyboard, looks at it, publishes it and watches.
 */
@Tag("browser")
@ActiveProfiles("demo")
@DirtiesContext
@SpringBootTest(
    classes = Application.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:calendar-screen",
      "camunda.bpm.job-execution.enabled=false"
    })
class CalendarScreenTest {

  @LocalServerPort int port;

  @DynamicPropertySource
  static void models(DynamicPropertyRegistry properties) {
    properties.add("motcua.models", () -> Models.of("1.001193").toString());
  }

  @Test
  void aSwapIsPublishedByKeyboardAlone() {
    try (Browser browser = Browser.open(port)) {
      Page page = browser.signedIn("quantri", "motcua");
      page.locator(".doors").getByText("Lịch làm việc").click();
      Browser.picture(page, "calendar-home");
      opensTheFormOfASwap(page);
      type(page, "11/12/2026", "12/12/2026", "Công văn 9/VPCP");
      page.locator(".changes li").first().waitFor();
      opensTheFormOfASwap(page);
      type(page, "31/02/2026", "19/12/2026", "Công văn 9/VPCP");
      page.locator(".wrong-field").waitFor();
      assertThat(page.locator(".wrong-field").allInnerTexts())
          .containsExactly(
              "Không đọc được ngày “31/02/2026”. Hãy ghi ngày có thật, như 24/11/2026.");
      page.locator("#f-off:focus").waitFor();
      assertThat(page.inputValue("#f-worked")).isEqualTo("19/12/2026");
      full(page, "calendar-form-wrong");

      page.locator("a.button").press("Enter");
      page.locator("#basis").waitFor();
      full(page, "calendar-preview");
      assertThat(page.inputValue("#note"))
          .isEqualTo("Nghỉ Thứ Sáu 11/12/2026, làm bù Thứ Bảy 12/12/2026");
      page.locator("#basis").press("Tab");
      page.keyboard().press("Enter");
      page.getByText("Đã tính lại xong").waitFor();
      full(page, "calendar-progress");

      page.navigate("/admin/calendar?change=closure&year=2026#days");
      full(page, "calendar-closure");
      page.navigate("/admin/calendar?year=2027");
      full(page, "calendar-2027");
      assertThat(page.locator("main").innerText()).contains("phiên bản 2").contains("dự kiến");
      page.setViewportSize(390, 800);
      full(page, "calendar-narrow");
      assertThat(browser.problems())
          .filteredOn(problem -> !problem.contains("422"))
          .isEqualTo(List.of());
    }
  }

  private static void opensTheFormOfASwap(Page page) {
    page.locator(".kinds a", new Page.LocatorOptions().setHasText("Hoán đổi")).press("Enter");
    page.locator("#f-off:focus").waitFor();
  }

  private static void type(Page page, String... words) {
    for (int i = 0; i < words.length; i++) {
      if (i > 0) {
        page.keyboard().press("Tab");
      }
      page.keyboard().type(words[i]);
    }
    page.keyboard().press("Enter");
  }

  private static void full(Page page, String name) {
    Browser.picture(page, name);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(java.nio.file.Path.of("target/screenshots/" + name + "-full.png")));
  }
}
