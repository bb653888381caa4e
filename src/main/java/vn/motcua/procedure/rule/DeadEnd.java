package vn.motcua.procedure.rule;

import java.util.Set;
import vn.motcua.procedure.Model;
import vn.motcua.procedure.Node;

/** From every element the dossier can come to an end. */
final class DeadEnd extends Rule {

  DeadEnd() {
    super("dead-end", true);
  }

  @Override
  void check(Model model, Report report) {
    Set<Node> ending = model.route().leadingTo(model.route().all(Node::isEnd));
    model.route().nodes().stream()
        .filter(node -> !node.isEventSubProcess() && !ending.contains(node))
        .forEach(node -> report.error(node, "stuck"));
  }
}
