package vn.motcua.dossier;

import java.time.Instant;
import vn.motcua.language.Texts;

/**
 * One act done on a dossier: who, in which post, from when to when, with which outcome and why.
 *
 * @param processKey the procedure, or the shared process in which the act was done
 * @param act word of {@link vn.motcua.procedure.Act}
 * @param outcome null if the act has none
 * @param trace what else the act leaves behind, such as the number of the sealed document
 * @param dutyException the decision by which one person did two acts that two must do; or null
 * @param onBehalfOf account of the absent person in whose place it was done (thay mặt); or null
 */
public record DossierAct(
    String taskId,
    String processKey,
    String stepId,
    String stepName,
    String act,
    String person,
    String post,
    Instant startedAt,
    Instant dueAt,
    Instant completedAt,
    String outcome,
    String reasonCode,
    String reasonWords,
    String note,
    String trace,
    String dutyException,
    String onBehalfOf) {

  /** True if the person did it, or another in the place of the person. */
  boolean isOf(String account) {
    return account.equals(person) || account.equals(onBehalfOf);
  }

  /** The outcome in Vietnamese; null if the act has none. */
  public String outcomeWords() {
    return outcome == null ? null : Texts.of("dossier").get("outcome." + act + "." + outcome);
  }
}
