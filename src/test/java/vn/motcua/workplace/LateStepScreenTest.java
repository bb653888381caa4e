package vn.motcua.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import java.time.Instant;
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
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.motcua.Application;
import vn.motcua.Browser;

/** A late step in a real browser: the box that asks why, the refusal without it, the way on. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DirtiesContext
@SpringBootTest(
    classes = Application.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:late-step",
      "camunda.bpm.job-execution.enabled=false"
    })
@Import(Office.class)
class LateStepScreenTest {

  @LocalServerPort int port;
  @Autowired Office office;
  @Autowired JdbcTemplate jdbc;

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

  private static String received(Page page, String applicant) {
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
            Office.application(applicant));
    return (String) ((Map<?, ?>) answer).get("code");
  }

  private Page at(String code) {
    Page page = browser.signedIn(Office.LAN, Office.PASSWORD);
    open(page, code);
    return page;
  }

  private static void open(Page page, String code) {
    page.navigate("/camunda/app/tasklist/default/");
    page.waitForSelector(".task-filters .task-filter");
    page.locator(".task-filters .name a").getByText("Việc của đơn vị").click();
    page.locator("li.task", new Page.LocatorOptions().setHasText(code)).locator("h4 a").click();
    page.waitForSelector(".mc-sheet");
  }

  private String dossier(String applicant) {
    Page page = browser.signedIn(Office.LAN, Office.PASSWORD);
    try {
      return received(page, applicant);
    } finally {
      page.context().close();
    }
  }

  private void late(String code) {
    office.stepDue(code, Instant.now().minus(Duration.ofDays(3)));
  }

  private static void claim(Page page) {
    page.click(".task-card .claim");
    page.waitForSelector(".task-card .unclaim");
  }

  private static void openTheForm(Page page) {
    page.locator(".nav-tabs").getByText("Biểu mẫu").click();
    page.waitForSelector(".fjs-container form, .fjs-container .fjs-form");
  }

  private static void acceptInTheForm(Page page) {
    openTheForm(page);
    page.locator(".fjs-container").getByLabel("Hồ sơ đầy đủ, tiếp nhận giải quyết").check();
  }

  private static void refuseInTheForm(Page page) {
    openTheForm(page);
    page.locator(".fjs-container").getByLabel("Từ chối tiếp nhận").check();
    Locator reason =
        page.locator(".fjs-form-field-select", new Page.LocatorOptions().setHasText("Lý do"));
    reason.locator(".fjs-input-group").click();
    reason.getByText("Không thuộc thẩm quyền giải quyết").click();
    own(page).fill("Thuộc thẩm quyền của cấp tỉnh");
  }

  private static Locator own(Page page) {
    return page.locator(".fjs-container").getByLabel("Ghi rõ bằng lời");
  }

  private static void complete(Page page) {
    page.click("button[ng-click='complete()']");
  }

  private static void waitUntilDone(Page page) {
    page.waitForSelector(
        ".task-card", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
  }

  @Test
  void aLateStepIsRefusedWithoutACauseAndKeepsWhatWasTyped() {
    String code = dossier("Trần Văn Bình");
    late(code);
    Page page = at(code);
    claim(page);
    Locator box = page.locator(".mc-late");
    box.waitFor();
    assertThat(box.innerText()).contains("Nguyên nhân chậm", "Bước này hẹn xong lúc", "Quá hạn");
    Browser.picture(page, "late-step-asked");

    refuseInTheForm(page);
    complete(page);
    page.locator(".notifications .alert").getByText("Hãy chọn nguyên nhân").waitFor();
    page.waitForSelector("#mc-late-cause:focus");
    assertThat(page.locator("#mc-late-problem").innerText()).contains("Lưu nguyên nhân");
    assertThat(page.locator("#mc-late-cause").getAttribute("aria-invalid")).isEqualTo("true");
    Browser.picture(page, "late-step-refused");
    assertThat(own(page).inputValue()).isEqualTo("Thuộc thẩm quyền của cấp tỉnh");

    // By keyboard alone from here: the focus is where the answer goes.
    for (int down = 0; down < 3; down++) {
      page.keyboard().press("ArrowDown");
    }
    page.keyboard().press("Tab");
    page.keyboard().type("Lãnh đạo đi công tác");
    page.keyboard().press("Enter");
    page.waitForSelector(".mc-late-said:focus");
    assertThat(page.locator(".mc-late-said").innerText())
        .contains("Chờ cấp trên ký: Lãnh đạo đi công tác", "Nguyễn Thị Lan");
    Browser.picture(page, "late-step-explained");
    complete(page);
    waitUntilDone(page);

    assertThat(
            jdbc.queryForObject(
                "select code || '/' || words || '/' || scope from delay_cause"
                    + " where dossier_code = ?",
                String.class,
                code))
        .isEqualTo("awaiting-signature/Lãnh đạo đi công tác/step");
    page.context().close();
  }

  @Test
  void aStepThatGetsLateWhileItIsOpenAsksThen() {
    String code = dossier("Phạm Quang Minh");
    Page page = at(code);
    claim(page);
    assertThat(page.locator(".mc-late").count()).isZero();
    acceptInTheForm(page);
    late(code);
    complete(page);

    page.waitForSelector("#mc-late-cause:focus");
    page.locator("#mc-late-cause").selectOption(new SelectOption().setValue("other-objective"));
    assertThat(page.locator(".mc-late-wide label").innerText()).contains("bắt buộc");
    page.click(".mc-late-save");
    page.locator("#mc-late-problem").getByText("hãy ghi rõ nguyên nhân bằng lời").waitFor();
    assertThat(page.locator("#mc-late-cause").inputValue()).isEqualTo("other-objective");
    page.fill("#mc-late-own", "Mất điện cả phường");
    page.click(".mc-late-save");
    page.waitForSelector(".mc-late-said");
    complete(page);
    waitUntilDone(page);
    page.context().close();
  }

  @Test
  void theSheetTellsTheCausesAndTheBoxLeavesWithTheTask() {
    String code = dossier("Lê Thị Hồng Nhung");
    String other = dossier("Vũ Đình Khôi");
    late(code);
    Page page = at(code);
    page.locator(".mc-late").waitFor();
    page.locator("#mc-late-cause").selectOption(new SelectOption().setValue("system-failure"));
    page.click(".mc-late-save");
    page.waitForSelector(".mc-late-said");
    page.locator("li.task", new Page.LocatorOptions().setHasText(other)).locator("h4 a").click();
    page.locator(".mc-sheet .mc-code").getByText(other).waitFor();
    assertThat(page.locator(".mc-late").count()).isZero();
    page.locator("li.task", new Page.LocatorOptions().setHasText(code)).locator("h4 a").click();
    page.locator(".mc-sheet .mc-code").getByText(code).waitFor();
    assertThat(page.locator(".mc-sheet").innerText()).contains("Sự cố hệ thống", "Người nêu");
    assertThat(page.locator(".mc-late").innerText()).contains("Đã ghi: Sự cố hệ thống");
    Browser.picture(page, "late-step-sheet");
    page.context().close();
  }
}
