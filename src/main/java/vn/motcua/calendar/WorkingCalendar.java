package vn.motcua.calendar;

import java.io.InputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import vn.motcua.language.DataFile;

/**
 * Working time in the administration: which days count, which hours, and when a limit ends. The
 * rules are those of Bộ luật Dân sự Điều 145–148 (first day not counted, a last day off moves to
 * the next working day, the limit ends at closing time); the days are dated data, {@code
 * calendar.yaml}, each with its legal basis.
 *
 * <p>Every question may name a unit: it is answered by that unit's hours and closures if it has its
 * own, else by those of the province. Moments may come in any zone; answers are in Vietnam's. A
 * year without data is refused with {@link YearNotInCalendar}; nothing is guessed.
 *
 * <p>Immutable and safe for use by many threads. Building costs milliseconds, asking less than a
 * microsecond: build once.
 */
public final class WorkingCalendar {

  /** The only zone of the administration. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private static final String FILE = "calendar.yaml";

  private final Timetables timetables;

  private WorkingCalendar(Timetables timetables) {
    this.timetables = timetables;
  }

  /** The calendar that the application carries. */
  public static WorkingCalendar standard() {
    return of(FILE, DataFile.ofClasspath(FILE, CalendarData.class));
  }

  /**
   * Reads a calendar of the same form as {@code calendar.yaml}; the stream stays open.
   *
   * @param file how messages call it
   * @throws vn.motcua.language.BadData in Vietnamese, naming the entry that does not fit
   */
  public static WorkingCalendar read(InputStream in, String file) {
    return of(file, DataFile.read(in, file, CalendarData.class));
  }

  private static WorkingCalendar of(String file, CalendarData data) {
    new CalendarRules(file, data).check();
    return new WorkingCalendar(new Timetables(file, data));
  }

  /** {@link #due(ZonedDateTime, TimeLimit, String)} by the hours of the province. */
  public ZonedDateTime due(ZonedDateTime start, TimeLimit limit) {
    return due(start, limit, null);
  }

  /**
   * When a limit ends that starts now. Seconds of the start are dropped: a slip shows minutes. A
   * limit of zero ends at the start, or when work next begins.
   *
   * @param unit id of the unit whose hours count; null or unknown for those of the province
   */
  public ZonedDateTime due(ZonedDateTime start, TimeLimit limit, String unit) {
    LocalDateTime from = local(start).truncatedTo(ChronoUnit.MINUTES);
    return timetables.rule(unit).due(from, limit).atZone(ZONE);
  }

  /**
   * The due moment of {@link #due(ZonedDateTime, TimeLimit, String)} with its account day by day.
   */
  public Reckoning reckon(ZonedDateTime start, TimeLimit limit, String unit) {
    ZonedDateTime due = due(start, limit, unit);
    LocalDateTime from = local(start).truncatedTo(ChronoUnit.MINUTES);
    return new Reckoning(
        from.atZone(ZONE),
        limit,
        due,
        new DayByDay(timetables, unit, from, limit, due.toLocalDateTime()).days());
  }

  /** When a unit closes on a day, or on the next working day if the unit is off on that day. */
  public ZonedDateTime closing(LocalDate day, String unit) {
    Timetable timetable = timetables.of(unit);
    return timetable.closing(timetable.workingDayFrom(day)).atZone(ZONE);
  }

  /** {@link #plus(ZonedDateTime, Duration, String)} by the hours of the province. */
  public ZonedDateTime plus(ZonedDateTime from, Duration workingTime) {
    return plus(from, workingTime, null);
  }

  /**
   * The earliest moment at which this much working time has passed; the moment itself for none.
   *
   * @throws IllegalArgumentException if the time is negative
   */
  public ZonedDateTime plus(ZonedDateTime from, Duration workingTime, String unit) {
    if (workingTime.isNegative()) {
      throw new IllegalArgumentException("Working time is negative: " + workingTime);
    }
    return timetables.of(unit).plus(local(from), workingTime.toNanos()).atZone(ZONE);
  }

  /** {@link #workingTime(ZonedDateTime, ZonedDateTime, String)} by the hours of the province. */
  public Duration workingTime(ZonedDateTime from, ZonedDateTime to) {
    return workingTime(from, to, null);
  }

  /** Working time between two moments; negative if the second is the earlier one. */
  public Duration workingTime(ZonedDateTime from, ZonedDateTime to, String unit) {
    Timetable timetable = timetables.of(unit);
    return Duration.ofNanos(timetable.position(local(to)) - timetable.position(local(from)));
  }

  /** True if the day counts for time limits in the province. */
  public boolean isWorkingDay(LocalDate day) {
    return isWorkingDay(day, null);
  }

  /** True if the day counts for time limits in a unit. */
  public boolean isWorkingDay(LocalDate day, String unit) {
    return timetables.of(unit).works(day);
  }

  /** What a day is in a unit, and why. */
  public CalendarDay day(LocalDate day, String unit) {
    return timetables.day(day, unit);
  }

  /** True if the unit has hours or closures of its own; else those of the province count for it. */
  public boolean hasOwnTime(String unit) {
    return timetables.hasOwn(unit);
  }

  /** Working time of a whole day in a unit; zero on a day off. */
  public Duration dayLength(LocalDate day, String unit) {
    return Duration.ofNanos(timetables.of(unit).sessions(day).total());
  }

  /** True if a unit receives people at this moment, also on a day that does not count. */
  public boolean isOpen(ZonedDateTime moment, String unit) {
    LocalDateTime local = local(moment);
    long time = local.toLocalTime().toNanoOfDay();
    return timetables.of(unit).sessions(local.toLocalDate()).isOpen(time)
        || timetables.openWithoutCounting(unit, local.toLocalDate()).isOpen(time);
  }

  /** Why a day is off, as the data say; empty for working days and plain weekly rest. */
  public Optional<DayOff> dayOff(LocalDate day) {
    return timetables.dayOff(day);
  }

  /** The hour after which something due the same day is due on the next working day. */
  public LocalTime sameDayCutoff(LocalDate day) {
    return timetables.cutoff(day);
  }

  private static LocalDateTime local(ZonedDateTime moment) {
    return moment.getZone().equals(ZONE)
        ? moment.toLocalDateTime()
        : moment.withZoneSameInstant(ZONE).toLocalDateTime();
  }
}
