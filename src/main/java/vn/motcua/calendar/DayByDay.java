package vn.motcua.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.calendar.CalendarData.Cutoff;
import vn.motcua.calendar.ReckonedDay.Role;
import vn.motcua.language.Texts;

/**
 * Walks from the day of receipt to a due moment that {@link CountingRule} gave, and says of each
 * day what it is to the limit. It decides nothing: the moment is given.
 */
final class DayByDay {

  private static final Texts LAW = Texts.of("calendar");

  private final Timetables timetables;
  private final String unit;
  private final LocalDateTime start;
  private final TimeLimit limit;
  private final LocalDateTime due;
  private final boolean byHours;
  private int ordinal;

  DayByDay(
      Timetables timetables, String unit, LocalDateTime start, TimeLimit limit, LocalDateTime due) {
    this.timetables = timetables;
    this.unit = unit;
    this.start = start;
    this.limit = limit;
    this.due = due;
    this.byHours = CountingRule.byHours(limit);
  }

  List<ReckonedDay> days() {
    List<ReckonedDay> days = new ArrayList<>();
    for (LocalDate date = start.toLocalDate();
        !date.isAfter(due.toLocalDate());
        date = date.plusDays(1)) {
      CalendarDay day = timetables.day(date, unit);
      days.add(
          byHours
              ? hours(day)
              : switch (limit.unit()) {
                case SAME_DAY -> sameDay(day);
                case WORKING_DAY -> workingDay(day);
                default -> calendarDay(day);
              });
    }
    return List.copyOf(days);
  }

  private ReckonedDay hours(CalendarDay day) {
    Duration used = used(day.date());
    if (!used.isZero()) {
      return reckoned(day, Role.COUNTS, 0, used);
    }
    if (isDueDay(day)) {
      return reckoned(day, Role.MOVED, 0, used);
    }
    return reckoned(day, day.works() ? Role.IDLE : Role.OFF, 0, used);
  }

  private ReckonedDay sameDay(CalendarDay day) {
    if (isDueDay(day)) {
      return counts(day);
    }
    if (!day.works()) {
      return off(day);
    }
    Cutoff cutoff = timetables.cutoffOf(day.date());
    return cutoff != null && start.toLocalTime().isAfter(cutoff.after())
        ? new ReckonedDay(
            day.date(),
            day.kind(),
            Role.LATE,
            0,
            Duration.ZERO,
            cutoff.after().toString(),
            cutoff.basis(),
            false)
        : reckoned(day, Role.IDLE, 0, Duration.ZERO);
  }

  private ReckonedDay workingDay(CalendarDay day) {
    if (isReceipt(day)) {
      return receipt(day);
    }
    if (!day.works()) {
      return off(day);
    }
    return ordinal < limit.amount().intValue()
        ? counts(day)
        : reckoned(day, Role.PART, 0, used(day.date()));
  }

  private ReckonedDay calendarDay(CalendarDay day) {
    if (isReceipt(day)) {
      return receipt(day);
    }
    LocalDate last = CountingRule.lastDay(start.toLocalDate(), limit);
    if (day.date().isAfter(last)) {
      return day.works() ? reckoned(day, Role.MOVED, 0, Duration.ZERO) : off(day);
    }
    if (day.date().isBefore(last)) {
      return counts(day);
    }
    if (!day.works()) {
      return lastOff(day);
    }
    boolean part = limit.unit() == TimeLimit.Unit.DAY && ordinal == limit.amount().intValue();
    return part ? lastPart(day) : counts(day);
  }

  /** Where the last whole day was off, the limit moves to this day, and its part adds nothing. */
  private ReckonedDay lastPart(CalendarDay day) {
    Timetable timetable = timetables.of(unit);
    boolean moved =
        !timetable.works(day.date().minusDays(1)) && due.equals(timetable.closing(day.date()));
    return moved
        ? reckoned(day, Role.MOVED, 0, Duration.ZERO)
        : reckoned(day, Role.PART, 0, used(day.date()));
  }

  private ReckonedDay receipt(CalendarDay day) {
    return new ReckonedDay(
        day.date(),
        day.kind(),
        Role.RECEIPT,
        0,
        Duration.ZERO,
        "",
        LAW.get("law.first-day"),
        false);
  }

  private ReckonedDay lastOff(CalendarDay day) {
    return new ReckonedDay(
        day.date(),
        day.kind(),
        Role.LAST_OFF,
        ++ordinal,
        Duration.ZERO,
        day.name(),
        LAW.get("law.last-day"),
        day.estimated());
  }

  private ReckonedDay counts(CalendarDay day) {
    return reckoned(day, Role.COUNTS, ++ordinal, Duration.ZERO);
  }

  private static ReckonedDay off(CalendarDay day) {
    return reckoned(day, Role.OFF, 0, Duration.ZERO);
  }

  private static ReckonedDay reckoned(CalendarDay day, Role role, int ordinal, Duration used) {
    return new ReckonedDay(
        day.date(), day.kind(), role, ordinal, used, day.name(), day.basis(), day.estimated());
  }

  private boolean isReceipt(CalendarDay day) {
    return day.date().equals(start.toLocalDate());
  }

  private boolean isDueDay(CalendarDay day) {
    return day.date().equals(due.toLocalDate());
  }

  private Duration used(LocalDate date) {
    Timetable timetable = timetables.of(unit);
    long begin = timetable.position(date.equals(start.toLocalDate()) ? start : date.atStartOfDay());
    long end =
        timetable.position(date.equals(due.toLocalDate()) ? due : date.plusDays(1).atStartOfDay());
    return Duration.ofNanos(end - begin);
  }
}
