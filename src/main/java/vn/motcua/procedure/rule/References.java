package vn.motcua.procedure.rule;

import java.util.HashSet;
import java.util.Set;
import vn.motcua.procedure.Flow;
import vn.motcua.procedure.Lane;
import vn.motcua.procedure.Model;
import vn.motcua.procedure.Node;
import vn.motcua.procedure.Node.Setting;
import vn.motcua.procedure.Route;

/** Nothing points at an element that is not there. */
final class References extends Rule {

  References() {
    super("references", true);
  }

  @Override
  void check(Model model, Report report) {
    Route route = model.route();
    for (Flow flow : route.flows()) {
      checkNode(flow.id(), flow.source(), route, report);
      checkNode(flow.id(), flow.target(), route, report);
    }
    for (Lane lane : model.lanes()) {
      lane.nodes().forEach(node -> checkNode(lane.id(), node, route, report));
    }
    for (Node node : route.nodes()) {
      String way = node.setting(Setting.DEFAULT_FLOW);
      if (!way.isEmpty() && route.leaving(node).stream().noneMatch(f -> f.id().equals(way))) {
        report.error(node, "absent", way);
      }
      if (!node.setting(Setting.ATTACHED_TO).isEmpty()) {
        checkNode(node.id(), node.setting(Setting.ATTACHED_TO), route, report);
      }
    }
    Set<String> drawn = new HashSet<>(model.shapes());
    drawn.addAll(model.edges());
    model.ids().forEach(drawn::remove);
    drawn.forEach(id -> report.error(model.key(), "drawn", id));
  }

  private static void checkNode(String from, String to, Route route, Report report) {
    if (route.node(to).isEmpty()) {
      report.error(from, "absent", to);
    }
  }
}
