package vn.motcua.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.motcua.Application;
import vn.motcua.Axe;
import vn.motcua.Browser;
import vn.motcua.dossier.DossierState;
import vn.motcua.dossier.Dossiers;

/** A birth with residence and insurance card: received once, three results, given as they come. */
@Tag("browser")
@ActiveProfiles("demo")
@DirtiesContext
@SpringBootTest(
    classes = Application.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:linked-screen",
      "camunda.bpm.job-execution.enabled=false"
    })
class LinkedScreenTest {

  private static final String IDENTITY = "022190000001";

  @LocalServerPort int port;
  @Autowired TaskService tasks;
  @Autowired IdentityService identity;
  @Autowired Dossiers dossiers;

  @DynamicPropertySource
  static void models(DynamicPropertyRegistry properties) {
    properties.add("motcua.models", () -> Models.of("2.000986").toString());
  }

  @Test
  void oneReceptionThreeResultsTwoDates() {
    try (Browser browser = Browser.open(port)) {
      String code = received(browser.signedIn("lan.motcua", "motcua"));
      step(code, "receive", "outcome", "accept");
      step(code, "appraise", "outcome", "forward");
      step(code, "approve", "outcome", "approve");
      step(code, "seal", "documentNumber", "KS 12/2026");

      Page minh = browser.signedIn("minh.traketqua", "motcua");
      givesTheBirthCertificate(minh, code);

      step(code, "transfer");
      step(code, "health-insurance");
      step(code, "health-insurance-approve", "outcome", "approve");
      twoDatesInTasklist(browser, code);
      step(code, "health-insurance-seal", "documentKind", "other");

      minh.navigate("/dossier?code=" + code);
      minh.locator("#results").waitFor();
      assertThat(minh.locator("section[aria-labelledby=results]").innerText())
          .contains("Công an tỉnh", "Bảo hiểm xã hội tỉnh", "01/VB-BHXH", "Đã trả lúc");
      assertThat(Axe.faults(minh)).isEmpty();
      Browser.pictures(minh, "linked-dossier");

      step(code, "residence");
      step(code, "residence-approve", "outcome", "approve");
      step(code, "residence-seal", "documentKind", "notice");
      step(code, "gather");
      givesTheRest(minh, code);
      assertThat(browser.problems()).noneMatch(told -> told.contains("motcua:"));
    }
  }

  private static String received(Page page) {
    page.navigate("/counter");
    page.waitForSelector("#procedure:focus");
    page.keyboard().type("2.000986");
    page.keyboard().press("Enter");
    page.waitForSelector(":is([name=level], [name='applicant.identityNumber']):focus");
    page.keyboard().press("F4");
    page.waitForResponse(
        "**/api/counter/person",
        () -> {
          page.keyboard().type(IDENTITY);
          page.keyboard().press("Enter");
        });
    page.waitForSelector("[data-person=applicant] [role=status]:not(:empty)");
    for (String words : List.of("Nguyễn Thị Lan", "0912345678", "", "Tổ 1, phường Hồng Gai")) {
      page.keyboard().type(words);
      page.keyboard().press("Enter");
    }
    page.keyboard().press("F8");
    page.keyboard().press("Space");
    page.keyboard().press("Control+Enter");
    page.waitForSelector("#code");
    page.waitForSelector("#results");
    assertThat(page.locator("#results tbody tr").count()).isEqualTo(3);
    assertThat(page.locator("#results").innerText())
        .contains("Giấy khai sinh", "Công an tỉnh", "15 ngày", "Bảo hiểm xã hội tỉnh", "10 ngày");
    page.getByText("Giấy hẹn số").waitFor();
    assertThat(Axe.faults(page)).isEmpty();
    Browser.pictures(page, "linked-received");
    return page.locator("#code").innerText();
  }

  private static void givesTheBirthCertificate(Page page, String code) {
    page.navigate("/returns?code=" + code);
    assertThat(page.locator("input[name=result]:checked").count()).isOne();
    assertThat(page.locator("input[name=result]:disabled").count()).isEqualTo(2);
    page.locator("#receiverIdentity").fill(IDENTITY);
    page.locator("#fee").selectOption("none");
    assertThat(Axe.faults(page)).isEmpty();
    Browser.pictures(page, "linked-return-part");
    page.locator("#receiverIdentity").press("Enter");
    page.getByText("Đã trả một phần kết quả của hồ sơ " + code).waitFor();
  }

  private static void twoDatesInTasklist(Browser browser, String code) {
    try (Desk desk = Desk.of(browser, "bhxh.vanthu", "linked").see(code)) {
      Page page = desk.page();
      assertThat(desk.sheet())
          .contains("Các kết quả liên thông", "việc này", "Cơ quan nhận hồ sơ lúc");
      page.locator(".mc-sheet tr[data-mine]").scrollIntoViewIfNeeded();
      desk.picture("results");
      assertThat(Axe.faults(page, ".mc-sheet")).isEmpty();
    }
  }

  private void givesTheRest(Page page, String code) {
    page.navigate("/returns?code=" + code);
    assertThat(page.locator("input[name=result]:checked").count()).isEqualTo(2);
    page.locator("#receiverIdentity").fill(IDENTITY);
    page.locator("#fee").selectOption("none");
    Browser.pictures(page, "linked-return-rest");
    page.locator("#receiverIdentity").press("Enter");
    page.getByText("Đã trả kết quả hồ sơ " + code).waitFor();
    assertThat(dossiers.find(code).orElseThrow().state()).isEqualTo(DossierState.RETURNED);
  }

  /** Somebody who holds the post does this open step. */
  private void step(String code, String step, String... words) {
    Task task =
        tasks
            .createTaskQuery()
            .processInstanceBusinessKey(code)
            .taskDefinitionKey(step)
            .singleResult();
    List<String> post = List.of(task.getTenantId());
    Map<String, Object> variables = new HashMap<>();
    for (int i = 0; i < words.length; i += 2) {
      variables.put(words[i], words[i + 1]);
    }
    identity.setAuthentication("ai." + step, post, post);
    try {
      tasks.complete(task.getId(), variables);
    } finally {
      identity.clearAuthentication();
    }
  }
}
