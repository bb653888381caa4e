package vn.motcua.deadline;

/** What follows when the papers do not come in time (switch {@code supplement.onExpiry}). */
public enum SupplementExpiry {
  /** The dossier is refused in writing; at the counter it is not received. */
  REFUSE,
  /** The dossier stops and its papers go back. */
  STOP,
  /** The applicant is reminded, and the wait goes on. */
  REMIND
}
