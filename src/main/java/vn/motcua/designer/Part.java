package vn.motcua.designer;

import java.util.List;
import java.util.Map;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.procedure.Act;

/** A piece of a route, in the order a dossier goes through it. */
sealed interface Part {

  /**
   * One step that a person does.
   *
   * @param id element id, unique in the model
   * @param sendBack id of the step that {@code send-back} leads to, or null for the usual one
   * @param allowances time by case id, {@code ""} for every case without its own
   * @param difficult the same in difficult areas; empty if the source states none
   */
  record Work(
      String id,
      String name,
      Act act,
      String role,
      String unit,
      String phase,
      String unitName,
      String sendBack,
      Map<String, TimeLimit> allowances,
      Map<String, TimeLimit> difficult)
      implements Part {

    /** What makes two steps of two cases the same step of the drawing. */
    String likeness() {
      return String.join("|", act.word(), role, unit, name);
    }

    Work as(String newId, String newSendBack) {
      return new Work(
          newId, name, act, role, unit, phase, unitName, newSendBack, allowances, difficult);
    }
  }

  /**
   * A call of a shared process during which the clock stands still.
   *
   * @param length the time as the route states it, or ""
   */
  record Wait(String id, String name, String called, String reason, String length)
      implements Part {}

  /** Steps that run side by side; the way goes on when all are done. */
  record Parallel(String id, List<Work> works) implements Part {}

  /** Ways of their own by the case that the clerk picked at reception. */
  record Branches(List<Branch> branches) implements Part {}

  /** The way of some cases; {@code notes} has their names by case id. */
  record Branch(Map<String, String> cases, List<Part> parts) {}
}
