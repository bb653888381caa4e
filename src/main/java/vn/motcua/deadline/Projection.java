package vn.motcua.deadline;

import java.time.ZonedDateTime;
import java.util.List;
import vn.motcua.calendar.TimeLimit;

/**
 * What an applicant may really expect where the route has phases that the limit does not count: a
 * slip that names the limit alone has misled people (NĐ 151/2025/NĐ-CP, phụ lục).
 *
 * @param phases in the order of the route
 * @param expected the promised moment with every phase whose time is known or usual; null without a
 *     limit or if nothing is known of any phase
 * @param complete true if the route itself names the time of every phase; else it may take longer
 */
public record Projection(List<Phase> phases, ZonedDateTime expected, boolean complete) {

  /**
   * A phase that the limit does not count.
   *
   * @param words why, as the route says it
   * @param time how long; null if nothing is known
   * @param usual true if the time is what it takes as a rule, not what the route says
   */
  public record Phase(String words, TimeLimit time, boolean usual) {}
}
