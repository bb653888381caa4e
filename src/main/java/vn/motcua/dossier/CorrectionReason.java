package vn.motcua.dossier;

/** Why a result is wrong; words of one's own are added. */
enum CorrectionReason {
  TYPING_ERROR,
  WRONG_PERSONAL_DATA,
  WRONG_CONTENT,
  WRONG_GROUND,
  NOT_ELIGIBLE,
  LOST_OR_DAMAGED
}
