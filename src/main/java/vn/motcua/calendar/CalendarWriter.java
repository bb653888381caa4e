package vn.motcua.calendar;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import vn.motcua.calendar.CalendarData.Closure;
import vn.motcua.calendar.CalendarData.Cutoff;
import vn.motcua.calendar.CalendarData.Hours;
import vn.motcua.calendar.CalendarData.MakeUpDay;
import vn.motcua.calendar.CalendarData.OpenDay;
import vn.motcua.language.Dates;
import vn.motcua.language.Texts;

/** Writes a calendar as people write it: one entry a line, days as dd/MM/yyyy, years apart. */
final class CalendarWriter {

  private static final Texts TEXTS = Texts.of("calendar");

  private final StringBuilder text = new StringBuilder();

  private CalendarWriter() {}

  static String write(CalendarData data) {
    return new CalendarWriter().all(data);
  }

  private String all(CalendarData data) {
    text.append("# ").append(TEXTS.get("text.head")).append("\n\n");
    text.append("firstYear: ").append(data.firstYear()).append('\n');
    text.append("lastYear: ").append(data.lastYear()).append('\n');
    list("daysOff", data.daysOff().isEmpty());
    int year = 0;
    for (DayOff d : data.daysOff()) {
      if (d.from().getYear() != year) {
        year = d.from().getYear();
        text.append("  # ").append(year).append('\n');
      }
      entry(
          days(d.from(), d.to()),
          words("name", d.name()),
          words("basis", d.basis()),
          d.estimated() ? "estimated: true" : "");
    }
    list("makeUpDays", data.makeUpDays().isEmpty());
    for (MakeUpDay m : data.makeUpDays()) {
      entry(day("day", m.day()), words("name", m.name()), words("basis", m.basis()));
    }
    list("closures", data.closures().isEmpty());
    for (Closure c : data.closures()) {
      entry(
          words("unit", c.unit()),
          days(c.from(), c.to()),
          words("name", c.name()),
          words("basis", c.basis()));
    }
    list("hours", data.hours().isEmpty());
    for (Hours h : data.hours()) {
      entry(
          words("unit", h.unit()),
          day("from", h.from()),
          day("to", h.to()),
          sessions(h.sessions()),
          words("basis", h.basis()));
    }
    list("openDays", data.openDays().isEmpty());
    for (OpenDay o : data.openDays()) {
      entry(
          words("unit", o.unit()),
          "weekday: " + o.weekday(),
          day("from", o.from()),
          day("to", o.to()),
          sessions(o.sessions()),
          words("basis", o.basis()));
    }
    list("sameDayCutoff", data.sameDayCutoff().isEmpty());
    for (Cutoff c : data.sameDayCutoff()) {
      entry(
          day("from", c.from()),
          day("to", c.to()),
          words("after", c.after().toString()),
          words("basis", c.basis()));
    }
    return text.toString();
  }

  private void list(String name, boolean empty) {
    text.append("\n# ").append(TEXTS.get("text." + name)).append('\n');
    text.append(name).append(empty ? ": []\n" : ":\n");
  }

  private void entry(String... parts) {
    text.append(
        List.of(parts).stream()
            .filter(p -> !p.isEmpty())
            .collect(Collectors.joining(", ", "  - {", "}\n")));
  }

  private static String days(LocalDate from, LocalDate to) {
    return from.equals(to) ? day("day", from) : day("from", from) + ", " + day("to", to);
  }

  private static String day(String key, LocalDate day) {
    return day == null ? "" : key + ": " + Dates.day(day);
  }

  private static String words(String key, String words) {
    return words == null ? "" : key + ": " + quoted(words);
  }

  private static String sessions(List<String> sessions) {
    return sessions.stream()
        .map(CalendarWriter::quoted)
        .collect(Collectors.joining(", ", "sessions: [", "]"));
  }

  /** A string of JSON is one of YAML. */
  private static String quoted(String words) {
    return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(words)) + '"';
  }
}
