package vn.motcua.deadline;

import java.util.Locale;
import vn.motcua.language.CodeWord;
import vn.motcua.language.Texts;

/** How a dossier or a step stands against its due moment. */
public enum TimeState {
  /** The clock stands still: supplement, financial obligation, public posting. */
  PAUSED,
  IN_TIME,
  /** Less than a fifth of the time, or less than one working day, is left. */
  SOON,
  /** Due today and not yet over. */
  TODAY,
  OVERDUE;

  private static final Texts TEXTS = Texts.of("deadline");

  /** {@code in-time}: for links, style classes and exports. */
  public String word() {
    return CodeWord.of(this);
  }

  /** The state in Vietnamese. */
  public String label() {
    return label(Texts.VIETNAMESE);
  }

  /** The state in the language of a reader. */
  public String label(Locale language) {
    return TEXTS.get(language, "state." + word());
  }
}
