package vn.motcua.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.header.HeaderWriter;

/**
 * What a browser may keep. Pages and answers hold people's data: nothing of them. Files that carry
 * a version in their address: a day. Other files: kept, but asked for each time whether they
 * changed.
 */
class Freshness implements HeaderWriter {

  @Override
  public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
    if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
      response.setHeader(HttpHeaders.CACHE_CONTROL, rule(request.getServletPath()));
    }
  }

  private static String rule(String path) {
    if (path.startsWith("/camunda/lib/") || path.startsWith("/camunda/assets/")) {
      return "public, max-age=86400";
    }
    return isFile(path) ? "no-cache" : "no-store";
  }

  private static boolean isFile(String path) {
    return path.matches(".*\\.(css|js|json|html|svg|png|ico|woff2?|ttf)")
        && !path.startsWith("/api/")
        && !path.startsWith("/camunda/api/");
  }
}
