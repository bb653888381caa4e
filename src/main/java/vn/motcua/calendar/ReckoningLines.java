package vn.motcua.calendar;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.motcua.calendar.CalendarDay.Kind;
import vn.motcua.calendar.ReckonedDay.Role;
import vn.motcua.language.Dates;
import vn.motcua.language.Texts;

/** The account of a reckoning, line by line. */
final class ReckoningLines {

  /** Up to so many days everybody reads one line a day; a longer account would hide its reasons. */
  private static final int ONE_LINE_A_DAY = 32;

  private static final Texts TEXTS = Texts.of("calendar");

  private final Reckoning reckoning;
  private final Locale language;

  ReckoningLines(Reckoning reckoning, Locale language) {
    this.reckoning = reckoning;
    this.language = language;
  }

  List<String> lines() {
    if (reckoning.days().size() <= ONE_LINE_A_DAY) {
      return reckoning.days().stream().map(this::words).toList();
    }
    List<String> lines = new ArrayList<>();
    List<ReckonedDay> group = new ArrayList<>();
    for (ReckonedDay day : reckoning.days()) {
      if (!group.isEmpty() && !joins(group, day)) {
        lines.add(words(group));
        group.clear();
      }
      group.add(day);
    }
    lines.add(words(group));
    return lines;
  }

  String words(ReckonedDay day) {
    return text("line.day", weekday(day), Dates.day(day.date()), role(day) + due(day));
  }

  private boolean joins(List<ReckonedDay> group, ReckonedDay day) {
    ReckonedDay before = group.get(group.size() - 1);
    if (isPlain(before) && isPlain(day)) {
      return true;
    }
    return before.role() == Role.OFF
        && day.role() == Role.OFF
        && before.kind() == day.kind()
        && before.name().equals(day.name());
  }

  /** Days that only count, and the weekends between them. */
  private boolean isPlain(ReckonedDay day) {
    boolean makesNoDifference =
        day.role() == Role.COUNTS && (day.kind() != Kind.MAKE_UP || countsDaysOff())
            || day.role() == Role.OFF && day.kind() == Kind.WEEKLY_REST;
    return makesNoDifference && !isDueDay(day) && !isFirst(day);
  }

  private String words(List<ReckonedDay> group) {
    ReckonedDay first = group.get(0);
    ReckonedDay last = group.get(group.size() - 1);
    if (group.size() == 1) {
      return words(first);
    }
    return text(
        "line.days",
        weekday(first),
        Dates.day(first.date()),
        weekday(last),
        Dates.day(last.date()),
        group.stream().anyMatch(ReckonedDay::counts) ? counted(group) : role(first));
  }

  private String counted(List<ReckonedDay> group) {
    List<ReckonedDay> counted = group.stream().filter(ReckonedDay::counts).toList();
    Duration used = counted.stream().map(ReckonedDay::used).reduce(Duration.ZERO, Duration::plus);
    int from = counted.get(0).ordinal();
    int to = counted.get(counted.size() - 1).ordinal();
    String words =
        from == 0
            ? text("role.hours", amount(used))
            : from == to ? text("role.counts", from) : text("role.counts.many", from, to);
    return counted.size() < group.size() ? text("role.but-weekends", words) : words;
  }

  private String role(ReckonedDay day) {
    return switch (day.role()) {
      case RECEIPT -> text("role.receipt", day.basis());
      case LATE -> text("role.late", day.name(), day.basis());
      case IDLE -> text("role.idle");
      case OFF -> estimated(day, off(day));
      case COUNTS -> counts(day);
      case PART -> text("role.part", amount(day.used()));
      case LAST_OFF -> estimated(day, text("role.last-off", whole(day), offName(day), day.basis()));
      case MOVED -> text(isFirst(day) ? "role.at-once" : "role.moved");
    };
  }

  private String counts(ReckonedDay day) {
    String words =
        !day.used().isZero()
            ? text("role.hours", amount(day.used()))
            : reckoning.limit().unit() == TimeLimit.Unit.SAME_DAY
                ? text("role.same-day")
                : whole(day);
    if (day.kind() == Kind.MAKE_UP && !countsDaysOff()) {
      return text("role.make-up", words, day.name(), day.basis());
    }
    return day.kind() == Kind.WORKING || day.kind() == Kind.MAKE_UP
        ? words
        : text("role.off-counts", words, offName(day));
  }

  /** A month ends on the day of the same number, or on its last day if it has none. */
  private String whole(ReckonedDay day) {
    String words = text("role.counts", day.ordinal());
    boolean months = reckoning.limit().unit() == TimeLimit.Unit.MONTH;
    if (!months
        || !day.date()
            .equals(CountingRule.lastDay(reckoning.from().toLocalDate(), reckoning.limit()))) {
      return words;
    }
    int wanted = reckoning.from().getDayOfMonth();
    boolean shorter =
        day.date().getDayOfMonth() < wanted
            && day.date().getDayOfMonth() == day.date().lengthOfMonth();
    return shorter
        ? text("role.month-end", words, reckoning.limit(), wanted, TEXTS.get("law.month"))
        : text("role.month", words, reckoning.limit());
  }

  private String off(ReckonedDay day) {
    return switch (day.kind()) {
      case DAY_OFF -> text("role.day-off", day.name(), day.basis());
      case CLOSURE -> text("role.closure", day.name(), day.basis());
      default -> text("role.weekly-rest");
    };
  }

  private String offName(ReckonedDay day) {
    return day.kind() == Kind.WEEKLY_REST ? text("weekly-rest") : day.name();
  }

  private String estimated(ReckonedDay day, String words) {
    return day.estimated() ? text("role.estimated", words) : words;
  }

  private String due(ReckonedDay day) {
    return isDueDay(day) ? text("line.due", reckoning.due().toLocalTime()) : "";
  }

  private boolean isDueDay(ReckonedDay day) {
    return day.date().equals(reckoning.due().toLocalDate());
  }

  private boolean isFirst(ReckonedDay day) {
    return day.date().equals(reckoning.from().toLocalDate());
  }

  private boolean countsDaysOff() {
    return !CountingRule.byHours(reckoning.limit())
        && (reckoning.limit().unit() == TimeLimit.Unit.DAY
            || reckoning.limit().unit() == TimeLimit.Unit.MONTH);
  }

  private String weekday(ReckonedDay day) {
    return text("weekday." + day.date().getDayOfWeek().getValue());
  }

  private String amount(Duration time) {
    String hours = text("amount.hours", time.toHours());
    String minutes = text("amount.minutes", time.toMinutesPart());
    return time.toHours() == 0
        ? minutes
        : time.toMinutesPart() == 0 ? hours : hours + " " + minutes;
  }

  private String text(String key, Object... words) {
    return TEXTS.get(language, key, words);
  }
}
