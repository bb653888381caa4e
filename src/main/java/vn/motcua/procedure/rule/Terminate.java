package vn.motcua.procedure.rule;

import vn.motcua.procedure.Model;
import vn.motcua.procedure.Node;
import vn.motcua.procedure.Node.Setting;

/** When a dossier has ended nothing of it stays open: no task, no timer. */
final class Terminate extends Rule {

  Terminate() {
    super("terminate", false);
  }

  @Override
  void check(Model model, Report report) {
    for (Node end : model.route().all(Node::isEnd)) {
      boolean must = end.scope().isEmpty();
      boolean does = end.setting(Setting.TERMINATE).equals("true");
      if (must != does) {
        report.error(end, must ? "absent" : "wrong", end.id());
      }
    }
  }
}
