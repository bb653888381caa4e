package vn.motcua.deadline;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.language.Texts;

/** A moment as a person or a program writes it on a command line; without offset, in Vietnam. */
final class StartMoment {

  private static final List<DateTimeFormatter> LOCAL =
      List.of(
          DateTimeFormatter.ISO_LOCAL_DATE_TIME,
          form("dd/MM/uuuu HH:mm"),
          form("HH:mm dd/MM/uuuu"));

  private StartMoment() {}

  private static DateTimeFormatter form(String pattern) {
    return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
  }

  /**
   * @throws IllegalArgumentException in Vietnamese, naming the value and how to write it
   */
  static ZonedDateTime parse(String text) {
    String words = text.strip().replaceAll("\\s+", " ");
    for (DateTimeFormatter form : LOCAL) {
      try {
        return LocalDateTime.parse(words, form).atZone(WorkingCalendar.ZONE);
      } catch (DateTimeException notThisForm) {
        // Another may fit.
      }
    }
    try {
      return OffsetDateTime.parse(words).atZoneSameInstant(WorkingCalendar.ZONE);
    } catch (DateTimeException none) {
      throw new IllegalArgumentException(Texts.of("deadline").get("due.from", text), none);
    }
  }
}
