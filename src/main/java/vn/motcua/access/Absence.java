package vn.motcua.access;

import java.time.Instant;
import java.util.List;

/**
 * A person is away for a time, and another works in the place of the absent one. Immutable.
 *
 * @param from first moment
 * @param to first moment after it, as it was entered
 * @param posts the posts that the substitute works for; empty means all that the person holds
 * @param enteredBy account of who entered it
 * @param begun true once the open work has been moved to the substitute
 * @param endedAt when it was ended early, or when it was seen to be over; null until then
 * @param endedBy account of who ended it early; null if it ended by itself
 */
public record Absence(
    long id,
    String person,
    String substitute,
    Instant from,
    Instant to,
    List<String> posts,
    String reason,
    String enteredBy,
    Instant enteredAt,
    boolean begun,
    Instant endedAt,
    String endedBy) {

  public Absence {
    posts = List.copyOf(posts);
  }

  /** True if the substitute works for the absent person at this moment. */
  public boolean isAt(Instant moment) {
    return !moment.isBefore(from) && moment.isBefore(until());
  }

  /** First moment after it, as it really was. */
  public Instant until() {
    return endedAt != null && endedAt.isBefore(to) ? endedAt : to;
  }

  /** True if both are for some time the same; one that was ended before it began never was. */
  boolean overlaps(Instant otherFrom, Instant otherUntil) {
    return from.isBefore(until()) && from.isBefore(otherUntil) && otherFrom.isBefore(until());
  }

  /** True if the substitute works for this post of the absent person. */
  boolean covers(String post) {
    return posts.isEmpty() || posts.contains(post);
  }
}
