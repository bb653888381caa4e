package vn.motcua.dossier;

import java.time.Instant;
import vn.motcua.calendar.TimeLimit;

/**
 * One result of a linked dossier (hồ sơ liên thông): the part of one agency in it. Moments that
 * have not come are null.
 *
 * @param id of the result in the model
 * @param unit id of the agency that makes it, {@code agency} its name
 * @param limit its own time from when the agency has the dossier
 * @param promise time from the reception until the result is there
 * @param firstDue what the first slip promised for it; never changes
 * @param received when the agency had the dossier
 * @param due when it is due as things stand: by the agency's own limit once it has the dossier,
 *     before as promised
 * @param issued when it was numbered and sealed
 * @param paper number and date of the document
 * @param returned when it was given to the applicant, {@code returnedTo} to whom
 */
public record DossierResult(
    String id,
    String name,
    String unit,
    String agency,
    TimeLimit limit,
    TimeLimit promise,
    Instant firstDue,
    Instant received,
    Instant due,
    Instant issued,
    String paper,
    Instant returned,
    String returnedTo) {

  /** True if it can be given to the applicant now. */
  public boolean waits() {
    return issued != null && returned == null;
  }

  DossierResult due(Instant moment) {
    return new DossierResult(
        id,
        name,
        unit,
        agency,
        limit,
        promise,
        firstDue,
        received,
        moment,
        issued,
        paper,
        returned,
        returnedTo);
  }
}
