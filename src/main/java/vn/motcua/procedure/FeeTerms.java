package vn.motcua.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.motcua.language.Dong;

/**
 * What a procedure costs in one case, as far as the words of its model say it without a doubt. What
 * is not clear stays words, for the clerk to read and to write down by hand. Immutable.
 *
 * @param text the words of the model; null if it has none
 * @param free true if they say that nothing is paid
 * @param items amounts that are clear, in the order of the words
 */
public record FeeTerms(String text, boolean free, List<Item> items) {

  /**
   * One thing that is paid for.
   *
   * @param name as the words call it, {@code Lệ phí cấp mới}
   * @param unit what the amount is for, {@code lần}; null if not said
   * @param prices one, or those of several cases among which a person must choose
   */
  public record Item(FeeKind kind, String name, String unit, List<Dong> prices) {}

  /** Less than this has lost its thousands on the way into the catalogue ("Phí 100 đ"). */
  private static final Dong LEAST = new Dong(1000);

  private static final Pattern FREE =
      Pattern.compile("(?iu)miễn\\s+(?:phí|lệ phí|phí, lệ phí)\\.?");
  private static final Pattern CLEAR =
      Pattern.compile(
          "(?iu)(?<name>\\p{L}[^\\d;]*?)\\s*:?\\s*"
              + "(?<prices>\\d{1,3}(?:\\.\\d{3})+(?:\\s*/\\s*\\d{1,3}(?:\\.\\d{3})+)*)"
              + "\\s*(?:đồng|đ)(?:\\s*/\\s*(?<unit>\\p{L}[\\p{L} ]{0,39}))?\\.?");

  private static final FeeTerms UNKNOWN = new FeeTerms(null, false, List.of());

  static FeeTerms of(String text) {
    if (text == null || text.isBlank()) {
      return UNKNOWN;
    }
    List<Item> items = new ArrayList<>();
    for (String part : text.split(";")) {
      Matcher clear = CLEAR.matcher(part.strip());
      if (clear.matches()) {
        item(clear, items);
      }
    }
    return new FeeTerms(text, FREE.matcher(text.strip()).matches(), List.copyOf(items));
  }

  private static void item(Matcher words, List<Item> items) {
    List<Dong> prices = new ArrayList<>();
    for (String price : words.group("prices").split("/")) {
      Dong one = Dong.read(price);
      if (one.compareTo(LEAST) < 0) {
        return;
      }
      prices.add(one);
    }
    String name = words.group("name").strip();
    String unit = words.group("unit");
    items.add(
        new Item(
            FeeKind.named(name), name, unit == null ? null : unit.strip(), List.copyOf(prices)));
  }
}
