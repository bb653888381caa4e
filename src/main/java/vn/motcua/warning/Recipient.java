package vn.motcua.warning;

import java.util.Optional;
import vn.motcua.language.CodeWord;

/** Whom a rung of the ladder warns. */
enum Recipient {
  HOLDER,
  HEAD_OF_ROOM,
  CENTRE;

  /** {@code head-of-room}: in data, texts and rows. */
  String word() {
    return CodeWord.of(this);
  }

  static Optional<Recipient> of(String word) {
    return CodeWord.find(Recipient.class, word);
  }
}
