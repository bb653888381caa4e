package vn.motcua.letter;

import java.time.Instant;

/**
 * A letter that was issued.
 *
 * @param formSet form set it was written in
 * @param form word of its form, {@code slip}
 * @param name its form as the law calls it
 * @param unit unit that issued it
 * @param number {@code 05/TNHS}; null if its form has no number
 * @param issuedBy account
 * @param sha256 of its PDF, in hexadecimal
 */
public record Letter(
    long id,
    String formSet,
    String form,
    String name,
    String unit,
    String number,
    String issuedBy,
    Instant issuedAt,
    String sha256) {}
