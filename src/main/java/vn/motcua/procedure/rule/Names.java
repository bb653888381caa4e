package vn.motcua.procedure.rule;

import vn.motcua.procedure.Model;
import vn.motcua.procedure.Node;

/** What people see has a name, and one that the engine can keep. */
final class Names extends Rule {

  private static final int MOST = 255;

  Names() {
    super("names", true);
  }

  @Override
  void check(Model model, Report report) {
    check(model.key(), model.processName(), true, report);
    for (Node node : model.route().nodes()) {
      check(node.id(), node.name(), !node.isGateway(), report);
    }
    model.lanes().forEach(lane -> check(lane.id(), lane.name(), true, report));
  }

  private static void check(String id, String name, boolean needed, Report report) {
    if (needed && name.isBlank()) {
      report.error(id, "absent");
    } else if (name.length() > MOST) {
      report.error(id, "long", name.length(), MOST);
    }
  }
}
