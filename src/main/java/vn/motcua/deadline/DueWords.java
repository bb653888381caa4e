package vn.motcua.deadline;

import java.util.ArrayList;
import java.util.List;
import vn.motcua.calendar.Reckoning;
import vn.motcua.language.Dates;
import vn.motcua.language.Texts;

/** The answer of {@code due} for a person. */
final class DueWords {

  private static final Texts TEXTS = Texts.of("deadline");

  private DueWords() {}

  static String of(DueQuestion answer) {
    List<String> lines = new ArrayList<>();
    if (answer.procedure() != null) {
      lines.add(TEXTS.get("due.procedure", answer.procedure().code(), answer.procedure().name()));
    }
    if (!answer.caseName().isEmpty()) {
      lines.add(TEXTS.get("due.case", answer.caseName()));
    }
    lines.add(TEXTS.get("due.received", Dates.moment(answer.promised().from())));
    lines.add(end(answer.statutory() == null ? "due.end" : "due.end.committed", answer.promised()));
    if (answer.statutory() != null) {
      lines.add(end("due.end.statutory", answer.statutory()));
    }
    lines.add(TEXTS.get("due.calendar", answer.calendarName(), hours(answer)));
    lines.add("");
    lines.add(TEXTS.get("due.account"));
    answer.promised().lines().forEach(line -> lines.add("  " + line));
    lines.add("");
    lines.add(answer.promised().summary());
    if (answer.statutory() != null) {
      lines.add(TEXTS.get("due.by-law", answer.statutory().summary()));
    }
    return String.join(System.lineSeparator(), lines);
  }

  private static String end(String key, Reckoning reckoning) {
    return TEXTS.get(
        key, reckoning.limit(), Dates.moment(reckoning.due()), DueJson.iso(reckoning.due()));
  }

  private static String hours(DueQuestion answer) {
    if (answer.unit() == null) {
      return TEXTS.get("due.hours");
    }
    return TEXTS.get(
        answer.calendar().hasOwnTime(answer.unit()) ? "due.hours.own" : "due.hours.common",
        answer.unit());
  }
}
