package vn.motcua.dossier;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.delegate.DelegateTask;
import vn.motcua.language.Texts;

/**
 * What comes with the completion of a step. A request made by hand may carry any variable; those
 * that say which case a dossier is, who resolves it and until when are not the official's to set,
 * and others than the forms' have no place in the engine.
 */
final class GivenVariables {

  private static final Texts TEXTS = Texts.of("dossier");

  /**
   * What the application itself and the forms put there, besides what must not change. Timers are
   * made by the clock's own dates, which it writes over these before; comparing them would refuse
   * whoever completes a step while a change of the calendar moves the dossier.
   */
  private static final Set<String> KNOWN = Set.of("outcome", "expiresAt", "dueAt", "warnAt");

  private GivenVariables() {}

  /**
   * @throws NotAllowed naming the variable that is not the official's to set
   */
  static void check(DelegateTask task, DossierFile file) {
    Map<String, Object> fixed = fixed(file.asRead());
    fixed.forEach((name, value) -> refuseOther(task, name, value));
    Set<String> foreign = new TreeSet<>(task.getVariableNames());
    foreign.removeAll(fixed.keySet());
    foreign.removeAll(KNOWN);
    foreign.removeAll(FormWords.KEPT_OUT);
    if (!foreign.isEmpty()) {
      throw new NotAllowed(TEXTS.get("variable.unknown", String.join(", ", foreign)));
    }
  }

  private static void refuseOther(DelegateTask task, String name, Object value) {
    if (task.hasVariable(name) && !Objects.equals(task.getVariable(name), value)) {
      throw new NotAllowed(TEXTS.get("variable.fixed", name));
    }
  }

  /** Only the first is given to a process now; older dossiers carry all of them. */
  private static Map<String, Object> fixed(Dossier d) {
    Map<String, Object> fixed = new HashMap<>();
    fixed.put("caseId", d.procedure().caseId());
    fixed.put("difficultArea", d.difficultArea());
    fixed.put("receptionUnit", d.place().reception());
    fixed.put("leadUnit", d.place().lead());
    fixed.put("commune", d.place().commune());
    fixed.put("fieldSlug", d.place().field());
    return fixed;
  }
}
