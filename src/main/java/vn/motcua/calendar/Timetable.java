package vn.motcua.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.function.Function;

/**
 * Working time of one unit, day by day, with running sums, so that adding and counting cost a
 * binary search and no look-up by day. Moments are in local time. Immutable.
 */
final class Timetable {

  private final LocalDate first;
  private final LocalDate last;
  private final long firstEpochDay;
  private final Sessions[] sessions;

  /** Working time before each day; one entry more than days. */
  private final long[] workBefore;

  /** Working days before each day; one entry more than days. */
  private final int[] daysBefore;

  /** Index of each working day. */
  private final int[] workingDays;

  /**
   * @param plan sessions of a day, {@link Sessions#NONE} on a day off
   */
  Timetable(LocalDate first, LocalDate last, Function<LocalDate, Sessions> plan) {
    this.first = first;
    this.last = last;
    this.firstEpochDay = first.toEpochDay();
    int days = Math.toIntExact(last.toEpochDay() - firstEpochDay + 1);
    sessions = new Sessions[days];
    workBefore = new long[days + 1];
    daysBefore = new int[days + 1];
    int[] working = new int[days];
    for (int i = 0; i < days; i++) {
      sessions[i] = plan.apply(first.plusDays(i));
      workBefore[i + 1] = workBefore[i] + sessions[i].total();
      daysBefore[i + 1] = daysBefore[i];
      if (sessions[i] != Sessions.NONE) {
        working[daysBefore[i + 1]++] = i;
      }
    }
    workingDays = Arrays.copyOf(working, daysBefore[days]);
  }

  boolean works(LocalDate day) {
    return sessions(day) != Sessions.NONE;
  }

  Sessions sessions(LocalDate day) {
    return sessions[index(day)];
  }

  /** Working time since the first day of the data. */
  long position(LocalDateTime moment) {
    int day = index(moment.toLocalDate());
    return workBefore[day] + sessions[day].doneBy(moment.toLocalTime().toNanoOfDay());
  }

  /** The earliest moment by which this much more is worked; the moment itself if nothing more. */
  LocalDateTime plus(LocalDateTime from, long amount) {
    long position = Math.addExact(position(from), amount);
    if (amount == 0) {
      return from;
    }
    if (position > workBefore[sessions.length]) {
      throw missing(last.getYear() + 1);
    }
    int found = Arrays.binarySearch(workBefore, position);
    int day = found < 0 ? -found - 2 : firstWith(position, found) - 1;
    return at(day, sessions[day].momentOf(position - workBefore[day]));
  }

  /** Days off repeat a sum; the day after which the sum was reached is the first of them. */
  private int firstWith(long position, int found) {
    int day = found;
    while (workBefore[day - 1] == position) {
      day--;
    }
    return day;
  }

  /** The n-th working day after a day, which itself never counts; n is at least 1. */
  LocalDate workingDayAfter(LocalDate day, long n) {
    long nth = daysBefore[index(day) + 1] + n - 1;
    if (nth >= workingDays.length) {
      throw missing(last.getYear() + 1);
    }
    return LocalDate.ofEpochDay(firstEpochDay + workingDays[(int) nth]);
  }

  /** The day itself, or the next working day if it is off (Bộ luật Dân sự Điều 148 khoản 5). */
  LocalDate workingDayFrom(LocalDate day) {
    return works(day) ? day : workingDayAfter(day, 1);
  }

  LocalDateTime closing(LocalDate workingDay) {
    return at(index(workingDay), sessions(workingDay).closing());
  }

  /** The moment itself in working time, else the next opening. */
  LocalDateTime nextOpen(LocalDateTime moment) {
    LocalDate day = moment.toLocalDate();
    long open = sessions(day).nextOpen(moment.toLocalTime().toNanoOfDay());
    if (open >= 0) {
      return at(index(day), open);
    }
    LocalDate next = workingDayAfter(day, 1);
    return at(index(next), sessions(next).opening());
  }

  private LocalDateTime at(int day, long nanoOfDay) {
    return LocalDateTime.of(
        LocalDate.ofEpochDay(firstEpochDay + day), LocalTime.ofNanoOfDay(nanoOfDay));
  }

  private int index(LocalDate day) {
    long index = day.toEpochDay() - firstEpochDay;
    if (index < 0 || index >= sessions.length) {
      throw missing(day.getYear());
    }
    return (int) index;
  }

  private YearNotInCalendar missing(int year) {
    return new YearNotInCalendar(year, first.getYear(), last.getYear());
  }
}
