package vn.motcua.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.motcua.Application;
import vn.motcua.Axe;
import vn.motcua.Browser;

/** A clerk at the counter of a ward, with people waiting, and everything that can go wrong. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ActiveProfiles("demo")
@DirtiesContext
@SpringBootTest(
    classes = Application.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:counter-screen",
      "camunda.bpm.job-execution.enabled=false"
    })
class CounterScreenTest {

  private static final String LAN = "lan.motcua";
  private static final String PASSWORD = "motcua";
  private static final byte[] PNG =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

  /** What people come with: words for the search, number, name, telephone, address. */
  private static final String[][] QUEUE = {
    {"khai sinh", "022190001001", "Trần Văn An", "0912000001", "Tổ 1, phường Hồng Gai"},
    {"sao y", "022190001002", "Lê Thị Bình", "0912000002", "Tổ 2, phường Hồng Gai"},
    {"1.000894", "022190001003", "Phạm Quốc Cường", "0912000003", "Tổ 3, phường Hồng Gai"},
    {"giay chung tu", "022190001004", "Đỗ Thị Dung", "0912000004", "Tổ 4, phường Hồng Gai"},
    {"doc than", "022190001005", "Vũ Minh Đức", "0912000005", "Tổ 5, phường Hồng Gai"},
    {"chung thuc chu ky", "022190001006", "Bùi Thị Giang", "0912000006", "Tổ 6, Hồng Gai"},
    {"sao y", "022190001007", "Hoàng Văn Hải", "0912000007", "Tổ 7, phường Hồng Gai"},
    {"khai sinh", "022190001008", "Ngô Thị Hạnh", "0912000008", "Tổ 8, phường Hồng Gai"},
    {"di chuc", "022190001009", "Đặng Văn Khoa", "0912000009", "Tổ 9, phường Hồng Gai"},
    {"sao y", "022190001001", "Trần Văn An", null, null},
  };

  @LocalServerPort int port;
  @Autowired JdbcTemplate jdbc;

  private Browser browser;

  @DynamicPropertySource
  static void models(DynamicPropertyRegistry properties) {
    properties.add(
        "motcua.models",
        () ->
            Models.of(
                    "1.001193",
                    "2.000815",
                    "1.000894",
                    "1.000656",
                    "1.004873",
                    "2.000884",
                    "2.001019",
                    "1.013995")
                .toString());
  }

  @BeforeAll
  void openBrowser() {
    browser = Browser.open(port);
  }

  @AfterAll
  void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  private Page counter() {
    Page page = browser.signedIn(LAN, PASSWORD);
    page.navigate("/counter");
    page.waitForSelector("#procedure:focus");
    return page;
  }

  /** Words of a field that are typed where the focus is. */
  private static void types(Page page, String words) {
    page.keyboard().type(words);
  }

  private static void presses(Page page, String... keys) {
    for (String key : keys) {
      page.keyboard().press(key);
    }
  }

  private static void finds(Page page, String words) {
    types(page, words);
    presses(page, "Enter");
    page.waitForSelector(
        ":is([name=caseId], [name=level], [name='applicant.identityNumber']):focus");
    if (page.evaluate("document.activeElement.name").equals("caseId")) {
      presses(page, "ArrowDown");
    }
    presses(page, "F4");
  }

  private static void identifies(Page page, String number) {
    page.waitForResponse(
        "**/api/counter/person",
        () -> {
          types(page, number);
          presses(page, "Enter");
        });
    page.waitForSelector("[data-person=applicant] [role=status]:not(:empty)");
  }

  /** Name, telephone, no mail, address. */
  private static void describes(Page page, String name, String phone, String address) {
    types(page, name);
    presses(page, "Enter");
    types(page, phone);
    presses(page, "Enter", "Enter");
    types(page, address);
  }

  private static String receives(Page page) {
    presses(page, "Control+Enter");
    page.waitForSelector("#code");
    return page.locator("#code").innerText();
  }

  private int received() {
    return jdbc.queryForObject("select count(*) from dossier", Integer.class);
  }

  @Test
  @Order(1)
  void tenIntakesByKeyboardAlone() {
    Page page = counter();
    page.evaluate(
        "() => { window.touched = 0;"
            + "['pointerdown', 'mousedown', 'touchstart'].forEach(kind =>"
            + " window.addEventListener(kind, () => window.touched++, true)); }");
    int before = received();
    Instant begun = Instant.now();

    for (String[] who : QUEUE) {
      finds(page, who[0]);
      identifies(page, who[1]);
      if (who[3] != null) {
        describes(page, who[2], who[3], who[4]);
      }
      presses(page, "F8", "Space", "ArrowDown", "2");
      assertThat(receives(page)).startsWith("H");
      assertThat(page.evaluate("document.activeElement.id")).isEqualTo("next");
      presses(page, "Enter");
      page.waitForSelector("#procedure:focus");
    }

    Duration used = Duration.between(begun, Instant.now());
    System.out.printf("Ten intakes by keyboard alone: %d s%n", used.toSeconds());
    assertThat(page.evaluate("window.touched")).as("uses of a mouse").isEqualTo(0);
    assertThat(used).isLessThan(Duration.ofMinutes(10));
    assertThat(received() - before).isEqualTo(10);
    List<Map<String, Object>> rows =
        jdbc.queryForList(
            "select d.procedure_code, d.applicant_name, d.applicant_phone, d.applicant_address,"
                + " d.channel, d.assisted, d.received_by, (select sum(p.copies) from dossier_paper"
                + " p where p.dossier_code = d.code) papers from dossier d order by d.code");
    assertThat(rows)
        .extracting(row -> row.get("procedure_code"))
        .containsExactly(
            "1.001193",
            "2.000815",
            "1.000894",
            "1.000656",
            "1.004873",
            "2.000884",
            "2.000815",
            "1.001193",
            "2.001019",
            "2.000815");
    assertThat(rows)
        .extracting(row -> row.get("applicant_name"))
        .containsExactlyElementsOf(Arrays.stream(QUEUE).map(who -> who[2]).toList());
    assertThat(rows.get(9))
        .as("who came again")
        .containsEntry("applicant_phone", "0912000001")
        .containsEntry("applicant_address", "Tổ 1, phường Hồng Gai");
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(row).containsEntry("channel", "counter").containsEntry("assisted", false);
              assertThat(row).containsEntry("received_by", LAN);
              assertThat(((Number) row.get("papers")).intValue()).isPositive();
            });
    assertThat(
            jdbc.queryForObject(
                "select count(*) from intake_draft where content <> ''", Integer.class))
        .as("drafts left")
        .isZero();
  }

  @Test
  @Order(2)
  void theCounterLooksAsItShouldAndHasNoFaultOfAccessibility() {
    Page page = counter();
    page.waitForSelector(".found li");
    Browser.picture(page, "counter-today");
    assertThat(page.locator(".found li").first().innerText()).as("used today").contains("2.000815");
    assertThat(Axe.faults(page)).isEmpty();

    finds(page, "khai sinh");
    identifies(page, "022190001008");
    presses(page, "F8", "Space");
    page.waitForSelector(".open-ones:not([hidden])");
    page.locator(".saved").getByText("Đã lưu").waitFor();
    page.evaluate("scrollTo(0, 0)");
    Browser.picture(page, "counter-form");
    assertThat(Axe.faults(page)).isEmpty();

    page.fill("[name='applicant.phone']", "12");
    presses(page, "Control+Enter");
    page.waitForTimeout(800);
    presses(page, "Control+Enter");
    page.waitForSelector("[aria-invalid]");
    Browser.picture(page, "counter-problems");
    assertThat(Axe.faults(page)).isEmpty();

    page.fill("[name='applicant.phone']", "0912000008");
    receives(page);
    page.click(".mc-ledger-box summary");
    page.waitForSelector(".mc-ledger li");
    page.click("text=In giấy hẹn");
    page.waitForSelector(".done a");
    page.waitForTimeout(1500);
    Browser.picture(page, "counter-done");
    assertThat(Axe.faults(page)).isEmpty();
  }

  @Test
  @Order(3)
  void aFieldThatIsWrongSaysWhatIsWrongAndNothingTypedIsLost() {
    Page page = counter();
    presses(page, "Control+Enter");
    assertThat(page.locator("#procedure-problem").innerText()).contains("Hãy chọn thủ tục trước");
    finds(page, "ket hon");
    types(page, "0221");
    presses(page, "Enter");
    Locator number = page.locator("[data-field='applicant.identityNumber'] .wrong-field");
    number.getByText("Số căn cước phải có đúng 12 chữ số; “0221” thì không.").waitFor();
    types(page, "Lê Thị Sáu");
    page.selectOption("[name=returnWay]", "online");
    int before = received();

    presses(page, "Control+Enter");

    page.locator(".go .message").getByText("ô chưa đúng").waitFor();
    assertThat(page.locator("[data-field='applicant.phone'] .wrong-field").innerText())
        .isEqualTo("Hãy nhập số điện thoại.");
    assertThat(page.locator("[data-field='applicant.email'] .wrong-field").innerText())
        .contains("cần địa chỉ thư điện tử");
    assertThat(page.evaluate("document.activeElement.name")).isEqualTo("applicant.identityNumber");
    assertThat(page.inputValue("[name='applicant.name']")).isEqualTo("Lê Thị Sáu");
    assertThat(received()).isEqualTo(before);
  }

  @Test
  @Order(4)
  void aDraftSurvivesAClosedBrowser() {
    Page page = counter();
    finds(page, "khai sinh");
    identifies(page, "022190002001");
    describes(page, "Phan Thị Mơ", "0912111222", "Tổ 9, phường Hồng Gai");
    presses(page, "F8", "3");
    page.selectOption("[name=channel]", "post");
    page.check("[name=assisted]");
    page.selectOption("[name=priority]", "meritorious");
    page.setInputFiles("#scans", file("to-khai.pdf", pdf()));
    page.waitForSelector(".scans li[data-state=there]");
    page.locator(".scans select").selectOption("1");
    page.waitForResponse(
        r -> r.url().contains("/api/counter/drafts/") && r.request().method().equals("PUT"),
        () -> page.fill("[name=content]", "Xin nhận sớm"));
    BrowserContext window = page.context();
    window.close();

    Page again = counter();
    again.locator(".drafts button").getByText("Phan Thị Mơ").press("Enter");
    PlaywrightAssertions.assertThat(again.locator("[name='applicant.name']"))
        .hasValue("Phan Thị Mơ");
    again.waitForSelector(".scans li");
    Browser.picture(again, "counter-draft");
    assertThat(again.inputValue("[name=content]")).isEqualTo("Xin nhận sớm");
    assertThat(again.inputValue("[data-p=count] >> nth=0")).isEqualTo("3");
    String code = receives(again);

    assertThat(jdbc.queryForMap("select * from dossier where code = ?", code))
        .containsEntry("channel", "post")
        .containsEntry("assisted", true)
        .containsEntry("priority", "meritorious")
        .containsEntry("content", "Xin nhận sớm");
    assertThat(
            jdbc.queryForMap("select name, paper from dossier_scan where dossier_code = ?", code))
        .containsEntry("name", "to-khai.pdf")
        .containsEntry("paper", 1);
  }

  @Test
  @Order(5)
  void scansAreTakenSeenAndRefusedInWords() {
    Page page = counter();
    finds(page, "sao y");
    identifies(page, "022190002002");
    describes(page, "Mai Văn Nam", "0912111333", "Tổ 9, phường Hồng Gai");
    page.setInputFiles(
        "#scans",
        new FilePayload[] {
          file("nang.pdf", Arrays.copyOf(pdf(), 25 * 1024 * 1024)),
          file("phan-mem.pdf", new byte[] {'M', 'Z', 0, 1, 2, 3}),
          file("chuong-trinh.exe", new byte[] {'M', 'Z', 0, 1, 2, 3}),
          file("Căn cước.png", PNG),
          file("Bản chính.pdf", pdf())
        });
    PlaywrightAssertions.assertThat(page.locator(".scans li[data-state=there]")).hasCount(2);
    PlaywrightAssertions.assertThat(page.locator(".scans li[data-state=refused]")).hasCount(3);

    assertThat(page.locator(".scans .wrong-field").allInnerTexts())
        .anyMatch(told -> told.contains("“nang.pdf” nặng 25,0 MB, quá 20 MB"))
        .anyMatch(told -> told.contains("“phan-mem.pdf” không phải là PDF thật"))
        .anyMatch(told -> told.contains("“chuong-trinh.exe” có đuôi “exe”"));
    page.locator(".scans").scrollIntoViewIfNeeded();
    Browser.picture(page, "counter-scans");
    assertThat(Axe.faults(page)).isEmpty();
    Response seen =
        page.waitForResponse(
            "**/api/scans/*", () -> page.click("[aria-label='Xem: Bản chính.pdf']"));
    assertThat(seen.headerValue("content-type")).isEqualTo("application/pdf");
    page.waitForTimeout(1500);
    Browser.picture(page, "counter-scan-preview");
    presses(page, "Escape");
    presses(page, "Control+Enter");
    page.locator(".go .message").getByText("Còn 3 tệp chưa tải xong hoặc bị từ chối").waitFor();
    for (String name : List.of("nang.pdf", "phan-mem.pdf", "chuong-trinh.exe")) {
      page.click("[aria-label='Bỏ: " + name + "']");
    }
    String code = receives(page);

    assertThat(
            jdbc.queryForList(
                "select name from dossier_scan where dossier_code = ? order by name",
                String.class,
                code))
        .containsExactlyInAnyOrder("Bản chính.pdf", "Căn cước.png");
    inTasklist(page, code);
  }

  /** Beside the task: the same scans, looked at in a window. */
  private void inTasklist(Page page, String code) {
    page.navigate("/camunda/app/tasklist/default/");
    page.waitForSelector(".task-filters .task-filter");
    assertThat(page.locator("a.mc-counter").getAttribute("href")).isEqualTo("/counter");
    page.locator(".task-filters .name a").getByText("Việc của đơn vị").click();
    page.locator("li.task", new Page.LocatorOptions().setHasText(code)).locator("h4 a").click();
    Locator scans = page.locator(".mc-scans tbody tr");
    scans.first().waitFor();
    assertThat(scans.count()).isEqualTo(2);
    scans.first().scrollIntoViewIfNeeded();
    Browser.picture(page, "counter-tasklist");
    Response seen =
        page.waitForResponse("**/api/scans/*", () -> scans.last().locator("button").press("Enter"));
    assertThat(seen.status()).isEqualTo(200);
    page.waitForTimeout(1000);
    Browser.picture(page, "counter-tasklist-scan");
  }

  @Test
  @Order(6)
  void aSessionThatEndsInTheMiddleLosesNothing() {
    Page page = counter();
    finds(page, "khai sinh");
    identifies(page, "022190002003");
    describes(page, "Đinh Thị Oanh", "0912111444", "Tổ 3, phường Hồng Gai");
    page.locator(".saved").getByText("Đã lưu").waitFor();
    page.context().clearCookies();
    presses(page, "F8", "4");

    page.waitForSelector("dialog.again[open]");
    FrameLocator login = page.frameLocator(".again-frame");
    login.locator("input[name=username]").waitFor();
    page.waitForTimeout(500);
    Browser.picture(page, "counter-again");
    login.locator("input[name=username]").fill(LAN);
    login.locator("input[name=password]").fill(PASSWORD);
    login.locator("input[name=password]").press("Enter");
    page.waitForSelector(
        "dialog.again",
        new Page.WaitForSelectorOptions()
            .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
    assertThat(page.inputValue("[name='applicant.name']")).isEqualTo("Đinh Thị Oanh");
    page.context().clearCookies();
    presses(page, "Control+Enter");
    login.locator("input[name=username]").fill(LAN);
    login.locator("input[name=password]").fill(PASSWORD);
    login.locator("input[name=password]").press("Enter");
    page.waitForSelector("#code");

    assertThat(
            jdbc.queryForList(
                "select d.applicant_address || ' ' || p.copies from dossier d"
                    + " join dossier_paper p on p.dossier_code = d.code and p.ticked"
                    + " where d.applicant_name = 'Đinh Thị Oanh'",
                String.class))
        .containsExactly("Tổ 3, phường Hồng Gai 4");
  }

  @Test
  @Order(7)
  void theSameMatterThatIsOpenIsNamedAndMayBeReceivedAllTheSame() {
    Page page = counter();
    finds(page, "sao y");
    identifies(page, "022190001007");
    page.locator(".open-ones").getByText("Nếu vẫn cần một hồ sơ nữa, cứ tiếp nhận.").waitFor();
    String open = page.locator(".open-ones a").innerText();
    assertThat(
            jdbc.queryForObject(
                "select applicant_name from dossier where code = ?", String.class, open))
        .isEqualTo("Hoàng Văn Hải");
    int before = received();

    presses(page, "Control+Enter", "Control+Enter");
    page.locator(".go .message").getByText("Bấm Ctrl + Enter lần nữa").waitFor();
    page.waitForTimeout(800);
    assertThat(received()).as("two presses in one breath are no answer").isEqualTo(before);

    assertThat(receives(page)).isNotEqualTo(open);
    assertThat(received()).isEqualTo(before + 1);
  }

  @Test
  @Order(8)
  void pressedTwiceItIsReceivedOnce() {
    Page page = counter();
    finds(page, "di chuc");
    identifies(page, "022190002005");
    describes(page, "Tạ Thị Phương", "0912111555", "Tổ 1, phường Hồng Gai");
    int before = received();

    page.dblclick(".receive");
    presses(page, "Control+Enter", "Control+Enter");
    page.waitForSelector("#code");
    page.waitForLoadState(LoadState.NETWORKIDLE);

    assertThat(received()).isEqualTo(before + 1);
  }

  @Test
  @Order(9)
  void anAnswerThatIsLostOnTheWayIsAskedForAgain() {
    Page page = counter();
    finds(page, "di chuc");
    identifies(page, "022190002007");
    describes(page, "Cao Văn Quý", "0912111777", "Tổ 1, phường Hồng Gai");
    int before = received();
    page.route(
        "**/api/dossiers?draft=*",
        way -> {
          way.fetch();
          way.abort();
        });

    presses(page, "Control+Enter");
    page.locator(".go .message").getByText("hồ sơ không bị nhận hai lần").waitFor();
    assertThat(received()).isEqualTo(before + 1);
    page.unroute("**/api/dossiers?draft=*");
    String code = receives(page);

    assertThat(received()).isEqualTo(before + 1);
    assertThat(
            jdbc.queryForObject(
                "select code from dossier where applicant_name = 'Cao Văn Quý'", String.class))
        .isEqualTo(code);
  }

  @Test
  @Order(10)
  void aBagOfOneSenderIsReceivedInARowAndHasOneSlip() {
    Page page = counter();
    finds(page, "sao y");
    identifies(page, "022190002006");
    describes(page, "Bưu điện Hồng Gai Lan", "0912111666", "Bưu điện Hồng Gai");
    page.check("[name=bag]");
    page.selectOption("[name=channel]", "post");
    page.focus("[name='applicant.address']");
    String first = receives(page);
    presses(page, "Enter");
    page.waitForSelector("#procedure:focus");
    assertThat(page.inputValue("[name='applicant.name']")).isEqualTo("Bưu điện Hồng Gai Lan");
    assertThat(page.locator(".papers tbody tr").count()).as("papers are fresh").isZero();
    finds(page, "chung thuc chu ky");
    String second = receives(page);

    Response slip =
        page.waitForResponse(
            answer -> answer.url().matches(".*/api/letters/\\d+\\.pdf.*"),
            () -> page.click("text=In một giấy hẹn cho 2 hồ sơ"));
    assertThat(slip.status()).isEqualTo(200);
    page.waitForTimeout(1500);
    Browser.picture(page, "counter-bag");

    assertThat(
            jdbc.queryForList(
                "select l.form from letter l join letter_dossier d on d.letter_id = l.id"
                    + " where d.dossier_code in (?, ?)",
                String.class,
                first,
                second))
        .containsExactly("slips", "slips");
    assertThat(
            jdbc.queryForList(
                "select channel from dossier where code in (?, ?)", String.class, first, second))
        .containsExactly("post", "post");
  }

  @Test
  @Order(11)
  void theDoorIsOnTheHomePageOfClerksAndShutForOthers() {
    Page lan = browser.signedIn(LAN, PASSWORD);
    lan.navigate("/");
    lan.click("text=Tiếp nhận tại quầy");
    lan.waitForSelector("#procedure");
    Page hoa = browser.signedIn("hoa.thamdinh", PASSWORD);
    hoa.navigate("/");
    assertThat(hoa.content()).doesNotContain("/counter");
    assertThat(hoa.navigate("/counter").status()).isEqualTo(403);
    assertThat(browser.problems())
        .noneMatch(told -> told.startsWith("error: ") && told.contains("/workplace/counter/"));
  }

  private static FilePayload file(String name, byte[] content) {
    return new FilePayload(name, "application/octet-stream", content);
  }

  /** One page that says "Tờ khai". */
  private static byte[] pdf() {
    return """
    %PDF-1.4
    1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
    2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
    3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj
    4 0 obj<</Length 42>>stream
    BT /F1 24 Tf 60 100 Td (To khai) Tj ET
    endstream endobj
    trailer<</Root 1 0 R>>
    """
        .getBytes(StandardCharsets.UTF_8);
  }
}
