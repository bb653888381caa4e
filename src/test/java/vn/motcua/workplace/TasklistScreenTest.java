package vn.motcua.workplace;

import static com.microsoft.playwright.options.WaitForSelectorState.DETACHED;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

/** What an official sees in Tasklist and Welcome, in a real browser. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DirtiesContext
@SpringBootTest(
    classes = Application.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:workplace",
      "camunda.bpm.job-execution.enabled=false"
    })
@Import(Office.class)
class TasklistScreenTest {

  private static final String TASKLIST = "/camunda/app/tasklist/default/";
  private static final String WELCOME = "/camunda/app/welcome/default/";

  /** Words of the stock screens; none may be left on a Vietnamese one. */
  private static final Pattern ENGLISH =
      Pattern.compile(
          "\\b(Task|Tasks|Filter|Filters|Claim|Unclaim|Complete|Start|Process|Due|Created|Assignee"
              + "|Log out|Profile|Search|Loading|Variables|Comment|Form|History|Diagram|Description"
              + "|Groups|Powered|Date and Time|Field is required|Save|Cancel|Applications|Links"
              + "|Documentation|Password|First name|Last name|Email|Keyboard|migrate)\\b");

  @LocalServerPort int port;
  @Autowired Office office;

  private Browser browser;
  private String overdue;

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
    overdue = Office.received(lan, "Trần Văn Bình");
    office.due(overdue, now.minus(Duration.ofDays(3)), now.minus(Duration.ofHours(2)));
    office.due(
        Office.received(lan, "Lê Thị Hồng Nhung"), now.plusSeconds(900), now.plusSeconds(5400));
    office.due(
        Office.received(lan, "Công ty TNHH Một thành viên Xây dựng Hạ Long"),
        now.plus(Duration.ofDays(2)),
        now.plus(Duration.ofDays(9)));
    Office.received(lan, "Phạm Quang Minh");
    lan.close();
  }

  @AfterAll
  void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  private Page tasklist() {
    return tasklistOf(browser.signedIn(Office.LAN, Office.PASSWORD));
  }

  private static Page tasklistOf(Page page) {
    page.navigate(TASKLIST);
    page.waitForSelector(".task-filters .task-filter");
    return page;
  }

  private static void openFilter(Page page, String name) {
    page.locator(".task-filters .name a").getByText(name).click();
    page.waitForSelector(".task-filters .active:has-text('" + name + "')");
  }

  private static Locator card(Page page, String words) {
    return page.locator("li.task", new Page.LocatorOptions().setHasText(words));
  }

  private static void choose(Page page, String language) {
    page.context()
        .addCookies(List.of(new Cookie("LANG", language).setUrl(page.url().split("/camunda")[0])));
  }

  @Test
  void showsTheListsOfTheDay() {
    Page page = tasklist();

    assertThat(page.locator(".task-filters .name a").allInnerTexts())
        .extracting(name -> name.replaceAll("[\\s(]*\\d+\\)?$", "").strip())
        .containsExactly(
            "Việc của tôi",
            "Việc của đơn vị",
            "Đến hạn hôm nay",
            "Sắp đến hạn",
            "Quá hạn",
            "Chờ bổ sung");
    openFilter(page, "Quá hạn");
    card(page, overdue).waitFor();
    assertThat(page.locator("li.task").count()).isOne();
  }

  @Test
  void showsCodePersonProcedureAndTimeLeftOnEachCardMostUrgentFirst() {
    Page page = tasklist();

    openFilter(page, "Việc của đơn vị");
    page.locator(".mc-card").nth(3).waitFor();
    Browser.picture(page, "tasklist-cards");
    assertThat(page.locator("li.task").first().innerText())
        .contains(overdue, "Trần Văn Bình", "Chứng thực bản sao từ bản chính", "Quá hạn");
    assertThat(page.locator(".mc-card .mc-badge").allInnerTexts())
        .hasSize(8)
        .allMatch(words -> words.matches("(Còn|Quá hạn|Hết giờ) ?.*"), "time in words");
  }

  @Test
  void opensADossierWithItsSheetClaimsItAndMissesTheOutcomeInVietnamese() {
    Page page = tasklist();
    openFilter(page, "Việc của đơn vị");
    card(page, "Phạm Quang Minh").locator("h4 a").click();

    page.waitForSelector(".mc-sheet");
    assertThat(page.locator(".nav-tabs li").allInnerTexts()).containsExactly("Hồ sơ", "Biểu mẫu");
    assertThat(page.locator(".mc-sheet").innerText())
        .contains("Phạm Quang Minh", "Bản sao cần chứng thực", "8 giờ làm việc", "Nguyễn Thị Lan")
        .containsPattern("\\d\\d:\\d\\d \\d\\d/\\d\\d/\\d{4}");
    Browser.picture(page, "tasklist-sheet");

    page.click(".task-card .claim");
    page.waitForSelector(".task-card .unclaim");
    page.locator(".nav-tabs").getByText("Biểu mẫu").click();
    page.click("button[ng-click='complete()']");
    page.getByText("Bắt buộc nhập.").first().waitFor();
    Browser.picture(page, "tasklist-form");
    assertThat(page.locator("[ng-click='save($event)']").isVisible()).isFalse();
    assertThat(page.locator("body").innerText()).doesNotContainPattern(ENGLISH);
    page.click(".task-card .unclaim");
    page.waitForSelector(".task-card .claim");
  }

  @Test
  void findsAProcedureAndOpensItsFormByKeyboardOnly() {
    Page page = tasklist();

    page.keyboard().press("Alt+KeyN");
    page.waitForSelector(".mc-window .mc-search:focus");
    page.keyboard().type("ban chinh chung thuc");
    page.waitForSelector(".mc-found li");
    page.keyboard().press("ArrowDown");
    Browser.picture(page, "tasklist-search");
    page.keyboard().press("Enter");
    page.waitForSelector(".mc-form form");
    Browser.picture(page, "tasklist-reception");
    assertThat(page.locator(".mc-form").innerText()).contains("2.000815", "Người nộp");
    page.keyboard().press("Escape");
    page.waitForSelector(".mc-window", new Page.WaitForSelectorOptions().setState(DETACHED));
  }

  @Test
  void offersReceptionOnlyToACounterClerk() {
    Page page = tasklistOf(browser.signedIn(Office.HOA, Office.PASSWORD));

    assertThat(page.locator(".mc-receive").count()).isZero();
    page.keyboard().press("Alt+KeyN");
    page.waitForTimeout(300);
    assertThat(page.locator(".mc-window").count()).isZero();
  }

  @Test
  void hidesWhatOfficialsMustNotUse() {
    Page page = tasklist();

    assertThat(page.locator(".ce-eol-banner").isVisible()).isFalse();
    assertThat(page.locator(".start-process-action, .create-task-action").count()).isZero();
    assertThat(page.locator(".page-wrap").boundingBox().y)
        .isLessThanOrEqualTo(page.locator("[cam-widget-header]").boundingBox().height + 1);
  }

  @Test
  void speaksEnglishToWhomeverChoosesIt() {
    Page page = tasklist();

    page.click(".mc-language a");
    page.waitForSelector(".task-filters :text('My tasks')");

    assertThat(page.locator("[cam-widget-header]").innerText())
        .contains("Tasks", "Receive a dossier", "Tiếng Việt");
    assertThat(page.title()).endsWith("Tasks – Một Cửa");
    Browser.picture(page, "tasklist-english");
  }

  @Test
  void greetsInWelcomeWithoutAnEnglishWord() {
    Page page = browser.signedIn(Office.LAN, Office.PASSWORD);
    page.navigate(WELCOME);
    page.locator(".user-profile a").getByText("Đổi mật khẩu").click();
    page.getByText("Mật khẩu hiện tại").waitFor();

    Browser.picture(page, "welcome");
    assertThat(page.locator("body").innerText())
        .contains("Nguyễn Thị Lan", "Công việc")
        .doesNotContainPattern(ENGLISH);
    assertThat(page.title()).isEqualTo("Thông tin cá nhân – Một Cửa");
  }

  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void startsEveryWebappWithoutAComplaintOfAScript(String language) {
    try (Browser fresh = Browser.open(port)) {
      for (String app : List.of("tasklist", "welcome", "cockpit", "admin")) {
        Page page = fresh.signedIn(Office.ADMINISTRATOR, Office.PASSWORD);
        choose(page, language);
        page.navigate("/camunda/app/" + app + "/default/");
        page.waitForSelector("[cam-widget-header] .account");
        page.waitForTimeout(1500);
        Browser.picture(page, app + "-" + language);
        page.close();
      }
      assertThat(fresh.problems()).isEmpty();
    }
  }
}
