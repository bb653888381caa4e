package vn.motcua.procedure.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.procedure.Act;
import vn.motcua.procedure.Case;
import vn.motcua.procedure.LinkedResult;
import vn.motcua.procedure.Model;
import vn.motcua.procedure.Node;
import vn.motcua.procedure.Route;
import vn.motcua.procedure.Step;

/**
 * Each result of a linked procedure is stated completely, worked on by its own agency only, signed
 * before it is sealed, and made in the time that its own law allows.
 */
final class LinkedResults extends Rule {

  private static final String SEPARATOR = ", ";

  LinkedResults() {
    super("linked-results", false);
  }

  @Override
  void check(Model model, Report report) {
    List<LinkedResult> results = model.procedure().results();
    String ids = String.join(SEPARATOR, results.stream().map(LinkedResult::id).toList());
    for (Step step : model.procedure().steps().values()) {
      if (step.result() != null && model.procedure().result(step.result()).isEmpty()) {
        report.error(step.id(), "unknown", step.result(), ids);
      }
    }
    if (results.size() == 1) {
      report.error(model.key(), "alone", results.get(0).id());
    }
    results.forEach(result -> check(result, model, report));
  }

  private static void check(LinkedResult result, Model model, Report report) {
    for (String fact : List.of("name", "unit", "limit")) {
      if (!model.facts().containsKey("result." + result.id() + "." + fact)) {
        report.error(model.key(), "incomplete", result.id(), fact);
      }
    }
    List<Step> steps =
        model.procedure().steps().values().stream()
            .filter(step -> result.id().equals(step.result()))
            .toList();
    for (Step step : steps) {
      if (!result.unit().isEmpty() && !step.unit().equals(result.unit())) {
        report.error(step.id(), "unit", step.unit(), result.id(), result.unit());
      }
    }
    for (Case each : model.procedure().cases()) {
      compare(result, steps, each, model, report);
    }
    sealed(result, steps, model, report);
  }

  /** A result has one seal, and no way leads to it past the approval of the same result. */
  private static void sealed(LinkedResult result, List<Step> steps, Model model, Report report) {
    Route route = model.route();
    List<String> seals = steps.stream().filter(s -> s.act() == Act.SEAL).map(Step::id).toList();
    if (seals.size() != 1) {
      report.error(model.key(), "seals", result.id(), seals.size());
      return;
    }
    List<String> approvals =
        steps.stream().filter(s -> s.act() == Act.APPROVE).map(Step::id).toList();
    Set<Node> unsigned =
        route.reachable(route.start("").stream().toList(), node -> !approvals.contains(node.id()));
    if (unsigned.stream().anyMatch(node -> node.id().equals(seals.get(0)))) {
      report.error(seals.get(0), "unsigned", result.id());
    }
  }

  /** The steps of one result follow one another; "trong ngày làm việc" leaves them no time. */
  private static void compare(
      LinkedResult result, List<Step> steps, Case each, Model model, Report report) {
    if (result.limit() == null || each.promised() == null) {
      return;
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (Step step : steps) {
      TimeLimit time = step.allowance(each.id(), false).orElse(null);
      if (time != null && time.amount().signum() > 0) {
        if (time.unit() != result.limit().unit()) {
          report.error(step.id(), "time-unit", time, result.id(), result.limit());
          return;
        }
        sum = sum.add(time.amount());
      }
    }
    boolean sameDay = result.limit().unit() == TimeLimit.Unit.SAME_DAY;
    BigDecimal wanted = sameDay ? BigDecimal.ZERO : result.limit().amount();
    if (sum.compareTo(wanted) != 0) {
      TimeLimit total = new TimeLimit(sum, result.limit().unit());
      report.error(model.key(), "differs", result.id(), sameDay ? sum : total, result.limit());
    }
  }
}
