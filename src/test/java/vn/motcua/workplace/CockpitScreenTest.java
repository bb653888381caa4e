package vn.motcua.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
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

/** What an administrator sees in Cockpit, in a real browser. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DirtiesContext
@SpringBootTest(
    classes = Application.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:cockpit-screen",
      "camunda.bpm.job-execution.enabled=false"
    })
@Import(Office.class)
class CockpitScreenTest {

  private static final String COCKPIT = "/camunda/app/cockpit/default/#";

  /** Names of files, of the model and of the engine's resources, the same in every language. */
  private static final String NAMES = "\\S+/|\\S+\\.(form|bpmn)\\b|\\$\\{\\w+}|\\(loại \\w+\\)";

  /** A moment as the stock Cockpit writes it. */
  private static final String ISO = "\\d{4}-\\d\\d-\\d\\dT";

  @LocalServerPort int port;
  @Autowired Office office;
  @Autowired RuntimeService processes;
  @Autowired ManagementService jobs;

  private Browser browser;
  private Page page;
  private ProcessInstance dossier;

  @DynamicPropertySource
  static void models(DynamicPropertyRegistry properties) {
    Office.models(properties);
  }

  /** One dossier is in work, and one of its timers has failed for good. */
  @BeforeAll
  void receiveDossier() {
    browser = Browser.open(port);
    office.open();
    Page lan = browser.signedIn(Office.LAN, Office.PASSWORD);
    String code = Office.received(lan, "Trần Văn Bình");
    lan.close();
    dossier =
        processes.createProcessInstanceQuery().processInstanceBusinessKey(code).singleResult();
    Job timer = jobs.createJobQuery().processInstanceId(dossier.getId()).list().get(0);
    jobs.setJobRetries(timer.getId(), 0);
    page = browser.signedIn(Office.ADMINISTRATOR, Office.PASSWORD);
  }

  @AfterAll
  void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "dashboard, Phiên quy trình đang chạy",
    "processes, Phiên đang chạy",
    "decisions, Chưa triển khai bảng quyết định nào",
    "tasks, Số việc theo nhóm",
    "repository, Chọn một tệp trong danh sách",
    "batch, Không có lô nào đã xong"
  })
  void everyPageIsVietnameseAndFitsTheScreen(String name, String words) {
    open("/" + name, words);

    assertVietnamese("cockpit-" + name);
    assertThat(page.title()).isEqualTo("Giám sát – Một Cửa");
    assertThat(page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
        .as("pixels beyond the screen")
        .isEqualTo(0);
    assertThat(
            page.evaluate(
                "() => document.querySelector('.ctn-main').getBoundingClientRect().top"
                    + " - document.querySelector('[cam-widget-header]').getBoundingClientRect().bottom"))
        .as("gap under the bar")
        .isEqualTo(0);
  }

  @Test
  void aProcedureSpeaksVietnameseOnEveryTab() {
    open("/process-definition/" + dossier.getProcessDefinitionId() + "/runtime", "Mã hồ sơ");

    assertEveryTabIsVietnamese("cockpit-procedure");
  }

  @Test
  void aDossierSpeaksVietnameseOnEveryTab() {
    open("/process-instance/" + dossier.getId() + "/runtime", "caseId");

    assertThat(tabs().allInnerTexts()).contains("Biến", "Sự cố", "Công việc", "Tác vụ nền");
    assertEveryTabIsVietnamese("cockpit-dossier");
  }

  @Test
  void theWindowForANewVariableNamesItsTypesInVietnamese() {
    open("/process-instance/" + dossier.getId() + "/runtime", "caseId");
    page.locator(".btn-toolbar:has(.glyphicon-plus)").click();
    page.locator(".modal-dialog select").first().waitFor();
    Locator types = page.locator(".modal-dialog select option");

    assertThat(types.evaluateAll("all => all.map(one => one.label)").toString())
        .contains("Chuỗi ký tự", "Ngày", "Số nguyên")
        .doesNotContain("String", "Date", "Integer");
    assertVietnamese("cockpit-variable");
  }

  @Test
  void anUnknownProcedureIsRefusedInVietnamese() {
    page.navigate("about:blank");
    page.navigate(COCKPIT + "/process-definition/khong-co/runtime");

    page.getByText("Không có định nghĩa quy trình với ID khong-co").waitFor();
    assertVietnamese("cockpit-unknown");
  }

  @Test
  void theSwitchSpeaksEnglish() {
    Page window = browser.signedIn(Office.ADMINISTRATOR, Office.PASSWORD);
    window
        .context()
        .addCookies(List.of(new Cookie("LANG", "en").setUrl("http://localhost:" + port)));
    window.navigate(COCKPIT + "/dashboard");

    window.getByText("Running Process Instances").first().waitFor();
    assertThat(window.title()).isEqualTo("Cockpit – Một Cửa");
    window.locator(".mc-language").getByText("Tiếng Việt").waitFor();
    window.close();
  }

  private void open(String place, String words) {
    // A change after the # alone would keep the page and whatever window is open in it.
    page.navigate("about:blank");
    page.navigate(COCKPIT + place);
    page.getByText(words).first().waitFor();
    page.waitForLoadState(LoadState.NETWORKIDLE);
  }

  private Locator tabs() {
    return page.locator(".ctn-tabbed .nav-tabs a");
  }

  private void assertEveryTabIsVietnamese(String picture) {
    assertThat(tabs().count()).isGreaterThan(1);
    for (int tab = 0; tab < tabs().count(); tab++) {
      tabs().nth(tab).click();
      page.waitForFunction("() => !/đang tải/i.test(document.body.innerText)");
      assertVietnamese(picture + "-" + tab);
    }
  }

  private void assertVietnamese(String picture) {
    Browser.picture(page, picture);
    String said =
        page.evaluate(
                """
                () => [document.body.innerText,
                  ...[...document.querySelectorAll('[title], [placeholder]')]
                    .filter(node => node.offsetParent && !node.closest('.bjs-powered-by'))
                    .map(node => `${node.title} ${node.placeholder || ''}`)].join('\\n')
                """)
            .toString();

    assertThat(said.replaceAll(NAMES, ""))
        .doesNotContainPattern(TranslationTest.ENGLISH)
        .doesNotContainPattern(ISO);
  }
}
