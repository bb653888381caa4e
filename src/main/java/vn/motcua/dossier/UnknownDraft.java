package vn.motcua.dossier;

import vn.motcua.language.Texts;

/** There is no such draft, or it is somebody else's. */
class UnknownDraft extends RuntimeException {

  UnknownDraft() {
    super(Texts.of("dossier").get("draft.unknown"));
  }
}
