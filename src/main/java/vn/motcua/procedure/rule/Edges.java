package vn.motcua.procedure.rule;

import vn.motcua.procedure.Flow;
import vn.motcua.procedure.Model;

/** Every way a dossier can take is drawn as a line. */
final class Edges extends Rule {

  Edges() {
    super("edge", true);
  }

  @Override
  void check(Model model, Report report) {
    for (Flow flow : model.route().flows()) {
      if (!model.edges().contains(flow.id())) {
        report.error(flow.id(), "absent");
      }
    }
  }
}
