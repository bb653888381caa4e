package vn.motcua.fee;

import java.util.Optional;
import vn.motcua.dossier.Application;
import vn.motcua.language.Dong;
import vn.motcua.language.NotMoney;
import vn.motcua.procedure.FeeKind;

/**
 * One line of what is to be paid, checked.
 *
 * @param relief null if nothing is remitted
 * @param reliefWords what proves it, or null
 */
record Charge(
    FeeKind kind,
    String name,
    Dong price,
    int quantity,
    Relief relief,
    Dong remitted,
    String reliefWords) {

  static final int MOST_COUNT = 9999;

  private static final int MOST_NAME = 255;
  private static final int MOST_WORDS = 500;

  Dong amount() {
    return whole(price, quantity).minus(remitted);
  }

  private static Dong whole(Dong price, int quantity) {
    return new Dong(Math.multiplyExact(price.amount(), quantity));
  }

  /** A field that is wrong, and why. */
  static final class Wrong extends RuntimeException {
    final transient String field;

    Wrong(String field, String message) {
      super(message);
      this.field = field;
    }
  }

  /**
   * @throws Wrong at the first field that does not fit
   */
  static Charge of(Application.Fee typed) {
    if (typed == null) {
      throw wrong("name", "charge.name");
    }
    FeeKind kind =
        FeeKind.find(typed.kind())
            .orElseThrow(() -> wrong("kind", "charge.kind", or(typed.kind(), "–")));
    String name = text(typed.name());
    if (name == null) {
      throw wrong("name", "charge.name");
    }
    if (name.length() > MOST_NAME) {
      throw wrong("name", "charge.name.long", MOST_NAME);
    }
    Dong price = money("price", typed.price());
    int quantity = quantity(typed.count());
    Dong whole = whole(price, quantity);
    if (whole.amount() > Dong.MOST) {
      throw wrong("count", "charge.size", price, quantity, new Dong(Dong.MOST));
    }
    if (whole.isZero()) {
      throw wrong("price", "charge.nothing");
    }
    Relief relief = relief(typed.relief());
    if (relief == null) {
      return new Charge(kind, name, price, quantity, null, Dong.ZERO, null);
    }
    Dong remitted =
        text(typed.reliefAmount()) == null ? whole : money("reliefAmount", typed.reliefAmount());
    return new Charge(
        kind,
        name,
        price,
        quantity,
        relief,
        remitted(remitted, whole),
        words(relief, typed.reliefWords()));
  }

  private static Relief relief(String word) {
    if (text(word) == null) {
      return null;
    }
    try {
      return FeeWords.read(Relief.class, word);
    } catch (FeeRefused unknown) {
      throw new Wrong("relief", unknown.getMessage());
    }
  }

  /** At least something, at most all of it. */
  static Dong remitted(Dong asked, Dong whole) {
    if (asked.isZero() || asked.compareTo(whole) > 0) {
      throw wrong("reliefAmount", "charge.remitted", asked, whole);
    }
    return asked;
  }

  /** What proves the ground. */
  static String words(Relief relief, String typed) {
    String words = text(typed);
    if (words == null && relief.needsWords()) {
      throw wrong("reliefWords", "charge.relief.words", FeeWords.words(relief));
    }
    if (words != null && words.length() > MOST_WORDS) {
      throw wrong("reliefWords", "charge.words.long", MOST_WORDS);
    }
    return words;
  }

  static Dong money(String field, String typed) {
    try {
      return Dong.read(typed);
    } catch (NotMoney no) {
      throw new Wrong(field, no.getMessage());
    }
  }

  private static int quantity(String typed) {
    String figures = Optional.ofNullable(text(typed)).orElse("1");
    if (!figures.matches("\\d{1,4}") || Integer.parseInt(figures) == 0) {
      throw wrong("count", "charge.count", typed, MOST_COUNT);
    }
    return Integer.parseInt(figures);
  }

  private static Wrong wrong(String field, String key, Object... words) {
    return new Wrong(field, FeeWords.TEXTS.get(key, words));
  }

  /** Without the blanks around it; null if there is nothing else. */
  static String text(String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }

  private static String or(String typed, String otherwise) {
    return typed == null ? otherwise : typed;
  }
}
