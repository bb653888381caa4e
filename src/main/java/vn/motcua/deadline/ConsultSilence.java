package vn.motcua.deadline;

/** What follows when a consulted agency says nothing in time (switch {@code consult.silence}). */
public enum ConsultSilence {
  /** It counts as agreement, where the law of the sector says so. */
  CONSENT,
  /** The consulted agency is reminded. */
  REMIND,
  /** The head of the one-stop unit is told (NĐ 61/2018/NĐ-CP Điều 19 khoản 5 điểm b). */
  ESCALATE
}
