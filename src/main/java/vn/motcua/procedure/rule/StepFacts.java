package vn.motcua.procedure.rule;

import java.util.List;
import java.util.Map;
import vn.motcua.procedure.Case;
import vn.motcua.procedure.Model;
import vn.motcua.procedure.Node;
import vn.motcua.procedure.Step;

/** Every step says what is done, by which post of which unit, and in what time. */
final class StepFacts extends Rule {

  private static final List<String> ALWAYS = List.of("act", "role", "unit");

  StepFacts() {
    super("step-facts", true);
  }

  @Override
  void check(Model model, Report report) {
    Map<String, Step> steps = model.procedure().steps();
    for (Node node : model.route().steps()) {
      ALWAYS.stream()
          .filter(fact -> node.property(fact).isEmpty())
          .forEach(fact -> report.error(node, "absent", fact));
      if (!model.isShared() && lacksTime(steps.get(node.id()), model)) {
        report.error(node, "no-time");
      }
    }
  }

  private static boolean lacksTime(Step step, Model model) {
    Node node = model.route().node(step.id()).orElseThrow();
    for (Case each : model.procedure().cases()) {
      boolean owesTime = each.limit() != null && model.route().forward(each.id()).contains(node);
      if (owesTime && step.allowance(each.id(), false).isEmpty()) {
        return true;
      }
    }
    return step.allowances().isEmpty()
        && model.procedure().cases().stream().anyMatch(each -> each.limit() != null);
  }
}
