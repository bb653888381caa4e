package vn.motcua.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import vn.motcua.calendar.CalendarChange;
import vn.motcua.deadline.ChangeKind.Field;
import vn.motcua.language.Texts;

/**
 * A form as it was filled in: what was typed, what is wrong with which field, and the changes it
 * asks for. Whether they fit the calendar is for the calendar to say. Templates read what is
 * public.
 */
final class ChangeForm {

  /** In a field for a unit: every unit. */
  static final String PROVINCE = "*";

  private static final Texts TEXTS = Texts.of("deadline");
  private static final DateTimeFormatter AS_PEOPLE_TYPE =
      DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

  private final ChangeKind kind;
  private final Map<String, String> typed;
  private final Map<String, String> problems = new HashMap<>();
  private final Locale language;

  private ChangeForm(ChangeKind kind, Map<String, String> typed, Locale language) {
    this.kind = kind;
    this.typed = typed;
    this.language = language;
  }

  /** A form to be filled in, with what is known already. */
  static ChangeForm blank(ChangeKind kind, Map<String, String> known, Locale language) {
    return new ChangeForm(kind, known, language);
  }

  /**
   * A form as it was sent.
   *
   * @param knownUnit true for ids of units that exist
   */
  static ChangeForm sent(
      ChangeKind kind, Map<String, String> typed, Predicate<String> knownUnit, Locale language) {
    ChangeForm form = new ChangeForm(kind, typed, language);
    kind.fields().forEach(field -> form.check(field, knownUnit));
    return form;
  }

  public ChangeKind kind() {
    return kind;
  }

  public String typed(String field) {
    return typed.getOrDefault(field, "").strip();
  }

  /** By name of the field. */
  public Map<String, String> problems() {
    return problems;
  }

  private void check(Field field, Predicate<String> knownUnit) {
    String value = typed(field.name());
    if (value.isEmpty()) {
      if (field.required()) {
        wrong(field, "calendar.field.missing", label(field));
      }
      return;
    }
    switch (field.type()) {
      case DAY -> {
        try {
          day(field.name());
        } catch (DateTimeParseException e) {
          wrong(field, "calendar.field.no-day", value);
        }
      }
      case UNIT -> {
        if (!value.equals(PROVINCE) && !knownUnit.test(value)) {
          wrong(field, "calendar.field.no-unit", value);
        }
      }
      case WEEKDAY -> {
        if (Arrays.stream(DayOfWeek.values()).noneMatch(d -> d.name().equals(value))) {
          wrong(field, "calendar.field.no-weekday", value);
        }
      }
      default -> {
        if (field.name().equals("new-year") && !value.matches("\\d{4}")) {
          wrong(field, "calendar.field.no-year", value);
        }
      }
    }
  }

  private void wrong(Field field, String key, String word) {
    problems.put(field.name(), TEXTS.get(language, key, word));
  }

  private String label(Field field) {
    return TEXTS.get(language, "calendar.field." + field.name());
  }

  /** What is asked for; only if there are no problems. */
  List<CalendarChange> changes() {
    return switch (kind) {
      case DAYS_OFF -> List.of(daysOff());
      case SWAP -> List.of(new CalendarChange.Swap(day("off"), day("worked"), typed("basis")));
      case CLOSURE ->
          List.of(
              new CalendarChange.Closed(
                  unit(), day("from"), day("to"), typed("name"), typed("basis")));
      case HOURS ->
          List.of(
              new CalendarChange.NewHours(
                  unit(), day("from"), day("until"), sessions(), typed("basis")));
      case OPEN_DAY ->
          List.of(
              new CalendarChange.Open(
                  unit(),
                  DayOfWeek.valueOf(typed("weekday")),
                  day("from"),
                  day("until"),
                  sessions(),
                  typed("basis")));
      case NEXT_YEAR ->
          List.of(new CalendarChange.UpTo(Integer.parseInt(typed("new-year"))), daysOff());
      case CONFIRM ->
          List.of(
              new CalendarChange.Confirm(
                  day("day"), day("announced-from"), day("announced-to"), typed("basis")));
      case TAKE_OUT -> List.of(new CalendarChange.TakenOut(unit(), day("from"), typed("basis")));
    };
  }

  private CalendarChange daysOff() {
    return new CalendarChange.DaysOff(
        day("from"), day("to"), typed("name"), typed("basis"), !typed("estimated").isEmpty());
  }

  private LocalDate day(String field) {
    return typed(field).isEmpty() ? null : LocalDate.parse(typed(field), AS_PEOPLE_TYPE);
  }

  private String unit() {
    return typed("unit").equals(PROVINCE) ? null : typed("unit");
  }

  private List<String> sessions() {
    return Arrays.stream(typed("sessions").split("[,;]"))
        .map(s -> s.replaceAll("\\s", ""))
        .filter(s -> !s.isEmpty())
        .toList();
  }
}
