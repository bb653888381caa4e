package vn.motcua.procedure.rule;

import java.util.List;
import java.util.Map;
import vn.motcua.procedure.Model;

/** The facts that the law demands of a procedure are stated, or said to be missing. */
final class RequiredFacts extends Rule {

  private static final List<String> ALWAYS =
      List.of(
          "code", "fullName", "field", "level", "agency", "agencyBasis", "family", "routeBasis");

  /** May be unknown to the catalogue; then {@code missing} has to say so. */
  private static final List<String> UNLESS_MISSING =
      List.of("ministry", "fee", "online", "documents", "result", "limit");

  RequiredFacts() {
    super("required-facts", false);
  }

  @Override
  void check(Model model, Report report) {
    Map<String, String> facts = model.facts();
    ALWAYS.stream()
        .filter(fact -> !facts.containsKey(fact))
        .forEach(fact -> report.error(model.key(), "absent", fact));
    if (!facts.containsKey("missing")) {
      UNLESS_MISSING.stream()
          .filter(fact -> !isStated(fact, model))
          .forEach(fact -> report.error(model.key(), "unsaid", fact));
    }
  }

  private static boolean isStated(String fact, Model model) {
    boolean byCase = fact.equals("limit") && !model.procedure().cases().get(0).id().isEmpty();
    return byCase || model.facts().containsKey(fact);
  }
}
