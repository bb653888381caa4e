package vn.motcua.access;

import java.util.Locale;
import vn.motcua.language.Texts;

/** A password that is too easy to guess. The message is Vietnamese and says what is wanted. */
public class WeakPassword extends IllegalArgumentException {

  private WeakPassword(String message) {
    super(message);
  }

  static void refuse(String userId, String password) {
    if (password == null || password.length() < LongPasswords.LENGTH) {
      throw new WeakPassword(
          Texts.of("access").get("password.short", userId, LongPasswords.LENGTH));
    }
    if (password.toLowerCase(Locale.ROOT).contains(userId.toLowerCase(Locale.ROOT))) {
      throw new WeakPassword(Texts.of("access").get("password.holds-name", userId));
    }
  }
}
