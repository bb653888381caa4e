package vn.motcua.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.calendar.CalendarData.Closure;
import vn.motcua.calendar.CalendarData.Cutoff;
import vn.motcua.calendar.CalendarData.Hours;
import vn.motcua.calendar.CalendarData.MakeUpDay;
import vn.motcua.calendar.CalendarData.OpenDay;
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
  private final Set<LocalDate> makeUpDays;
  private final OfUnit province;
  private final Map<String, OfUnit> units;

  Timetables(String file, CalendarData data) {
    this.file = file;
    this.data = data;
    data.daysOff()
        .forEach(d -> d.from().datesUntil(d.to().plusDays(1)).forEach(day -> daysOff.put(day, d)));
    makeUpDays = data.makeUpDays().stream().map(MakeUpDay::day).collect(Collectors.toSet());
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

  LocalTime cutoff(LocalDate day) {
    for (Cutoff c : data.sameDayCutoff()) {
      if (c.valid(day)) {
        return c.after();
      }
    }
    return LocalTime.MAX;
  }

  Sessions openWithoutCounting(String unit, LocalDate day) {
    if (daysOff.containsKey(day) || closed(unit, day)) {
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
    boolean weekday = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
    boolean works = weekday ? !daysOff.containsKey(day) : makeUpDays.contains(day);
    return works && !closed(unit, day) ? hours(unit, day) : Sessions.NONE;
  }

  private boolean closed(String unit, LocalDate day) {
    for (Closure c : data.closures()) {
      if ((c.unit() == null || c.unit().equals(unit))
          && !day.isBefore(c.from())
          && !day.isAfter(c.to())) {
        return true;
      }
    }
    return false;
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
