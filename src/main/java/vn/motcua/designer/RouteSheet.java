package vn.motcua.designer;

import java.util.List;
import vn.motcua.calendar.TimeLimit;

/**
 * One approved internal route (quy trình nội bộ) as a decision writes it; blank text means that it
 * does not say.
 *
 * @param place file and row, for messages
 * @param totalText total time as written
 * @param difficultText total time in difficult areas as written
 * @param authority who approves the result
 * @param decision the approving decision
 */
record RouteSheet(
    String place,
    String code,
    String name,
    String field,
    String level,
    String agency,
    String caseName,
    String totalText,
    TimeLimit total,
    String difficultText,
    String authority,
    String decision,
    List<Row> steps) {

  /**
   * One row of the sheet.
   *
   * @param allowance time of the step; zero if the sheet leaves it blank
   * @param difficult time in difficult areas, or null if blank
   * @param stopReason why the clock stops after the step, or ""
   * @param stopWait how long, as written, or ""
   * @param helper a unit that takes part, or ""
   */
  record Row(
      String unit,
      String work,
      TimeLimit allowance,
      TimeLimit difficult,
      String phase,
      String stopReason,
      String stopWait,
      String helper) {}
}
