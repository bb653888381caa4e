package vn.motcua.procedure;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.calendar.TimeLimit.Unit;

/**
 * How long a dossier of one case is on its way forward until a result is there: the times of the
 * steps that lead to it, where branches run in parallel the longest. Nothing is said where steps on
 * the way have no common unit; the rule of the sum refuses such a model.
 */
final class TimeUntil {

  private static final BigDecimal HOURS = BigDecimal.valueOf(8);

  private final Map<String, Step> steps;
  private final String caseId;
  private final Map<Node, Set<Node>> before = new HashMap<>();
  private final Map<Node, BigDecimal> known = new HashMap<>();
  private final Set<Node> open = new HashSet<>();
  private final Set<Unit> units = new HashSet<>();

  TimeUntil(Route route, Map<String, Step> steps, Case one) {
    this.steps = steps;
    this.caseId = one.id();
    for (Node node : route.forward(caseId)) {
      before.computeIfAbsent(node, n -> new LinkedHashSet<>());
      route
          .forward(node, caseId)
          .forEach(next -> before.computeIfAbsent(next, n -> new LinkedHashSet<>()).add(node));
    }
  }

  /** Until the last step that works for this result is done; empty if none does. */
  Optional<TimeLimit> result(String id) {
    return before.keySet().stream()
        .filter(node -> steps.containsKey(node.id()) && id.equals(steps.get(node.id()).result()))
        .map(this::until)
        .max(BigDecimal::compareTo)
        .flatMap(this::limit);
  }

  private Optional<TimeLimit> limit(BigDecimal sum) {
    if (sum.signum() == 0) {
      return Optional.of(TimeLimit.of(1, Unit.SAME_DAY));
    }
    if (units.size() != 1) {
      return Optional.empty();
    }
    Unit unit = units.iterator().next();
    boolean days = unit == Unit.WORKING_HOUR && sum.remainder(HOURS).signum() == 0;
    return Optional.of(
        days ? new TimeLimit(sum.divide(HOURS), Unit.WORKING_DAY) : new TimeLimit(sum, unit));
  }

  private BigDecimal until(Node node) {
    BigDecimal found = known.get(node);
    if (found != null) {
      return found;
    }
    if (!open.add(node)) {
      return BigDecimal.ZERO;
    }
    BigDecimal earlier =
        before.getOrDefault(node, Set.of()).stream()
            .map(this::until)
            .reduce(BigDecimal.ZERO, BigDecimal::max);
    open.remove(node);
    BigDecimal all = earlier.add(own(node));
    known.put(node, all);
    return all;
  }

  private BigDecimal own(Node node) {
    Step step = steps.get(node.id());
    TimeLimit time =
        step == null || step.excluded() ? null : step.allowance(caseId, false).orElse(null);
    if (time == null || time.amount().signum() == 0) {
      return BigDecimal.ZERO;
    }
    return switch (time.unit()) {
      case WORKING_DAY, SAME_DAY -> {
        units.add(Unit.WORKING_HOUR);
        yield time.amount().multiply(HOURS);
      }
      default -> {
        units.add(time.unit());
        yield time.amount();
      }
    };
  }
}
