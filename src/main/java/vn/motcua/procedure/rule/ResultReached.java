package vn.motcua.procedure.rule;

import java.util.List;
import java.util.Set;
import vn.motcua.procedure.Act;
import vn.motcua.procedure.Case;
import vn.motcua.procedure.Model;
import vn.motcua.procedure.Node;
import vn.motcua.procedure.Route;

/** Every case ends forward with a result that a person returned, or a notice that one recorded. */
final class ResultReached extends Rule {

  ResultReached() {
    super("result", false);
  }

  @Override
  void check(Model model, Report report) {
    Route route = model.route();
    for (Case each : model.procedure().cases()) {
      boolean reached =
          route.forward(each.id()).stream()
              .anyMatch(node -> isEnd(node, "returned") || isEnd(node, "recorded"));
      if (!reached) {
        report.error(model.key(), "not-reached", each.id());
      }
    }
    checkAct(route, "returned", Act.RETURN, report);
    checkAct(route, "recorded", Act.RECORD, report);
  }

  private static void checkAct(Route route, String word, Act act, Report report) {
    List<Node> acts = route.steps(act);
    Set<Node> past =
        route.reachable(route.start("").stream().toList(), node -> !acts.contains(node));
    past.stream()
        .filter(node -> isEnd(node, word))
        .forEach(end -> report.error(end, "without-act", end.id(), act.word()));
  }

  private static boolean isEnd(Node node, String word) {
    return node.isEnd() && Ends.word(node).equals(word);
  }
}
