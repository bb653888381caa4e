package vn.motcua.deadline;

import java.time.Duration;
import java.util.Locale;
import vn.motcua.language.Texts;

/**
 * Working time until the due moment, or since it.
 *
 * @param state how it stands
 * @param time working time; never negative, the state says on which side of the due moment
 * @param day working time of one whole day in the unit, by which words count days
 */
public record TimeLeft(TimeState state, Duration time, Duration day) {

  private static final Texts TEXTS = Texts.of("deadline");

  public TimeLeft {
    if (time.isNegative() || day.isNegative() || day.isZero()) {
      throw new IllegalArgumentException("Not a time left: " + time + " of days of " + day);
    }
  }

  /** {@code Còn 2 ngày 3 giờ làm việc}, {@code Quá hạn 1 ngày làm việc}. */
  public String words() {
    return words(Texts.VIETNAMESE);
  }

  /** The same in the language of a reader. */
  public String words(Locale language) {
    String key = state == TimeState.PAUSED || state == TimeState.OVERDUE ? state.word() : "left";
    return time.toMinutes() == 0
        ? TEXTS.get(language, key + ".none")
        : TEXTS.get(language, key, amount(language));
  }

  /** The two largest parts; less than a minute does not count. */
  private String amount(Locale language) {
    long days = time.dividedBy(day);
    Duration rest = time.minus(day.multipliedBy(days));
    StringBuilder words = new StringBuilder();
    append(words, language, "days", days);
    append(words, language, "hours", rest.toHours());
    if (days == 0) {
      append(words, language, "minutes", rest.toMinutesPart());
    }
    return words.isEmpty() ? TEXTS.get(language, "minutes", 0) : words.toString();
  }

  private static void append(StringBuilder words, Locale language, String unit, long amount) {
    if (amount > 0) {
      words.append(words.isEmpty() ? "" : " ").append(TEXTS.get(language, unit, amount));
    }
  }
}
