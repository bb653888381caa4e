package vn.motcua.procedure.rule;

import vn.motcua.procedure.Lane;
import vn.motcua.procedure.Model;
import vn.motcua.procedure.Node;

/** Everything that runs is drawn: a diagram hides no step. */
final class Shapes extends Rule {

  Shapes() {
    super("shape", true);
  }

  @Override
  void check(Model model, Report report) {
    model.route().nodes().stream().map(Node::id).forEach(id -> check(id, model, report));
    model.lanes().stream().map(Lane::id).forEach(id -> check(id, model, report));
  }

  private static void check(String id, Model model, Report report) {
    if (!model.shapes().contains(id)) {
      report.error(id, "absent");
    }
  }
}
