package vn.motcua.procedure.rule;

import vn.motcua.procedure.Model;

/** A model stays small enough to be read by people and kept by the hundred in memory. */
final class Size extends Rule {

  private static final int MOST = 100 * 1024;

  Size() {
    super("size", true);
  }

  @Override
  void check(Model model, Report report) {
    if (model.size() > MOST) {
      report.error(model.key(), "large", (model.size() + 1023) / 1024, MOST / 1024);
    }
  }
}
