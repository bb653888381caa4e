package vn.motcua.access;

import org.springframework.security.core.AuthenticationException;

/** A login that was refused; the message is in the person's language and says what to do. */
class LoginRefused extends AuthenticationException {
  LoginRefused(String message) {
    super(message);
  }
}
