package vn.motcua.dossier;

import vn.motcua.language.Texts;

/** There is no such dossier, or the one who asks may not know of it. */
public class UnknownDossier extends RuntimeException {
  UnknownDossier(String code) {
    super(Texts.of("dossier").get("unknown.dossier", code));
  }
}
