package vn.motcua.procedure.rule;

import java.util.Optional;
import vn.motcua.procedure.Act;
import vn.motcua.procedure.Flow;
import vn.motcua.procedure.Model;
import vn.motcua.procedure.Node;
import vn.motcua.procedure.Node.Setting;
import vn.motcua.procedure.Route;

/**
 * Missing papers are asked for once and through the one-stop unit: an outcome {@code supplement}
 * calls the shared process, which leads back to the step that asked or to the end.
 */
final class Supplement extends Rule {

  Supplement() {
    super("supplement", false);
  }

  @Override
  void check(Model model, Report report) {
    Route route = model.route();
    for (Node step : route.steps()) {
      route.outcomeGateway(step).stream()
          .flatMap(gateway -> route.leaving(gateway).stream())
          .filter(flow -> flow.outcome().filter("supplement"::equals).isPresent())
          .forEach(flow -> checkCall(step, route.target(flow), route, report));
    }
  }

  private static void checkCall(Node step, Node call, Route route, Report report) {
    boolean receiving = step.act().filter(Act.RECEIVE::equals).isPresent();
    String expected = receiving ? "shared-guidance" : "shared-supplement";
    if (!call.setting(Setting.CALLED_ELEMENT).equals(expected)) {
      report.error(step, "not-called", call.id(), expected);
      return;
    }
    Optional<Node> gateway = route.outcomeGateway(call);
    if (gateway.isEmpty() || !route.conditions(call).contains("not-supplemented")) {
      report.error(call, "no-choice", call.id() + "-outcome");
      return;
    }
    for (Flow flow : route.leaving(gateway.get())) {
      Node target = route.target(flow);
      if (flow.outcome().isPresent()) {
        if (!target.isEnd() || !Ends.word(target).equals("stopped")) {
          report.error(call, "not-stopped", target.id());
        }
      } else if (!target.equals(step)) {
        report.error(call, "not-back", target.id(), step.id());
      }
    }
  }
}
