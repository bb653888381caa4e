package vn.motcua.dossier;

import vn.motcua.language.Texts;

/**
 * Where a dossier stands, finely. The national code (1–10, exchanged with the National Portal) is
 * derived from it and cannot be set by anybody.
 */
public enum DossierState {
  RECEIVED(2),
  NOT_RECEIVED(3),
  ASSIGNING(4),
  APPRAISING(4),
  INSPECTING(4),
  IN_COUNCIL(4),
  CONSULTING(4),
  INITIALLING(4),
  APPROVING(4),
  SEALING(4),
  HANDLING(4),
  POSTED_PUBLICLY(4),
  ASKING_SUPPLEMENT(4),
  REFUSING(4),
  AWAITING_GUIDED_PAPERS(5),
  AWAITING_SUPPLEMENT(5),
  AWAITING_OBLIGATION(6),
  WITHDRAWING(7),
  WITHDRAWN(8),
  STOPPED(8),
  SUSPENDED(8),
  FINISHED(9),
  REFUSAL_ISSUED(9),
  RECORDED(9),
  REFUSED(10),
  RETURNED(10);

  private static final Texts TEXTS = Texts.of("dossier");

  private final int nationalCode;

  DossierState(int nationalCode) {
    this.nationalCode = nationalCode;
  }

  /** Code of the national vocabulary, 1–10. */
  public int nationalCode() {
    return nationalCode;
  }

  /** In Vietnamese, for people. */
  public String words() {
    return TEXTS.get("state." + name());
  }

  /** The national name of {@link #nationalCode}, in Vietnamese. */
  public String nationalWords() {
    return TEXTS.get("state.national." + nationalCode);
  }

  /** True once nothing more happens to the dossier. */
  public boolean ended() {
    return switch (this) {
      case NOT_RECEIVED, WITHDRAWN, STOPPED, RECORDED, REFUSED, RETURNED -> true;
      default -> false;
    };
  }
}
