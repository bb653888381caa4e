package vn.motcua.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.motcua.calendar.Calendars;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.deadline.Projection;
import vn.motcua.language.Texts;

/** Why a due date is what it is, in words that a clerk can say to the applicant. */
@Component
class ReckoningWords {

  static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy");
  static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private static final Texts TEXTS = Texts.of("dossier");
  private static final int MOST_DAYS_NAMED = 120;

  private final Calendars calendars;

  ReckoningWords(Calendars calendars) {
    this.calendars = calendars;
  }

  /** Says limit, start, days that do not count, and the end. */
  String of(TimeLimit limit, Instant from, Instant due) {
    if (limit == null || due == null) {
      return TEXTS.get("receipt.no-limit");
    }
    ZonedDateTime start = from.atZone(WorkingCalendar.ZONE);
    ZonedDateTime end = due.atZone(WorkingCalendar.ZONE);
    String rule =
        switch (limit.unit()) {
          case WORKING_DAY -> "receipt.rule.working-day";
          case DAY, MONTH -> "receipt.rule.day";
          case WORKING_HOUR -> "receipt.rule.hour";
          case SAME_DAY -> "receipt.rule.same-day";
        };
    String words =
        TEXTS.get("receipt.why", MOMENT.format(start), limit, TEXTS.get(rule), MOMENT.format(end));
    List<String> off = daysOff(start.toLocalDate(), end.toLocalDate());
    return off.isEmpty()
        ? words
        : words + " " + TEXTS.get("receipt.days-off", String.join("; ", off));
  }

  /**
   * Phases that are not counted, and when the result may come with them; null if there are none.
   */
  String of(Projection projection) {
    if (projection.phases().isEmpty()) {
      return null;
    }
    String waits = projection.phases().stream().map(this::words).collect(Collectors.joining("; "));
    String excluded = TEXTS.get("receipt.excluded", waits);
    return projection.expected() == null
        ? excluded + " " + TEXTS.get("receipt.projected.unknown")
        : excluded
            + " "
            + TEXTS.get(
                projection.complete() ? "receipt.projected" : "receipt.projected.at-least",
                MOMENT.format(projection.expected()));
  }

  private String words(Projection.Phase phase) {
    if (phase.time() == null) {
      return TEXTS.get("receipt.phase", phase.words());
    }
    return TEXTS.get(
        phase.usual() ? "receipt.phase.usual" : "receipt.phase.timed", phase.words(), phase.time());
  }

  /** Holidays on the way; weekends need no naming. */
  private List<String> daysOff(LocalDate from, LocalDate to) {
    WorkingCalendar calendar = calendars.calendar();
    List<String> named = new ArrayList<>();
    for (LocalDate day = from.plusDays(1);
        !day.isAfter(to) && named.size() < MOST_DAYS_NAMED;
        day = day.plusDays(1)) {
      LocalDate that = day;
      calendar
          .dayOff(day)
          .ifPresent(off -> named.add(TEXTS.get("receipt.day-off", DAY.format(that), off.name())));
    }
    return named;
  }
}
