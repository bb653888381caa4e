package vn.motcua.letter;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import vn.motcua.deadline.LedgerRow;
import vn.motcua.dossier.Application;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.DossierAct;
import vn.motcua.dossier.FeeLine;
import vn.motcua.dossier.WholeDossier;

/**
 * All that a letter may say about a dossier: its row, papers, acts, and the ledger of its clock.
 */
record OpenDossier(WholeDossier whole, List<LedgerRow> ledger) {

  Dossier dossier() {
    return whole.dossier();
  }

  String code() {
    return whole.dossier().code();
  }

  List<Application.Paper> papers() {
    return whole.papers();
  }

  List<FeeLine> fees() {
    return whole.fees();
  }

  List<DossierAct> acts() {
    return whole.acts();
  }

  Optional<DossierAct> lastAct(Predicate<DossierAct> which) {
    return acts().stream().filter(which).reduce((first, second) -> second);
  }

  /** The last act of a kind that concerns the result, or null: an apology is sealed too. */
  DossierAct lastOfResult(String act) {
    return lastAct(a -> a.act().equals(act) && !a.processKey().equals("shared-apology"))
        .orElse(null);
  }

  Optional<LedgerRow> lastRow(Predicate<LedgerRow> which) {
    return ledger.stream().filter(which).reduce((first, second) -> second);
  }

  /** Place of an act among all; acts are only ever added, so it stays. */
  int ordinal(DossierAct act) {
    return acts().indexOf(act) + 1;
  }
}
