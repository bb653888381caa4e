package vn.motcua.handover;

import vn.motcua.language.CodeWord;
import vn.motcua.language.Texts;

/** Closed lists as the form, the tables and people write them. */
final class Words {

  static final Texts TEXTS = Texts.of("handover");

  private Words() {}

  /** {@code TO_AGENCY} is written {@code to-agency}. */
  static String of(Enum<?> value) {
    return CodeWord.of(value);
  }

  /**
   * @throws HandOverRefused if the list has no such word
   */
  static <E extends Enum<E>> E read(Class<E> list, String word) {
    return CodeWord.find(list, word)
        .orElseThrow(() -> refused("word.unknown", word == null ? "–" : word));
  }

  static HandOverRefused refused(String key, Object... words) {
    return new HandOverRefused(TEXTS.get(key, words));
  }
}
