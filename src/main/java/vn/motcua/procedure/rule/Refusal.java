package vn.motcua.procedure.rule;

import vn.motcua.procedure.Act;
import vn.motcua.procedure.Model;
import vn.motcua.procedure.Node;
import vn.motcua.procedure.Node.Setting;
import vn.motcua.procedure.Route;

/**
 * A dossier is refused in writing: at the counter it is not received, later the shared refusal is
 * drafted, signed, sealed and returned before the dossier ends as refused.
 */
final class Refusal extends Rule {

  Refusal() {
    super("refusal", false);
  }

  @Override
  void check(Model model, Report report) {
    Route route = model.route();
    for (Node step : route.steps()) {
      route.outcomeGateway(step).stream()
          .flatMap(gateway -> route.leaving(gateway).stream())
          .filter(flow -> flow.outcome().filter("refuse"::equals).isPresent())
          .forEach(flow -> checkWay(step, route.target(flow), route, report));
    }
  }

  private static void checkWay(Node step, Node next, Route route, Report report) {
    if (step.act().filter(Act.RECEIVE::equals).isPresent()) {
      if (!ends(next, "not-received")) {
        report.error(step, "at-counter", next.id());
      }
    } else if (!next.setting(Setting.CALLED_ELEMENT).equals("shared-refusal")) {
      report.error(step, "not-called", next.id());
    } else if (route.leaving(next).stream()
        .map(route::target)
        .noneMatch(target -> ends(target, "refused"))) {
      report.error(next, "not-ended");
    }
  }

  private static boolean ends(Node node, String word) {
    return node.isEnd() && Ends.word(node).equals(word);
  }
}
