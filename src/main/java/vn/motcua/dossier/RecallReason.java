package vn.motcua.dossier;

/** Why somebody takes back what was just passed on; words of one's own are added. */
enum RecallReason {
  SENT_BY_MISTAKE,
  ERROR_FOUND,
  PAPERS_LEFT_OUT
}
