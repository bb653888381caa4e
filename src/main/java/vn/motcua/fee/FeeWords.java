package vn.motcua.fee;

import java.util.Locale;
import vn.motcua.language.CodeWord;
import vn.motcua.language.Texts;

/** The words by which forms and tables write the closed lists of this room. */
final class FeeWords {

  static final Texts TEXTS = Texts.of("fee");

  private FeeWords() {}

  /** {@code POOR_HOUSEHOLD} is written {@code poor-household}. */
  static String of(Enum<?> value) {
    return CodeWord.of(value);
  }

  /**
   * @throws FeeRefused if it is no word of the list; the text is {@code <list>.unknown}
   */
  static <E extends Enum<E>> E read(Class<E> list, String word) {
    return CodeWord.find(list, word)
        .orElseThrow(() -> refused(name(list) + ".unknown", word == null ? "–" : word));
  }

  /** In Vietnamese, from the key {@code <list>.<value>}. */
  static String words(Enum<?> value) {
    return words(Texts.VIETNAMESE, value);
  }

  static String words(Locale language, Enum<?> value) {
    return TEXTS.get(language, name(value.getDeclaringClass()) + "." + of(value));
  }

  static FeeRefused refused(String key, Object... words) {
    return new FeeRefused(TEXTS.get(key, words));
  }

  private static String name(Class<?> list) {
    return list.getSimpleName().toLowerCase(Locale.ROOT);
  }
}
