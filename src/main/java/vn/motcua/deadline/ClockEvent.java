package vn.motcua.deadline;

import java.util.Locale;
import vn.motcua.language.Texts;

/** What happened to the clock of a dossier; each is a row of its ledger. */
public enum ClockEvent {
  /** The dossier is complete and valid: its time begins. */
  START,
  /** The clock stands still while something is awaited that the limit does not count. */
  PAUSE,
  /** It runs on with what was left. */
  RESUME,
  /** It begins anew from zero (NĐ 61/2018/NĐ-CP Điều 19 khoản 4). */
  RESTART,
  /** A later day is promised (xin lỗi và hẹn lại). The date of the law stays. */
  EXTEND,
  /** The working calendar has changed. */
  RECALCULATE,
  /** Processing has ended; this moment decides before, on or after the due date. */
  STOP,
  /** What seemed ended goes on; the time in between was running. */
  REOPEN;

  private static final Texts TEXTS = Texts.of("deadline");

  /** {@code recalculate}: for links, style classes and exports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** In Vietnamese. */
  public String label() {
    return label(Texts.VIETNAMESE);
  }

  /** In the language of a reader. */
  public String label(Locale language) {
    return TEXTS.get(language, "event." + word());
  }
}
