package vn.motcua.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
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
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.motcua.Application;
import vn.motcua.Browser;
import vn.motcua.language.Dates;

/** Five o'clock, thirty dossiers to sign; a colleague who is ill; a leader who is away. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DirtiesContext
@SpringBootTest(
    classes = Application.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:many-screen",
      "camunda.bpm.job-execution.enabled=false"
    })
@Import({Office.class, Ward.class})
class ManyScreenTest {

  @LocalServerPort int port;
  @Autowired Ward ward;
  @Autowired Clock clock;

  private Browser browser;

  @DynamicPropertySource
  static void models(DynamicPropertyRegistry properties) {
    Office.models(properties);
  }

  @BeforeAll
  void openTheWard() {
    browser = Browser.open(port);
    ward.open();
  }

  @AfterAll
  void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void thirtyAreApprovedWithTheKeyboardThoughAColleagueFinishedOne() {
    List<String> codes = ward.approving(30);
    Page page = browser.signedIn(Ward.SON, Office.PASSWORD);
    page.navigate("/work");
    page.locator("#rows tr").nth(29).waitFor();
    String other = codes.get(7);
    ward.does(Ward.DUNG, other, Map.of("outcome", "approve"));

    page.keyboard().press("a");
    assertThat(page.locator("#count").innerText()).isEqualTo("Đã chọn 30 trong 30");
    Browser.picture(page, "many-selected");
    page.keyboard().press("d");
    assertThat(page.evaluate("document.activeElement.dataset.outcome")).isEqualTo("approve");
    page.keyboard().press("Enter");
    page.locator("dialog#ask").getByText("Phê duyệt: 30 hồ sơ").waitFor();
    Browser.picture(page, "many-ask");
    page.keyboard().press("Enter");

    page.getByText("Xong 29 hồ sơ. Không làm được 1 hồ sơ, xem lý do ở từng dòng.").waitFor();
    Locator left = page.locator("#rows tr[aria-selected=true]");
    assertThat(left.count()).isOne();
    assertThat(left.innerText()).contains(other, "Lê Việt Dũng đã làm xong bước này lúc");
    Browser.picture(page, "many-done");
    assertThat(codes).allMatch(code -> ward.acts(code, "approve") == 1);
    page.keyboard().press("d");
    page.keyboard().press("Enter");
    page.keyboard().press("Enter");
    page.getByText("Xong 0 hồ sơ. Không làm được 1 hồ sơ").waitFor();
    assertThat(codes).as("pressed again").allMatch(code -> ward.acts(code, "approve") == 1);
    page.close();
  }

  @Test
  void papersOfManyComeAsOne() {
    List<String> codes = ward.received(2);
    String none = ward.appraising(1).get(0);
    Page page = browser.signedIn(Office.LAN, Office.PASSWORD);
    page.navigate("/work");
    page.locator("#rows tr").nth(1).waitFor();
    page.locator("#all").press("Space");
    Response made =
        page.waitForResponse(
            answer -> answer.url().endsWith("/api/letters/print"),
            () -> page.locator("#print").press("Enter"));
    page.getByText("Đã lập 2 giấy tờ trong một tệp PDF.").waitFor();

    assertThat(made.headerValue("content-type")).isEqualTo("application/pdf");
    assertThat(page.locator("#rows").innerText()).contains(codes).doesNotContain(none);
    page.close();
  }

  @Test
  void aStretchIsSelectedWithShiftAndSpace() {
    ward.appraising(5);
    Page page = browser.signedIn(Ward.BINH, Office.PASSWORD);
    page.navigate("/work");
    page.locator("#rows tr").nth(4).waitFor();

    page.keyboard().press("Space");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Shift+Space");
    assertThat(page.locator("#rows tr[aria-selected=true]").count()).isEqualTo(3);
    page.keyboard().press("Escape");
    assertThat(page.locator("#rows tr[aria-selected=true]").count()).isZero();
    page.close();
  }

  @Test
  void theHeadMovesTheWorkOfAColleagueWhoIsIll() {
    List<String> codes = ward.appraising(4);
    codes.forEach(code -> ward.takes(Office.HOA, code));
    Page page = browser.signedIn(Ward.GIANG, Office.PASSWORD);
    page.navigate("/unit");

    page.locator(".load a", new Page.LocatorOptions().setHasText("Vũ Thị Hòa")).press("Enter");
    page.getByText("Việc của Vũ Thị Hòa").waitFor();
    page.locator("#rows tr[data-code='" + codes.get(3) + "']").waitFor();
    page.locator("#all").press("Space");
    page.selectOption("#to", Ward.BINH);
    page.fill("#reason", "Đồng nghiệp nghỉ ốm");
    Browser.picture(page, "unit-selected");
    page.locator("#reassign").press("Enter");

    page.getByText("Xong cả 4 hồ sơ.").waitFor();
    Browser.picture(page, "unit-moved");
    assertThat(codes).allMatch(code -> ward.task(code).getAssignee().equals(Ward.BINH));
    page.navigate("/unit");
    assertThat(page.locator(".load tr[data-person='" + Ward.BINH + "'] td").first().innerText())
        .isEqualTo("4");
    page.close();
  }

  @Test
  void theSubstituteActsInTwoNamesWhichSheetAndSlipShow() {
    String code = ward.approving(1).get(0);
    ward.takes(Ward.SON, code);
    Page son = browser.signedIn(Ward.SON, Office.PASSWORD);
    son.navigate("/absence");
    son.fill("#to", Dates.day(LocalDate.now(clock).plusDays(2)));
    son.selectOption("#substitute", Ward.GIANG);
    son.fill("#reason", "Đi công tác tỉnh");
    Browser.picture(son, "absence-form");
    son.locator("main form[method=post] button[type=submit]").last().press("Enter");
    son.getByText("Đã ghi nhận.").waitFor();
    Browser.picture(son, "absence-entered");

    Page giang = browser.signedIn(Ward.GIANG, Office.PASSWORD);
    giang.navigate("/");
    giang.getByText("Đang làm thay: Trần Hồng Sơn").waitFor();
    Browser.picture(giang, "absence-home");
    giang.navigate("/work");
    Locator row = giang.locator("#rows tr[data-code='" + code + "']");
    row.waitFor();
    assertThat(row.innerText()).contains("Hoàng Trường Giang thay mặt Trần Hồng Sơn");
    giang.navigate("/camunda/app/tasklist/default/#/?task=" + ward.task(code).getId());
    giang.waitForSelector(".mc-sheet");
    assertThat(giang.locator(".mc-sheet").innerText()).contains(code);
    giang.navigate("/work");
    giang.locator("#rows tr[data-code='" + code + "'] input[type=checkbox]").press("Space");
    giang.locator("button[data-outcome=approve]").press("Enter");
    giang.locator("#go").press("Enter");
    giang.getByText("Xong cả 1 hồ sơ.").waitFor();

    giang.navigate("/dossier?code=" + code);
    Locator acts = giang.locator("section[aria-labelledby=acts]");
    assertThat(acts.innerText())
        .contains("Hoàng Trường Giang thay mặt Trần Hồng Sơn")
        .contains("Chuyển việc");
    assertThat(words(giang, "/api/dossiers/" + code + "/letters/control/preview.pdf"))
        .contains("HoàngTrườngGiangthaymặtTrầnHồngSơn");
    acts.scrollIntoViewIfNeeded();
    Browser.picture(giang, "absence-acts");
    giang.close();
    son.close();
    assertThat(browser.problems()).noneMatch(told -> told.startsWith("error: Error"));
  }

  /** The words of a paper as this person gets it, without blanks: a narrow column breaks them. */
  private static String words(Page page, String paper) {
    try (PDDocument document = Loader.loadPDF(page.request().get(paper).body())) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", "");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
