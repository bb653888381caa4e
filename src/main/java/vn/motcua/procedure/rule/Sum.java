package vn.motcua.procedure.rule;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.calendar.TimeLimit.Unit;
import vn.motcua.procedure.Case;
import vn.motcua.procedure.Model;
import vn.motcua.procedure.Node;
import vn.motcua.procedure.Step;

/** The times of the steps add up to the promised limit, exactly, in every case. */
final class Sum extends Rule {

  private static final BigDecimal HOURS = BigDecimal.valueOf(8);

  Sum() {
    super("sum", false);
  }

  @Override
  void check(Model model, Report report) {
    for (Case each : model.procedure().cases()) {
      compare(each.promised(), new Way(model, each.id(), false), model, report);
      compare(each.difficultLimit(), new Way(model, each.id(), true), model, report);
    }
  }

  private static void compare(TimeLimit limit, Way way, Model model, Report report) {
    Optional<Node> start = model.route().start("");
    if (limit == null || start.isEmpty()) {
      return;
    }
    way.unit = unit(limit);
    BigDecimal sum = way.longest(start.get());
    if (way.trouble != null) {
      report.error(way.trouble, way.why, words(way), limit);
    } else if (sum.compareTo(inUnit(limit)) != 0) {
      TimeLimit total =
          new TimeLimit(way.unit == Unit.WORKING_HOUR ? shown(sum, limit) : sum, shownUnit(limit));
      report.error(model.key(), "differs", words(way), total, limit);
    }
  }

  private static String words(Way way) {
    String each = way.caseId.isEmpty() ? "" : TEXTS.get("sum.case", way.caseId);
    return way.difficult ? each + TEXTS.get("sum.difficult") : each;
  }

  private static Unit shownUnit(TimeLimit limit) {
    return limit.unit() == Unit.SAME_DAY ? Unit.WORKING_DAY : limit.unit();
  }

  private static BigDecimal shown(BigDecimal hours, TimeLimit limit) {
    return limit.unit() == Unit.WORKING_HOUR ? hours : hours.divide(HOURS);
  }

  /** Working days and hours are one unit; days and months are units of their own. */
  private static Unit unit(TimeLimit time) {
    return switch (time.unit()) {
      case WORKING_DAY, WORKING_HOUR, SAME_DAY -> Unit.WORKING_HOUR;
      default -> time.unit();
    };
  }

  private static BigDecimal inUnit(TimeLimit time) {
    return switch (time.unit()) {
      case WORKING_DAY, SAME_DAY -> time.amount().multiply(HOURS);
      default -> time.amount();
    };
  }

  /** The way forward of one case, measured from its end. */
  private static final class Way {
    final Model model;
    final String caseId;
    final boolean difficult;
    final Map<Node, BigDecimal> measured = new HashMap<>();
    final Set<Node> open = new HashSet<>();
    Unit unit;
    Node trouble;
    String why;

    Way(Model model, String caseId, boolean difficult) {
      this.model = model;
      this.caseId = caseId;
      this.difficult = difficult;
    }

    /** Time from here to the end; where branches run in parallel the longest. */
    BigDecimal longest(Node node) {
      BigDecimal known = measured.get(node);
      if (known != null) {
        return known;
      }
      if (!open.add(node)) {
        trouble = node;
        why = "circle";
        return BigDecimal.ZERO;
      }
      BigDecimal rest =
          model.route().forward(node, caseId).stream()
              .map(this::longest)
              .reduce(BigDecimal.ZERO, BigDecimal::max);
      open.remove(node);
      BigDecimal all = rest.add(own(node));
      measured.put(node, all);
      return all;
    }

    private BigDecimal own(Node node) {
      Step step = model.procedure().steps().get(node.id());
      TimeLimit time =
          step == null || step.excluded() ? null : step.allowance(caseId, difficult).orElse(null);
      if (time == null || time.amount().signum() == 0) {
        return BigDecimal.ZERO;
      }
      if (unit(time) != unit) {
        trouble = node;
        why = "unit";
      }
      return inUnit(time);
    }
  }
}
