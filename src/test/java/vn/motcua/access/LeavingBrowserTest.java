package vn.motcua.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/** Coming in by the login page and leaving by the webapps' own "log out", in a real browser. */
@AccessServer
@DirtiesContext
@Tag("browser")
class LeavingBrowserTest {

  private static final Path CHROMIUM =
      Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));
  private static final Path SHOTS = Path.of("target/screenshots");

  private static Playwright playwright;
  private static Browser browser;

  @LocalServerPort int port;
  @Autowired People people;
  @Autowired ProcessEngine engine;

  @BeforeAll
  static void openBrowser() {
    String hint = "Browser test skipped: no Chromium at " + CHROMIUM + "; set CHROMIUM=…";
    if (!Files.isExecutable(CHROMIUM)) {
      System.out.println(hint);
    }
    assumeTrue(Files.isExecutable(CHROMIUM), hint);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(List.of("--no-sandbox")));
  }

  @AfterAll
  static void closeBrowser() {
    if (playwright != null) {
      playwright.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "welcome", "cockpit", "admin"})
  void leavingOneWebappLeavesAll(String app) {
    people.administrator("rc-quan-tri");
    try (BrowserContext context = browser.newContext()) {
      Page page = signedIn(context, "rc-quan-tri", app);
      page.getByText("Nguyễn Thị Lan").first().click();
      page.locator("li.logout a").first().click();
      page.waitForURL("**/login?logout");

      assertThat(page.locator(".message.good").textContent()).contains("Đã đăng xuất");
      page.navigate(url("/camunda/app/" + app + "/default/"));
      assertThat(page.url()).contains("/login");
    }
  }

  @Test
  void theLoginAndHomePagesCanBeSeen() {
    people.administrator("rc-xem");
    try (BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 800))) {
      Page page = context.newPage();
      page.navigate(url("/login?expired"));
      shot(page, "access-login");
      page.setViewportSize(390, 800);
      shot(page, "access-login-narrow");
      page.setViewportSize(1280, 800);
      signIn(page, "rc-xem");
      page.navigate(url("/"));
      shot(page, "access-home");
      assertThat(page.title()).isEqualTo("Trang chủ – Một Cửa");
    }
  }

  private Page signedIn(BrowserContext context, String user, String app) {
    context.setDefaultTimeout(90_000);
    context.route(
        "**/scripts/config.js*",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("text/javascript")
                    .setBody("export default { customScripts: ['scripts/sso.js'] };")));
    Page page = context.newPage();
    page.navigate(url("/camunda/app/" + app + "/default/"));
    signIn(page, user);
    page.waitForURL("**/camunda/app/" + app + "/**");
    return page;
  }

  private void signIn(Page page, String user) {
    page.locator("#username").fill(user);
    page.locator("#password").fill(People.PASSWORD);
    page.keyboard().press("Enter");
    page.waitForURL(address -> !address.contains("/login"));
  }

  private static void shot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")).setFullPage(true));
  }

  private String url(String path) {
    return "http://localhost:" + port + path;
  }
}
