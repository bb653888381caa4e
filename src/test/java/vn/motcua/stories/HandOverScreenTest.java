package vn.motcua.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
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
import vn.motcua.Browser;
import vn.motcua.dossier.DossierState;
import vn.motcua.dossier.Dossiers;

/** Dossiers go to the agency and their result comes back and is given, by keyboard alone. */
@Tag("browser")
@ActiveProfiles("demo")
@DirtiesContext
@SpringBootTest(
    classes = Application.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:hand-over-screen",
      "camunda.bpm.job-execution.enabled=false"
    })
@Import(Town.class)
class HandOverScreenTest {

  private static final String OWNER = "022190000001";

  @LocalServerPort int port;
  @Autowired Town town;
  @Autowired Dossiers dossiers;

  @DynamicPropertySource
  static void models(DynamicPropertyRegistry properties) {
    properties.add("motcua.models", () -> Models.of("1.013830").toString());
  }

  @Test
  void papersGoThereAndTheResultComesBackToItsOwner() {
    try (Browser browser = Browser.open(port)) {
      Page hung = browser.signedIn("hung.motcua", "motcua");
      String first = received(hung);
      String second = received(hung);
      String third = received(hung);
      List.of(first, second, third).forEach(code -> town.step(code, "outcome", "accept"));
      givesTwo(hung, first, second);

      Page mail = browser.signedIn("stp.vanthu", "motcua");
      signsForThem(mail, second);
      hung.navigate("/handover");
      assertThat(hung.locator("main").innerText()).contains("nhận thiếu, 1/3 giấy tờ", third);
      Browser.pictures(hung, "handover-answered");

      town.step(first);
      town.step(first, "outcome", "forward");
      town.step(first, "outcome", "forward");
      town.step(first, "outcome", "approve");
      town.step(first, "documentNumber", "12/QĐ-STP");
      comesBack(browser, mail, first);
      refusedAtTheCounter(hung);
      assertThat(browser.problems())
          .noneMatch(told -> told.contains("motcua:") || told.contains("/desk/"));
    }
  }

  private static void givesTwo(Page page, String first, String second) {
    page.navigate("/");
    page.locator(".doors a[href='/handover']").press("Enter");
    page.locator("#scan:focus").waitFor();
    Browser.pictures(page, "handover-waiting");
    for (String code : List.of(first, second.toLowerCase())) {
      page.keyboard().type(code);
      page.keyboard().press("Enter");
      page.getByText("Đã chọn hồ sơ " + code.toUpperCase()).waitFor();
    }
    Locator give = page.getByText("Lập phiếu và giao 2 hồ sơ");
    Browser.pictures(page, "handover-chosen");
    give.press("Enter");
    page.locator(".message.good").waitFor();
    assertThat(page.locator(".message.good").innerText()).contains("Đã lập phiếu 01/BGHS");
    Browser.pictures(page, "handover-given");
    APIResponse paper = page.request().get(page.locator(".message.good a").getAttribute("href"));
    assertThat(paper.headers().get("content-type")).isEqualTo("application/pdf");
  }

  private static void signsForThem(Page page, String less) {
    page.navigate("/handover");
    page.getByText("Chờ bạn xác nhận (1)").waitFor();
    Locator outcome = page.locator("select[name='outcome-" + less + "']");
    outcome.focus();
    outcome.selectOption("short");
    page.keyboard().press("Tab");
    page.keyboard().type("1");
    page.keyboard().press("Tab");
    page.locator("select[name='reason-" + less + "']").selectOption("missing-paper");
    page.keyboard().press("Tab");
    page.keyboard().type("Không thấy ảnh");
    Browser.pictures(page, "handover-confirm");
    page.keyboard().press("Enter");
    page.getByText("Đã xác nhận phiếu 01/BGHS.").waitFor();
    Browser.pictures(page, "handover-confirmed");
  }

  private void comesBack(Browser browser, Page mail, String code) {
    mail.navigate("/handover");
    mail.locator("input[value='" + code + "']").check();
    mail.getByText("Lập phiếu và giao 1 hồ sơ").press("Enter");
    mail.getByText("Đã lập phiếu 01/BGKQ").waitFor();
    Page thu = browser.signedIn("thu.traketqua", "motcua");
    thu.navigate("/handover");
    thu.locator("form.take button").press("Enter");
    thu.getByText("Đã xác nhận phiếu 01/BGKQ.").waitFor();

    thu.navigate("/returns");
    Browser.pictures(thu, "returns-list");
    thu.locator("#code").fill(code);
    thu.keyboard().press("Enter");
    thu.locator("#receiverIdentity").fill("999");
    thu.locator("#fee").selectOption("paid");
    Browser.pictures(thu, "returns-form");
    thu.keyboard().press("Tab");
    thu.keyboard().press("Enter");
    thu.locator(".message.wrong").waitFor();
    assertThat(thu.locator(".message.wrong").innerText()).contains("không phải của người nộp");
    Browser.pictures(thu, "returns-refused");
    thu.locator("#receiverIdentity").fill(OWNER);
    thu.keyboard().press("Enter");
    thu.getByText("Đã trả kết quả hồ sơ " + code).waitFor();
    assertThat(dossiers.find(code).orElseThrow().state()).isEqualTo(DossierState.RETURNED);
    Browser.pictures(thu, "returns-done");
  }

  /** What the counter refuses has ended; its form is had on the page of the dossier. */
  private void refusedAtTheCounter(Page page) {
    String code = received(page);
    town.step(code, "outcome", "refuse", "reason", "out-of-competence", "note", "Thuộc tỉnh khác");
    page.navigate("/dossier?code=" + code);
    page.locator("[data-form=refusal]").press("Enter");
    page.locator("dialog .mc-buttons").getByText("Phát hành").press("Enter");
    page.getByText("Đã phát hành, số 01/TC").waitFor();
    Browser.pictures(page, "dossier-refusal-letter");
  }

  private static String received(Page page) {
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
            Map.of(
                "procedureCode", "1.013830",
                "channel", "counter",
                "returnWay", "counter",
                "applicant",
                    Map.of(
                        "name", "Nguyễn Thị Hoàng Lan",
                        "kind", "person",
                        "identityKind", "cccd",
                        "identityNumber", OWNER,
                        "phone", "0912345678",
                        "address", "Tổ 5, phường Hồng Gai, tỉnh Quảng Ninh"),
                "papers",
                    List.of(
                        Map.of(
                            "name", "Đơn đề nghị", "kind", "original", "count", 1, "ticked", true),
                        Map.of("name", "Ảnh", "kind", "photocopy", "count", 2, "ticked", true))));
    return (String) ((Map<?, ?>) answer).get("code");
  }
}
