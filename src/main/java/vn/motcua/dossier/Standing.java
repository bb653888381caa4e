package vn.motcua.dossier;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Which dossiers a list shows by their clocks: one of the five states of time, all that are under
 * way, those that are done, or all. Each is made of segments, the one at most risk first.
 */
enum Standing {
  OPEN,
  OVERDUE,
  TODAY,
  SOON,
  IN_TIME,
  PAUSED,
  ENDED,
  ALL;

  /** Dossiers that are in the same order by one column. */
  record Segment(Condition condition, String sort, String order) {

    boolean isDescending() {
      return order.endsWith(" desc");
    }
  }

  /**
   * @param now this moment
   * @param tomorrow the beginning of the next day
   * @param oneDay one working day from now
   */
  record Moments(Instant now, Instant tomorrow, Instant oneDay) {}

  /** {@code in-time}: in addresses and in the bundle. */
  public String word() {
    return Word.of(this);
  }

  List<Segment> segments(Moments at) {
    return switch (this) {
      case OVERDUE -> List.of(running(due("c.due_at < ?", at.now())));
      case TODAY ->
          List.of(running(due("c.due_at >= ? and c.due_at < ?", at.now(), at.tomorrow())));
      case SOON ->
          List.of(
              running(
                  due(
                      "c.due_at >= ? and (c.warn_at <= ? or c.due_at < ?)",
                      at.tomorrow(),
                      at.now(),
                      at.oneDay())));
      case IN_TIME ->
          List.of(
              running(
                  due(
                      "c.due_at >= ? and c.due_at >= ? and (c.warn_at is null or c.warn_at > ?)",
                      at.tomorrow(),
                      at.oneDay(),
                      at.now())),
              unlimited());
      case PAUSED -> List.of(paused());
      case ENDED -> List.of(ended());
      case OPEN -> List.of(running(due("c.due_at is not null")), paused(), unlimited());
      case ALL -> List.of(running(due("c.due_at is not null")), paused(), unlimited(), ended());
    };
  }

  private static Condition due(String sql, Instant... moments) {
    return Condition.of(sql, Arrays.stream(moments).map(Register::utc).toArray());
  }

  private static Segment running(Condition due) {
    return new Segment(
        Condition.of("c.stopped_at is null and c.paused_since is null").and(due),
        "c.due_at",
        "c.stopped_at, c.paused_since, c.due_at");
  }

  private static Segment paused() {
    return new Segment(
        Condition.of("c.stopped_at is null and c.paused_since is not null"),
        "c.due_at",
        "c.due_at");
  }

  private static Segment unlimited() {
    return new Segment(
        Condition.of("c.stopped_at is null and c.paused_since is null and c.due_at is null"),
        "d.received_at",
        "d.received_at");
  }

  private static Segment ended() {
    return new Segment(
        Condition.of("c.stopped_at is not null"), "c.stopped_at", "c.stopped_at desc");
  }
}
