package vn.motcua.deadline;

import java.util.Locale;
import vn.motcua.language.CodeWord;
import vn.motcua.language.Texts;

/**
 * Coded reason of a row of the ledger, with the law it rests on. Words of one's own are added to
 * the row where a person gave some.
 */
public enum ClockReason {
  RECEIVED,
  GUIDANCE,
  SUPPLEMENT,
  PAPERS_COMPLETE,
  EXCLUDED_WAIT,
  WAIT_OVER,
  LEGAL_GROUND,
  GROUND_GONE,
  WITHDRAWAL,
  APOLOGY,
  CALENDAR_CHANGED,
  RESULT_ISSUED,
  CLOSED,
  REWORK;

  private static final Texts TEXTS = Texts.of("deadline");

  /** {@code papers-complete}: as the ledger stores it. */
  public String word() {
    return CodeWord.of(this);
  }

  /** Reads {@link #word} back. */
  static ClockReason read(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** In the language of a reader. */
  public String label(Locale language) {
    return TEXTS.get(language, "reason." + word());
  }

  /** The law it rests on, as the ledger keeps it. */
  public String legalBasis() {
    return TEXTS.get("basis." + word());
  }
}
