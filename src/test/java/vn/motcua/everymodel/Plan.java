package vn.motcua.everymodel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.motcua.procedure.Case;
import vn.motcua.procedure.Flow;
import vn.motcua.procedure.Model;
import vn.motcua.procedure.Node;
import vn.motcua.procedure.Route;

/**
 * One walk through a model: the case picked at reception, and the flow taken at each gateway until
 * the flow this walk is for; from there on always forward.
 *
 * @param caseId case picked at reception
 * @param choices flows to take, in the order in which their gateways are met
 * @param name what the walk is for
 */
record Plan(String caseId, List<Flow> choices, String name) {

  /** As many walks as take every flow of the model's main level, and every case forward once. */
  static List<Plan> of(Model model) {
    Route route = model.route();
    Map<String, Plan> plans = new LinkedHashMap<>();
    for (Case c : model.procedure().cases()) {
      plans.put("case " + c.id(), new Plan(c.id(), List.of(), "forward " + c.id()));
    }
    Set<Flow> taken = new LinkedHashSet<>();
    plans.values().forEach(plan -> taken.addAll(plan.flowsForward(route)));
    for (Flow flow : route.flows()) {
      if (choice(route, flow) && !taken.contains(flow)) {
        way(model, flow).ifPresent(plan -> plans.put(flow.id(), plan));
      }
    }
    return List.copyOf(plans.values());
  }

  private static boolean choice(Route route, Flow flow) {
    Node source = route.source(flow);
    return source.scope().isEmpty()
        && source.kind() == Node.Kind.EXCLUSIVE_GATEWAY
        && route.leaving(source).size() > 1;
  }

  private Set<Flow> flowsForward(Route route) {
    Set<Node> forward = route.forward(caseId);
    Set<Flow> flows = new LinkedHashSet<>();
    for (Node node : forward) {
      route.leaving(node).stream()
          .filter(flow -> forward.contains(route.target(flow)))
          .filter(flow -> flow.outcome().isEmpty())
          .forEach(flows::add);
    }
    return flows;
  }

  /** The shortest way from the start that takes this flow. */
  private static Optional<Plan> way(Model model, Flow goal) {
    Route route = model.route();
    Node start = route.start("").orElseThrow();
    Map<Node, Flow> cameBy = new HashMap<>();
    Deque<Node> open = new ArrayDeque<>(List.of(start));
    Set<Node> seen = new LinkedHashSet<>(open);
    while (!open.isEmpty()) {
      Node node = open.poll();
      for (Flow flow : route.leaving(node)) {
        if (flow.equals(goal)) {
          return Optional.of(plan(model, goal, cameBy));
        }
        if (seen.add(route.target(flow))) {
          cameBy.put(route.target(flow), flow);
          open.add(route.target(flow));
        }
      }
    }
    return Optional.empty();
  }

  private static Plan plan(Model model, Flow goal, Map<Node, Flow> cameBy) {
    Route route = model.route();
    List<Flow> choices = new ArrayList<>();
    String caseId = model.procedure().cases().get(0).id();
    Flow flow = goal;
    while (flow != null) {
      if (picksCase(route, route.source(flow))) {
        caseId = flow.caseId().orElse(otherCase(model, route.source(flow)));
      } else if (choice(route, flow)) {
        choices.add(0, flow);
      }
      flow = cameBy.get(route.source(flow));
    }
    return new Plan(caseId, List.copyOf(choices), goal.id());
  }

  private static boolean picksCase(Route route, Node gateway) {
    return route.leaving(gateway).stream().anyMatch(flow -> flow.caseId().isPresent());
  }

  /** The case that the default flow of this gateway is for: one that no condition names. */
  private static String otherCase(Model model, Node gateway) {
    List<String> named =
        model.route().leaving(gateway).stream().flatMap(flow -> flow.caseId().stream()).toList();
    return model.procedure().cases().stream()
        .map(Case::id)
        .filter(id -> !named.contains(id))
        .findFirst()
        .orElseThrow();
  }

  /** The flow this walk takes at a gateway that it meets with these choices left. */
  static Flow take(Route route, Node gateway, Deque<Flow> left) {
    if (!left.isEmpty() && left.peek().source().equals(gateway.id())) {
      return left.poll();
    }
    return route.defaultFlow(gateway).orElseThrow();
  }
}
