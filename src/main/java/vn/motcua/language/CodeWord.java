package vn.motcua.language;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The word by which forms, tables, addresses and keys of texts write a value of a closed list:
 * {@code AT_HOME} is {@code at-home}.
 */
public final class CodeWord {

  private CodeWord() {}

  public static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The value that is written so; empty if the list has none, or for null. */
  public static <E extends Enum<E>> Optional<E> find(Class<E> list, String word) {
    return Arrays.stream(list.getEnumConstants())
        .filter(value -> of(value).equals(word))
        .findFirst();
  }
}
