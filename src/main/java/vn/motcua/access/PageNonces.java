package vn.motcua.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Gives each page of the webapps a nonce of its own, which lets its scripts run and no others. The
 * engine's own filter keeps the nonce in one place for the whole server: of two pages asked for at
 * the same moment one got the other's, and its reader saw an empty page. Thread-safe.
 */
class PageNonces extends OncePerRequestFilter {

  /** Where the engine's pages take it from, and what they find there: as long as a nonce. */
  private static final String ENGINES = "org.camunda.bpm.csp.nonce";

  private static final String STAND_IN = "nonce-of-this-very-page-----";
  private static final int BYTES = 21;

  private final SecureRandom random = new SecureRandom();
  private final String policy;

  /**
   * @param policy of the webapps, with {@code $NONCE} in the place of the nonce
   */
  PageNonces(String policy) {
    this.policy = policy;
  }

  @Override
  protected void initFilterBean() {
    getServletContext().setAttribute(ENGINES, STAND_IN);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String nonce = nonce();
    response.setHeader(
        "Content-Security-Policy", policy.replace("$NONCE", "'nonce-" + nonce + "'"));
    if (!request.getRequestURI().endsWith("/")) {
      chain.doFilter(request, response);
      return;
    }
    ContentCachingResponseWrapper page = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, page);
    String html = new String(page.getContentAsByteArray(), StandardCharsets.UTF_8);
    if (html.contains(STAND_IN)) {
      page.resetBuffer();
      page.getOutputStream().write(html.replace(STAND_IN, nonce).getBytes(StandardCharsets.UTF_8));
    }
    page.copyBodyToResponse();
  }

  private String nonce() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().encodeToString(bytes);
  }
}
