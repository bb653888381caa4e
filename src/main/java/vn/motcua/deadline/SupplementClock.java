package vn.motcua.deadline;

/** What the dossier's clock does after a supplement (switch {@code supplement.clock}). */
public enum SupplementClock {
  /** The whole limit begins anew (NĐ 61/2018/NĐ-CP Điều 19 khoản 4). */
  RESTART,
  /** The working time that was left is still there. */
  PAUSE,
  /** The due date moves by the days the applicant took. */
  EXTEND
}
