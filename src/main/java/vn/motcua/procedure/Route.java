package vn.motcua.procedure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The way of a dossier as a graph: nodes and flows of a model in document order. Flows whose ends
 * are missing are kept in {@link #flows()} but lead nowhere. Immutable; safe for use by many
 * threads.
 */
public final class Route {

  private final Map<String, Node> nodes;
  private final List<Flow> flows;
  private final Map<String, List<Flow>> leaving = new LinkedHashMap<>();
  private final Map<String, List<Flow>> entering = new LinkedHashMap<>();
  private final Map<String, List<Node>> attached = new LinkedHashMap<>();

  /** Ways forward by case, once somebody asked: rules ask for the same ones again and again. */
  private final Map<String, Set<Node>> ways = new ConcurrentHashMap<>();

  Route(Map<String, Node> nodes, List<Flow> flows) {
    this.nodes = nodes;
    this.flows = List.copyOf(flows);
    for (Flow flow : flows) {
      if (nodes.containsKey(flow.source()) && nodes.containsKey(flow.target())) {
        leaving.computeIfAbsent(flow.source(), id -> new ArrayList<>()).add(flow);
        entering.computeIfAbsent(flow.target(), id -> new ArrayList<>()).add(flow);
      }
    }
    for (Node node : nodes.values()) {
      String host = node.setting(Node.Setting.ATTACHED_TO);
      if (!host.isEmpty()) {
        attached.computeIfAbsent(host, id -> new ArrayList<>()).add(node);
      }
    }
  }

  public Collection<Node> nodes() {
    return nodes.values();
  }

  public Optional<Node> node(String id) {
    return Optional.ofNullable(nodes.get(id));
  }

  public List<Flow> flows() {
    return flows;
  }

  public List<Flow> leaving(Node node) {
    return leaving.getOrDefault(node.id(), List.of());
  }

  public List<Flow> entering(Node node) {
    return entering.getOrDefault(node.id(), List.of());
  }

  /** The node a flow of this route leads to. */
  public Node target(Flow flow) {
    return nodes.get(flow.target());
  }

  /** The node a flow of this route comes from. */
  public Node source(Flow flow) {
    return nodes.get(flow.source());
  }

  /** The nodes of a kind, everywhere in the model. */
  public List<Node> all(Predicate<Node> wanted) {
    return nodes.values().stream().filter(wanted).toList();
  }

  /** The user tasks. */
  public List<Node> steps() {
    return all(Node::isStep);
  }

  /** The user tasks with this act. */
  public List<Node> steps(Act act) {
    return all(node -> node.act().filter(act::equals).isPresent());
  }

  /** The nodes directly in a scope; "" for the level of the process. */
  public List<Node> in(String scope) {
    return all(node -> node.scope().equals(scope));
  }

  /** The start event of a scope, if it has one. */
  public Optional<Node> start(String scope) {
    return in(scope).stream().filter(n -> n.kind() == Node.Kind.START_EVENT).findFirst();
  }

  /** The flow a gateway takes when no condition holds; for other nodes their only flow. */
  public Optional<Flow> defaultFlow(Node node) {
    List<Flow> ways = leaving(node);
    String marked = node.setting(Node.Setting.DEFAULT_FLOW);
    return ways.size() == 1
        ? Optional.of(ways.get(0))
        : ways.stream().filter(flow -> flow.id().equals(marked)).findFirst();
  }

  /** The gateway that leads on by the outcome of this step or call, if one follows directly. */
  public Optional<Node> outcomeGateway(Node step) {
    List<Flow> ways = leaving(step);
    if (ways.size() != 1) {
      return Optional.empty();
    }
    Node next = target(ways.get(0));
    boolean decides =
        next.kind() == Node.Kind.EXCLUSIVE_GATEWAY
            && leaving(next).stream().anyMatch(flow -> flow.outcome().isPresent());
    return decides ? Optional.of(next) : Optional.empty();
  }

  /** Outcomes with a flow of their own after this step or call, in document order. */
  public List<String> conditions(Node step) {
    return outcomeGateway(step).map(this::leaving).orElse(List.of()).stream()
        .flatMap(flow -> flow.outcome().stream())
        .toList();
  }

  /** The outcomes the route offers at a step, the way forward first; none if there is no choice. */
  public List<String> outcomes(Node step) {
    List<String> known = step.act().map(Act::outcomes).orElse(List.of());
    List<String> conditions = conditions(step);
    List<String> outcomes = new ArrayList<>();
    if (!known.isEmpty()) {
      outcomes.add(known.get(0));
    } else if (!conditions.isEmpty()) {
      outcomes.add(Act.DONE);
    }
    outcomes.addAll(conditions);
    return List.copyOf(outcomes);
  }

  /**
   * Where a dossier of this case goes next when every step ends with its way forward: several nodes
   * only where branches run in parallel.
   */
  public List<Node> forward(Node node, String caseId) {
    if (node.kind() == Node.Kind.PARALLEL_GATEWAY) {
      return leaving(node).stream().map(this::target).toList();
    }
    return leaving(node).stream()
        .filter(flow -> flow.caseId().filter(caseId::equals).isPresent())
        .findFirst()
        .or(() -> defaultFlow(node))
        .map(flow -> List.of(target(flow)))
        .orElse(List.of());
  }

  /** All nodes on the way forward of a case, from the start event on. */
  public Set<Node> forward(String caseId) {
    return ways.computeIfAbsent(caseId, this::wayForward);
  }

  private Set<Node> wayForward(String caseId) {
    return start("")
        .map(start -> reach(List.of(start), node -> forward(node, caseId), node -> true))
        .map(Collections::unmodifiableSet)
        .orElse(Set.of());
  }

  /** All nodes that can be reached from these, themselves included, with their boundary events. */
  public Set<Node> reachable(Collection<Node> from) {
    return reachable(from, node -> true);
  }

  /** The same without stepping on nodes that are not wanted. */
  public Set<Node> reachable(Collection<Node> from, Predicate<Node> wanted) {
    return reach(from, this::successors, wanted);
  }

  private List<Node> successors(Node node) {
    List<Node> next = new ArrayList<>(attached.getOrDefault(node.id(), List.of()));
    leaving(node).forEach(flow -> next.add(target(flow)));
    return next;
  }

  /** All nodes from which one of these can be reached, themselves included. */
  public Set<Node> leadingTo(Collection<Node> goals) {
    return reach(goals, this::predecessors, node -> true);
  }

  private List<Node> predecessors(Node node) {
    List<Node> before = new ArrayList<>();
    node(node.setting(Node.Setting.ATTACHED_TO)).ifPresent(before::add);
    entering(node).forEach(flow -> before.add(source(flow)));
    return before;
  }

  private static Set<Node> reach(
      Collection<Node> from, Function<Node, List<Node>> next, Predicate<Node> wanted) {
    Set<Node> reached = new LinkedHashSet<>();
    List<Node> open = new ArrayList<>(from);
    while (!open.isEmpty()) {
      Node node = open.remove(open.size() - 1);
      if (wanted.test(node) && reached.add(node)) {
        open.addAll(next.apply(node));
      }
    }
    return reached;
  }
}
