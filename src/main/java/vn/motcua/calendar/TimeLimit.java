package vn.motcua.calendar;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.motcua.language.Texts;

/**
 * An amount of time as the law writes it: {@code 10 ngày làm việc}, {@code 15 ngày}, {@code 8 giờ
 * làm việc}, {@code 1 tháng}, {@code 0,5 ngày làm việc}, {@code trong ngày làm việc}.
 *
 * <p>A value knows its own unit; it becomes an instant only by {@link WorkingCalendar}. Plain "giờ"
 * is read as working hours (domain practice: hours run in working time unless flagged otherwise).
 * Negative amounts and unknown units are refused with {@link IllegalArgumentException} whose
 * message is Vietnamese and names the value. Immutable.
 *
 * @param amount not negative, trailing zeros stripped; 1 for {@link Unit#SAME_DAY}
 * @param unit unit of the amount
 */
public record TimeLimit(BigDecimal amount, Unit unit) {

  /** Units in which Vietnamese procedures state their limits. */
  public enum Unit {
    WORKING_DAY("ngày làm việc"),
    DAY("ngày"),
    WORKING_HOUR("giờ làm việc"),
    MONTH("tháng"),
    /** Within the working day of receipt, with the cut-off hour of the calendar. */
    SAME_DAY("trong ngày làm việc");

    private final String words;

    Unit(String words) {
      this.words = words;
    }
  }

  private static final Pattern FORM =
      Pattern.compile("(\\d+(?:[.,]\\d+)?)\\s*(ngày làm việc|ngày|giờ làm việc|giờ|tháng)");
  private static final Texts TEXTS = Texts.of("calendar");

  public TimeLimit {
    if (amount.signum() < 0) {
      throw new IllegalArgumentException(TEXTS.get("limit.negative", amount.toPlainString()));
    }
    amount =
        amount.signum() == 0
            ? BigDecimal.ZERO
            : new BigDecimal(amount.stripTrailingZeros().toPlainString());
  }

  /** A limit of a whole number of units. */
  public static TimeLimit of(long amount, Unit unit) {
    return new TimeLimit(BigDecimal.valueOf(amount), unit);
  }

  /** Reads a limit as the law writes it. */
  public static TimeLimit parse(String text) {
    String words =
        text == null ? "" : text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    if (words.equals(Unit.SAME_DAY.words)) {
      return of(1, Unit.SAME_DAY);
    }
    Matcher form = FORM.matcher(words);
    if (!form.matches()) {
      throw new IllegalArgumentException(TEXTS.get("limit.unreadable", text));
    }
    BigDecimal amount = new BigDecimal(form.group(1).replace(',', '.'));
    Unit unit =
        switch (form.group(2)) {
          case "ngày làm việc" -> Unit.WORKING_DAY;
          case "ngày" -> Unit.DAY;
          case "tháng" -> Unit.MONTH;
          default -> Unit.WORKING_HOUR;
        };
    return new TimeLimit(amount, unit);
  }

  /** As the law writes it, with a decimal comma; {@link #parse} reads it back to an equal value. */
  @Override
  public String toString() {
    return unit == Unit.SAME_DAY
        ? unit.words
        : amount.toPlainString().replace('.', ',') + " " + unit.words;
  }
}
