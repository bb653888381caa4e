package vn.motcua.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.calendar.CalendarData.Closure;
import vn.motcua.calendar.CalendarData.Cutoff;
import vn.motcua.calendar.CalendarData.Hours;
import vn.motcua.calendar.CalendarData.MakeUpDay;
import vn.motcua.calendar.CalendarData.OpenDay;
import vn.motcua.calendar.CalendarDay.Kind;
import vn.motcua.language.BadData;
import vn.motcua.language.Dates;
import vn.motcua.language.Texts;

/** One timetable for the province and one for each unit that departs from it. */
final class Timetables {

  private record OfUnit(Timetable timetable, CountingRule rule) {}

  private final String file;
  private final CalendarData data;
  private final Map<List<String>, Sessions> parsed = new HashMap<>();
  private final Map<LocalDate, DayOff> daysOff = new HashMap<>();
  private final Map<LocalDate, MakeUpDay> makeUpDays;
  private final OfUnit province;
  private final Map<String, OfUnit> units;

  Timetables(String file, CalendarData data) {
    this.file = file;
    this.data = data;
    data.daysOff()
        .forEach(d -> d.from().datesUntil(d.to().plusDays(1)).forEach(day -> daysOff.put(day, d)));
    makeUpDays =
        data.makeUpDays().stream().collect(Collectors.toUnmodifiableMap(MakeUpDay::day, m -> m));
    Stream.concat(
            data.hours().stream().map(Hours::sessions),
            data.openDays().stream().map(OpenDay::sessions))
        .forEach(s -> parsed.put(s, Sessions.parse(s)));
    province = build(null);
    units =
        Stream.concat(
                data.hours().stream().map(Hours::unit), data.closures().stream().map(Closure::unit))
            .filter(Objects::nonNull)
            .distinct()
            .collect(Collectors.toUnmodifiableMap(unit -> unit, this::build));
  }

  Timetable of(String unit) {
    return ofUnit(unit).timetable;
  }

  CountingRule rule(String unit) {
    return ofUnit(unit).rule;
  }

  private OfUnit ofUnit(String unit) {
    return unit == null ? province : units.getOrDefault(unit, province);
  }

  Optional<DayOff> dayOff(LocalDate day) {
    return Optional.ofNullable(daysOff.get(day));
  }

  /** True if the data give the unit hours or closures of its own. */
  boolean hasOwn(String unit) {
    return unit != null && units.containsKey(unit);
  }

  CalendarDay day(LocalDate date, String unit) {
    boolean works = of(unit).works(date);
    DayOff off = daysOff.get(date);
    MakeUpDay made = makeUpDays.get(date);
    Closure closure = works ? null : closure(unit, date);
    if (off != null) {
      return new CalendarDay(date, Kind.DAY_OFF, off.name(), off.basis(), off.estimated());
    }
    if (made == null && isRest(date)) {
      return new CalendarDay(date, Kind.WEEKLY_REST, "", "", false);
    }
    if (closure != null) {
      return new CalendarDay(date, Kind.CLOSURE, closure.name(), closure.basis(), false);
    }
    return made == null
        ? new CalendarDay(date, Kind.WORKING, "", "", false)
        : new CalendarDay(date, Kind.MAKE_UP, made.name(), made.basis(), false);
  }

  static boolean isRest(LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
  }

  /** The cut-off in force on a day, or null. */
  Cutoff cutoffOf(LocalDate day) {
    for (Cutoff c : data.sameDayCutoff()) {
      if (c.valid(day)) {
        return c;
      }
    }
    return null;
  }

  LocalTime cutoff(LocalDate day) {
    Cutoff cutoff = cutoffOf(day);
    return cutoff == null ? LocalTime.MAX : cutoff.after();
  }

  Sessions openWithoutCounting(String unit, LocalDate day) {
    if (daysOff.containsKey(day) || closure(unit, day) != null) {
      return Sessions.NONE;
    }
    for (OpenDay o : data.openDays()) {
      if (o.valid(day) && (o.unit() == null || o.unit().equals(unit))) {
        return parsed.get(o.sessions());
      }
    }
    return Sessions.NONE;
  }

  private OfUnit build(String unit) {
    LocalDate first = LocalDate.of(data.firstYear(), 1, 1);
    LocalDate last = LocalDate.of(data.lastYear(), 12, 31);
    Timetable timetable = new Timetable(first, last, day -> plan(unit, day));
    return new OfUnit(timetable, new CountingRule(timetable, this::cutoff));
  }

  private Sessions plan(String unit, LocalDate day) {
    boolean works = isRest(day) ? makeUpDays.containsKey(day) : !daysOff.containsKey(day);
    return works && closure(unit, day) == null ? hours(unit, day) : Sessions.NONE;
  }

  private Closure closure(String unit, LocalDate day) {
    for (Closure c : data.closures()) {
      if ((c.unit() == null || c.unit().equals(unit))
          && !day.isBefore(c.from())
          && !day.isAfter(c.to())) {
        return c;
      }
    }
    return null;
  }

  private Sessions hours(String unit, LocalDate day) {
    List<String> general = null;
    for (Hours h : data.hours()) {
      if (h.valid(day) && h.unit() == null) {
        general = h.sessions();
      } else if (h.valid(day) && h.unit().equals(unit)) {
        return parsed.get(h.sessions());
      }
    }
    if (general == null) {
      throw new BadData(file + ": " + Texts.of("calendar").get("data.noHours", Dates.day(day)));
    }
    return parsed.get(general);
  }
}
