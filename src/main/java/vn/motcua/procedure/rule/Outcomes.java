package vn.motcua.procedure.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.motcua.procedure.Act;
import vn.motcua.procedure.Flow;
import vn.motcua.procedure.Model;
import vn.motcua.procedure.Node;
import vn.motcua.procedure.Node.Kind;
import vn.motcua.procedure.Route;

/** What a person can choose at a step is exactly what the gateway after it knows. */
final class Outcomes extends Rule {

  Outcomes() {
    super("outcomes", true);
  }

  @Override
  void check(Model model, Report report) {
    Route route = model.route();
    Set<Node> explained = new HashSet<>();
    for (Node node : route.all(node -> node.isStep() || node.isCall())) {
      Optional<Node> gateway = route.outcomeGateway(node);
      gateway.ifPresent(explained::add);
      gateway.ifPresent(found -> checkGateway(node, found, route, report));
    }
    for (Node node : route.nodes()) {
      boolean decides = node.kind() == Kind.EXCLUSIVE_GATEWAY && route.leaving(node).size() > 1;
      boolean byCase = route.leaving(node).stream().anyMatch(flow -> flow.caseId().isPresent());
      if (decides && !byCase && !explained.contains(node)) {
        report.error(node, "unexplained");
      }
      if (!node.isGateway() && route.leaving(node).size() > 1) {
        report.error(node, "many-ways");
      }
    }
  }

  private static void checkGateway(Node step, Node gateway, Route route, Report report) {
    if (!gateway.id().equals(step.id() + "-outcome")) {
      report.error(gateway, "name", gateway.id(), step.id() + "-outcome");
    }
    if (route.entering(gateway).size() != 1) {
      report.error(gateway, "entered", step.id());
    }
    List<String> offered = route.conditions(step);
    if (new HashSet<>(offered).size() < offered.size()) {
      report.error(gateway, "twice", String.join(", ", offered));
    }
    Optional<Flow> forward = route.defaultFlow(gateway);
    if (forward.isEmpty() || !forward.get().condition().isEmpty()) {
      report.error(gateway, "no-forward");
    }
    if (offered.size() != route.leaving(gateway).size() - 1) {
      report.error(gateway, "conditions", step.id());
    }
    step.act().ifPresent(act -> checkWords(act, gateway, offered, report));
  }

  private static void checkWords(Act act, Node gateway, List<String> offered, Report report) {
    if (act == Act.WAIT) {
      return;
    }
    List<String> known = act.outcomes();
    for (String word : offered) {
      if (known.indexOf(word) < 1) {
        report.error(gateway, "unknown", word, act.word(), String.join(", ", known));
      }
    }
  }
}
