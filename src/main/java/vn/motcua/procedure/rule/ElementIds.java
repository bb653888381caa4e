package vn.motcua.procedure.rule;

import vn.motcua.procedure.Model;

/** Ids are words, because they are read: in histories, in reports, in a comparison of versions. */
final class ElementIds extends Rule {

  ElementIds() {
    super("ids", true);
  }

  @Override
  void check(Model model, Report report) {
    for (String id : model.ids()) {
      if (!id.equals(model.key()) && !areWords(id)) {
        report.error(id, "not-words", id);
      }
    }
  }

  /** Small letters and digits in words joined by single hyphens; the first begins with a letter. */
  private static boolean areWords(String id) {
    char before = '-';
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      boolean letter = c >= 'a' && c <= 'z';
      boolean digit = c >= '0' && c <= '9' && i > 0;
      boolean hyphen = c == '-' && before != '-';
      if (!letter && !digit && !hyphen) {
        return false;
      }
      before = c;
    }
    return before != '-';
  }
}
