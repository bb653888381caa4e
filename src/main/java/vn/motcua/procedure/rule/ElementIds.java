package vn.motcua.procedure.rule;

import java.util.regex.Pattern;
import vn.motcua.procedure.Model;

/** Ids are words, because they are read: in histories, in reports, in a comparison of versions. */
final class ElementIds extends Rule {

  private static final Pattern WORDS = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*");

  ElementIds() {
    super("ids", true);
  }

  @Override
  void check(Model model, Report report) {
    for (String id : model.ids()) {
      if (!id.equals(model.key()) && !WORDS.matcher(id).matches()) {
        report.error(id, "not-words", id);
      }
    }
  }
}
