package vn.motcua.deadline;

import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import vn.motcua.calendar.Calendars;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.deadline.Track.Hours;

/**
 * When open steps are due under a newer calendar. A step that began after the calendar was
 * published was reckoned by it already, also while the dossier itself still waits to be
 * recalculated.
 */
final class StepDates {

  private final Calendars calendars;
  private final int version;
  private final NavigableMap<Instant, Integer> beginnings;

  StepDates(Calendars calendars, int version) {
    this.calendars = calendars;
    this.version = version;
    this.beginnings = calendars.beginnings();
  }

  /**
   * @param before clock of the dossier as it stood under the older calendar
   * @param began when the step began
   * @param due when it was due so far
   */
  Instant due(ClockReading before, Instant began, Instant due) {
    Map.Entry<Instant, Integer> known = beginnings.lowerEntry(began);
    int reckonedBy = Math.max(before.calendarVersion(), known == null ? 0 : known.getValue());
    if (reckonedBy >= version) {
      return due;
    }
    return new Hours(calendars.at(version), before.unit())
        .moved(
            new Hours(calendars.at(reckonedBy), before.unit()),
            began.atZone(WorkingCalendar.ZONE),
            due.atZone(WorkingCalendar.ZONE))
        .toInstant();
  }
}
