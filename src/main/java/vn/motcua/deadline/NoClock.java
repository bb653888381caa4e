package vn.motcua.deadline;

import vn.motcua.language.Texts;

/** A dossier without a clock, which only damaged data can bring. The message names the dossier. */
public class NoClock extends RuntimeException {
  NoClock(String dossierCode) {
    super(Texts.of("deadline").get("clock.none", dossierCode));
  }
}
