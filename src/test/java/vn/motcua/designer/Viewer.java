package vn.motcua.designer;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** bpmn-js in a real browser: opens models and says what it warns about. */
final class Viewer implements AutoCloseable {

  private static final String NO_BROWSER =
      "Browser test skipped: no Chromium found. Install it or set CHROMIUM=<path>.";
  private static final String ASSETS = "/META-INF/resources/webjars/bpmn-js/8.0.0/dist/";

  private final Playwright playwright;
  private final Browser browser;
  private final Page page;

  private Viewer(Path chromium) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium)
                    .setArgs(List.of("--no-sandbox")));
    page = browser.newPage();
    page.setViewportSize(1600, 900);
    page.setContent(
        "<html><head><meta charset='utf-8'><style>"
            + asset("assets/diagram-js.css")
            + "html,body,#canvas{margin:0;height:100%;width:100%}</style></head>"
            + "<body><div id='canvas'></div></body></html>");
    page.evaluate(asset("bpmn-viewer.production.min.js") + "; void 0");
    page.evaluate("window.viewer = new BpmnJS({container: '#canvas'}); void 0");
  }

  /** A viewer; where no browser is installed the test is skipped and says so. */
  static Viewer openOrSkip() {
    Optional<Viewer> viewer = open();
    if (viewer.isEmpty()) {
      System.out.println(NO_BROWSER);
    }
    Assumptions.assumeTrue(viewer.isPresent(), NO_BROWSER);
    return viewer.orElseThrow();
  }

  private static Optional<Viewer> open() {
    return Stream.of(
            System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"),
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .map(Viewer::new);
  }

  /** Warnings of bpmn-js on opening this model; empty if there are none. */
  @SuppressWarnings("unchecked")
  List<String> warnings(String xml) {
    return (List<String>)
        page.evaluate(
            "async xml => { try { const r = await viewer.importXML(xml);"
                + " return r.warnings.map(w => w.message) } catch (e) { return [e.message] } }",
            xml);
  }

  /** A picture of the model that was opened last. */
  void picture(Path png) {
    Object size =
        page.evaluate(
            "() => { const b = viewer.get('canvas').viewbox().inner;"
                + " return [Math.ceil(b.width) + 40, Math.ceil(b.height) + 40] }");
    List<?> sides = (List<?>) size;
    page.setViewportSize(((Number) sides.get(0)).intValue(), ((Number) sides.get(1)).intValue());
    page.evaluate(
        "() => { const c = viewer.get('canvas'); c.resized(); const b = c.viewbox().inner;"
            + " c.viewbox({x: b.x - 20, y: b.y - 20, width: b.width + 40, height: b.height + 40}) }");
    page.screenshot(new Page.ScreenshotOptions().setPath(png));
  }

  private static String asset(String name) {
    try (InputStream bytes = Viewer.class.getResourceAsStream(ASSETS + name)) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new IllegalStateException(name, broken);
    }
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
