package vn.motcua.procedure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.calendar.TimeLimit;

/**
 * One step of a route: a user task of the model.
 *
 * @param id element id
 * @param name the work, in the words of the route
 * @param act what kind of act it is
 * @param role word of the post's role, e.g. {@code appraiser}
 * @param unit where the post sits: {@code reception}, {@code lead}, {@code commune}, {@code
 *     province}, {@code centre} or {@code agency:<id>}
 * @param allowances time by case id, {@code ""} for every case without its own
 * @param difficultAllowances the same in difficult areas
 * @param phase phase name or null
 * @param unitName the unit as the decision writes it, or null
 * @param result id of the linked result that it works for; null for a step of the whole dossier
 * @param excluded true if its time is outside the limit
 * @param form form reference or null
 * @param outcomes the outcomes this route offers here, the way forward first
 */
public record Step(
    String id,
    String name,
    Act act,
    String role,
    String unit,
    Map<String, TimeLimit> allowances,
    Map<String, TimeLimit> difficultAllowances,
    String phase,
    String unitName,
    String result,
    boolean excluded,
    String form,
    List<String> outcomes) {

  /** Time of this step in a case; in difficult areas its own time if the route has one. */
  public Optional<TimeLimit> allowance(String caseId, boolean difficultArea) {
    if (difficultArea) {
      TimeLimit difficult = difficultAllowances.getOrDefault(caseId, difficultAllowances.get(""));
      if (difficult != null) {
        return Optional.of(difficult);
      }
    }
    return Optional.ofNullable(allowances.getOrDefault(caseId, allowances.get("")));
  }
}
