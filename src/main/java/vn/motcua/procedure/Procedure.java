package vn.motcua.procedure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.calendar.TimeLimit;

/**
 * One administrative procedure (thủ tục hành chính) as its model states it: facts and steps. Read
 * only from a model; docs/design/facts.md says what every value means. Immutable.
 *
 * @param key process id, {@code procedure-<code>}; shared processes have {@code shared-<word>}
 * @param code national code; {@code ""} for a shared process
 * @param name complete official name
 * @param field lĩnh vực
 * @param levels {@code tinh}, {@code xa} or both
 * @param agency lead agency id; {@code ubnd-xa} means the commune of the dossier
 * @param cases at least one; a procedure without cases has one with id {@code ""}
 * @param documents papers of the dossier, union of all cases
 * @param steps user tasks by element id, in document order
 * @param results what a linked procedure (liên thông) issues, in the order of the facts; none for
 *     an ordinary one
 * @param waits phases that the limit does not count, by case id, in the order of the route
 * @param facts every fact as written, by property name
 */
public record Procedure(
    String key,
    String code,
    String name,
    String field,
    List<String> levels,
    String agency,
    List<Case> cases,
    List<String> documents,
    Map<String, Step> steps,
    List<LinkedResult> results,
    Map<String, List<ExcludedWait>> waits,
    Map<String, String> facts) {

  /** A fact as the model writes it. */
  public Optional<String> fact(String property) {
    return Optional.ofNullable(facts.get(property));
  }

  /** The case with this id, if the procedure has it. */
  public Optional<Case> caseOf(String id) {
    return cases.stream().filter(c -> c.id().equals(id)).findFirst();
  }

  /** True if it has several results by several agencies (một cửa liên thông). */
  public boolean linked() {
    return !results.isEmpty();
  }

  /** The result with this id, if it is one of them. */
  public Optional<LinkedResult> result(String id) {
    return results.stream().filter(r -> r.id().equals(id)).findFirst();
  }

  /** What is paid in a case: by the words of the case itself, else by those of the procedure. */
  public FeeTerms fees(String caseId) {
    return FeeTerms.of(fact("case." + caseId + ".fee").or(() -> fact("fee")).orElse(null));
  }

  /** Phases of a case that the limit does not count; none for a case it does not have. */
  public List<ExcludedWait> waits(String caseId) {
    return waits.getOrDefault(caseId, List.of());
  }

  /** Limit promised in a case; empty if the law states none. */
  public Optional<TimeLimit> promised(String caseId) {
    return caseOf(caseId).map(Case::promised);
  }

  /** True if it is received, appraised, approved and returned on the spot (TT 01/2018 Điều 6). */
  public boolean onTheSpot() {
    return facts.containsKey("onSpot");
  }
}
