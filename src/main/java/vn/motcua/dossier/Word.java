package vn.motcua.dossier;

import java.util.Locale;
import java.util.Optional;
import vn.motcua.language.CodeWord;
import vn.motcua.language.Texts;

/** The words by which a form and the register write a closed list. */
final class Word {

  private static final Texts TEXTS = Texts.of("dossier");

  private Word() {}

  /** {@code AT_HOME} is written {@code at-home}. */
  static String of(Enum<?> value) {
    return CodeWord.of(value);
  }

  static <E extends Enum<E>> Optional<E> read(Class<E> list, String word) {
    return CodeWord.find(list, word);
  }

  /** In Vietnamese, from the key {@code <list>.<VALUE>}. */
  static String words(Enum<?> value) {
    return TEXTS.get(of(value.getDeclaringClass().getSimpleName()) + "." + of(value));
  }

  private static String of(String camel) {
    return camel.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
