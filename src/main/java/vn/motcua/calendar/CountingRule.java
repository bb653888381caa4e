package vn.motcua.calendar;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.function.Function;

/**
 * How a limit becomes a due moment: Bộ luật Dân sự 91/2015/QH13 Điều 145–148. The day of the start
 * is not counted; a last day that is off moves to the next working day; the limit ends when that
 * day closes. Hours run from the moment, in working time.
 *
 * <p>Fractions (the law is silent; practice): a working day has eight hours, so half a day after
 * whole days ends four working hours after the last day opens, and half a day alone runs four
 * working hours from the moment. A fraction never ends later than the next whole day would. A
 * fraction of a month is counted in thirtieths (Điều 146), rounded up to a day.
 */
final class CountingRule {

  private static final BigDecimal NANOS_PER_HOUR =
      BigDecimal.valueOf(Duration.ofHours(1).toNanos());
  private static final BigDecimal NANOS_PER_DAY = BigDecimal.valueOf(Duration.ofHours(8).toNanos());

  private static final BigDecimal DAYS_OF_MONTH = BigDecimal.valueOf(30);

  /** More than any calendar holds, and small enough for date arithmetic. */
  private static final BigDecimal MOST = BigDecimal.valueOf(100_000);

  private final Timetable timetable;
  private final Function<LocalDate, LocalTime> cutoff;

  CountingRule(Timetable timetable, Function<LocalDate, LocalTime> cutoff) {
    this.timetable = timetable;
    this.cutoff = cutoff;
  }

  LocalDateTime due(LocalDateTime start, TimeLimit limit) {
    BigDecimal amount = limit.amount().min(MOST);
    if (amount.signum() == 0) {
      return timetable.nextOpen(start);
    }
    int whole = amount.intValue();
    BigDecimal fraction = amount.subtract(BigDecimal.valueOf(whole));
    return switch (limit.unit()) {
      case WORKING_HOUR -> timetable.plus(start, nanos(amount, NANOS_PER_HOUR));
      case SAME_DAY -> sameDay(start);
      case WORKING_DAY -> workingDays(start, whole, fraction);
      case DAY -> days(start, whole, fraction, lastDay(start.toLocalDate(), limit));
      case MONTH -> endOf(lastDay(start.toLocalDate(), limit));
    };
  }

  /** True if the limit runs in working time from the moment of the start, its day included. */
  static boolean byHours(TimeLimit limit) {
    return switch (limit.unit()) {
      case WORKING_HOUR -> true;
      case WORKING_DAY, DAY -> limit.amount().compareTo(BigDecimal.ONE) < 0;
      case MONTH, SAME_DAY -> limit.amount().signum() == 0;
    };
  }

  /** The last day of a limit in days or months, wherever it falls. */
  static LocalDate lastDay(LocalDate day, TimeLimit limit) {
    BigDecimal amount = limit.amount().min(MOST);
    int whole = amount.intValue();
    BigDecimal fraction = amount.subtract(BigDecimal.valueOf(whole));
    if (limit.unit() == TimeLimit.Unit.DAY) {
      return day.plusDays(whole + fraction.signum());
    }
    int days = fraction.multiply(DAYS_OF_MONTH).setScale(0, RoundingMode.CEILING).intValue();
    LocalDate last = day.plusMonths(whole).plusDays(days);
    LocalDate most = day.plusMonths(whole + 1L);
    return last.isAfter(most) ? most : last;
  }

  private LocalDateTime sameDay(LocalDateTime start) {
    LocalDate day = start.toLocalDate();
    boolean inTime =
        timetable.works(day)
            && !start.toLocalTime().isAfter(cutoff.apply(day))
            && start.isBefore(timetable.closing(day));
    return timetable.closing(inTime ? day : timetable.workingDayAfter(day, 1));
  }

  private LocalDateTime workingDays(LocalDateTime start, int whole, BigDecimal fraction) {
    LocalDate day = start.toLocalDate();
    if (fraction.signum() == 0) {
      return timetable.closing(timetable.workingDayAfter(day, whole));
    }
    LocalDate last = timetable.workingDayAfter(day, whole + 1L);
    LocalDateTime from = whole == 0 ? start : last.atStartOfDay();
    return partOfDay(from, fraction, timetable.closing(last));
  }

  private LocalDateTime days(LocalDateTime start, int whole, BigDecimal fraction, LocalDate last) {
    LocalDateTime end = endOf(last);
    if (fraction.signum() == 0) {
      return end;
    }
    if (whole == 0) {
      return partOfDay(start, fraction, end);
    }
    LocalDateTime part =
        timetable.works(last) ? partOfDay(last.atStartOfDay(), fraction, end) : end;
    LocalDateTime atLeast = endOf(last.minusDays(1));
    return part.isBefore(atLeast) ? atLeast : part;
  }

  private LocalDateTime partOfDay(LocalDateTime from, BigDecimal fraction, LocalDateTime latest) {
    LocalDateTime end = timetable.plus(from, nanos(fraction, NANOS_PER_DAY));
    return end.isAfter(latest) ? latest : end;
  }

  private LocalDateTime endOf(LocalDate day) {
    return timetable.closing(timetable.workingDayFrom(day));
  }

  private static long nanos(BigDecimal amount, BigDecimal each) {
    return amount.multiply(each).setScale(0, RoundingMode.HALF_UP).longValueExact();
  }
}
