package vn.motcua.procedure.rule;

import java.util.HashMap;
import java.util.Map;
import vn.motcua.procedure.Model;
import vn.motcua.procedure.Node;

/** Every element stands in exactly one lane: one unit answers for it. */
final class OneLane extends Rule {

  OneLane() {
    super("lane", true);
  }

  @Override
  void check(Model model, Report report) {
    if (model.isShared() && model.lanes().isEmpty()) {
      return;
    }
    Map<String, Integer> lanes = new HashMap<>();
    model.lanes().forEach(lane -> lane.nodes().forEach(id -> lanes.merge(id, 1, Integer::sum)));
    for (Node node : model.route().in("")) {
      int found = lanes.getOrDefault(node.id(), 0);
      if (found != 1) {
        report.error(node, found == 0 ? "none" : "many");
      }
    }
  }
}
