package vn.motcua.handover;

import java.util.Arrays;
import java.util.Locale;
import vn.motcua.language.Texts;

/** Closed lists as the form, the tables and people write them. */
final class Words {

  static final Texts TEXTS = Texts.of("handover");

  private Words() {}

  /** {@code TO_AGENCY} is written {@code to-agency}. */
  static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @throws HandOverRefused if the list has no such word
   */
  static <E extends Enum<E>> E read(Class<E> list, String word) {
    return Arrays.stream(list.getEnumConstants())
        .filter(value -> of(value).equals(word))
        .findFirst()
        .orElseThrow(() -> refused("word.unknown", word == null ? "–" : word));
  }

  static HandOverRefused refused(String key, Object... words) {
    return new HandOverRefused(TEXTS.get(key, words));
  }
}
