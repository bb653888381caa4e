package vn.motcua.warning;

import java.util.List;

/**
 * What the digest of a person says: how much is at risk, the worst of it, and other notices. Holds
 * codes, procedures and steps, never a name of an applicant.
 *
 * @param over how many steps and dossiers are past their limit
 * @param soon how many have used four fifths of their time
 * @param half how many have used half of it
 */
record Content(int over, int soon, int half, List<Item> items, List<Notice> notices) {

  /**
   * @param taskId null for who cannot open the task
   * @param step null if the dossier has no open step
   * @param percent rung reached: 50, 80 or 100
   * @param role word of the recipient
   * @param stepDue {@code 17:00 02/09/2026}, or null
   * @param stepLeft in words, or null
   */
  record Item(
      String code,
      String procedureCode,
      String procedure,
      String taskId,
      String step,
      int percent,
      String role,
      String stepDue,
      String stepLeft,
      String due,
      String left) {}

  int all() {
    return over + soon + half;
  }

  /** How many are not listed. */
  public int more() {
    return all() - items.size();
  }
}
