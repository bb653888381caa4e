package vn.motcua;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A real browser for tests, as it stands in an office: Vietnamese, time of Việt Nam, a screen of
 * 1366 × 768. Chromium is taken from the environment variable CHROMIUM or from its usual places;
 * where there is none the test is skipped, and a line on the console says so. Not thread-safe.
 */
public final class Browser implements AutoCloseable {

  private static final List<String> USUAL_PLACES =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
  private static final Path PICTURES = Path.of("target/screenshots");

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;
  private final String root;
  private final List<String> problems = new ArrayList<>();

  private Browser(Playwright playwright, Path program, String root) {
    this.playwright = playwright;
    this.root = root;
    this.chromium =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(program)
                    .setArgs(List.of("--no-sandbox", "--disable-gpu")));
  }

  /**
   * A browser for the server on this port of this machine; skips the test if there is no Chromium.
   */
  public static Browser open(int port) {
    Optional<Path> program = find();
    if (program.isEmpty()) {
      System.out.println(
          "SKIPPED: no Chromium. Install it (Debian: chromium), or set CHROMIUM to its path.");
      Assumptions.abort("No Chromium; set CHROMIUM to its path");
    }
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    return new Browser(playwright, program.get(), "http://localhost:" + port);
  }

  private static Optional<Path> find() {
    return Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), USUAL_PLACES.stream())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** A fresh window without cookies, of somebody who has not chosen a language. */
  public Page window() {
    BrowserContext context =
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(root)
                .setLocale("vi-VN")
                .setTimezoneId("Asia/Ho_Chi_Minh")
                .setViewportSize(1366, 768));
    Page page = context.newPage();
    // Generous: a test machine may be busy with other things.
    page.setDefaultTimeout(60_000);
    page.setDefaultNavigationTimeout(60_000);
    page.onPageError(error -> problems.add("error: " + error));
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.text().startsWith("motcua:")) {
            problems.add(message.type() + ": " + message.text() + " " + message.location());
          }
        });
    return page;
  }

  /** A window in which this person has signed in. */
  public Page signedIn(String user, String password) {
    Page page = window();
    page.navigate("/login");
    page.fill("input[name=username]", user);
    page.fill("input[name=password]", password);
    page.click("form[action*=login] [type=submit]");
    page.waitForURL(url -> !url.contains("/login"));
    return page;
  }

  /** What scripts complained about so far, in all windows. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /** Keeps a picture for people to look at: {@code target/screenshots/<name>.png}. */
  public static void picture(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
  }

  /** The same, and once more the whole page, however long. */
  public static void pictures(Page page, String name) {
    picture(page, name);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(PICTURES.resolve(name + "-full.png")));
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }
}
