package vn.motcua.calendar;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import vn.motcua.language.Texts;

/**
 * A due moment and why it is that one. Made by {@link WorkingCalendar#reckon}; the moment is the
 * one of {@link WorkingCalendar#due(ZonedDateTime, TimeLimit, String)}. Immutable.
 *
 * @param from start, to the minute, in the zone of Vietnam
 * @param due when the limit ends
 * @param days every day from that of the start to that of the end, none left out
 */
public record Reckoning(
    ZonedDateTime from, TimeLimit limit, ZonedDateTime due, List<ReckonedDay> days) {

  public Reckoning {
    days = List.copyOf(days);
  }

  /** One sentence that a clerk can say to the applicant. */
  public String summary() {
    return summary(Texts.VIETNAMESE);
  }

  /** The same in the language of a reader. */
  public String summary(Locale language) {
    return new ReckoningSummary(this, language).words();
  }

  /**
   * The account, one line a day. Beyond a month, days that only count one after another share a
   * line, and so do the days of one holiday; days that make a difference keep their own.
   */
  public List<String> lines() {
    return lines(Texts.VIETNAMESE);
  }

  /** The same in the language of a reader. */
  public List<String> lines(Locale language) {
    return new ReckoningLines(this, language).lines();
  }

  /** One day in words, as {@link #lines()} has it for short limits. */
  public String words(ReckonedDay day, Locale language) {
    return new ReckoningLines(this, language).words(day);
  }
}
