package vn.motcua.procedure.rule;

import vn.motcua.procedure.Model;

/** A route that is said to be decided names its decision. */
final class Decision extends Rule {

  Decision() {
    super("decision", false);
  }

  @Override
  void check(Model model, Report report) {
    if ("decision".equals(model.facts().get("routeBasis"))
        && !model.facts().containsKey("decision")) {
      report.error(model.key(), "absent");
    }
  }
}
