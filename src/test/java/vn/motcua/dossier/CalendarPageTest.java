package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import vn.motcua.calendar.CalendarStore;
import vn.motcua.deadline.ClockEvent;
import vn.motcua.deadline.Clocks;
import vn.motcua.deadline.LedgerRow;

/** An administrator enters an announcement, looks at what it does, publishes it and watches. */
@CalendarStory
class CalendarPageTest {

  private static final String PAGE = "/admin/calendar";
  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");

  @Autowired Counter counter;
  @Autowired Clocks clocks;
  @Autowired CalendarStore store;
  @Autowired PlatformTransactionManager transactions;
  @Autowired MockMvc mvc;

  private MockHttpSession session;

  @BeforeEach
  void administrator() {
    counter.holds(Government.WHO, "camunda-admin");
    session = new MockHttpSession();
  }

  private MockHttpServletResponse asks(MockHttpServletRequestBuilder request) throws Exception {
    MockHttpServletResponse answer =
        mvc.perform(request.session(session).with(user(Government.WHO)).with(csrf()))
            .andReturn()
            .getResponse();
    answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
    return answer;
  }

  private String sees(String path) throws Exception {
    MockHttpServletResponse answer = asks(get(PAGE + path));
    assertThat(answer.getStatus()).isEqualTo(200);
    return answer.getContentAsString();
  }

  /** Words are name, value, name, value. */
  private MockHttpServletResponse sends(String path, String... words) throws Exception {
    MockHttpServletRequestBuilder request = post(PAGE + path);
    for (int i = 0; i < words.length; i += 2) {
      request.param(words[i], words[i + 1]);
    }
    return asks(request);
  }

  private void enters(String... words) throws Exception {
    assertThat(sends("/changes", words).getRedirectedUrl()).isEqualTo(PAGE + "#draft");
  }

  private String refused(String... words) throws Exception {
    MockHttpServletResponse answer = sends("/changes", words);
    assertThat(answer.getStatus()).isEqualTo(422);
    return answer.getContentAsString();
  }

  private static String seen(String preview) {
    Matcher found = SEEN.matcher(preview);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private void storm(String day) throws Exception {
    enters(
        "change", "closure",
        "unit", SmallProvince.JUSTICE,
        "from", day,
        "name", "Bão số 9",
        "basis", "Công điện 21");
  }

  private String publish(String seen) throws Exception {
    return sends("/publish", "seen", seen, "note", "Bão số 9", "basis", "Công điện 21")
        .getRedirectedUrl();
  }

  @Test
  @Timeout(120)
  void aStormIsEnteredLookedAtPublishedAndWatched() throws Exception {
    counter.time.at(2, 11, 8, 0);
    String code = counter.desk();
    assertThat(sees("")).contains("Chưa có thay đổi nào", "Ngày nghỉ, làm bù, đóng cửa năm 2026");
    storm("4/11/2026");
    enters("change", "swap", "off", "06/11/2026", "worked", "07/11/2026", "basis", "TB 5");
    assertThat(sees(""))
        .contains("Sở Tư pháp đóng cửa Thứ Tư 04/11/2026: Bão số 9")
        .contains("Nghỉ Thứ Sáu 06/11/2026, làm bù Thứ Bảy 07/11/2026");

    String preview = sees("/preview");

    assertThat(preview)
        .contains("1 hồ sơ đổi ngày hẹn trả")
        .contains("muộn hơn 1 ngày")
        .contains("<code>" + code + "</code>", "17:00 09/11/2026", "17:00 10/11/2026")
        .contains("Sở Tư pháp đóng cửa Thứ Tư 04/11/2026: Bão số 9; Nghỉ Thứ Sáu 06/11/2026")
        .contains("Công điện 21; TB 5");
    assertThat(clocks.ledger(code)).as("nothing has changed yet").hasSize(1);
    String unsaid =
        sends("/publish", "seen", seen(preview), "note", " ", "basis", "Căn cứ của tôi")
            .getContentAsString();
    assertThat(unsaid).contains("Thiếu nội dung thay đổi.", "Căn cứ của tôi");
    assertThat(publish(seen(preview))).isEqualTo(PAGE + "/progress");

    String progress = sees("/progress");
    while (progress.contains("http-equiv=\"refresh\"")) {
      Thread.sleep(100);
      progress = sees("/progress");
    }
    assertThat(progress).contains("Đã tính lại xong", "Bão số 9", "Công điện 21");
    LedgerRow row = clocks.ledger(code).get(1);
    assertThat(row.event()).isEqualTo(ClockEvent.RECALCULATE);
    assertThat(row.cause().person()).isEqualTo(Government.WHO);
    assertThat(sees(""))
        .contains("Chưa có thay đổi nào")
        .contains("bởi " + Government.WHO)
        .doesNotContain("Tính tiếp");
    assertThat(sends("/continue").getRedirectedUrl()).isEqualTo(PAGE + "/progress");
  }

  @Test
  void whatWasTypedStaysAndTheFormSaysWhatToDo() throws Exception {
    assertThat(refused("change", "days-off", "from", "31/02/2026", "name", "Nghỉ", "basis", ""))
        .contains("Không đọc được ngày “31/02/2026”", "value=\"31/02/2026\"", "value=\"Nghỉ\"")
        .contains("Thiếu: Căn cứ");
    assertThat(
            refused(
                "change",
                "closure",
                "unit",
                "so-la",
                "from",
                "4/11/2026",
                "name",
                "Bão",
                "basis",
                "CĐ"))
        .contains("Không có đơn vị “so-la”", "value=\"4/11/2026\"");
    assertThat(refused("change", "closure", "from", "4/11/2026", "name", "Bão", "basis", "CĐ"))
        .as("nobody closes the whole province by leaving a choice out")
        .contains("Thiếu: Đơn vị");
    assertThat(refused("change", "swap", "off", "7/11/2026", "worked", "8/11/2026", "basis", "TB"))
        .contains("ngày 07/11/2026 là thứ Bảy hoặc Chủ nhật");
    assertThat(refused("change", "days-off", "from", "24/11/2026", "name", "Nghỉ", "basis", "QĐ"))
        .contains("ngày 24/11/2026 được ghi hai lần");
    assertThat(
            refused(
                "change",
                "hours",
                "unit",
                "*",
                "from",
                "1/12/2026",
                "sessions",
                "7h-11h",
                "basis",
                "QĐ"))
        .contains("buổi làm việc", "07:30-11:30", "value=\"7h-11h\"");
    assertThat(
            refused(
                "change",
                "open-day",
                "unit",
                "*",
                "weekday",
                "FUNDAY",
                "from",
                "1/12/2026",
                "sessions",
                "07:30-11:30",
                "basis",
                "QĐ"))
        .contains("Không có thứ “FUNDAY”");
    assertThat(
            refused(
                "change",
                "next-year",
                "new-year",
                "năm sau",
                "from",
                "3/1/2028",
                "name",
                "Nghỉ",
                "basis",
                "BLLĐ"))
        .contains("“năm sau” không phải một năm");
    assertThat(refused("change", "take-out", "unit", "*", "from", "3/11/2026", "basis", "QĐ"))
        .contains("không có ngày nghỉ, ngày làm bù hay đợt đóng cửa nào");
    assertThat(sends("/changes", "change", "magic").getStatus()).isEqualTo(400);
    assertThat(sees("")).contains("Chưa có thay đổi nào");
  }

  @Test
  void everyKindOfChangeHasItsFormAndItsWords() throws Exception {
    for (String kind :
        new String[] {
          "days-off", "swap", "closure", "hours", "open-day", "next-year", "confirm", "take-out"
        }) {
      assertThat(sees("?change=" + kind)).contains("value=\"" + kind + "\"", "id=\"form\"");
    }
    assertThat(sees("?change=next-year")).contains("value=\"2028\"");
    assertThat(sees("?year=2027"))
        .contains("href=\"/admin/calendar?change=swap&amp;year=2027\"")
        .contains("href=\"/admin/calendar?year=2026#days\"")
        .contains("change=confirm&amp;day=05/02/2027&amp;year=2027")
        .contains("change=take-out&amp;from=24/11/2027&amp;unit=*&amp;year=2027");
    enters(
        "change",
        "next-year",
        "new-year",
        "2028",
        "from",
        "3/1/2028",
        "name",
        "Nghỉ bù",
        "basis",
        "BLLĐ");
    enters(
        "change",
        "days-off",
        "from",
        "25/1/2028",
        "to",
        "31/1/2028",
        "name",
        "Tết",
        "basis",
        "TB",
        "estimated",
        "yes");
    enters("change", "confirm", "day", "5/2/2027", "basis", "TB 7");
    enters(
        "change",
        "hours",
        "unit",
        SmallProvince.LAND,
        "from",
        "1/12/2027",
        "sessions",
        "07:00-11:00; 13:00-16:30",
        "basis",
        "QĐ 8");
    enters(
        "change",
        "open-day",
        "unit",
        SmallProvince.WARD_DESK,
        "weekday",
        "SUNDAY",
        "from",
        "1/12/2027",
        "until",
        "31/12/2027",
        "sessions",
        "07:30-11:30",
        "basis",
        "QĐ 9");
    enters("change", "take-out", "unit", "*", "from", "24/11/2027", "basis", "Đính chính");

    assertThat(sees(""))
        .contains("Lịch đến hết năm 2028")
        .contains("Nghỉ 25/01/2028 – 31/01/2028: Tết (dự kiến)")
        .contains("Xác nhận ngày nghỉ dự kiến 05/02/2027")
        .contains("làm việc 07:00-11:00, 13:00-16:30 (từ 01/12/2027)")
        .contains("mở cửa Chủ Nhật 07:30-11:30 (01/12/2027 – 31/12/2027)")
        .contains("Bỏ mục bắt đầu từ 24/11/2027 (Cả tỉnh)");
    assertThat(sees("/preview")).contains("Thêm:", "Bỏ:", "Ngày Văn hóa Việt Nam");
    assertThat(sees("?lang=en")).contains("Calendar to the end of 2028", "Discard the draft");
    // Without its first day the year no longer fits; the page says so and does not offer a preview.
    assertThat(sends("/changes/1/remove").getRedirectedUrl()).isEqualTo(PAGE + "#draft");
    sends("/changes/1/remove");
    assertThat(sees(""))
        .contains("năm 2028 chưa có ngày nghỉ nào")
        .doesNotContain("href=\"/admin/calendar/preview\"");
    assertThat(asks(get(PAGE + "/preview")).getRedirectedUrl()).isEqualTo(PAGE);
    sends("/discard");
    assertThat(sees("")).contains("Chưa có thay đổi nào");
  }

  @Test
  void whoComesSecondIsToldAndKeepsTheDraft() throws Exception {
    counter.time.at(2, 12, 8, 0);
    storm("18/12/2026");
    String first = seen(sees("/preview"));
    new Government(store, transactions, counter.time)
        .announces("Người khác", Government.swap("21/12", "26/12"));

    assertThat(publish(first)).isEqualTo(PAGE);

    assertThat(sees(""))
        .contains("thay đổi này dựa trên phiên bản", "Sở Tư pháp đóng cửa Thứ Sáu 18/12/2026");
    String second = seen(sees("/preview"));
    storm("17/12/2026");
    assertThat(publish(second)).as("the draft is another one now").isEqualTo(PAGE);
    assertThat(sees("")).contains("Bản nháp đã đổi sau lần xem trước");
    assertThat(publish(seen(sees("/preview")))).isEqualTo(PAGE + "/progress");
  }

  @Test
  void aVersionIsReadAsItWasEntered() throws Exception {
    MockHttpServletResponse first = asks(get(PAGE + "/versions/1.yaml"));
    assertThat(first.getContentAsString()).isEqualTo(store.find(1).orElseThrow().text());
    assertThat(first.getHeader("Content-Disposition")).contains("lich-lam-viec-1.yaml");
    assertThat(asks(get(PAGE + "/versions/99.yaml")).getStatus()).isEqualTo(404);
    assertThat(asks(get(PAGE + "/offered.yaml")).getStatus()).isEqualTo(404);
  }

  @Test
  void onlyAdministratorsComeInAndNoForeignPageSendsAForm() throws Exception {
    counter.holds("clerk", SmallProvince.CENTRE + ".counter-clerk");
    for (String path : new String[] {"", "/preview", "/progress", "/versions/1.yaml"}) {
      assertThat(mvc.perform(get(PAGE + path).with(user("clerk"))).andReturn().getResponse())
          .satisfies(answer -> assertThat(answer.getStatus()).isEqualTo(403));
      assertThat(mvc.perform(get(PAGE + path)).andReturn().getResponse())
          .satisfies(answer -> assertThat(answer.getRedirectedUrl()).contains("/login"));
    }
    for (String path : new String[] {"/changes", "/discard", "/publish", "/continue"}) {
      assertThat(
              mvc.perform(post(PAGE + path).with(user("clerk")).with(csrf()))
                  .andReturn()
                  .getResponse()
                  .getStatus())
          .isEqualTo(403);
      assertThat(
              mvc.perform(post(PAGE + path).with(user(Government.WHO)))
                  .andReturn()
                  .getResponse()
                  .getStatus())
          .as("without a token")
          .isEqualTo(403);
    }
  }
}
