package vn.motcua.language;

import java.util.ArrayList;
import java.util.List;

/**
 * Numbers as they are read in Vietnamese, in the northern way that papers use: "linh", "nghìn". The
 * spell-out rules of ICU read "lẻ" and are fourteen megabytes.
 */
final class InWords {

  private static final List<String> DIGITS =
      List.of("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín");
  private static final List<String> GROUPS = List.of("triệu", "nghìn", "");
  private static final long BILLION = 1_000_000_000L;

  private InWords() {}

  /** Reads a number that is not below nought. */
  static String of(long number) {
    if (number == 0) {
      return DIGITS.get(0);
    }
    List<String> words = new ArrayList<>();
    if (number >= BILLION) {
      words.add(of(number / BILLION));
      words.add("tỷ");
    }
    int rest = (int) (number % BILLION);
    int[] groups = {rest / 1_000_000, rest / 1000 % 1000, rest % 1000};
    for (int i = 0; i < groups.length; i++) {
      if (groups[i] > 0) {
        // What follows something greater says its hundreds, even if there are none.
        group(groups[i], !words.isEmpty(), words);
        words.add(GROUPS.get(i));
      }
    }
    return String.join(" ", words).strip();
  }

  private static void group(int number, boolean follows, List<String> words) {
    boolean hundreds = follows || number >= 100;
    if (hundreds) {
      words.add(DIGITS.get(number / 100) + " trăm");
    }
    int ten = number / 10 % 10;
    int one = number % 10;
    if (ten == 0 && one == 0) {
      return;
    }
    if (ten == 0) {
      words.add((hundreds ? "linh " : "") + DIGITS.get(one));
      return;
    }
    words.add(ten == 1 ? "mười" : DIGITS.get(ten) + " mươi");
    if (one > 0) {
      words.add(last(ten, one));
    }
  }

  /** Mười lăm, hai mươi mốt, hai mươi tư, hai mươi lăm. */
  private static String last(int ten, int one) {
    if (one == 5) {
      return "lăm";
    }
    if (ten > 1 && one == 1) {
      return "mốt";
    }
    return ten > 1 && one == 4 ? "tư" : DIGITS.get(one);
  }
}
