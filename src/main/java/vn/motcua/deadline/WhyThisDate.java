package vn.motcua.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.language.Dates;
import vn.motcua.language.Texts;

/**
 * A ledger in the words of people: one line a row, and a last one that says what follows. Pure; the
 * same for a screen, a letter and an inspector.
 */
public final class WhyThisDate {

  private static final Texts TEXTS = Texts.of("deadline");

  private final Locale language;

  public WhyThisDate(Locale language) {
    this.language = language;
  }

  /**
   * A row in words.
   *
   * @param row the row with its data, for those who reckon themselves
   */
  public record Line(LedgerRow row, String label, String text, String legalBasis) {}

  public List<Line> lines(List<LedgerRow> ledger) {
    return ledger.stream()
        .map(
            row -> new Line(row, row.event().label(language), words(row), row.cause().legalBasis()))
        .toList();
  }

  private String words(LedgerRow row) {
    String said =
        String.join(
            ": ",
            Stream.of(row.cause().reason().label(language), row.cause().words())
                .filter(Objects::nonNull)
                .toList());
    String used = row.used().isZero() ? "" : " " + text("why.used", amount(row.used()));
    return text("why.at", moment(row.at()), said) + " " + consequence(row) + used;
  }

  private String consequence(LedgerRow row) {
    return switch (row.event()) {
      case START, RESTART -> begun(row);
      case PAUSE -> text("why.pause");
      case STOP -> row.due().after() == null ? text("why.stop.no-limit") : stopped(row);
      case REOPEN -> text("why.reopen");
      case RESUME -> moved(row, "why.moved");
      case RECALCULATE -> moved(row, "why.recalculated");
      case EXTEND -> text("why.extend", moment(row.due().before()), moment(row.due().after()));
    };
  }

  private String begun(LedgerRow row) {
    Limits limits = row.limits();
    if (limits.promised() == null) {
      return text("why.no-limit");
    }
    String due =
        limits.promised().equals(limits.statutory())
            ? text("why.begun", limits.promised(), moment(row.due().after()))
            : text(
                "why.begun.committed",
                limits.promised(),
                moment(row.due().after()),
                limits.statutory(),
                moment(row.statutory().after()));
    return due + " " + text("why.rule." + limits.promised().unit().name().toLowerCase(Locale.ROOT));
  }

  private String moved(LedgerRow row, String key) {
    if (row.due().after() == null) {
      return text("why.no-limit");
    }
    return Objects.equals(row.due().before(), row.due().after())
        ? text("why.same", moment(row.due().after()))
        : text(key, moment(row.due().before()), moment(row.due().after()));
  }

  private String stopped(LedgerRow row) {
    return text("why.stop", moment(row.due().after()));
  }

  private String amount(Duration time) {
    return time.toMinutesPart() == 0
        ? TEXTS.get(language, "hours", time.toHours())
        : TEXTS.get(language, "hours", time.toHours())
            + " "
            + TEXTS.get(language, "minutes", time.toMinutesPart());
  }

  private String text(String key, Object... words) {
    return TEXTS.get(language, key, words);
  }

  private static String moment(Instant moment) {
    return Dates.moment(moment.atZone(WorkingCalendar.ZONE));
  }
}
