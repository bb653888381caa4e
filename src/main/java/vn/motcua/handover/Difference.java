package vn.motcua.handover;

/** Why papers were taken short or not at all; words of one's own are added. */
enum Difference {
  MISSING_PAPER,
  WRONG_DOSSIER,
  WRONG_AGENCY,
  DAMAGED,
  SEAL_BROKEN,
  NOT_IN_BUNDLE
}
