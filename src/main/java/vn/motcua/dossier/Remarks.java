package vn.motcua.dossier;

import java.util.ArrayList;
import java.util.List;
import vn.motcua.language.Dates;
import vn.motcua.language.Texts;

/** What stands out in the register's row of a dossier, in Vietnamese; empty for a usual one. */
final class Remarks {

  private static final Texts TEXTS = Texts.of("dossier");

  private Remarks() {}

  static List<String> of(Dossier dossier) {
    List<String> remarks = new ArrayList<>();
    if (dossier.supplementsBeyond() > 0) {
      remarks.add(TEXTS.get("remark.beyond", dossier.supplementsBeyond()));
    }
    if (dossier.supplementsLate() > 0) {
      remarks.add(TEXTS.get("remark.late", dossier.supplementsLate()));
    }
    if (dossier.proposedDue() != null) {
      remarks.add(TEXTS.get("remark.proposed", Dates.day(dossier.proposedDue())));
    }
    return remarks;
  }
}
