package vn.motcua.access;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody at the other end of HTTP: a browser with its cookies, or a machine with a password. */
final class Caller {

  private static final Pattern HIDDEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  final CookieManager cookies = new CookieManager();
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final String root;
  private String basic;
  private String forged;

  Caller(int port) {
    this.root = "http://localhost:" + port;
  }

  static Caller machine(int port, String user, String password) {
    Caller machine = new Caller(port);
    String pair = user + ":" + password;
    machine.basic =
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    return machine;
  }

  HttpResponse<String> get(String path) {
    return call("GET", path, null);
  }

  /** Sends JSON, with the webapps' own token as their scripts do. */
  HttpResponse<String> call(String method, String path, String json) {
    HttpRequest.Builder request = request(path);
    if (json != null) {
      request.header("Content-Type", "application/json");
    }
    cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
        .forEach(cookie -> request.header("X-XSRF-TOKEN", cookie.getValue()));
    return send(
        request.method(
            method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json)));
  }

  HttpResponse<String> form(String path, Map<String, String> fields) {
    StringBuilder body = new StringBuilder();
    fields.forEach(
        (name, value) ->
            body.append(body.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body.toString())));
  }

  /** The same browser with a cookie that no server gave it. */
  Caller withCookie(String cookie) {
    this.forged = cookie;
    return this;
  }

  /** Opens the login page and sends its form, as a browser does. */
  HttpResponse<String> signIn(String user, String password) {
    return form(
        "/login",
        Map.of("username", user, "password", password, "_csrf", hiddenToken(get("/login").body())));
  }

  static String hiddenToken(String html) {
    Matcher hidden = HIDDEN.matcher(html);
    if (!hidden.find()) {
      throw new AssertionError("No token in " + html);
    }
    return hidden.group(1);
  }

  String cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(cookie -> cookie.getValue())
        .findFirst()
        .orElse(null);
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : root + path))
            .header("Accept", "application/json, text/html;q=0.9, */*;q=0.8");
    if (forged != null) {
      request.header("Cookie", forged);
    }
    return basic == null ? request : request.header("Authorization", basic);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
