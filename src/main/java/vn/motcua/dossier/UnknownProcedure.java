package vn.motcua.dossier;

import vn.motcua.language.Texts;

/** No procedure with this code can be received now. */
public class UnknownProcedure extends RuntimeException {
  UnknownProcedure(String code) {
    super(Texts.of("dossier").get("problem.procedureCode.unknown", code));
  }
}
