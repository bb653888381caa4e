package vn.motcua.procedure;

import java.util.Arrays;
import java.util.Optional;
import vn.motcua.language.Accentless;
import vn.motcua.language.Texts;

/** What is paid for (Luật phí và lệ phí 97/2015/QH13 Điều 3). */
public enum FeeKind {
  /** Phí: covers the cost of a public service. */
  SERVICE("service"),
  /** Lệ phí: a fixed amount for a service of state management. */
  STATE("state"),
  /** Giá and other costs, which the law on fees does not name. */
  OTHER("other");

  private static final Texts TEXTS = Texts.of("procedure");

  private final String word;

  FeeKind(String word) {
    this.word = word;
  }

  /** In forms and in the database. */
  public String word() {
    return word;
  }

  /** In Vietnamese: {@code Lệ phí}. */
  public String words() {
    return TEXTS.get("fee-kind." + word);
  }

  public static Optional<FeeKind> find(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }

  /** By the words that name a fee. */
  static FeeKind named(String name) {
    String plain = Accentless.fold(name);
    if (plain.contains("le phi")) {
      return STATE;
    }
    return plain.contains("phi") ? SERVICE : OTHER;
  }
}
