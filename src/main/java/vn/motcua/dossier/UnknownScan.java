package vn.motcua.dossier;

import vn.motcua.language.Texts;

/** There is no such scan, or this person may not see it. */
class UnknownScan extends RuntimeException {

  UnknownScan(long id) {
    super(Texts.of("dossier").get("scan.unknown", id));
  }
}
