package vn.motcua.fee;

/** Grounds on which less is paid (Luật phí và lệ phí 97/2015/QH13 Điều 10). */
enum Relief {
  CHILD,
  ELDERLY,
  DISABLED,
  POOR_HOUSEHOLD,
  MERITORIOUS,
  ETHNIC_MINORITY,
  /** Less for what is handed in online, where the province resolved so. */
  ONLINE,
  /** Another rule, which the words name. */
  LAW,
  /** The line was wrong. */
  MISTAKE;

  boolean needsWords() {
    return this == LAW || this == ONLINE || this == MISTAKE;
  }
}
