package vn.motcua.deadline;

import vn.motcua.calendar.TimeLimit;

/**
 * The limits that one dossier is measured by.
 *
 * @param promised on the slip: the committed limit where the province made one; null if the law
 *     states none
 * @param statutory by the law; null if it states none
 */
public record Limits(TimeLimit promised, TimeLimit statutory) {

  /** A procedure for which the law states no limit. */
  public static final Limits NONE = new Limits(null, null);
}
