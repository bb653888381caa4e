package vn.motcua.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.motcua.Browser;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.dossier.Channel;
import vn.motcua.dossier.DossierState;
import vn.motcua.language.Dates;

/**
 * The ways that a dossier goes besides the straight one, each at the screens of those who go it:
 * what is asked, what is refused, and what the register, the ledger and the letters hold after.
 */
class WaysOfADossierTest extends TownStory {

  private static final LocalDate TODAY = LocalDate.now(WorkingCalendar.ZONE);

  @Test
  void aVisitLeavesMinutesWithANumber() {
    String code = town.received(LAN, HELP, null);
    town.cameIn(code, 3);
    town.step(code, "outcome", "accept");
    town.step(code, "outcome", "forward");
    String visitor = town.whose(code);
    minutesTellWhatHasBeen(code);

    try (Desk desk = sit(visitor, "visit")) {
      Page page = desk.see(code).page();
      page.locator("[data-form=inspection]").press("Enter");
      page.locator("dialog .mc-status").getByText("in ra mang theo").waitFor();
      assertThat(page.locator("dialog .mc-buttons").innerText()).isEqualTo("In");
      desk.picture("to-take-along");
      page.keyboard().press("Escape");

      desk.take(code);
      desk.types("Ngày kiểm tra", Dates.day(TODAY.minusDays(1)));
      desk.types("Giờ", "14:30");
      desk.types("Thành phần tham gia", "Ông Trần Văn Bình, hòa giải viên");
      desk.types("Nội dung, kết quả kiểm tra", "Đúng như đơn trình bày");
      desk.press();
      page.getByText("Bắt buộc nhập.").waitFor();
      desk.picture("place-missing");
      desk.types("Địa điểm kiểm tra", "Nhà văn hóa tổ 5");
      desk.complete();

      String address = issue(page, code, "inspection");
      desk.picture("minutes");
      assertThat(Town.paper(page, address))
          .contains("BIÊN BẢN KIỂM TRA, XÁC MINH THỰC TẾ", "Số: 01/BB-KT", code)
          .contains("Thời gian kiểm tra: 14:30 " + Dates.day(TODAY.minusDays(1)))
          .contains("Địa điểm: Nhà văn hóa tổ 5", "Ông Trần Văn Bình", "Đúng như đơn trình bày")
          .contains("Vũ Thị Hòa");
      page.navigate("/camunda/app/tasklist/");
    }
    assertThat(town.said(code, "inspect"))
        .isEqualTo(
            "Đúng như đơn trình bày | Thời gian kiểm tra: 14:30 "
                + Dates.day(TODAY.minusDays(1))
                + "; Địa điểm: Nhà văn hóa tổ 5; Thành phần: Ông Trần Văn Bình, hòa giải viên");
    assertThat(town.letters(code)).containsExactly("inspection 01/BB-KT");
    assertThat(town.ledger(code)).as("the clock ran").containsExactly("start received");
  }

  /** A call made by hand is held to the same as the form. */
  private void minutesTellWhatHasBeen(String code) {
    assertThatThrownBy(() -> town.step(code, "inspectedOn", TODAY.plusDays(1).toString()))
        .hasMessageContaining("chưa tới");
    assertThatThrownBy(() -> town.step(code, "inspectedOn", TODAY.minusDays(9).toString()))
        .hasMessageContaining("trước ngày tiếp nhận hồ sơ");
    assertThatThrownBy(() -> town.step(code, "inspectedOn", "hôm qua"))
        .hasMessageContaining("“hôm qua” không đọc được");
    assertThatThrownBy(() -> town.step(code, "inspectedOn", TODAY.toString(), "note", "Đúng"))
        .hasMessageContaining("biên bản còn thiếu: Địa điểm");
    assertThatThrownBy(
            () ->
                town.step(code, "inspectedOn", TODAY.toString(), "place", "A", "participants", "B"))
        .hasMessageContaining("biên bản còn thiếu: Nội dung, kết quả");
  }

  @Test
  void aCouncilConcludesInMinutes() {
    String code = town.received(LAN, DISABILITY, null);
    town.step(code, "outcome", "accept");
    town.step(code);
    town.step(code, "outcome", "forward");
    assertThat(town.dossier(code).state()).isEqualTo(DossierState.IN_COUNCIL);

    try (Desk desk = sit(town.whose(code), "council")) {
      desk.take(code);
      desk.types("Ngày họp", Dates.day(TODAY));
      desk.types("Giờ", "00:00");
      desk.types("Địa điểm họp", "Phòng họp UBND phường");
      desk.types("Thành phần tham gia", "Chủ trì: bà Lê Thị Hương; thư ký: ông Vũ Văn Nam");
      desk.types("Kết luận của hội đồng", "Mức độ khuyết tật nặng");
      desk.complete();
      String address = issue(desk.page(), code, "council");
      desk.picture("minutes");
      assertThat(Town.paper(desk.page(), address))
          .contains("BIÊN BẢN HỌP HỘI ĐỒNG", "/BB-HĐ", "Chủ trì: bà Lê Thị Hương")
          .contains("thư ký: ông Vũ Văn Nam", "Mức độ khuyết tật nặng");
      desk.page().navigate("/camunda/app/tasklist/");
    }
    assertThat(town.said(code, "council")).startsWith("Mức độ khuyết tật nặng | Thời gian họp:");
    assertThat(town.letters(code)).containsExactly("council 01/BB-HĐ");
  }

  @Test
  void aPublicPostingStopsTheClockAndLastsAsLongAsTheLawSays() {
    String code = town.received(HUNG, LOST_CERTIFICATE, "case-1");
    town.step(code, "outcome", "accept");
    town.step(code, "outcome", "forward");
    town.step(code, "outcome", "forward");
    town.step(code);
    town.cameIn(code, 30);
    assertThat(town.dossier(code).state()).isEqualTo(DossierState.POSTED_PUBLICLY);
    assertThat(town.dossier(code).pausedSince()).as("the clock stands").isNotNull();

    try (Desk desk = sit(HUNG, "posting")) {
      Page page = desk.page();
      assertThat(Town.paper(page, issue(page, code, "posting")))
          .contains("THÔNG BÁO NIÊM YẾT CÔNG KHAI", "/TB-NY", "Nguyễn Thị Hoàng Lan")
          .doesNotContain(Town.OWNER, "0912345678");
      desk.picture("notice");
      page.navigate("/camunda/app/tasklist/");

      desk.take(code);
      desk.types("Ngày bắt đầu", Dates.day(TODAY.minusDays(10)));
      desk.types("Ngày kết thúc", Dates.day(TODAY));
      desk.types("Nơi niêm yết", "Báo Quảng Ninh, trụ sở UBND phường");
      desk.types("Ý kiến nhận được", "không có");
      assertThat(desk.refusedToComplete()).contains("15 ngày", "sớm nhất hết ngày");
      desk.types("Ngày bắt đầu", Dates.day(TODAY.minusDays(20)));
      desk.complete();
      assertThat(Town.paper(page, issue(page, code, "posting-end")))
          .contains("BIÊN BẢN KẾT THÚC NIÊM YẾT", "Báo Quảng Ninh", "không có");
      page.navigate("/camunda/app/tasklist/");
    }
    assertThat(town.ledger(code))
        .containsExactly("start received", "pause excluded-wait", "resume wait-over");
    assertThat(town.dossier(code).pausedSince()).isNull();
    assertThat(town.letters(code)).containsExactly("posting 01/TB-NY", "posting-end 01/BB-NY");
  }

  @Test
  void whatIsSentBackComesToTheSameHandsWithItsReason() {
    String code = town.received(LAN, COPY, null);
    town.step(code, "outcome", "accept");
    String appraiser = town.whose(code);
    town.step(code, "outcome", "forward");
    var due = town.dossier(code).dueAt();

    try (Desk desk = sit(town.whose(code), "send-back")) {
      desk.take(code).choose("Trả lại để làm lại");
      desk.press();
      desk.page().getByText("Bắt buộc nhập.").first().waitFor();
      desk.picture("no-reason");
      desk.pick("Lý do", "Dự thảo có sai sót về nội dung hoặc thể thức");
      desk.types("Ghi rõ bằng lời", "Sai ngày cấp bản chính");
      desk.complete();
    }
    assertThat(town.task(code).getAssignee()).isEqualTo(appraiser);
    try (Desk desk = sit(appraiser, "sent-back")) {
      desk.see(code);
      assertThat(desk.sheet())
          .contains("Dự thảo có sai sót về nội dung hoặc thể thức", "Sai ngày cấp bản chính");
    }
    assertThat(town.acts(code)).last().asString().contains("send-back errors-in-draft");
    assertThat(town.ledger(code)).as("the clock ran").containsExactly("start received");
    assertThat(town.dossier(code).dueAt()).isEqualTo(due);
  }

  @Test
  void theCounterGuidesOnceAndThenRefusesWithItsForm() {
    String code = town.received(LAN, COPY, null);
    try (Desk desk = sit(LAN, "guidance")) {
      Page page = desk.page();
      desk.take(code).choose("Hồ sơ chưa đầy đủ, hướng dẫn hoàn thiện");
      desk.pick("Lý do", "Thiếu giấy tờ trong thành phần hồ sơ");
      desk.types("Ghi rõ bằng lời", "Thiếu bản chính");
      desk.complete();
      assertThat(town.dossier(code).state()).isEqualTo(DossierState.AWAITING_GUIDED_PAPERS);
      assertThat(Town.paper(page, issue(page, code, "supplement")))
          .contains("Thiếu giấy tờ trong thành phần hồ sơ", "Thiếu bản chính");
      page.navigate("/camunda/app/tasklist/");
    }
    town.step(code, "outcome", "done");
    try (Desk desk = sit(LAN, "refusal")) {
      Page page = desk.page();
      desk.take(code).choose("Hồ sơ chưa đầy đủ, hướng dẫn hoàn thiện");
      desk.pick("Lý do", "Thiếu giấy tờ trong thành phần hồ sơ");
      desk.types("Ghi rõ bằng lời", "Thiếu thêm giấy nữa");
      assertThat(desk.refusedToComplete()).contains("chỉ được yêu cầu bổ sung 01 lần");
      // The list of reasons opens again after another outcome was chosen.
      desk.choose("Từ chối tiếp nhận");
      desk.pick("Lý do", "Không thuộc thẩm quyền giải quyết");
      desk.types("Ghi rõ bằng lời", "Bản chính do nước ngoài cấp");
      desk.complete();
      assertThat(Town.paper(page, issue(page, code, "refusal")))
          .contains("Không thuộc thẩm quyền giải quyết");
      page.navigate("/camunda/app/tasklist/");
    }
    assertThat(town.dossier(code).state()).isEqualTo(DossierState.NOT_RECEIVED);
    assertThat(town.letters(code)).hasSize(2).last().asString().endsWith("/TC");
    assertThat(town.acts(code)).last().asString().endsWith("refuse out-of-competence");
  }

  @Test
  void whatIsNotApprovedIsRefusedUnderANumberAndHandedOut() {
    String code = town.received(LAN, COPY, null);
    town.step(code, "outcome", "accept");
    town.step(code, "outcome", "forward");
    String approver = town.whose(code);
    try (Desk desk = sit(approver, "not-approved")) {
      desk.take(code).choose("Không phê duyệt, từ chối giải quyết");
      desk.pick("Lý do", "Giấy tờ giả mạo hoặc kê khai gian dối");
      desk.types("Ghi rõ bằng lời", "Bản chính bị sửa ngày cấp");
      desk.complete();
    }
    town.step(code, "note", "Soạn theo Mẫu 03");
    town.step(code, "outcome", "forward");
    try (Desk desk = sit(town.whose(code), "sign-refusal")) {
      desk.take(code).choose("Phê duyệt").complete();
    }
    try (Desk desk = sit(town.whose(code), "seal-refusal")) {
      desk.take(code);
      assertThat(desk.refusedToComplete()).contains("phát hành văn bản ở mục Văn bản");
      desk.page().locator(".nav-tabs").getByText("Hồ sơ").press("Enter");
      issueHere(desk.page(), "refusal");
      desk.page().keyboard().press("Escape");
      desk.form();
      desk.complete();
    }
    assertThat(town.dossier(code).state()).isEqualTo(DossierState.REFUSAL_ISSUED);
    try (Desk desk = sit(town.whose(code), "give-refusal")) {
      gives(desk.page(), code, Town.OWNER);
      desk.page().navigate("/camunda/app/tasklist/");
    }
    assertThat(town.dossier(code).state()).isEqualTo(DossierState.REFUSED);
    String number = town.letters(code).get(0).replace("refusal ", "");
    assertThat(town.said(code, "seal-refusal")).contains(number);
    assertThat(town.ledger(code)).last().asString().startsWith("stop");
  }

  @Test
  void aDossierIsSuspendedOnALegalGroundWithANoticeAndGoesOn() {
    String code = appraisedAtTheAgency();
    Page head = browser.signedIn(town.holder("so-tu-phap.approver"), "motcua");
    head.navigate("/dossier?code=" + code);
    head.locator("#ground-suspend").focus();
    head.locator("#ground-suspend").selectOption("court");
    head.keyboard().press("Tab");
    head.keyboard().type("Quyết định 9/2026/QĐ-TA");
    head.keyboard().press("Enter");
    head.getByText("Tiếp tục giải quyết").first().waitFor();
    Browser.picture(head, "suspended");
    assertThat(town.dossier(code).state()).isEqualTo(DossierState.SUSPENDED);

    Page sealer = browser.signedIn(town.holder("so-tu-phap.seal-clerk"), "motcua");
    sealer.navigate("/dossier?code=" + code);
    assertThat(Town.paper(sealer, issueHere(sealer, "suspension")))
        .contains("TẠM DỪNG GIẢI QUYẾT HỒ SƠ", "Quyết định 9/2026/QĐ-TA", "/TB-STP");
    head.locator("#reason-proceed").focus();
    head.keyboard().type("Bản án 30/2026");
    head.keyboard().press("Enter");
    head.locator("#ground-suspend").waitFor();
    assertThat(town.dossier(code).state()).isEqualTo(DossierState.APPRAISING);
    assertThat(town.ledger(code))
        .containsExactly("start received", "pause legal-ground", "resume ground-gone");
    head.context().close();
    sealer.context().close();
  }

  @Test
  void aWithdrawnDossierGetsItsNoticeAndItsPapersBack() {
    String code = appraisedAtTheAgency();
    Page head = browser.signedIn(town.holder("so-tu-phap.approver"), "motcua");
    head.navigate("/dossier?code=" + code);
    head.locator("#reason-withdraw").focus();
    head.keyboard().type("Người nộp xin rút theo đơn ngày hôm nay");
    head.keyboard().press("Enter");
    head.locator("[data-form=stop]").waitFor();
    Browser.picture(head, "withdrawn");
    head.context().close();
    assertThat(town.dossier(code).state()).isEqualTo(DossierState.WITHDRAWING);
    assertThat(town.ledger(code)).last().isEqualTo("stop withdrawal");

    town.step(code);
    Page sealer = browser.signedIn(town.whose(code), "motcua");
    sealer.navigate("/dossier?code=" + code);
    assertThat(Town.paper(sealer, issueHere(sealer, "stop"))).contains("Người nộp xin rút");
    sealer.context().close();
    town.step(code);
    String number = town.letters(code).get(0).replace("stop ", "");
    assertThat(town.said(code, "seal-notice")).contains(number);
    try (Desk desk = sit(town.whose(code), "return-papers")) {
      desk.take(code);
      desk.types("Họ tên người nhận", "Nguyễn Thị Hoàng Lan");
      desk.types("Số giấy tờ của người nhận", Town.OWNER);
      desk.types("Giấy tờ gốc trả lại", "Đơn đề nghị, 01 bản");
      desk.complete();
    }
    assertThat(town.dossier(code).state()).isEqualTo(DossierState.WITHDRAWN);
  }

  @Test
  void aWrongResultIsReplacedUnderANumberOfItsOwn() {
    String code = sealedAtTheAgency("counter");
    town.step(code, "receiverName", "Nguyễn Thị Hoàng Lan", "receiverIdentity", Town.OWNER);
    String before = town.said(code, "seal");

    Page head = browser.signedIn(town.holder("so-tu-phap.approver"), "motcua");
    head.navigate("/dossier?code=" + code);
    head.locator("#kind-correct").selectOption("replace");
    head.locator("#ground-correct").selectOption("wrong-personal-data");
    head.locator("#reason-correct").focus();
    head.keyboard().type("Sai năm sinh");
    head.keyboard().press("Enter");
    head.getByText("Sai năm sinh").waitFor();
    head.context().close();

    Page sealer = browser.signedIn(town.holder("so-tu-phap.seal-clerk"), "motcua");
    sealer.navigate("/dossier?code=" + code);
    sealer.locator("#kind-issue-correction").selectOption("certificate");
    sealer.locator("#reason-issue-correction").focus();
    sealer.keyboard().type("Thẻ công chứng viên cấp lại");
    sealer.keyboard().press("Enter");
    sealer.getByText("Thẻ công chứng viên cấp lại").waitFor();
    Browser.picture(sealer, "correction");
    sealer.context().close();

    Page giver =
        browser.signedIn(town.holder("trung-tam-phuc-vu-hanh-chinh-cong.return-clerk"), "motcua");
    giver.navigate("/dossier?code=" + code);
    giver.locator("#reason-deliver-correction").focus();
    giver.keyboard().type("Giao cho chủ hồ sơ, đã thu lại thẻ cũ");
    giver.keyboard().press("Enter");
    giver.getByText("đã thu lại thẻ cũ").waitFor();
    giver.context().close();
    assertThat(town.said(code, "seal")).as("the first one stays").isEqualTo(before);
    assertThat(town.said(code, "issue-correction")).contains("/GCN");
    assertThat(town.dossier(code).state()).isEqualTo(DossierState.RETURNED);
  }

  @Test
  void aResultThatNobodyFetchesIsAnnouncedAndLaterSentByPost() {
    String code = sealedAtTheAgency("post");
    Page thu = browser.signedIn(town.whose(code), "motcua");
    thu.navigate("/returns?code=" + code);
    town.told(code, 10);
    thu.reload();
    invites(thu, "phone", "Nói chuyện với chủ hồ sơ");
    thu.getByText("Đã ghi").waitFor();
    thu.navigate("/returns?code=" + code);
    invites(thu, "sms", "Nhắn lại");
    thu.locator(".message.wrong").waitFor();
    Browser.picture(thu, "invited-too-soon");
    assertThat(thu.locator("#words").inputValue()).as("typed stays").isEqualTo("Nhắn lại");

    thu.navigate("/returns?code=" + code);
    assertThat(thu.locator("[name=collector]:checked").getAttribute("value")).isEqualTo("post");
    thu.locator("#fee").selectOption("none");
    thu.locator("#note").press("Enter");
    thu.locator(".message.wrong").waitFor();
    assertThat(thu.locator(".message.wrong").innerText()).contains("số bưu gửi");
    thu.locator("#postalItem").focus();
    thu.keyboard().type("EB123456789VN");
    thu.keyboard().press("Enter");
    thu.getByText("Đã trả kết quả hồ sơ " + code).waitFor();
    Browser.picture(thu, "sent-by-post");
    thu.context().close();
    assertThat(town.acts(code)).filteredOn(act -> act.startsWith("invite")).hasSize(2);
    assertThat(town.said(code, "return")).contains("Số bưu gửi: EB123456789VN", "bưu chính");
    assertThat(town.dossier(code).state()).isEqualTo(DossierState.RETURNED);
  }

  @Test
  void whatCameOnlineIsAnsweredWithinEightWorkingHours() {
    String code = town.received(HUNG, CARD, null, "online", "online");
    assertThat(town.dossier(code).channel()).isEqualTo(Channel.ONLINE);
    assertThat(town.hoursOfTheStep(code)).isBetween(1L, 8L);

    try (Desk desk = sit(HUNG, "online")) {
      desk.see(code);
      assertThat(desk.sheet()).contains("Trực tuyến");
      desk.take(code).choose("Hồ sơ đầy đủ, tiếp nhận giải quyết").complete();
    }
    assertThat(town.dossier(code).state()).isEqualTo(DossierState.ASSIGNING);
    assertThat(town.acts(code)).containsExactly("receive hung.motcua accept");
  }

  @Test
  void whatIsDoneTheSameDayNeedsNoSlipAndStandsInTheBook() {
    String code = town.received(LAN, COPY, null);
    town.step(code, "outcome", "accept");
    town.step(code, "outcome", "forward");
    town.step(code, "outcome", "approve");
    town.step(code);
    Page minh = browser.signedIn(town.whose(code), "motcua");
    gives(minh, code, Town.OWNER);
    minh.context().close();

    assertThat(town.letters(code)).as("no slip was asked for").isEmpty();
    assertThat(town.dossier(code).state()).isEqualTo(DossierState.RETURNED);
    Page lan = browser.signedIn(LAN, "motcua");
    String day = Dates.day(TODAY);
    assertThat(
            Town.paper(
                    lan,
                    "/api/register.pdf?unit=phuong-hong-gai-mot-cua&from=" + day + "&to=" + day)
                .replace(" ", ""))
        .contains(code);
    lan.context().close();
  }

  private String appraisedAtTheAgency() {
    String code = town.received(HUNG, CARD, null);
    town.step(code, "outcome", "accept");
    town.step(code);
    return code;
  }

  private String sealedAtTheAgency(String way) {
    String code = town.received(HUNG, CARD, null, "counter", way);
    town.approved(code);
    town.step(code, "documentKind", "certificate");
    return code;
  }

  /** Issues a form on the page of the dossier; the address of the paper. */
  private static String issue(Page page, String code, String form) {
    page.navigate("/dossier?code=" + code);
    return issueHere(page, form);
  }

  private static String issueHere(Page page, String form) {
    page.locator("[data-form=" + form + "]").press("Enter");
    Locator issue = page.locator("dialog .mc-buttons button").getByText("Phát hành");
    issue.press("Enter");
    page.locator("dialog .mc-status").getByText("Đã phát hành").waitFor();
    return page.locator("dialog .mc-buttons a").getAttribute("href");
  }

  private static void gives(Page page, String code, String identity) {
    page.navigate("/returns?code=" + code);
    page.locator("#receiverIdentity").focus();
    page.keyboard().type(identity);
    page.locator("#fee").selectOption("none");
    page.locator("#note").press("Enter");
    page.getByText("Đã trả kết quả hồ sơ " + code).waitFor();
  }

  private static void invites(Page page, String way, String words) {
    page.locator("#way").selectOption(way);
    page.locator("#words").focus();
    page.keyboard().type(words);
    page.keyboard().press("Enter");
  }
}
