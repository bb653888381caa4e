package vn.motcua.designer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.calendar.TimeLimit.Unit;

/**
 * Splits a limit over the steps of a proposed route: quarters of the limit's unit, hours where a
 * limit of a few working days would leave steps without time, smaller parts where even that is too
 * coarse. The parts always add up to the limit exactly; a step with a share gets at least one part.
 */
final class Shares {

  private static final BigDecimal QUARTER = new BigDecimal("0.25");
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private Shares() {}

  /** One allowance for each share, in the same order; share 0 gets no time. */
  static List<TimeLimit> split(TimeLimit limit, List<Integer> shares) {
    long busy = shares.stream().filter(share -> share > 0).count();
    BigDecimal amount = limit.amount();
    Unit unit = limit.unit();
    BigDecimal grain = unit == Unit.WORKING_HOUR ? BigDecimal.ONE : QUARTER;
    boolean wholeDays = unit == Unit.WORKING_DAY || unit == Unit.SAME_DAY;
    if (wholeDays && tooCoarse(amount, grain, busy)) {
      amount = amount.multiply(Limits.HOURS_OF_A_DAY);
      unit = Unit.WORKING_HOUR;
      grain = BigDecimal.ONE;
    }
    while (tooCoarse(amount, grain, busy)) {
      grain = grain.divide(TWO);
    }
    List<Integer> parts = parts(amount.divide(grain).intValueExact(), shares);
    List<TimeLimit> allowances = new ArrayList<>();
    for (int count : parts) {
      allowances.add(new TimeLimit(grain.multiply(BigDecimal.valueOf(count)), unit));
    }
    return allowances;
  }

  private static boolean tooCoarse(BigDecimal amount, BigDecimal grain, long busy) {
    BigDecimal[] parts = amount.divideAndRemainder(grain);
    return parts[1].signum() != 0 || parts[0].longValueExact() < 2 * busy;
  }

  /** Largest remainder, one part for every share first. */
  private static List<Integer> parts(int total, List<Integer> shares) {
    int whole = shares.stream().mapToInt(Integer::intValue).sum();
    int[] parts = shares.stream().mapToInt(share -> Integer.signum(share)).toArray();
    int free = total - IntStream.of(parts).sum();
    double[] wanted = shares.stream().mapToDouble(s -> (double) total * s / whole - 1).toArray();
    double open = IntStream.range(0, parts.length).mapToDouble(i -> Math.max(0, wanted[i])).sum();
    double[] rest = new double[parts.length];
    int left = free;
    for (int i = 0; i < parts.length; i++) {
      double exact = open == 0 ? 0 : free * Math.max(0, wanted[i]) / open;
      parts[i] += (int) exact;
      left -= (int) exact;
      rest[i] = exact - (int) exact;
    }
    List<Integer> order =
        IntStream.range(0, parts.length)
            .filter(i -> shares.get(i) > 0)
            .boxed()
            .sorted(Comparator.<Integer>comparingDouble(i -> -rest[i]).thenComparing(i -> i))
            .toList();
    for (int i = 0; i < left; i++) {
      parts[order.get(i % order.size())]++;
    }
    return IntStream.of(parts).boxed().toList();
  }
}
