package vn.motcua.deadline;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.calendar.TimeLimit.Unit;
import vn.motcua.calendar.WorkingCalendar;

/**
 * One due date and how it moves. A limit in working time keeps what was left of it to the minute; a
 * limit in whole working days still ends when its last day closes; a limit in days or months is
 * counted in days of the calendar, and only its last day moves off a day of rest (Bộ luật Dân sự
 * Điều 145–148).
 *
 * @param due when it ends
 * @param end the same to the minute, before it is moved to the end of the day
 * @param lastDay last day of a limit in days or months, before it is moved off a day of rest; null
 *     for limits in working time
 */
record Track(TimeLimit limit, ZonedDateTime due, ZonedDateTime end, LocalDate lastDay) {

  private static final TimeLimit THIS_DAY = TimeLimit.of(1, Unit.SAME_DAY);

  static Track begun(TimeLimit limit, ZonedDateTime start, Hours hours) {
    if (limit == null) {
      return null;
    }
    ZonedDateTime due = hours.due(start, limit);
    return new Track(limit, due, due, lastDay(limit, start.toLocalDate(), due.toLocalDate()));
  }

  private static LocalDate lastDay(TimeLimit limit, LocalDate start, LocalDate due) {
    if (limit.unit() != Unit.DAY && limit.unit() != Unit.MONTH) {
      return null;
    }
    if (limit.amount().stripTrailingZeros().scale() > 0) {
      return due;
    }
    int amount = limit.amount().intValue();
    return limit.unit() == Unit.DAY ? start.plusDays(amount) : start.plusMonths(amount);
  }

  /** The due date when the clock runs on. One that had passed before the stop stays passed. */
  Track resumed(ResumeRule rule, ZonedDateTime stopped, ZonedDateTime now, Hours hours) {
    if (stopped.isAfter(due)) {
      return this;
    }
    long days = ChronoUnit.DAYS.between(stopped.toLocalDate(), now.toLocalDate());
    if (rule == ResumeRule.CALENDAR_DAYS) {
      return days == 0 ? this : movedTo(due.toLocalDate().plusDays(days), hours);
    }
    if (lastDay != null) {
      LocalDate last = lastDay.plusDays(days);
      ZonedDateTime moved = hours.closing(last);
      return new Track(limit, moved, moved, last);
    }
    Duration left = hours.between(stopped, end);
    ZonedDateTime ends = left.isNegative() ? now : hours.plus(now, left);
    return new Track(limit, wholeDays() ? hours.closing(ends.toLocalDate()) : ends, ends, null);
  }

  /** Another last day, which a person has promised. */
  Track movedTo(LocalDate day, Hours hours) {
    ZonedDateTime moved = hours.closing(day);
    return new Track(limit, moved, moved, lastDay == null ? null : day);
  }

  private boolean wholeDays() {
    return limit.unit() == Unit.SAME_DAY
        || limit.unit() == Unit.WORKING_DAY && limit.amount().stripTrailingZeros().scale() <= 0;
  }

  /** The calendar by the hours of one unit. */
  record Hours(WorkingCalendar calendar, String unit) {

    /** A limit of zero means the same working day. */
    ZonedDateTime due(ZonedDateTime start, TimeLimit limit) {
      return calendar.due(start, limit.amount().signum() == 0 ? THIS_DAY : limit, unit);
    }

    /** When a day closes, or the next working day if it is off. */
    ZonedDateTime closing(LocalDate day) {
      return calendar.due(day.atStartOfDay(WorkingCalendar.ZONE), THIS_DAY, unit);
    }

    /**
     * When something is due by these hours that was reckoned by others: what ended with a day ends
     * with the same working day, counted from its start; everything else keeps its working time.
     */
    ZonedDateTime moved(Hours others, ZonedDateTime start, ZonedDateTime due) {
      if (!due.isAfter(start)) {
        return due;
      }
      LocalDate first = start.toLocalDate();
      if (due.equals(others.closing(due.toLocalDate()))) {
        long days = others.workingDays(first, due.toLocalDate());
        return days == 0 ? closing(first) : due(start, TimeLimit.of(days, Unit.WORKING_DAY));
      }
      Duration time = others.between(start, due);
      return time.isZero() ? due : plus(start, time);
    }

    /** After the first day, the last one included. */
    private long workingDays(LocalDate first, LocalDate last) {
      return first
          .plusDays(1)
          .datesUntil(last.plusDays(1))
          .filter(day -> calendar.isWorkingDay(day, unit))
          .count();
    }

    ZonedDateTime plus(ZonedDateTime from, Duration workingTime) {
      return calendar.plus(from, workingTime, unit);
    }

    Duration between(ZonedDateTime from, ZonedDateTime to) {
      return calendar.workingTime(from, to, unit);
    }
  }
}
