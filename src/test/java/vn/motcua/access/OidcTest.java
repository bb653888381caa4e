package vn.motcua.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
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

/** A login by the province's identity provider, to the end. */
@SpringBootTest(
    classes = AccessOnly.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:oidc",
      "camunda.bpm.job-execution.enabled=false",
      "motcua.oidc.posts-claim=posts",
      "spring.security.oauth2.client.registration.tinh.client-id=motcua",
      "spring.security.oauth2.client.registration.tinh.client-secret=bi-mat",
      "spring.security.oauth2.client.registration.tinh.client-name=VNeID",
      "spring.security.oauth2.client.registration.tinh.scope=openid,profile",
      "spring.security.oauth2.client.registration.tinh.authorization-grant-type=authorization_code",
      "spring.security.oauth2.client.registration.tinh.redirect-uri={baseUrl}/login/oauth2/code/tinh"
    })
@ActiveProfiles("access-only")
@DirtiesContext
@Tag("slow")
class OidcTest {

  private static final IdentityProvider PROVIDER = IdentityProvider.start();

  @LocalServerPort int port;
  @Autowired People people;
  @Autowired Memberships memberships;
  @Autowired Colleagues colleagues;

  @DynamicPropertySource
  static void provider(DynamicPropertyRegistry properties) {
    String base = "spring.security.oauth2.client.provider.tinh.";
    properties.add(base + "authorization-uri", () -> PROVIDER.url("/authorize"));
    properties.add(base + "token-uri", () -> PROVIDER.url("/token"));
    properties.add(base + "jwk-set-uri", () -> PROVIDER.url("/keys"));
    properties.add(base + "user-name-attribute", () -> "sub");
  }

  @AfterAll
  static void stop() {
    PROVIDER.stop();
  }

  @Test
  void theLoginPageOffersTheProviderAndSendsThere() {
    Caller browser = new Caller(port);

    assertThat(browser.get("/login").body())
        .contains("Đăng nhập bằng VNeID", "/oauth2/authorization/tinh");
    Map<String, String> asked = ask(browser);
    assertThat(asked).containsKeys("state", "nonce").containsEntry("client_id", "motcua");
  }

  @Test
  void anOfficialWithAnAccountIsSignedInEverywhere() {
    people.person("co-tai-khoan", "so-tu-phap.appraiser");
    Caller browser = new Caller(port);

    HttpResponse<String> back =
        answer(browser, Map.of("sub", "1", "preferred_username", "co-tai-khoan"));

    assertThat(location(back)).endsWith("/camunda/app/tasklist/default/");
    assertThat(browser.get("/camunda/api/engine/engine/default/task/count").statusCode())
        .isEqualTo(200);
    assertThat(browser.get("/").body()).contains("Xin chào, Nguyễn Thị Lan");
    assertThat(memberships.of("co-tai-khoan").orElseThrow().posts())
        .as("no claim of posts: they stay")
        .containsExactly("so-tu-phap.appraiser");
  }

  @Test
  void aNewOfficialGetsTheAccountAndPostsOfTheClaimButNeverAdministration() {
    people.person("ai-do");
    Caller browser = new Caller(port);

    answer(
        browser,
        Map.of(
            "sub",
            "2",
            "preferred_username",
            "moi-vao",
            "family_name",
            "Trần Văn",
            "given_name",
            "Minh",
            "email",
            "minh@so-y-te.example",
            "posts",
            List.of("so-y-te.approver", "khong.co", "camunda-admin")));

    Membership person = memberships.of("moi-vao").orElseThrow();
    assertThat(person.groups()).containsExactly("so-y-te.approver");
    assertThat(person.name()).isEqualTo("Trần Văn Minh");
    assertThat(colleagues.find("moi-vao").orElseThrow().email()).isEqualTo("minh@so-y-te.example");
    assertThat(colleagues.holding("so-y-te.approver"))
        .extracting(Colleague::userId)
        .contains("moi-vao");
  }

  @Test
  void aStrangerIsRefusedInWords() {
    Caller browser = new Caller(port);

    HttpResponse<String> back =
        answer(browser, Map.of("sub", "3", "preferred_username", "nguoi-la"));

    assertThat(location(back)).endsWith("/login?error");
    assertThat(browser.get("/login?error").body())
        .contains("Người dùng “nguoi-la” chưa có tài khoản");
  }

  private HttpResponse<String> answer(Caller browser, Map<String, Object> claims) {
    Map<String, String> asked = ask(browser);
    PROVIDER.willSay(claims, asked.get("nonce"));
    return browser.get("/login/oauth2/code/tinh?code=abc&state=" + asked.get("state"));
  }

  private Map<String, String> ask(Caller browser) {
    String to = location(browser.get("/oauth2/authorization/tinh"));
    assertThat(to).startsWith(PROVIDER.url("/authorize"));
    return Arrays.stream(URI.create(to).getRawQuery().split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1].replace("%3D", "=")));
  }

  private static String location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(302);
    return answer.headers().firstValue("Location").orElse("");
  }
}
