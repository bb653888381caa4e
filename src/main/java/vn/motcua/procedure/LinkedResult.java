package vn.motcua.procedure;

import java.util.Map;
import java.util.Optional;
import vn.motcua.calendar.TimeLimit;

/**
 * One of several results of a linked procedure (một cửa liên thông, NĐ 61/2018/NĐ-CP Điều 3, Điều
 * 19 khoản 6): one reception, and each agency has its own result and its own time. Immutable.
 *
 * @param id word in the model; steps that work for it name it
 * @param name official name of the result
 * @param unit where it is made, as a step writes it: {@code lead}, {@code agency:<id>}
 * @param limit time of the agency from the moment it has the dossier, as the law writes it; null
 *     only in a model that the rules refuse
 * @param untilDone time by case id from the reception of the dossier until the result is there
 */
public record LinkedResult(
    String id, String name, String unit, TimeLimit limit, Map<String, TimeLimit> untilDone) {

  /** What the applicant is promised for this result, from the reception of the dossier on. */
  public Optional<TimeLimit> promised(String caseId) {
    return Optional.ofNullable(untilDone.get(caseId));
  }
}
