package vn.motcua.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
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
import vn.motcua.Browser;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.DossierState;
import vn.motcua.dossier.Dossiers;

/**
 * Two real dossiers from the counter to their result, every step by another official at a screen: a
 * birth registered on the spot in a ward, and a change to a building on land that waits for the tax
 * to be paid. The people are those of the demo.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ActiveProfiles("demo")
@DirtiesContext
@SpringBootTest(
    classes = Application.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:stories",
      "camunda.bpm.job-execution.enabled=false"
    })
class TwoDossiersTest {

  private static final String APPROVER_OF_THE_WARD = "phuong-hong-gai.approver";

  @LocalServerPort int port;
  @Autowired Dossiers dossiers;
  @Autowired IdentityService identity;
  @Autowired JdbcTemplate jdbc;

  private Browser browser;

  @DynamicPropertySource
  static void models(DynamicPropertyRegistry properties) {
    properties.add("motcua.models", () -> Models.of("1.001193", "1.013995", "2.000815").toString());
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

  @Test
  void registersABirthOnTheSpotByFivePeople() {
    String code = receiveTheBirth();

    try (Desk hoa = sit("hoa.thamdinh", "birth")) {
      hoa.take(code).choose("Đủ điều kiện, trình tiếp").complete();
    }
    whoReceivedMayNotApprove(code);
    try (Desk son = sit("son.lanhdao", "birth")) {
      aReasonOfSpacesIsNone(son.take(code));
      son.choose("Phê duyệt").complete();
    }
    try (Desk mai = sit("mai.vanthu", "birth")) {
      mai.take(code).type("Số, ký hiệu văn bản", "127/2026").complete();
    }
    try (Desk minh = sit("minh.traketqua", "birth")) {
      minh.take(code)
          .type("Họ tên người nhận", "Trần Thị Ngọc Ánh")
          .type("Số giấy tờ của người nhận", "022190004567")
          .complete();
    }

    assertThat(of(code).state()).isEqualTo(DossierState.RETURNED);
    assertThat(doneOn(code))
        .containsExactly(
            "receive lan.motcua",
            "appraise hoa.thamdinh",
            "approve son.lanhdao",
            "seal mai.vanthu",
            "return minh.traketqua");
  }

  private String receiveTheBirth() {
    try (Desk lan = sit("lan.motcua", "birth")) {
      lan.open("dang ky khai sinh", "1.001193");
      Page page = lan.page();
      page.click(".mc-form button[type=submit]");
      page.getByText("Những gì đã nhập vẫn được giữ").waitFor();
      lan.picture("missing");
      person(page, "Trần Thị Ngọc Ánh", "022190004567");
      page.getByLabel("Đã nhận: Giấy chứng sinh").check();
      page.getByLabel("Đã nhận: Tờ khai đăng ký khai sinh").check();
      lan.picture("filled");
      String code = lan.received();
      lan.take(code).choose("Hồ sơ đầy đủ, tiếp nhận giải quyết").complete();
      return code;
    }
  }

  /** Lan stands in for the approver that afternoon, and so finds the dossier that she received. */
  private void whoReceivedMayNotApprove(String code) {
    identity.createMembership("lan.motcua", APPROVER_OF_THE_WARD);
    try (Desk lan = sit("lan.motcua", "birth-not-hers")) {
      assertThat(lan.refusedToTake(code)).contains("người đã tiếp nhận không được phê duyệt");
    } finally {
      identity.deleteMembership("lan.motcua", APPROVER_OF_THE_WARD);
    }
  }

  private static void aReasonOfSpacesIsNone(Desk son) {
    son.choose("Không phê duyệt, từ chối giải quyết")
        .pick("Lý do", "Không thuộc thẩm quyền giải quyết")
        .type("Ghi rõ bằng lời", "   ");
    assertThat(son.refusedToComplete()).contains("Hãy ghi rõ lý do bằng lời");
    assertThat(son.chosen("Không phê duyệt, từ chối giải quyết")).isTrue();
    assertThat(son.typed("Ghi rõ bằng lời")).isEqualTo("   ");
  }

  @Test
  void changesABuildingOnLandAndWaitsForTheTax() {
    String code = receiveTheBuilding();
    appraiseTheBuilding(code);
    waitForTheTax(code);
    decideOnTheBuilding(code);

    Dossier returned = of(code);
    assertThat(returned.state()).isEqualTo(DossierState.RETURNED);
    assertThat(returned.procedure().caseId()).isEqualTo("case-5");
    assertThat(doneOn(code)).hasSize(16).startsWith("receive hung.motcua");
  }

  private String receiveTheBuilding() {
    try (Desk hung = sit("hung.motcua", "land")) {
      hung.open("dang ky tai san gan lien voi thua dat", "1.013995");
      Page page = hung.page();
      page.locator("[name=caseId]").selectOption(new SelectOption().setValue("case-5"));
      page.selectOption("[name='applicant.kind']", "organisation");
      person(page, "Công ty cổ phần Xây dựng Bạch Đằng", "5700123456");
      page.fill("[name=content]", "Đăng ký bổ sung nhà kho 1.250 m² tại phường Hồng Gai");
      page.getByLabel("Đã nhận: Giấy chứng nhận đã cấp").check();
      page.getByLabel("Đã nhận: Sơ đồ nhà ở, công trình xây dựng").check();
      hung.picture("filled");
      String code = hung.received();
      hung.take(code).choose("Hồ sơ đầy đủ, tiếp nhận giải quyết").complete();
      return code;
    }
  }

  private void appraiseTheBuilding(String code) {
    try (Desk binh = sit("binh.thamdinh", "land")) {
      binh.take(code).choose("Đủ điều kiện, trình tiếp").complete();
    }
    try (Desk giang = sit("giang.truongphong", "land")) {
      giang.take(code).choose("Đồng ý, trình lãnh đạo").complete();
    }
    try (Desk khanh = sit("khanh.lanhdao", "land")) {
      khanh.take(code).choose("Phê duyệt").complete();
    }
    try (Desk binh = sit("binh.thamdinh", "land-to-tax")) {
      binh.take(code).complete();
    }
  }

  private void waitForTheTax(String code) {
    try (Desk thue = sit("thue.phoihop", "land")) {
      thue.take(code).complete();
    }
    Dossier waiting = of(code);
    assertThat(waiting.state()).isEqualTo(DossierState.AWAITING_OBLIGATION);
    assertThat(waiting.pausedSince()).isNotNull();
    try (Desk hung = sit("hung.motcua", "land-waits")) {
      hung.take(code).complete();
      hung.see(code);
      assertThat(hung.sheet()).contains("Chờ thực hiện nghĩa vụ tài chính", "Tạm dừng từ");
      hung.take(code).type("Số chứng từ", "0001234").complete();
    }
    Dossier goesOn = of(code);
    assertThat(goesOn.state()).isEqualTo(DossierState.HANDLING);
    assertThat(goesOn.pausedSince()).isNull();
    try (Desk hung = sit("hung.motcua", "land-again")) {
      hung.see(code);
      assertThat(hung.whyThisDate())
          .hasSize(3)
          .satisfies(
              rows -> {
                assertThat(rows.get(0))
                    .startsWith("Bắt đầu tính hạn.")
                    .contains("Thời hạn 15 ngày");
                assertThat(rows.get(1)).contains("thực hiện nghĩa vụ tài chính", "NĐ 151/2025");
                assertThat(rows.get(2)).startsWith("Tính tiếp.");
              });
      hung.picture("why");
      hung.take(code).complete();
    }
    try (Desk thue = sit("thue.phoihop", "land-paid")) {
      thue.take(code).complete();
    }
  }

  private void decideOnTheBuilding(String code) {
    try (Desk binh = sit("binh.thamdinh", "land-decide")) {
      binh.take(code).complete();
    }
    try (Desk giang = sit("giang.truongphong", "land-decide")) {
      giang.take(code).choose("Đồng ý, trình lãnh đạo").complete();
    }
    try (Desk khanh = sit("khanh.lanhdao", "land-decide")) {
      khanh.take(code).choose("Phê duyệt").complete();
    }
    try (Desk binh = sit("binh.thamdinh", "land-deliver")) {
      binh.take(code).complete();
    }
    try (Desk yen = sit("yen.vanthu", "land")) {
      yen.take(code).type("Số, ký hiệu văn bản", "CS 09123").complete();
    }
    try (Desk thu = sit("thu.traketqua", "land")) {
      thu.take(code)
          .type("Họ tên người nhận", "Đỗ Văn Bách")
          .type("Số giấy tờ của người nhận", "022075001122")
          .type("Giấy ủy quyền (nếu nhận thay)", "Giấy giới thiệu số 45 ngày 20/11/2026")
          .complete();
    }
  }

  private Desk sit(String person, String story) {
    return Desk.of(browser, person, story);
  }

  private static void person(Page page, String name, String identity) {
    page.fill("[name='applicant.identityNumber']", identity);
    page.fill("[name='applicant.name']", name);
    page.fill("[name='applicant.address']", "Tổ 5, khu 2, phường Hồng Gai, tỉnh Quảng Ninh");
    page.fill("[name='applicant.phone']", "0912345678");
  }

  private Dossier of(String code) {
    return dossiers.find(code).orElseThrow();
  }

  private List<String> doneOn(String code) {
    List<Map<String, Object>> acts =
        jdbc.queryForList("select * from dossier_act where dossier_code = ? order by id", code);
    return acts.stream().map(act -> act.get("ACT") + " " + act.get("PERSON")).toList();
  }
}
