package vn.motcua.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
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

/** Finding a dossier, reading it and coming back, in a real browser and by keyboard. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DirtiesContext
@SpringBootTest(
    classes = Application.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:finding",
      "camunda.bpm.job-execution.enabled=false"
    })
@Import(Office.class)
class FindingScreenTest {

  private static final String TASKLIST = "/camunda/app/tasklist/default/";
  private static final String COMPLETE = "button[ng-click='complete()']";

  @LocalServerPort int port;
  @Autowired Office office;

  private Browser browser;
  private String late;
  private Page page;

  @DynamicPropertySource
  static void models(DynamicPropertyRegistry properties) {
    Office.models(properties);
  }

  @BeforeAll
  void receiveDossiers() {
    browser = Browser.open(port);
    office.open();
    Page lan = browser.signedIn(Office.LAN, Office.PASSWORD);
    Instant now = Instant.now();
    late = Office.received(lan, "Trần Văn Bình");
    office.due(late, now.minus(Duration.ofDays(3)), now.minus(Duration.ofHours(2)));
    office.due(
        Office.received(lan, "Trần Thị Bình Yên"),
        now.plus(Duration.ofDays(2)),
        now.plus(Duration.ofDays(9)));
    for (String name : "Thụ Lý Hữu Đức Minh Tâm Khôi Sơn Hải Long".split(" ")) {
      Office.received(lan, "Hoàng Văn " + name);
    }
    lan.context().close();
  }

  @AfterEach
  void closePage() {
    if (page != null) {
      page.context().close();
    }
  }

  @AfterAll
  void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  private Page tasklist(String person) {
    page = browser.signedIn(person, Office.PASSWORD);
    page.navigate(TASKLIST);
    page.waitForSelector(".task-filters .task-filter");
    return page;
  }

  private static Locator focused(Page page) {
    return page.locator(":focus");
  }

  @Test
  void aDossierIsFoundWithoutMarksReadAndLeftForTheSamePlaceByKeyboard() {
    page = browser.signedIn(Office.LAN, Office.PASSWORD);
    page.navigate("/dossiers");
    page.waitForSelector("#q:focus");
    Browser.picture(page, "find-all");
    page.keyboard().type("binh");
    page.keyboard().press("Enter");
    page.waitForURL("**/dossiers?q=binh**");
    page.waitForSelector("#found tbody tr");

    assertThat(page.locator("#found .open").allInnerTexts()).hasSize(2).startsWith(late);
    assertThat(page.locator("#found").innerText())
        .contains("Trần Văn Bình", "•••• 1234", "Quá hạn")
        .doesNotContain("022090001234");
    Browser.picture(page, "find-words");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("ArrowDown");
    String second = focused(page).innerText();
    page.keyboard().press("Enter");
    page.waitForURL("**/dossier?code=**");
    page.waitForSelector(".route [aria-current=step]");
    Browser.picture(page, "find-dossier");
    assertThat(page.locator("main").innerText())
        .contains("Đường đi của hồ sơ", "Đang ở đây từ", "Chưa tới", "Cán bộ tiếp nhận – ");

    page.click("#back");
    page.waitForURL("**/dossiers?q=binh**");
    page.waitForSelector("#found .open:focus");
    assertThat(focused(page).innerText()).isEqualTo(second);
    assertThat(page.inputValue("#q")).isEqualTo("binh");

    page.keyboard().press("Enter");
    page.waitForSelector(".route [aria-current=step]");
    page.goBack();
    page.waitForSelector("#found .open:focus");
    assertThat(focused(page).innerText()).isEqualTo(second);
  }

  @Test
  void whoWorksElsewhereFindsNothing() {
    page = browser.signedIn(Office.HOA, Office.PASSWORD);
    page.navigate("/dossiers?q=binh&standing=all");

    assertThat(page.locator(".count").innerText()).startsWith("Không có hồ sơ nào khớp");
    assertThat(page.locator("main").innerText()).doesNotContain("Trần Văn Bình");
    Browser.picture(page, "find-nothing");
  }

  @Test
  void theBoxInTasklistOpensTheTaskOfTheDossierAndKeepsTheListAsItIs() {
    tasklist(Office.LAN);
    page.locator(".task-filters .name a").getByText("Việc của đơn vị").click();
    page.waitForSelector(".mc-card");
    String filter = page.url().replaceAll(".*filter=([^&]*).*", "$1");

    page.keyboard().press("Alt+KeyK");
    page.waitForSelector(".mc-find-input:focus");
    page.keyboard().type("tran van binh");
    page.waitForSelector(".mc-find-list li[aria-selected=true]");
    Browser.picture(page, "find-in-tasklist");
    page.keyboard().press("Enter");

    page.waitForSelector(".mc-sheet :text('" + late + "')");
    assertThat(page.url()).contains("filter=" + filter, "task=");
    assertThat(page.locator(".mc-sheet").innerText())
        .contains(
            "Có thể chọn gì, và việc gì xảy ra sau đó",
            "Từ chối tiếp nhận: In phiếu từ chối (Mẫu 03)",
            "Đường đi của hồ sơ",
            "Đang ở đây từ");
    Browser.picture(page, "sheet-with-route");
    page.locator(".mc-route").scrollIntoViewIfNeeded();
    Browser.picture(page, "sheet-route");
  }

  @Test
  void theBarSaysQuietlyWhatIsUrgent() {
    tasklist(Office.LAN);

    page.waitForSelector(".mc-due [data-state=overdue]:visible");
    assertThat(page.locator(".mc-due [data-state=overdue]").innerText()).isEqualTo("Quá hạn 1");
    page.waitForFunction("document.title.startsWith('(1')");
    assertThat(page.title()).endsWith("Công việc – Một Cửa");
  }

  @Test
  void theListRenewsItselfAndTheOpenTaskStays() {
    tasklist(Office.LAN);
    page.locator(".task-filters .name a").getByText("Việc của đơn vị").click();
    page.waitForSelector(".mc-card");
    page.locator("li.task", new Page.LocatorOptions().setHasText("Trần Thị Bình Yên"))
        .locator("h4 a")
        .click();
    page.waitForSelector(".mc-sheet");
    Page other = browser.signedIn(Office.LAN, Office.PASSWORD);
    Office.received(other, "Vừa Mới Tới");
    other.context().close();

    page.waitForSelector("li.task:has-text('Vừa Mới Tới')");
    Browser.picture(page, "list-renewed");
    assertThat(page.locator(".mc-sheet").innerText()).contains("Trần Thị Bình Yên");
  }

  @Test
  void aRefusalCoversNeitherTheFormNorItsButton() {
    tasklist(Office.LAN);
    page.keyboard().press("Alt+KeyK");
    page.keyboard().type(late);
    page.waitForSelector(".mc-find-list li[aria-selected=true]");
    page.keyboard().press("Enter");
    page.waitForSelector(".mc-sheet");
    page.click(".task-card .claim");
    page.waitForSelector(".task-card .unclaim");
    page.locator(".nav-tabs").getByText("Biểu mẫu").click();
    page.waitForSelector(".fjs-container form, .fjs-container .fjs-form");
    page.getByLabel("Hồ sơ đầy đủ, tiếp nhận giải quyết").check();
    page.click(COMPLETE);
    page.waitForSelector(".page-notifications .alert");
    Browser.picture(page, "refusal");

    assertThat(
            page.evaluate(
                    "selector => {const button = document.querySelector(selector);"
                        + " button.scrollIntoView({block: 'nearest'}); const box ="
                        + " button.getBoundingClientRect(); return"
                        + " document.elementFromPoint(box.left + box.width / 2,"
                        + " box.top + box.height / 2).outerHTML.slice(0, 300)}",
                    COMPLETE)
                .toString())
        .contains("complete()");
    page.click(".task-card .unclaim");
  }
}
