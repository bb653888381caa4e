package vn.motcua.designer;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.calendar.TimeLimit.Unit;

/** Adds times of steps in one unit; 1 working day is 8 working hours, nothing else converts. */
final class Sums {

  private Sums() {}

  /** The sum, or empty if a time cannot be written in this unit. */
  static Optional<BigDecimal> of(List<TimeLimit> times, Unit unit) {
    BigDecimal sum = BigDecimal.ZERO;
    for (TimeLimit time : times) {
      Optional<BigDecimal> amount = in(time, unit);
      if (amount.isEmpty()) {
        return amount;
      }
      sum = sum.add(amount.get());
    }
    return Optional.of(sum);
  }

  private static Optional<BigDecimal> in(TimeLimit time, Unit unit) {
    if (time.unit() == unit || time.amount().signum() == 0) {
      return Optional.of(time.amount());
    }
    boolean fromHours = time.unit() == Unit.WORKING_HOUR;
    if (fromHours && (unit == Unit.WORKING_DAY || unit == Unit.SAME_DAY)) {
      return Optional.of(time.amount().divide(Limits.HOURS_OF_A_DAY));
    }
    if (time.unit() == Unit.WORKING_DAY && unit == Unit.WORKING_HOUR) {
      return Optional.of(time.amount().multiply(Limits.HOURS_OF_A_DAY));
    }
    return Optional.empty();
  }
}
