package vn.motcua.language;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An amount of money in whole đồng, as people here write it: {@code 8.000 đồng}. Below nought for
 * what is given back. Immutable.
 *
 * @param amount in đồng
 */
public record Dong(long amount) implements Comparable<Dong> {

  public static final Dong ZERO = new Dong(0);

  /** More than this is a slip of the pen: a hundred billion đồng. */
  public static final long MOST = 100_000_000_000L;

  private static final Texts TEXTS = Texts.of("language");
  private static final Pattern FIGURES = Pattern.compile("\\d{1,15}|\\d{1,3}([. ]\\d{3}){1,4}");
  private static final Pattern UNIT = Pattern.compile("(?iu)\\s*(đồng|đ|₫|vnđ|vnd)\\.?$");

  /**
   * Reads what a person typed: {@code 8000}, {@code 8.000}, {@code 8 000}, {@code 8.000 đồng}.
   *
   * @throws NotMoney if it is nothing, no number, below nought, or more than {@link #MOST}; commas
   *     and broken groups of figures are no number, because nobody can know what was meant
   */
  public static Dong read(String typed) {
    if (typed == null || typed.isBlank()) {
      throw new NotMoney(TEXTS.get("money.missing"));
    }
    String figures = UNIT.matcher(typed.strip()).replaceFirst("").replace('\u00a0', ' ').strip();
    if (figures.startsWith("-") || figures.startsWith("−")) {
      throw new NotMoney(TEXTS.get("money.negative", typed.strip()));
    }
    if (figures.matches("\\d{16,}|\\d{1,3}([. ]\\d{3}){5,}")) {
      throw new NotMoney(TEXTS.get("money.size", typed.strip(), new Dong(MOST)));
    }
    if (!FIGURES.matcher(figures).matches()) {
      throw new NotMoney(TEXTS.get("money.figures", typed.strip()));
    }
    Dong read = new Dong(Long.parseLong(figures.replaceAll("[. ]", "")));
    if (read.amount > MOST) {
      throw new NotMoney(TEXTS.get("money.size", typed.strip(), new Dong(MOST)));
    }
    return read;
  }

  public Dong plus(Dong other) {
    return new Dong(Math.addExact(amount, other.amount));
  }

  public Dong minus(Dong other) {
    return new Dong(Math.subtractExact(amount, other.amount));
  }

  public boolean isZero() {
    return amount == 0;
  }

  /** {@code 8.000}: figures in groups of three. */
  public String figures() {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    symbols.setGroupingSeparator('.');
    return new DecimalFormat("#,##0", symbols).format(amount);
  }

  /** {@code Tám nghìn đồng}, as a receipt has it (số tiền bằng chữ); without the sign. */
  public String inWords() {
    String words = InWords.of(Math.abs(amount));
    return TEXTS.get("money.words", Character.toUpperCase(words.charAt(0)) + words.substring(1));
  }

  /** {@code 8.000 đồng}. */
  @Override
  public String toString() {
    return TEXTS.get("money", figures());
  }

  @Override
  public int compareTo(Dong other) {
    return Long.compare(amount, other.amount);
  }
}
