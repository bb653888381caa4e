package vn.motcua.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@AccessServer
class LoginTest {

  @LocalServerPort int port;
  @Autowired People people;

  private Caller browser;

  @BeforeEach
  void openBrowser() {
    browser = new Caller(port);
  }

  @Test
  void anOfficialLandsInTasklistAndIsSignedInThere() {
    people.person("lan", "so-tu-phap.appraiser");

    HttpResponse<String> answer = browser.signIn("lan", People.PASSWORD);

    assertThat(location(answer)).endsWith("/camunda/app/tasklist/default/");
    assertThat(browser.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
    HttpResponse<String> webapp = browser.get("/camunda/api/admin/auth/user/default");
    assertThat(webapp.body()).contains("\"userId\":\"lan\"", "tasklist").doesNotContain("cockpit");
    assertThat(browser.get("/camunda/api/engine/engine/default/task/count").statusCode())
        .isEqualTo(200);
  }

  @Test
  void pagesAskedForTogetherKeepTheirOwnNonces() {
    people.person("nhi", "so-tu-phap.appraiser");
    List<Caller> browsers = Stream.generate(() -> new Caller(port)).limit(4).toList();
    browsers.forEach(each -> each.signIn("nhi", People.PASSWORD));

    List<String> nonces =
        IntStream.range(0, 200)
            .parallel()
            .mapToObj(i -> browsers.get(i % 4).get("/camunda/app/tasklist/default/"))
            .map(LoginTest::nonceOfScriptsAndPolicy)
            .toList();

    assertThat(nonces).doesNotHaveDuplicates();
  }

  @Test
  void aPageBringsItsTokenWithItsHeadHoweverFarDownItsFirstFormIs() {
    people.person("tam", "so-tu-phap.appraiser");
    browser.signIn("tam", People.PASSWORD);

    // This page has no form at all.
    assertThat(browser.get("/work").headers().allValues("Set-Cookie"))
        .anyMatch(cookie -> cookie.matches("MC-XSRF=[^;]+;.*"));
  }

  private static String nonceOfScriptsAndPolicy(HttpResponse<String> page) {
    Set<String> scripts =
        Pattern.compile("<script[^>]* nonce=\"([^\"]+)\"")
            .matcher(page.body())
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toSet());
    assertThat(scripts).hasSize(1);
    String nonce = scripts.iterator().next();
    assertThat(page.headers().allValues("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains("'nonce-" + nonce + "'");
    return nonce;
  }

  @Test
  void anAdministratorLandsOnTheHomePageWithEveryDoor() {
    people.administrator("quan-tri");

    HttpResponse<String> answer = browser.signIn("quan-tri", People.PASSWORD);

    assertThat(location(answer)).endsWith("/");
    assertThat(browser.get("/").body())
        .contains("Xin chào, Nguyễn Thị Lan")
        .contains("/camunda/app/tasklist/", "/camunda/app/cockpit/", "/camunda/app/admin/")
        .contains("/admin/models", "Đăng xuất");
  }

  @Test
  void anOfficialsHomePageHasOnlyTheOwnDoors() {
    people.person("binh", "so-tu-phap.approver");
    browser.signIn("binh", People.PASSWORD);

    assertThat(browser.get("/").body())
        .contains("Lãnh đạo phê duyệt, Sở Tư pháp", "/camunda/app/tasklist/")
        .doesNotContain("/camunda/app/cockpit/", "/camunda/app/admin/", "/admin/models");
  }

  @Test
  void thePageThatWasAskedForComesAfterLogin() {
    people.person("chi", "so-tu-phap.approver");

    assertThat(location(browser.get("/camunda/app/welcome/default/"))).endsWith("/login");
    assertThat(location(browser.signIn("chi", People.PASSWORD)))
        .contains("/camunda/app/welcome/default/");
  }

  @Test
  void logoutEndsPagesAndWebapps() {
    people.person("dung", "so-tu-phap.appraiser");
    browser.signIn("dung", People.PASSWORD);
    browser.get("/camunda/api/engine/engine/default/task/count");

    HttpResponse<String> answer =
        browser.form("/logout", Map.of("_csrf", Caller.hiddenToken(browser.get("/").body())));

    assertThat(location(answer)).endsWith("/login?logout");
    assertThat(browser.get("/login?logout").body()).contains("Đã đăng xuất khỏi mọi ứng dụng");
    assertThat(browser.get("/camunda/api/engine/engine/default/task/count").statusCode())
        .isEqualTo(401);
    assertThat(location(browser.get("/"))).contains("/login");
  }

  @Test
  void aWrongPasswordTellsHowLongToWaitAndTenLockTheAccount() {
    people.person("sai", "so-tu-phap.appraiser");

    browser.signIn("sai", "sai-mat-khau");
    assertThat(browser.get("/login?error").body())
        .contains("Hãy chờ 3 giây rồi thử lại. Đã sai 1 lần; sai thêm 9 lần");

    browser.signIn("sai", People.PASSWORD);
    assertThat(browser.get("/login?error").body())
        .as("even the right password waits")
        .contains("Hãy chờ");
  }

  @Test
  void anUnknownNameIsNotToldFromAWrongPassword() {
    browser.signIn("khong-co-ai", "sai-mat-khau");

    assertThat(browser.get("/login?error").body())
        .contains("Tên đăng nhập hoặc mật khẩu không đúng.");
  }

  @Test
  void loginWithoutTheFormsTokenIsRefused() {
    people.person("em", "so-tu-phap.appraiser");

    HttpResponse<String> answer =
        browser.form("/login", Map.of("username", "em", "password", People.PASSWORD));

    assertThat(location(answer)).endsWith("/login?expired");
    assertThat(location(browser.get("/"))).contains("/login");
  }

  @Test
  void theSessionHasANewIdAfterLoginAndASafeCookie() {
    people.person("giang", "so-tu-phap.appraiser");
    browser.get("/camunda/app/welcome/default/");
    String before = browser.cookie("JSESSIONID");

    HttpResponse<String> answer = browser.signIn("giang", People.PASSWORD);

    assertThat(browser.cookie("JSESSIONID")).isNotNull().isNotEqualTo(before);
    assertThat(answer.headers().allValues("Set-Cookie"))
        .filteredOn(cookie -> cookie.startsWith("JSESSIONID"))
        .isNotEmpty()
        .allMatch(cookie -> cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));
  }

  @Test
  void anEndedSessionIsToldInWords() {
    people.person("hoa", "so-tu-phap.appraiser");
    Caller stale = new Caller(port);
    HttpResponse<String> answer =
        stale.withCookie("JSESSIONID=0123456789ABCDEF0123456789ABCDEF").get("/");

    assertThat(location(answer)).endsWith("/login?expired");
    assertThat(stale.get("/login?expired").body()).contains("Phiên làm việc đã hết hạn");
  }

  @Test
  void pagesCarrySafetyHeadersAndNothingIsKept() {
    HttpResponse<String> page = browser.get("/login");

    assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(page.headers().firstValue("X-Frame-Options")).contains("SAMEORIGIN");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'self'", "frame-ancestors 'self'");
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void filesOfTheWebappsMayBeKept() {
    people.person("ich", "so-tu-phap.appraiser");
    browser.signIn("ich", People.PASSWORD);

    assertThat(browser.get("/camunda/lib/deps.js").headers().firstValue("Cache-Control"))
        .contains("public, max-age=86400");
    assertThat(
            browser
                .get("/camunda/app/tasklist/scripts/config.js")
                .headers()
                .firstValue("Cache-Control")
                .orElse(""))
        .contains("no-cache");
  }

  @Test
  void theLoginPageSpeaksEnglishOnlyWhenAsked() {
    assertThat(browser.get("/login").body()).contains("Tên đăng nhập");
    assertThat(browser.get("/login?lang=en").body()).contains("User name");
    assertThat(browser.get("/login").body()).contains("User name");
  }

  private static String location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(302);
    return answer.headers().firstValue("Location").orElse("");
  }
}
