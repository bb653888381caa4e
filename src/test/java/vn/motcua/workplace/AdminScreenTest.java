package vn.motcua.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

/** What an administrator sees in Admin, in a real browser. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DirtiesContext
@SpringBootTest(
    classes = Application.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:admin",
      "camunda.bpm.job-execution.enabled=false"
    })
@Import(Office.class)
class AdminScreenTest {

  private static final String ADMIN = "/camunda/app/admin/default/";

  /** Words of the stock screens and codes of rights; none may be left on a Vietnamese one. */
  private static final Pattern ENGLISH =
      Pattern.compile(
          "\\b(Users?|Groups?|Tenants?|Authorizations?|System|Add|Create|Edit|Delete|Remove|List"
              + "|Name|Type|Action|Permissions?|Resource|Process|Task|Filter|Batch|Deployment"
              + "|Profile|Account|Password|Email|First|Last|Update|Cancel|Close|Select|Unselect|all"
              + "|Loading|Powered|Date and Time|Log out|migrate|is up|Metrics|Diagnostics|Refresh"
              + "|Start|Usage|READ|UPDATE|ALL|ACCESS|NONE|[A-Z]+_[A-Z_]+)\\b");

  @LocalServerPort int port;
  @Autowired Office office;

  private Browser browser;
  private Page page;

  @DynamicPropertySource
  static void models(DynamicPropertyRegistry properties) {
    Office.models(properties);
  }

  @BeforeAll
  void signIn() {
    browser = Browser.open(port);
    office.open();
    page = browser.signedIn(Office.ADMINISTRATOR, Office.PASSWORD);
  }

  @AfterAll
  void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  /** Starts Admin afresh: it does not always notice a change behind the # of its address. */
  private void show(String place, String ready) {
    page.navigate("about:blank");
    page.navigate(ADMIN + "#/" + place);
    page.waitForSelector(ready);
  }

  @ParameterizedTest
  @CsvSource({
    "'', .dashboard",
    "users, tbody tr",
    "users/lan.motcua?tab=profile, #inputFirstname",
    "users/lan.motcua?tab=account, #inputPassword",
    "users/lan.motcua?tab=groups, tbody tr",
    "user-create, #inputUserId",
    "groups, tbody tr",
    "group-create, #inputGroupId",
    "tenants, tbody tr",
    "tenant-create, #inputTenantId",
    "authorization?resource=0, tbody tr",
    "authorization?resource=5, tbody tr",
    "authorization?resource=6, tbody tr",
    "system?section=system-settings-general, .alert-success",
    "system?section=diagnostics-system-settings, .section-content pre:visible"
  })
  void speaksVietnameseOnEveryPage(String place, String ready) {
    show(place, ready);

    Browser.picture(page, "admin-" + place.replaceAll("\\W+", "-"));
    // Data about the machine, for a report to those who mend it.
    page.evaluate("document.querySelectorAll('pre').forEach(data => data.remove())");
    assertThat(page.innerText("body")).doesNotContainPattern(ENGLISH);
    assertThat(page.title()).isEqualTo("Quản trị – Một Cửa");
  }

  @Test
  void saysRightsInWords() {
    show("authorization?resource=5", "td.permissions");

    assertThat(page.innerText("h3")).isEqualTo("Phân quyền: Bộ lọc");
    assertThat(page.locator("td.permissions").allInnerTexts()).contains("Xem");

    page.locator("td.action a").first().click();
    page.locator("td.permissions .dropdown-toggle").click();
    page.waitForSelector(".dropdown-menu label:visible");
    assertThat(page.locator("td.permissions .dropdown-menu").innerText())
        .contains("Chọn tất cả", "Sửa")
        .doesNotContainPattern(ENGLISH);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          lan.motcua | Không tạo được người dùng: tên đăng nhập này đã có người dùng.
          a b        | Không tạo được người dùng: tên đăng nhập “a b” không hợp lệ
          """)
  void passesOnInVietnameseWhatTheEngineRefuses(String user, String refusal) {
    show("user-create", "#inputUserId");
    page.fill("#inputUserId", user);
    page.fill("#inputPassword", Office.PASSWORD);
    page.fill("#inputPasswordRepeat", Office.PASSWORD);
    page.fill("#inputFirstname", "Trần Văn");
    page.fill("#inputLastname", "Thử");
    page.click("button[type=submit]:enabled");
    page.waitForSelector(".notifications .alert");

    assertThat(page.innerText(".notifications")).contains(refusal).doesNotContain("Thành công");
  }

  @Test
  void showsTheCodeOfAPostAndItsKindInWords() {
    show("users/lan.motcua?tab=groups", "td.group-type");

    assertThat(page.innerText("td.group-type")).isEqualTo("Cán bộ tiếp nhận");
  }

  @Test
  void speaksEnglishByTheSwitch() {
    try (Browser other = Browser.open(port)) {
      Page english = other.signedIn(Office.ADMINISTRATOR, Office.PASSWORD);
      english
          .context()
          .addCookies(List.of(new Cookie("LANG", "en").setUrl("http://localhost:" + port)));
      english.navigate(ADMIN + "#/authorization?resource=5");
      english.waitForSelector("td.permissions");

      assertThat(english.innerText("h3")).isEqualTo("Filter authorizations");
      assertThat(english.innerText(".mc-language")).isEqualTo("Tiếng Việt");
    }
  }

  @Test
  void leavesNoGapBelowTheBar() {
    show("users", "tbody tr");

    assertThat(page.locator(".ce-eol-banner:visible").count()).isZero();
    double bar = bottom("[cam-widget-header]");
    double content =
        ((Number)
                page.evaluate(
                    "document.querySelector('.page-wrap, .ctn-main')"
                        + ".getBoundingClientRect().top"))
            .doubleValue();
    assertThat(content - bar).isBetween(-3.0, 3.0);
  }

  private double bottom(String selector) {
    return ((Number)
            page.evaluate(
                "s => document.querySelector(s).getBoundingClientRect().bottom", selector))
        .doubleValue();
  }
}
