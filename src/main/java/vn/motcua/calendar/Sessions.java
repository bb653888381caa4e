package vn.motcua.calendar;

import java.time.LocalTime;
import java.util.List;

/**
 * The working sessions of one day, morning and afternoon as a rule; moments and amounts are
 * nanoseconds. Immutable.
 */
final class Sessions {

  /** A day without work. */
  static final Sessions NONE = new Sessions(new long[0], new long[0]);

  private final long[] opens;
  private final long[] closes;
  private final long total;

  private Sessions(long[] opens, long[] closes) {
    this.opens = opens;
    this.closes = closes;
    long sum = 0;
    for (int i = 0; i < opens.length; i++) {
      sum += closes[i] - opens[i];
    }
    this.total = sum;
  }

  /**
   * Reads {@code 07:30-11:30}, one entry a session, in the order of the day.
   *
   * @throws IllegalArgumentException naming the entry that is no session or not after the one
   *     before
   */
  static Sessions parse(List<String> sessions) {
    long[] opens = new long[sessions.size()];
    long[] closes = new long[sessions.size()];
    long last = -1;
    for (int i = 0; i < opens.length; i++) {
      String[] ends = sessions.get(i).split("[-–]");
      try {
        opens[i] = LocalTime.parse(ends[0].strip()).toNanoOfDay();
        closes[i] = LocalTime.parse(ends[1].strip()).toNanoOfDay();
      } catch (RuntimeException e) {
        throw new IllegalArgumentException(sessions.get(i), e);
      }
      if (ends.length != 2 || opens[i] <= last || closes[i] <= opens[i]) {
        throw new IllegalArgumentException(sessions.get(i));
      }
      last = closes[i];
    }
    return new Sessions(opens, closes);
  }

  long total() {
    return total;
  }

  long opening() {
    return opens[0];
  }

  long closing() {
    return closes[closes.length - 1];
  }

  /** Work done on this day up to a moment. */
  long doneBy(long moment) {
    long done = 0;
    for (int i = 0; i < opens.length && moment > opens[i]; i++) {
      done += Math.min(moment, closes[i]) - opens[i];
    }
    return done;
  }

  /**
   * The earliest moment by which this much is done; the closing time if the day has not so much.
   */
  long momentOf(long amount) {
    long left = amount;
    for (int i = 0; i < opens.length; i++) {
      long length = closes[i] - opens[i];
      if (left <= length) {
        return opens[i] + left;
      }
      left -= length;
    }
    return closing();
  }

  boolean isOpen(long moment) {
    return nextOpen(moment) == moment;
  }

  /** The moment itself if people work then, else the next opening on this day, else -1. */
  long nextOpen(long moment) {
    for (int i = 0; i < opens.length; i++) {
      if (moment < closes[i]) {
        return Math.max(moment, opens[i]);
      }
    }
    return -1;
  }
}
