package vn.motcua.dossier;

import java.time.Instant;

/**
 * What the applicant is told at reception.
 *
 * @param code code of the dossier
 * @param receivedAt moment of reception
 * @param due promised moment of the result; null if the law states no limit
 * @param statutoryDue moment by the law; null if it states no limit
 * @param reckoning why the due date is this one, in Vietnamese
 */
public record Receipt(
    String code, Instant receivedAt, Instant due, Instant statutoryDue, String reckoning) {}
