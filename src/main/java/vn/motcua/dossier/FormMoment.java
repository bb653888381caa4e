package vn.motcua.dossier;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.language.Dates;

/**
 * A day, or a time on it, as a form sends it or a person types it.
 *
 * @param time null if only the day was said
 */
record FormMoment(LocalDate day, LocalTime time) {

  private static final List<Function<String, FormMoment>> WAYS =
      List.of(
          words -> new FormMoment(LocalDate.parse(words), null),
          words -> new FormMoment(Dates.parse(words), null),
          words -> of(LocalDateTime.parse(words)),
          words ->
              of(
                  OffsetDateTime.parse(words)
                      .atZoneSameInstant(WorkingCalendar.ZONE)
                      .toLocalDateTime()));

  private static FormMoment of(LocalDateTime moment) {
    return new FormMoment(moment.toLocalDate(), moment.toLocalTime());
  }

  /** Empty if the words are no day and no time. */
  static Optional<FormMoment> read(String words) {
    for (Function<String, FormMoment> way : WAYS) {
      try {
        return Optional.of(way.apply(words));
      } catch (DateTimeParseException another) {
        // Written in another way, or no day at all.
      }
    }
    return Optional.empty();
  }

  /** As people write it, whatever the form sent; words that are no day stay as they are. */
  static String plain(String words) {
    return read(words).map(FormMoment::words).orElse(words);
  }

  String words() {
    return time == null ? Dates.day(day) : Dates.moment(day.atTime(time));
  }

  boolean isAfter(LocalDateTime now) {
    return day.isAfter(now.toLocalDate())
        || time != null && day.equals(now.toLocalDate()) && time.isAfter(now.toLocalTime());
  }
}
