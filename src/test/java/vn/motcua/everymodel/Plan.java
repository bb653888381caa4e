package vn.motcua.everymodel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
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

  /** The ways at gateways of the model's main level: what must be taken at least once. */
  static Set<Flow> choices(Model model) {
    Set<Flow> choices = new LinkedHashSet<>();
    for (Flow flow : model.route().flows()) {
      if (choice(model.route(), flow) && !picksCase(model.route(), model.route().source(flow))) {
        choices.add(flow);
      }
    }
    return choices;
  }

  static Plan forward(String caseId) {
    return new Plan(caseId, List.of(), "forward " + caseId);
  }

  private static boolean choice(Route route, Flow flow) {
    Node source = route.source(flow);
    return source.scope().isEmpty()
        && source.kind() == Node.Kind.EXCLUSIVE_GATEWAY
        && route.leaving(source).size() > 1;
  }

  /** The shortest way from the start that takes this flow. */
  static Optional<Plan> way(Model model, Flow goal) {
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
      Node gateway = route.source(flow);
      if (picksCase(route, gateway)) {
        caseId = flow.caseId().orElseGet(() -> otherCase(model, gateway));
      } else if (choice(route, flow)) {
        choices.add(0, flow);
      }
      flow = cameBy.get(gateway);
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

  /**
   * The flow this walk takes at a gateway: what it is for, then what leads back and was never
   * taken, so that one dossier shows many ways; then forward, or an end that was never reached.
   */
  static Flow take(Route route, Node gateway, Deque<Flow> left, Set<Flow> missing) {
    if (!left.isEmpty() && left.peek().source().equals(gateway.id())) {
      return left.poll();
    }
    if (!left.isEmpty()) {
      return route.defaultFlow(gateway).orElseThrow();
    }
    List<Flow> never = route.leaving(gateway).stream().filter(missing::contains).toList();
    Optional<Flow> forward = route.defaultFlow(gateway);
    return never.stream()
        .filter(flow -> !forward.equals(Optional.of(flow)) && leadsBack(route, flow, gateway))
        .findFirst()
        .or(() -> forward.filter(flow -> misses(route, flow, missing)))
        .or(() -> never.stream().findFirst())
        .or(() -> forward)
        .orElseThrow();
  }

  private static boolean leadsBack(Route route, Flow flow, Node gateway) {
    return route.reachable(List.of(route.target(flow))).contains(gateway);
  }

  private static boolean misses(Route route, Flow flow, Set<Flow> missing) {
    return missing.contains(flow)
        || route.reachable(List.of(route.target(flow))).stream()
            .flatMap(node -> route.leaving(node).stream())
            .anyMatch(missing::contains);
  }
}
