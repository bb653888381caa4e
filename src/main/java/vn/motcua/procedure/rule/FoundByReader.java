package vn.motcua.procedure.rule;

import vn.motcua.procedure.Model;

/** What the reader already found while it read: the schema, the allow-list, and every value. */
final class FoundByReader extends Rule {

  FoundByReader(String id) {
    super(id, true);
  }

  @Override
  void check(Model model, Report report) {
    model.findings().stream().filter(found -> found.rule().equals(id())).forEach(report::add);
  }
}
