package vn.motcua.procedure.rule;

import java.util.Set;
import java.util.regex.Pattern;
import vn.motcua.procedure.Model;
import vn.motcua.procedure.Node;

/** A dossier ends only in ways that state, register and report know. */
final class Ends extends Rule {

  static final Set<String> OF_PROCEDURE =
      Set.of("returned", "recorded", "not-received", "refused", "stopped");
  static final Set<String> OF_EVENTS = Set.of("withdrawn", "warned", "overdue-noted", "apologised");
  private static final Set<String> OF_SHARED =
      Set.of(
          "supplemented",
          "not-supplemented",
          "refusal-returned",
          "obligation-met",
          "posting-ended",
          "withdrawal-granted",
          "withdrawal-rejected",
          "apologised",
          "apology-declined",
          "apology-lapsed");
  private static final Pattern NUMBER = Pattern.compile("-\\d+$");

  Ends() {
    super("ends", true);
  }

  /** The word of an end event, without the number of a repeated one. */
  static String word(Node end) {
    return NUMBER.matcher(end.id()).replaceFirst("");
  }

  @Override
  void check(Model model, Report report) {
    for (Node end : model.route().all(Node::isEnd)) {
      Set<String> known =
          model.isShared() ? OF_SHARED : end.scope().isEmpty() ? OF_PROCEDURE : OF_EVENTS;
      if (!known.contains(word(end))) {
        report.error(end, "unknown", end.id(), String.join(", ", known.stream().sorted().toList()));
      }
    }
  }
}
