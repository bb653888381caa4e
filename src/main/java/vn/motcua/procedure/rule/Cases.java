package vn.motcua.procedure.rule;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.motcua.procedure.Case;
import vn.motcua.procedure.Flow;
import vn.motcua.procedure.Model;
import vn.motcua.procedure.Node;
import vn.motcua.procedure.Step;

/** Cases have a name and a limit each, and facts, steps and gateways speak of the same ones. */
final class Cases extends Rule {

  private static final List<String> PLAIN = List.of("limit", "committed", "difficultLimit");

  Cases() {
    super("cases", false);
  }

  @Override
  void check(Model model, Report report) {
    List<Case> cases = model.procedure().cases();
    Set<String> ids = new TreeSet<>(cases.stream().map(Case::id).toList());
    if (!ids.contains("")) {
      cases.forEach(each -> checkCase(each, model, report));
      PLAIN.stream()
          .filter(model.facts()::containsKey)
          .forEach(fact -> report.error(model.key(), "plain", fact));
    }
    for (Step step : model.procedure().steps().values()) {
      Set<String> used = new TreeSet<>(step.allowances().keySet());
      used.addAll(step.difficultAllowances().keySet());
      used.remove("");
      used.removeAll(ids);
      used.forEach(id -> report.error(step.id(), "unknown", id, String.join(", ", ids)));
    }
    for (Flow flow : model.route().flows()) {
      flow.caseId()
          .filter(id -> !ids.contains(id))
          .ifPresent(id -> report.error(flow.id(), "unknown", id, String.join(", ", ids)));
    }
    model.route().all(Node::isGateway).forEach(gateway -> checkChoice(gateway, ids, model, report));
  }

  private static void checkCase(Case each, Model model, Report report) {
    if (each.name().isBlank()) {
      report.error(model.key(), "incomplete", each.id(), "name");
    }
    if (each.limit() == null) {
      report.error(model.key(), "incomplete", each.id(), "limit");
    }
  }

  /**
   * Whatever case was picked, the gateway knows a way: each case has its own, or there is a
   * default.
   */
  private static void checkChoice(Node gateway, Set<String> ids, Model model, Report report) {
    List<Flow> ways = model.route().leaving(gateway);
    List<String> chosen = ways.stream().flatMap(flow -> flow.caseId().stream()).toList();
    if (!chosen.isEmpty()
        && !chosen.containsAll(ids)
        && model.route().defaultFlow(gateway).isEmpty()) {
      report.error(gateway, "no-default");
    }
  }
}
