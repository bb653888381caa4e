package vn.motcua.calendar;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.motcua.calendar.CalendarDay.Kind;
import vn.motcua.calendar.ReckonedDay.Role;
import vn.motcua.language.Dates;
import vn.motcua.language.Texts;

/** A reckoning in one sentence. */
final class ReckoningSummary {

  private static final Texts TEXTS = Texts.of("calendar");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private final Reckoning reckoning;
  private final Locale language;

  ReckoningSummary(Reckoning reckoning, Locale language) {
    this.reckoning = reckoning;
    this.language = language;
  }

  String words() {
    List<String> reasons = new ArrayList<>();
    reasons.add(rule());
    daysOff(reasons);
    for (ReckonedDay day : reckoning.days()) {
      if (day.role() == Role.LAST_OFF) {
        reasons.add(text("why.last-off", Dates.day(day.date())));
      }
    }
    String estimated = names(ReckonedDay::estimated);
    if (!estimated.isEmpty()) {
      reasons.add(text("why.estimated", estimated));
    }
    return text(
        "summary",
        TIME.format(reckoning.from()),
        Dates.day(reckoning.from()),
        reckoning.limit(),
        TIME.format(reckoning.due()),
        Dates.day(reckoning.due()),
        String.join("; ", reasons));
  }

  private String rule() {
    ReckonedDay first = reckoning.days().get(0);
    if (CountingRule.byHours(reckoning.limit())) {
      return text("why.hours");
    }
    if (reckoning.limit().unit() != TimeLimit.Unit.SAME_DAY) {
      return text(isByWorkingDays() ? "why.working-days" : "why.days");
    }
    return switch (first.role()) {
      case COUNTS -> text("why.same-day");
      case LATE -> text("why.late", first.name());
      default -> text("why.closed");
    };
  }

  private boolean isByWorkingDays() {
    return reckoning.limit().unit() == TimeLimit.Unit.WORKING_DAY;
  }

  private void daysOff(List<String> reasons) {
    if (reckoning.days().stream().anyMatch(d -> d.role() == Role.RECEIPT) && !isByWorkingDays()) {
      return;
    }
    long off = reckoning.days().stream().filter(d -> d.role() == Role.OFF).count();
    if (off > 0) {
      reasons.add(text("why.off", off, names(d -> d.role() == Role.OFF)));
    }
    String made =
        reckoning.days().stream()
            .filter(d -> d.counts() && d.kind() == Kind.MAKE_UP)
            .map(d -> Dates.day(d.date()))
            .collect(Collectors.joining(", "));
    if (!made.isEmpty()) {
      reasons.add(text("why.make-up", made));
    }
  }

  private String names(Predicate<ReckonedDay> which) {
    return reckoning.days().stream()
        .filter(which)
        .map(d -> d.kind() == Kind.WEEKLY_REST ? text("weekly-rest") : d.name())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private String text(String key, Object... words) {
    return TEXTS.get(language, key, words);
  }
}
