package vn.motcua.warning;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whom a rung of the ladder warns. */
enum Recipient {
  HOLDER,
  HEAD_OF_ROOM,
  CENTRE;

  /** {@code head-of-room}: in data, texts and rows. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Recipient> of(String word) {
    return Arrays.stream(values()).filter(r -> r.word().equals(word)).findFirst();
  }
}
