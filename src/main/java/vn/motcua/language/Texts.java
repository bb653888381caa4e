package vn.motcua.language;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;

/**
 * The texts of one room, from {@code messages/<room>.properties} (Vietnamese) and {@code
 * messages/<room>_en.properties} (English). Nothing that a person reads stands in code.
 *
 * <p>Patterns are those of {@link MessageFormat}; arguments are put in as they are, so numbers and
 * dates must come formatted. A key that is missing is a programming error and refused with {@link
 * java.util.MissingResourceException}. Immutable and safe for use by many threads.
 */
public final class Texts {

  /** The language in front of people unless they ask for another. */
  public static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

  private static final ResourceBundle.Control ONLY_ASKED =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final String bundle;

  private Texts(String bundle) {
    this.bundle = bundle;
  }

  /** The texts of a room, by its package name: {@code Texts.of("procedure")}. */
  public static Texts of(String room) {
    return new Texts("messages." + room);
  }

  /** Every key of the room. */
  public Set<String> keys() {
    return ResourceBundle.getBundle(bundle, VIETNAMESE, Texts.class.getClassLoader(), ONLY_ASKED)
        .keySet();
  }

  /** The Vietnamese text of a key. */
  public String get(String key, Object... arguments) {
    return get(VIETNAMESE, key, arguments);
  }

  /** The text of a key in a language; the Vietnamese one if there is no bundle of that language. */
  public String get(Locale language, String key, Object... arguments) {
    String pattern =
        ResourceBundle.getBundle(bundle, language, Texts.class.getClassLoader(), ONLY_ASKED)
            .getString(key);
    Object[] words = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      words[i] = String.valueOf(arguments[i]);
    }
    return new MessageFormat(pattern, language).format(words);
  }
}
