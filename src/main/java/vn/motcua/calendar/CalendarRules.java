package vn.motcua.calendar;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.motcua.calendar.CalendarData.Hours;
import vn.motcua.language.BadData;
import vn.motcua.language.Dates;
import vn.motcua.language.Texts;

/** What must hold in calendar.yaml beyond its shape; the first breach is told, with its entry. */
final class CalendarRules {

  private static final Texts TEXTS = Texts.of("calendar");

  private final String file;
  private final CalendarData data;

  CalendarRules(String file, CalendarData data) {
    this.file = file;
    this.data = data;
  }

  void check() {
    if (data.firstYear() < 1900 || data.lastYear() < data.firstYear()) {
      refuse("data.years", data.firstYear(), data.lastYear());
    }
    Map<LocalDate, String> off = daysOff();
    makeUpDays(off);
    data.closures().forEach(c -> entry(c.name(), c.from(), c.to(), c.name(), c.basis()));
    data.hours().forEach(h -> entry(sessions(h.sessions()), h.from(), h.to(), "hours", h.basis()));
    data.openDays()
        .forEach(o -> entry(sessions(o.sessions()), o.from(), o.to(), o.weekday(), o.basis()));
    data.sameDayCutoff()
        .forEach(c -> entry("sameDayCutoff " + c.after(), c.from(), c.to(), c.after(), c.basis()));
    overlaps();
  }

  private Map<LocalDate, String> daysOff() {
    Map<LocalDate, String> off = new HashMap<>();
    for (DayOff d : data.daysOff()) {
      entry(d.name(), d.from(), d.to(), d.name(), d.basis());
      inYears(d.name(), d.from());
      inYears(d.name(), d.to());
      for (LocalDate day = d.from(); !day.isAfter(d.to()); day = day.plusDays(1)) {
        String other = off.put(day, d.name());
        if (other != null) {
          refuse("data.twice", Dates.day(day), other, d.name());
        }
      }
    }
    return off;
  }

  private void makeUpDays(Map<LocalDate, String> off) {
    Map<LocalDate, String> seen = new HashMap<>();
    for (var m : data.makeUpDays()) {
      entry(m.name(), m.day(), m.day(), m.name(), m.basis());
      inYears(m.name(), m.day());
      String other = seen.put(m.day(), m.name());
      if (other != null || off.containsKey(m.day())) {
        refuse(
            "data.twice", Dates.day(m.day()), other != null ? other : off.get(m.day()), m.name());
      }
      if (!Timetables.isRest(m.day())) {
        refuse("data.notRest", Dates.day(m.day()), m.name());
      }
    }
  }

  private void entry(String name, LocalDate from, LocalDate to, Object needed, String basis) {
    if (from == null || isBlank(needed) || isBlank(basis)) {
      refuse("data.incomplete", name);
    }
    if (to != null && to.isBefore(from)) {
      refuse("data.backwards", name, Dates.day(from), Dates.day(to));
    }
  }

  private static boolean isBlank(Object words) {
    return words == null || words.toString().isBlank();
  }

  private void inYears(String name, LocalDate day) {
    if (day.getYear() < data.firstYear() || day.getYear() > data.lastYear()) {
      refuse("data.outside", name, Dates.day(day), data.firstYear(), data.lastYear());
    }
  }

  private String sessions(List<String> sessions) {
    if (sessions == null || sessions.isEmpty()) {
      refuse("data.incomplete", "sessions");
    }
    try {
      Sessions.parse(sessions);
    } catch (IllegalArgumentException e) {
      refuse("data.session", e.getMessage());
    }
    return String.join(", ", sessions);
  }

  private void overlaps() {
    List<Hours> all = data.hours();
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        Hours a = all.get(i);
        Hours b = all.get(j);
        if (Objects.equals(a.unit(), b.unit()) && (a.valid(b.from()) || b.valid(a.from()))) {
          refuse("data.overlap", a.unit() == null ? "*" : a.unit(), Dates.day(b.from()));
        }
      }
    }
  }

  private void refuse(String key, Object... words) {
    throw new BadData(file + ": " + TEXTS.get(key, words));
  }
}
