package vn.motcua.letter;

import vn.motcua.language.Texts;

/** The form set of a day has no such form. */
public class UnknownForm extends RuntimeException {
  UnknownForm(String form, String day) {
    super(Texts.of("letter").get("unknown.form", form, day));
  }
}
