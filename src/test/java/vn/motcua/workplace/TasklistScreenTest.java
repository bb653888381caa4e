package vn.motcua.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
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
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.motcua.Application;
import vn.motcua.Browser;

/** What an official sees in Tasklist and Welcome, in a real browser. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SpringBootTest(
    classes = Application.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:workplace;DB_CLOSE_DELAY=-1",
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

  private static final String STUB_FORM =
      """
      export function mount(container, { procedureCode, csrf, onDone }) {
        container.innerHTML = `<p>${procedureCode} ${csrf ? 'có mã' : 'không mã'}</p><input id="ten">`;
      }
      """;

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
    overdue = received(lan, "Trần Văn Bình");
    office.due(overdue, now.minus(Duration.ofDays(3)), now.minus(Duration.ofHours(2)));
    office.due(received(lan, "Lê Thị Hồng Nhung"), now.plusSeconds(900), now.plusSeconds(5400));
    office.due(
        received(lan, "Công ty TNHH Một thành viên Xây dựng Hạ Long"),
        now.plus(Duration.ofDays(2)),
        now.plus(Duration.ofDays(9)));
    received(lan, "Phạm Quang Minh");
    lan.close();
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

  private Page tasklist() {
    Page page = browser.signedIn(Office.LAN, Office.PASSWORD);
    page.navigate(TASKLIST);
    page.waitForSelector(".task-filters .task-filter, .task-filters li");
    return page;
  }

  private static void openFilter(Page page, String name) {
    page.locator(".task-filters")
        .getByText(name, new Locator.GetByTextOptions().setExact(true))
        .first()
        .click();
    page.waitForTimeout(1500);
  }

  @Test
  void showsEveryListOfTheDayAndCardsWithCodeAndTimeLeft() {
    Page page = tasklist();

    assertThat(page.locator(".task-filters").innerText())
        .contains(
            "Việc của tôi",
            "Việc của đơn vị",
            "Đến hạn hôm nay",
            "Sắp đến hạn",
            "Quá hạn",
            "Chờ bổ sung");
    openFilter(page, "Việc của đơn vị");
    page.waitForSelector(".mc-card");
    Browser.picture(page, "tasklist-unit");
    Locator card = page.locator(".mc-card", new Page.LocatorOptions().setHasText(overdue));
    assertThat(card.innerText()).contains(overdue, "Trần Văn Bình", "Chứng thực", "Quá hạn");
    assertThat(page.locator(".ce-eol-banner").isVisible()).isFalse();
    assertThat(browser.problems()).isEmpty();
  }
}
