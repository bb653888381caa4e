package vn.motcua.warning;

import java.time.Instant;
import java.util.List;
import vn.motcua.agency.Place;

/**
 * A dossier whose clock runs, as the ladder looks at it: nothing in it tells of the applicant.
 *
 * @param unit unit whose hours count
 * @param due promised moment, or null
 * @param halfAt when half of the working time is used, or null
 * @param warnAt when four fifths are, or null
 * @param stood when its clock stood still, in order
 */
record OpenDossier(
    String code,
    String procedureCode,
    String procedure,
    Place place,
    String unit,
    Instant due,
    Instant halfAt,
    Instant warnAt,
    List<OpenStep> steps,
    List<Stood> stood) {

  record Stood(Instant from, Instant to) {}
}
