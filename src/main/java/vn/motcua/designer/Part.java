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
   * @param result id of the linked result it works for, or null
   * @param form form of the step if it offers less than that of its act, or null
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
      String result,
      String form,
      Map<String, TimeLimit> allowances,
      Map<String, TimeLimit> difficult)
      implements Part {

    /** A step of the whole dossier with the form of its act. */
    Work(
        String id,
        String name,
        Act act,
        String role,
        String unit,
        String phase,
        String unitName,
        String sendBack,
        Map<String, TimeLimit> allowances,
        Map<String, TimeLimit> difficult) {
      this(id, name, act, role, unit, phase, unitName, sendBack, null, null, allowances, difficult);
    }

    /** The same where no single result is promised. */
    Work forTheWhole() {
      return new Work(
          id, name, act, role, unit, phase, unitName, sendBack, null, form, allowances, difficult);
    }

    /** What a person can choose here, the way forward first: a form may offer less than its act. */
    List<String> outcomes() {
      return act.outcomes().stream()
          .filter(
              word ->
                  form == null || word.equals(act.outcomes().get(0)) || form.contains("-" + word))
          .toList();
    }

    /** What makes two steps of two cases the same step of the drawing. */
    String likeness() {
      return String.join("|", act.word(), role, unit, name);
    }

    Work as(String newId, String newSendBack) {
      return new Work(
          newId,
          name,
          act,
          role,
          unit,
          phase,
          unitName,
          newSendBack,
          result,
          form,
          allowances,
          difficult);
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

  /** The same with several steps after one another in each branch, each branch in its own unit. */
  record Chains(String id, List<List<Work>> chains) implements Part {}

  /** Ways of their own by the case that the clerk picked at reception. */
  record Branches(List<Branch> branches) implements Part {}

  /** The way of some cases; {@code notes} has their names by case id. */
  record Branch(Map<String, String> cases, List<Part> parts) {}
}
