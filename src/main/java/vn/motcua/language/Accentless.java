package vn.motcua.language;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Vietnamese words without their marks, for searching and for names of files: "Đăng ký khai sinh"
 * is found by "dang ky khai sinh". Safe for use by many threads.
 */
public final class Accentless {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NOT_WORD = Pattern.compile("[^a-z0-9]+");
  private static final Pattern EDGE = Pattern.compile("^-|-$");

  private Accentless() {}

  /** Lower case, no marks, đ as d; everything else stays. */
  public static String fold(String text) {
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    return plain.toLowerCase(Locale.ROOT).replace('đ', 'd');
  }

  /**
   * Folded words joined by "-": {@code so-tu-phap}. Empty if the text has neither letter nor digit.
   */
  public static String slug(String text) {
    String words = NOT_WORD.matcher(fold(text)).replaceAll("-");
    return EDGE.matcher(words).replaceAll("");
  }
}
