package vn.motcua.language;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;

/** Dates as people here write them: {@code 02/09/2026}, {@code 17:00 02/09/2026}. */
public final class Dates {

  /** {@code dd/MM/yyyy}; refuses days that do not exist, such as 31/02. */
  public static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);

  /** Hour first, then the day, as on an appointment slip. */
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("HH:mm dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);

  private Dates() {}

  /** {@code 02/09/2026}. */
  public static String day(TemporalAccessor day) {
    return FORM.format(day);
  }

  /** {@code 17:00 02/09/2026}, in the zone of the value. */
  public static String moment(TemporalAccessor moment) {
    return MOMENT.format(moment);
  }

  /**
   * Reads a day.
   *
   * @throws java.time.format.DateTimeParseException if it is written otherwise or does not exist
   */
  public static LocalDate parse(String day) {
    return LocalDate.parse(day, FORM);
  }
}
