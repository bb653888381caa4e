package vn.motcua.access;

import java.util.Map;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The token that scripts in the webapps need for a POST to our own addresses, logout among them.
 */
@RestController
class CsrfPage {

  @GetMapping("/api/csrf")
  Map<String, String> token(CsrfToken token) {
    return Map.of("header", token.getHeaderName(), "token", token.getToken());
  }
}
