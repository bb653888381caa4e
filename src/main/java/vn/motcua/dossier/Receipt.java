package vn.motcua.dossier;

import java.time.Instant;
import java.util.List;

/**
 * What the applicant is told at reception.
 *
 * @param code code of the dossier
 * @param receivedAt moment of reception
 * @param due promised moment of the result; null if the law states no limit
 * @param statutoryDue moment by the law; null if it states no limit
 * @param reckoning why the due date is this one, in Vietnamese
 * @param results what each agency of a linked procedure promises; none for an ordinary one
 * @param excluded phases that the limit does not count, in the order of the route
 * @param projected when the result may come with the phases whose time is known; null if there are
 *     none
 * @param projection the same in words, in Vietnamese; null without such phases
 */
public record Receipt(
    String code,
    Instant receivedAt,
    Instant due,
    Instant statutoryDue,
    String reckoning,
    List<Promise> results,
    List<Phase> excluded,
    Instant projected,
    String projection) {

  /** A receipt from before there were linked results has none. */
  public Receipt {
    results = results == null ? List.of() : results;
  }

  /** One result of a linked procedure, its agency, the agency's own time and the promised day. */
  public record Promise(String name, String agency, String limit, Instant due) {}

  /**
   * A phase that the limit does not count.
   *
   * @param time how long; null if nothing is known
   * @param usual true if that is what it takes as a rule, not what the route says
   */
  public record Phase(String words, String time, boolean usual) {}
}
