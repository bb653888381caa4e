package vn.motcua.letter;

import vn.motcua.language.Texts;

/** There is no such letter, or the one who asks may not know of it. */
public class UnknownLetter extends RuntimeException {
  UnknownLetter(long id) {
    super(Texts.of("letter").get("unknown.letter", id));
  }
}
