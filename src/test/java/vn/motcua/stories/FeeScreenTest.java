package vn.motcua.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.motcua.Application;
import vn.motcua.Axe;
import vn.motcua.Browser;
import vn.motcua.dossier.DossierState;
import vn.motcua.dossier.Dossiers;

/** Money at the counter by keyboard alone: taken at once, taken at the return, handed in. */
@Tag("browser")
@ActiveProfiles("demo")
@DirtiesContext
@SpringBootTest(
    classes = Application.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:fee-screen",
      "camunda.bpm.job-execution.enabled=false"
    })
@Import(Town.class)
class FeeScreenTest {

  @LocalServerPort int port;
  @Autowired Town town;
  @Autowired Dossiers dossiers;

  @DynamicPropertySource
  static void models(DynamicPropertyRegistry properties) {
    properties.add("motcua.models", () -> Models.of("1.013830").toString());
  }

  @Test
  void theFeeIsTakenByKeyboardAndTheCashHandedIn() {
    try (Browser browser = Browser.open(port)) {
      Page hung = browser.signedIn("hung.motcua", "motcua");
      hung.navigate("/counter");
      hung.waitForSelector("#procedure:focus");
      hung.evaluate(
          "() => { window.touched = 0;"
              + "['pointerdown', 'mousedown', 'touchstart'].forEach(kind =>"
              + " window.addEventListener(kind, () => window.touched++, true)); }");

      paidAtOnce(hung);
      presses(hung, "Enter");
      hung.waitForSelector("#procedure:focus");
      String owing = paidLater(hung);
      nonsense(hung);
      assertThat(hung.evaluate("window.touched")).as("uses of a mouse").isEqualTo(0);

      town.approved(owing);
      town.step(owing, "documentNumber", "12/QĐ-STP");
      whoIsRefusedTakesNoMoneyByTheNextKey(hung, owing);
      paidAtTheReturn(browser, owing);
      handedIn(hung);
      assertThat(browser.problems()).noneMatch(told -> told.contains("motcua:"));
    }
  }

  private static void fills(Page page, String number, String name) {
    page.keyboard().type("1.013830");
    presses(page, "Enter");
    page.waitForSelector("[name='applicant.identityNumber']:focus");
    page.waitForResponse(
        "**/api/counter/person",
        () -> {
          page.keyboard().type(number);
          presses(page, "Enter");
        });
    page.waitForSelector("[data-person=applicant] [role=status]:not(:empty)");
    page.keyboard().type(name);
    presses(page, "Enter");
    page.keyboard().type("0912000001");
    presses(page, "Enter", "Enter");
    page.keyboard().type("Tổ 1, phường Hồng Gai");
    presses(page, "F8", "Space");
  }

  private static void paidAtOnce(Page page) {
    fills(page, "022190003001", "Trần Văn An");
    presses(page, "F7", "Space");
    assertThat(page.locator(".fee-sum").innerText()).isEqualTo("Phải thu: 100.000 đồng");
    Browser.pictures(page, "fees-counter");
    assertThat(Axe.faults(page)).isEmpty();

    presses(page, "Control+Enter");
    page.waitForSelector("#receipt");

    assertThat(page.locator("#receipt").innerText())
        .isEqualTo("Đã thu 100.000 đồng, biên lai số 01/BLPL");
    page.getByText("Giấy hẹn số 01/TNHS").waitFor();
    Browser.pictures(page, "fees-taken");
    APIResponse paper = page.request().get(page.locator("#receipt").getAttribute("href"));
    assertThat(paper.headers().get("content-type")).isEqualTo("application/pdf");
    assertThat(Axe.faults(page)).isEmpty();
  }

  /** Half is remitted, the rest is paid when the result is given. */
  private static String paidLater(Page page) {
    fills(page, "022190003002", "Lê Thị Bình");
    presses(page, "F7", "Space");
    page.locator("[data-fee] [data-p=relief]").focus();
    presses(page, "ArrowDown", "ArrowDown");
    presses(page, "Tab");
    page.keyboard().type("40.000");
    presses(page, "Tab");
    page.keyboard().type("Thẻ số 12");
    page.locator("[name=feeCollect]").focus();
    presses(page, "ArrowDown");
    assertThat(page.locator(".fee-sum").innerText()).isEqualTo("Phải thu: 60.000 đồng");
    Browser.pictures(page, "fees-less");

    presses(page, "Control+Enter");
    page.getByText("Còn phải thu 60.000 đồng (Sáu mươi nghìn đồng)").waitFor();
    String code = page.locator("#code").innerText();
    presses(page, "Enter");
    page.waitForSelector("#procedure:focus");
    return code;
  }

  /** A price that is none is told at its field, and nothing is lost. */
  private static void nonsense(Page page) {
    fills(page, "022190003003", "Phạm Quốc Cường");
    page.locator("[data-fee] [data-p=price]").focus();
    presses(page, "Control+A");
    page.keyboard().type("-5");
    presses(page, "Control+Enter");
    page.getByText("“-5” là số âm").waitFor();
    assertThat(page.evaluate("document.activeElement.dataset.p")).isEqualTo("price");
    assertThat(page.locator("[name='applicant.name']").inputValue()).isEqualTo("Phạm Quốc Cường");
    Browser.pictures(page, "fees-nonsense");
    presses(page, "Control+A");
    page.keyboard().type("100.000");
    page.locator("[name=feeWay]").focus();
    presses(page, "ArrowDown");
    presses(page, "Control+Enter");
    page.getByText("phải có số giao dịch").waitFor();
    page.keyboard().type("FT26330");
    presses(page, "Control+Enter");
    page.waitForSelector("#receipt");
    assertThat(page.locator("#receipt").innerText()).endsWith("02/BLPL");
  }

  /** The focus stays with what was refused, never at the button that takes money. */
  private static void whoIsRefusedTakesNoMoneyByTheNextKey(Page page, String code) {
    page.navigate("/fees?code=" + code);
    page.waitForSelector("[name=way][value=cash]:focus");
    page.locator("summary").first().press("Enter");
    page.locator("[id^=line-][id$=-relief]").selectOption("poor-household");
    page.locator("[id^=line-][id$=-amount]").fill("900.000");
    page.locator("[id^=line-][id$=-words]").fill("Sổ số 12");
    page.locator("[id^=line-][id$=-words]").press("Enter");
    page.getByText("900.000 đồng không hợp lệ").waitFor();
    page.waitForSelector("[id^=line-][id$=-relief]:focus");
    assertThat(page.inputValue("[id^=line-][id$=-words]")).isEqualTo("Sổ số 12");
    Browser.pictures(page, "fees-row-refused");

    page.locator("#name").fill("Phí thẩm định");
    page.locator("#price").fill("-5");
    page.locator("#price").press("Enter");
    page.getByText("“-5” là số âm").waitFor();
    page.waitForSelector("#name:focus");
    assertThat(page.inputValue("#name")).isEqualTo("Phí thẩm định");
    Browser.pictures(page, "fees-charge-refused");
  }

  private void paidAtTheReturn(Browser browser, String code) {
    Page thu = browser.signedIn("thu.traketqua", "motcua");
    thu.navigate("/returns?code=" + code);
    thu.waitForSelector("#pay-way:focus");
    Browser.pictures(thu, "fees-return-owed");
    assertThat(Axe.faults(thu)).isEmpty();
    presses(thu, "Tab", "Tab", "Enter");
    thu.getByText("Đã thu tiền và lập biên lai.").waitFor();
    Browser.pictures(thu, "fees-return-paid");
    thu.locator("#receiverIdentity").focus();
    thu.keyboard().type("022190003002");
    presses(thu, "Enter");
    thu.getByText("Đã trả kết quả hồ sơ " + code).waitFor();
    assertThat(dossiers.find(code).orElseThrow().state()).isEqualTo(DossierState.RETURNED);

    thu.navigate("/fees?code=" + code);
    thu.locator("summary").first().focus();
    presses(thu, "Enter");
    Browser.pictures(thu, "fees-dossier");
    assertThat(Axe.faults(thu)).isEmpty();
  }

  private static void handedIn(Page page) {
    page.navigate("/");
    page.locator(".doors a[href='/fees']").press("Enter");
    page.waitForSelector("#code:focus");
    Browser.pictures(page, "fees-page");
    assertThat(Axe.faults(page)).isEmpty();
    page.getByText("Bảng kê thu tiền trong ngày").press("Enter");
    page.waitForSelector("#total");
    assertThat(page.locator("#total").innerText()).isEqualTo("200.000");
    assertThat(page.locator("#cash").innerText()).isEqualTo("100.000 đồng");
    Browser.pictures(page, "fees-day");
    assertThat(Axe.faults(page)).isEmpty();
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    Browser.pictures(page, "fees-day-print");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
  }

  private static void presses(Page page, String... keys) {
    for (String key : keys) {
      page.keyboard().press(key);
    }
  }
}
