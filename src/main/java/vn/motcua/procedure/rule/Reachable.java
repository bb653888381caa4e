package vn.motcua.procedure.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.motcua.procedure.Model;
import vn.motcua.procedure.Node;
import vn.motcua.procedure.Node.Kind;

/** There is one start, and every element can come to its turn. */
final class Reachable extends Rule {

  Reachable() {
    super("reachable", true);
  }

  @Override
  void check(Model model, Report report) {
    List<Node> starts = model.route().all(node -> node.kind() == Kind.START_EVENT);
    long atTop = starts.stream().filter(start -> start.scope().isEmpty()).count();
    if (atTop != 1) {
      report.error(model.key(), "starts", atTop);
    }
    List<Node> roots = new ArrayList<>(starts);
    roots.addAll(model.route().all(Node::isEventSubProcess));
    Set<Node> reached = model.route().reachable(roots);
    model.route().nodes().stream()
        .filter(node -> !reached.contains(node))
        .forEach(node -> report.error(node, "never"));
  }
}
