package vn.motcua.procedure.rule;

import java.util.List;
import java.util.Set;
import vn.motcua.procedure.Model;
import vn.motcua.procedure.Node;
import vn.motcua.procedure.Node.Kind;
import vn.motcua.procedure.Route;

/** Branches that run in parallel all meet again, with nothing leaving in between. */
final class Parallel extends Rule {

  Parallel() {
    super("parallel", true);
  }

  @Override
  void check(Model model, Report report) {
    Route route = model.route();
    for (Node fork : route.all(node -> node.kind() == Kind.PARALLEL_GATEWAY)) {
      if (route.leaving(fork).size() > 1 && !isJoined(fork, route)) {
        report.error(fork, "open", route.leaving(fork).size());
      }
    }
  }

  private static boolean isJoined(Node fork, Route route) {
    List<Node> branches = route.leaving(fork).stream().map(route::target).toList();
    Set<Node> between = route.reachable(branches, node -> !isJoin(node, route));
    Set<Node> joins =
        route.all(node -> isJoin(node, route)).stream()
            .filter(
                join ->
                    route.entering(join).stream().map(route::source).anyMatch(between::contains))
            .collect(java.util.stream.Collectors.toSet());
    boolean complete =
        joins.size() == 1
            && joins.stream().allMatch(join -> route.entering(join).size() == branches.size());
    return complete && between.stream().noneMatch(node -> node.isEnd() || node.equals(fork));
  }

  private static boolean isJoin(Node node, Route route) {
    return node.kind() == Kind.PARALLEL_GATEWAY && route.entering(node).size() > 1;
  }
}
