package vn.motcua.letter;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import vn.motcua.calendar.WorkingCalendar;

/** A clock that stands where a story puts it: Monday 23/11/2026, 08:05, at first. */
final class MovingTime extends Clock {

  private volatile Instant now;

  MovingTime() {
    at(23, 11, 8, 5);
  }

  void at(int day, int month, int hour, int minute) {
    now = ZonedDateTime.of(2026, month, day, hour, minute, 0, 0, WorkingCalendar.ZONE).toInstant();
  }

  @Override
  public ZoneId getZone() {
    return WorkingCalendar.ZONE;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(now, zone);
  }

  @Override
  public Instant instant() {
    return now;
  }
}
