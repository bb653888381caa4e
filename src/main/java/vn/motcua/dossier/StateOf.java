package vn.motcua.dossier;

import java.util.Optional;
import vn.motcua.procedure.Act;

/** Which state a dossier is in when a step begins or an end is reached. */
final class StateOf {

  private StateOf() {}

  /** Empty if the step leaves the state as it is. */
  static Optional<DossierState> step(String processKey, Act act) {
    return switch (processKey) {
      case "shared-guidance" -> Optional.of(DossierState.AWAITING_GUIDED_PAPERS);
      case "shared-supplement" ->
          Optional.of(
              act == Act.WAIT ? DossierState.AWAITING_SUPPLEMENT : DossierState.ASKING_SUPPLEMENT);
      case "shared-refusal" ->
          Optional.of(act == Act.RETURN ? DossierState.REFUSAL_ISSUED : DossierState.REFUSING);
      case "shared-financial-obligation" -> Optional.of(DossierState.AWAITING_OBLIGATION);
      case "shared-public-posting" -> Optional.of(DossierState.POSTED_PUBLICLY);
      case "shared-withdrawal" -> Optional.of(DossierState.WITHDRAWING);
      case "shared-apology" -> Optional.empty();
      default -> Optional.ofNullable(own(act));
    };
  }

  /** A transfer of the result moves papers, not the state. */
  private static DossierState own(Act act) {
    return switch (act) {
      case RECEIVE -> DossierState.RECEIVED;
      case ASSIGN -> DossierState.ASSIGNING;
      case APPRAISE -> DossierState.APPRAISING;
      case INSPECT -> DossierState.INSPECTING;
      case COUNCIL -> DossierState.IN_COUNCIL;
      case CONSULT -> DossierState.CONSULTING;
      case INITIAL, REVIEW -> DossierState.INITIALLING;
      case APPROVE -> DossierState.APPROVING;
      case SEAL -> DossierState.SEALING;
      case RETURN -> DossierState.FINISHED;
      case WORK, WAIT, RECORD -> DossierState.HANDLING;
      case TRANSFER -> null;
    };
  }

  /** The final state of an end event of a procedure, whatever number follows its word. */
  static Optional<DossierState> end(String endEventId) {
    return Optional.ofNullable(
        switch (endEventId.replaceFirst("-\\d+$", "")) {
          case "returned" -> DossierState.RETURNED;
          case "recorded" -> DossierState.RECORDED;
          case "not-received" -> DossierState.NOT_RECEIVED;
          case "refused" -> DossierState.REFUSED;
          case "stopped" -> DossierState.STOPPED;
          case "withdrawn" -> DossierState.WITHDRAWN;
          default -> null;
        });
  }
}
