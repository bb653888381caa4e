package vn.motcua.deadline;

import vn.motcua.language.Texts;

/** A case that the procedure does not have. The Vietnamese message names case and procedure. */
public class UnknownCase extends RuntimeException {
  UnknownCase(String caseId, String procedure) {
    super(Texts.of("deadline").get("case.unknown", caseId, procedure));
  }
}
