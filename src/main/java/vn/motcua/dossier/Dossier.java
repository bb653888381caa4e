package vn.motcua.dossier;

import java.time.Instant;
import java.time.LocalDate;
import vn.motcua.agency.Place;

/**
 * One row of the register of dossiers (sổ theo dõi hồ sơ). Moments that have not come are null.
 *
 * @param code code of the dossier, for its whole life
 * @param limitText the promised limit as the law or the province writes it; null if there is none
 * @param dueAt promised moment of the result, as it stands now; null if the law states no limit
 * @param statutoryDueAt moment by the law
 * @param firstDueAt what the first slip promised; never changes
 * @param pausedSince since when the clock stands still; null while it runs
 * @param stoppedAt since when nothing of it is reckoned any more; null before
 * @param finishedAt end of processing: decides before, on or after the due date
 * @param supplementCount requests for supplement released to the applicant after reception
 * @param guidanceCount requests of the counter for missing papers before handling
 * @param supplementsBeyond those released beyond the number that the law allows (quá 01 lần)
 * @param supplementsLate those released later than the law allows (quá 03 ngày làm việc)
 * @param proposedDue day that an apology under way proposes; null if none is
 * @param feeOwed what is still to be paid, in đồng; null if nothing was ever to be paid
 */
public record Dossier(
    String code,
    ProcedureRef procedure,
    String instanceId,
    Application.Person applicant,
    Application.Person owner,
    Channel channel,
    boolean assisted,
    PriorityGroup priority,
    ReturnWay returnWay,
    String content,
    Place place,
    String receptionName,
    String leadName,
    boolean difficultArea,
    String receivedBy,
    String receivedByName,
    Instant receivedAt,
    String limitText,
    Instant dueAt,
    Instant statutoryDueAt,
    Instant firstDueAt,
    Instant warnAt,
    Instant warnedAt,
    Instant overdueNotedAt,
    Instant apologisedAt,
    Instant pausedSince,
    String pausedBecause,
    Instant stoppedAt,
    Instant finishedAt,
    Instant returnedAt,
    Instant endedAt,
    DossierState state,
    int supplementCount,
    int guidanceCount,
    int supplementsBeyond,
    int supplementsLate,
    LocalDate proposedDue,
    Long feeOwed) {

  /** The procedure in the version under which the dossier was received. */
  public record ProcedureRef(
      String code, String name, int version, String definitionId, String caseId, String caseName) {}
}
