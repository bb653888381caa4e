package vn.motcua.deadline;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.motcua.calendar.CalendarContents;
import vn.motcua.calendar.CalendarContents.Entry;
import vn.motcua.calendar.CalendarStore;
import vn.motcua.calendar.CalendarText;
import vn.motcua.calendar.CalendarVersion;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.language.Dates;
import vn.motcua.language.Texts;

/** What the pages of the calendar show, ready to be put into their templates. */
@Component
class CalendarView {

  static final Texts TEXTS = Texts.of("deadline");

  private final CalendarStore store;
  private final UnitNames units;
  private final Clock clock;

  CalendarView(CalendarStore store, UnitNames units, Clock clock) {
    this.store = store;
    this.units = units;
    this.clock = clock;
  }

  record VersionLine(int number, String when, String who, String note, String basis) {}

  /**
   * @param word for styles
   * @param from as a form takes it
   * @param unitId as a form takes it
   */
  record EntryLine(
      String word,
      String kind,
      String period,
      String what,
      String unit,
      String basis,
      boolean estimated,
      String from,
      String unitId) {}

  record MonthLines(String label, List<EntryLine> lines) {}

  record ChangeLine(String words, String basis) {}

  /** Everything on the page of the calendar but a form. */
  void show(Model page, Locale language, Integer asked, CalendarDraft draft) {
    CalendarVersion inForce = store.inForce();
    CalendarContents contents = CalendarText.contents(inForce.text());
    int year = year(asked, contents);
    page.addAttribute("texts", TEXTS);
    page.addAttribute("inForce", line(inForce, language));
    page.addAttribute("versions", store.all().stream().map(v -> line(v, language)).toList());
    page.addAttribute("offered", store.offered().isPresent());
    page.addAttribute("year", year);
    page.addAttribute(
        "years", IntStream.rangeClosed(contents.firstYear(), contents.lastYear()).toArray());
    page.addAttribute("lastYear", contents.lastYear());
    page.addAttribute("months", months(contents, year, language));
    page.addAttribute("times", times(contents, year, language));
    page.addAttribute("kinds", ChangeKind.values());
    page.addAttribute("units", units.groups(language));
    page.addAttribute("weekdays", weekdays(language));
    page.addAttribute("draft", draft);
    page.addAttribute("changes", changes(draft, language));
    page.addAttribute("draftProblem", draft.problem(inForce.text()).orElse(null));
  }

  private Map<String, String> weekdays(Locale language) {
    CalendarWords words = new CalendarWords(language, units);
    Map<String, String> weekdays = new LinkedHashMap<>();
    Arrays.stream(DayOfWeek.values()).forEach(d -> weekdays.put(d.name(), words.weekday(d)));
    return weekdays;
  }

  private int year(Integer asked, CalendarContents contents) {
    int year = asked == null ? LocalDate.now(clock).getYear() : asked;
    return Math.max(contents.firstYear(), Math.min(contents.lastYear(), year));
  }

  List<ChangeLine> changes(CalendarDraft draft, Locale language) {
    CalendarWords words = new CalendarWords(language, units);
    return draft.changes().stream().map(c -> new ChangeLine(words.of(c), c.basis())).toList();
  }

  private List<MonthLines> months(CalendarContents contents, int year, Locale language) {
    Map<Month, List<EntryLine>> byMonth =
        contents.entries().stream()
            .filter(e -> e.kind().ofDays() && touches(e, year))
            .collect(
                Collectors.groupingBy(
                    e -> e.from().getYear() < year ? Month.JANUARY : e.from().getMonth(),
                    TreeMap::new,
                    Collectors.mapping(e -> line(e, language), Collectors.toList())));
    List<MonthLines> months = new ArrayList<>();
    byMonth.forEach(
        (month, lines) ->
            months.add(
                new MonthLines(TEXTS.get(language, "calendar.month", month.getValue()), lines)));
    return months;
  }

  private List<EntryLine> times(CalendarContents contents, int year, Locale language) {
    return contents.entries().stream()
        .filter(e -> !e.kind().ofDays() && touches(e, year))
        .map(e -> line(e, language))
        .toList();
  }

  private static boolean touches(Entry e, int year) {
    return e.from().getYear() <= year && (e.to() == null || e.to().getYear() >= year);
  }

  /** What one calendar says and the other does not. */
  List<EntryLine> onlyIn(CalendarContents one, CalendarContents other, Locale language) {
    return one.entries().stream()
        .filter(e -> !other.entries().contains(e))
        .map(e -> line(e, language))
        .toList();
  }

  private EntryLine line(Entry e, Locale language) {
    CalendarWords words = new CalendarWords(language, units);
    return new EntryLine(
        CalendarWords.word(e),
        words.kind(e),
        words.period(e),
        words.what(e),
        words.unit(e.unit()),
        e.basis(),
        e.estimated(),
        Dates.day(e.from()),
        e.unit() == null ? ChangeForm.PROVINCE : e.unit());
  }

  VersionLine line(CalendarVersion v, Locale language) {
    return new VersionLine(
        v.number(),
        Dates.moment(v.enteredAt().atZone(WorkingCalendar.ZONE)),
        v.enteredBy() == null ? TEXTS.get(language, "calendar.by-system") : v.enteredBy(),
        v.note(),
        v.basis());
  }
}
