package vn.motcua.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a calendar says, entry by entry, to be shown to people. Immutable.
 *
 * @param lastYear the calendar reaches to the end of it
 * @param entries days off, make-up days and closures in the order of dates, then hours and open
 *     days
 */
public record CalendarContents(int firstYear, int lastYear, List<Entry> entries) {

  /** What an entry makes of its days. */
  public enum Kind {
    DAY_OFF,
    MAKE_UP,
    CLOSURE,
    /** Hours of a working day. */
    HOURS,
    /** Open to people although the day counts for no limit. */
    OPEN_DAY;

    /** True for what makes single days work or not. */
    public boolean ofDays() {
      return this != HOURS && this != OPEN_DAY;
    }
  }

  /**
   * One entry.
   *
   * @param unit null for the province
   * @param to last day; null until further notice
   * @param weekday of an open day; else null
   * @param sessions {@code 07:30-11:30}; none for single days
   * @param name why, in words; null for hours and open days
   * @param basis legal basis
   * @param estimated true for a day off that is not announced yet
   */
  public record Entry(
      Kind kind,
      String unit,
      LocalDate from,
      LocalDate to,
      DayOfWeek weekday,
      List<String> sessions,
      String name,
      String basis,
      boolean estimated) {

    static Entry day(
        Kind kind, String unit, LocalDate from, LocalDate to, String name, String basis) {
      return new Entry(kind, unit, from, to, null, List.of(), name, basis, false);
    }
  }

  static CalendarContents of(CalendarData data) {
    Stream<Entry> off =
        data.daysOff().stream()
            .map(
                d ->
                    new Entry(
                        Kind.DAY_OFF,
                        null,
                        d.from(),
                        d.to(),
                        null,
                        List.of(),
                        d.name(),
                        d.basis(),
                        d.estimated()));
    Stream<Entry> madeUp =
        data.makeUpDays().stream()
            .map(m -> Entry.day(Kind.MAKE_UP, null, m.day(), m.day(), m.name(), m.basis()));
    Stream<Entry> closed =
        data.closures().stream()
            .map(c -> Entry.day(Kind.CLOSURE, c.unit(), c.from(), c.to(), c.name(), c.basis()));
    Stream<Entry> days =
        Stream.concat(Stream.concat(off, madeUp), closed)
            .sorted(Comparator.comparing(Entry::from).thenComparing(Entry::kind));
    return new CalendarContents(
        data.firstYear(), data.lastYear(), Stream.concat(days, times(data)).toList());
  }

  private static Stream<Entry> times(CalendarData data) {
    return Stream.concat(
        data.hours().stream()
            .map(
                h ->
                    new Entry(
                        Kind.HOURS,
                        h.unit(),
                        h.from(),
                        h.to(),
                        null,
                        h.sessions(),
                        null,
                        h.basis(),
                        false)),
        data.openDays().stream()
            .map(
                o ->
                    new Entry(
                        Kind.OPEN_DAY,
                        o.unit(),
                        o.from(),
                        o.to(),
                        o.weekday(),
                        o.sessions(),
                        null,
                        o.basis(),
                        false)));
  }
}
