package vn.motcua.procedure;

import java.util.Optional;
import vn.motcua.calendar.TimeLimit;

/**
 * A phase of a route that the limit does not count, such as a public posting or the payment of
 * taxes: the clock stands still while it lasts.
 *
 * @param id element id of the call
 * @param called shared process that waits, e.g. {@code shared-financial-obligation}
 * @param words why, as the route says it
 * @param waitText how long as the route writes it; null if it names no time
 */
public record ExcludedWait(String id, String called, String words, String waitText) {

  /** How long, where the route names a time that can be counted. */
  public Optional<TimeLimit> time() {
    return waitText != null && FactForm.TIME.readable().test(waitText)
        ? Optional.of(TimeLimit.parse(waitText))
        : Optional.empty();
  }
}
