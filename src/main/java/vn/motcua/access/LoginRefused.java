package vn.motcua.access;

import java.util.Locale;
import org.springframework.security.core.AuthenticationException;
import vn.motcua.language.Texts;

/** A login that was refused, with words for the person: why, and what to do. */
class LoginRefused extends AuthenticationException {

  private static final Texts TEXTS = Texts.of("access");

  private final transient Object[] arguments;
  private final String key;

  LoginRefused(String key, Object... arguments) {
    super(TEXTS.get(key, arguments));
    this.key = key;
    this.arguments = arguments;
  }

  /** The words in a language. */
  String in(Locale language) {
    return arguments == null ? getMessage() : TEXTS.get(language, key, arguments);
  }

  /** The words for whatever refused a login; of causes that are not ours nothing is told. */
  static String words(Object cause, Locale language) {
    if (cause instanceof LoginRefused refused) {
      return refused.in(language);
    }
    return cause instanceof Throwable thrown && thrown.getCause() != null
        ? words(thrown.getCause(), language)
        : TEXTS.get(language, "login.wrong");
  }
}
