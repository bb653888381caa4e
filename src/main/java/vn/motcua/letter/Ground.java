package vn.motcua.letter;

import vn.motcua.deadline.LedgerRow;
import vn.motcua.dossier.DossierAct;

/**
 * Why a form fits a dossier now.
 *
 * @param occasion what the letter is about, the same however often it is asked for
 * @param side whose form it is: {@code reception}, {@code lead}, or {@code doer} for the post that
 *     did the act
 * @param act decision it tells of, or null
 * @param signed act by which it was signed, or null
 * @param row row of the ledger that it tells of, or null
 * @param notYet why it can be previewed but not yet issued; null if it can
 */
record Ground(
    String occasion, String side, DossierAct act, DossierAct signed, LedgerRow row, String notYet) {

  static final String RECEPTION = "reception";
  static final String LEAD = "lead";
  static final String DOER = "doer";

  static Ground of(FormKind kind, OpenDossier file, int ordinal, String side) {
    return new Ground(
        kind.word() + "/" + file.code() + "/" + ordinal, side, null, null, null, null);
  }

  /** Unit of the post that did the act; null as long as nobody has done it. */
  String doingUnit() {
    return act == null || act.post() == null || act.post().lastIndexOf('.') < 0
        ? null
        : act.post().substring(0, act.post().lastIndexOf('.'));
  }

  Ground decidedBy(DossierAct decision) {
    return new Ground(occasion, side, decision, signed, row, notYet);
  }

  Ground signedBy(DossierAct signature) {
    return new Ground(occasion, side, act, signature, row, notYet);
  }

  Ground reckonedIn(LedgerRow reckoning) {
    return new Ground(occasion, side, act, signed, reckoning, notYet);
  }

  Ground waitingFor(String what) {
    return new Ground(occasion, side, act, signed, row, what);
  }
}
