package vn.motcua.dossier;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A clerk types into the start form in a real browser, by keyboard, and makes a mistake first. */
@Tag("browser")
@DossierStory
class ReceptionFormTest {

  private static final String PAGE =
      "<!doctype html><meta charset='utf-8'><body style='margin:20px'><main></main>"
          + "<script type='module'>import {mount} from '/forms/receive-dossier.js';"
          + "mount(document.querySelector('main'), {procedureCode: '1.013830',"
          + " csrf: () => ({header: 'X-T', token: 't'}),"
          + " onDone: r => { document.title = r.code; }});</script>";

  @Autowired Counter counter;
  @Autowired MockMvc mvc;

  @Test
  void whatWasTypedStaysUntilItIsRight() throws Exception {
    Optional<Path> chromium = chromium();
    assumeTrue(chromium.isPresent(), "Skipped: no Chromium. Install it or set CHROMIUM.");
    counter.time.at(23, 11, 8, 0);
    Map<String, String> quiet = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    try (Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(quiet));
        Browser browser =
            playwright
                .chromium()
                .launch(
                    new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium.get())
                        .setArgs(List.of("--no-sandbox")))) {
      Page page = browser.newPage();
      page.route("**/*", this::answer);
      page.navigate("http://motcua.test/page");
      receive(page);
    }
  }

  private void receive(Page page) throws Exception {
    assertThat(page.locator(".rd h2").first()).hasText("Cấp lại Thẻ công chứng viên");
    page.selectOption("[name=caseId]", "case-2");
    page.fill("[name='applicant.name']", "Trần Văn Bình");
    page.fill("[name='applicant.identityNumber']", "0123");
    page.fill("[name='applicant.address']", "Tổ 3, phường Hạ Long");
    page.locator("[data-papers] label").first().click();
    page.keyboard().press("Control+Enter");

    assertThat(page.locator("[role=alert]")).containsText("Còn 2 ô chưa đúng");
    assertThat(page.locator("[data-field='applicant.identityNumber'] .rd-problem"))
        .containsText("đúng 12 chữ số");
    assertThat(page.locator("[name='applicant.identityNumber']")).isFocused();
    assertThat(page.locator("[name='applicant.name']")).hasValue("Trần Văn Bình");
    shot(page, "reception-problems");

    page.fill("[name='applicant.identityNumber']", "022190000009");
    assertThat(page.locator("[data-field='applicant.identityNumber'] .rd-problem")).isEmpty();
    page.fill("[name='applicant.phone']", "0912 345 678");
    page.keyboard().press("Control+Enter");

    assertThat(page.locator("[data-slip=code]")).containsText("H49.90-261123-");
    assertThat(page.locator("[data-slip=due]")).hasText("17:00 ngày 27/11/2026");
    assertThat(page.locator("[data-slip=why]")).containsText("24/11/2026");
    assertThat(page.title()).startsWith("H49.90-");
    Dossier dossier = counter.dossier(page.title());
    assertThat(dossier.applicant().phone()).isEqualTo("0912345678");
    assertThat(counter.register.papers(page.title()))
        .extracting(Application.Paper::ticked)
        .containsExactly(true, false);
    shot(page, "reception-slip");

    page.click("[data-print]");
    assertThat(page.locator("[data-slip-told] a")).containsText("/TNHS");
    assertThat(page.locator("[data-slip-told] a"))
        .hasAttribute("href", Pattern.compile("/api/letters/\\d+\\.pdf"));
  }

  private static void shot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target/screenshots/" + name + ".png")));
  }

  /** The browser talks to the real controllers, without a network between them. */
  private void answer(Route route) {
    URI asked = URI.create(route.request().url());
    if (asked.getPath().equals("/page")) {
      route.fulfill(
          new Route.FulfillOptions().setContentType("text/html;charset=utf-8").setBody(PAGE));
      return;
    }
    MockHttpServletRequestBuilder request =
        request(HttpMethod.valueOf(route.request().method()), asked);
    route.request().headers().forEach(request::header);
    if (route.request().postDataBuffer() != null) {
      request.content(route.request().postDataBuffer());
    }
    MockHttpServletResponse response =
        counter.as("clerk", List.of(SmallProvince.CENTRE + ".counter-clerk"), () -> told(request));
    route.fulfill(
        new Route.FulfillOptions()
            .setStatus(response.getStatus())
            .setContentType(String.valueOf(response.getContentType()))
            .setBodyBytes(response.getContentAsByteArray()));
  }

  private MockHttpServletResponse told(MockHttpServletRequestBuilder request) {
    try {
      return mvc.perform(request).andReturn().getResponse();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Optional<Path> chromium() {
    return Stream.of(System.getenv("CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser")
        .filter(path -> path != null && Files.isExecutable(Path.of(path)))
        .map(Path::of)
        .findFirst();
  }
}
