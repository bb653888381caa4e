package vn.motcua.procedure;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.motcua.calendar.TimeLimit;

/**
 * Reads times as models write them. A whole catalogue has tens of thousands of them, but only some
 * hundred different ones, so those once read are remembered. Safe for use by many threads.
 */
final class Times {

  private static final int MOST = 2000;
  private static final int LONGEST = 40;
  private static final Map<String, Optional<TimeLimit>> READ = new ConcurrentHashMap<>();

  private Times() {}

  /** The time that the text states; empty if it states none. */
  static Optional<TimeLimit> read(String text) {
    Optional<TimeLimit> known = READ.get(text);
    if (known != null) {
      return known;
    }
    Optional<TimeLimit> time = parse(text);
    if (text.length() <= LONGEST && READ.size() < MOST) {
      READ.put(text, time);
    }
    return time;
  }

  private static Optional<TimeLimit> parse(String text) {
    try {
      return Optional.of(TimeLimit.parse(text));
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }
}
