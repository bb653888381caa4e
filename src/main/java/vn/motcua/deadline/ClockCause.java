package vn.motcua.deadline;

import java.util.Objects;
import vn.motcua.calendar.CalendarVersion;

/**
 * Why something happens to a clock, and by whose hand.
 *
 * @param reason coded reason
 * @param words words of one's own, as an official gave them; null if none
 * @param legalBasis the law it rests on
 * @param person account that acts; {@link #SYSTEM} where no person does
 * @param onBehalfOf account for whom the person acts; null if for none
 */
public record ClockCause(
    ClockReason reason, String words, String legalBasis, String person, String onBehalfOf) {

  /** Who acts when the application does so by itself. */
  public static final String SYSTEM = "motcua";

  public ClockCause {
    Objects.requireNonNull(reason);
    Objects.requireNonNull(person);
    legalBasis = legalBasis == null ? reason.legalBasis() : legalBasis;
  }

  /** A reason on its usual legal basis. */
  public static ClockCause of(ClockReason reason, String words, String person) {
    return new ClockCause(reason, words, null, person, null);
  }

  /** The same, done in the place of an absent person; of nobody if it is null. */
  public ClockCause inPlaceOf(String absent) {
    return new ClockCause(reason, words, legalBasis, person, absent);
  }

  /** What was announced by a version of the working calendar, by whom it was published. */
  static ClockCause announced(CalendarVersion version) {
    return new ClockCause(
        ClockReason.CALENDAR_CHANGED,
        version.note(),
        version.basis(),
        version.enteredBy() == null ? SYSTEM : version.enteredBy(),
        null);
  }
}
