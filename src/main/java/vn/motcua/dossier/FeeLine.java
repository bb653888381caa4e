package vn.motcua.dossier;

import vn.motcua.language.Dong;

/**
 * One line of what is to be paid for a dossier, as it stands now.
 *
 * @param id of the line
 * @param kind in words: {@code Lệ phí}
 * @param name what is paid for
 * @param price for one
 * @param relief why less is paid, in words; null if nothing is remitted
 * @param remitted by how much less
 * @param amount what is to be paid
 * @param receipt number of the receipt against which it was paid; null while it is not
 */
public record FeeLine(
    long id,
    String kind,
    String name,
    Dong price,
    int count,
    String relief,
    Dong remitted,
    Dong amount,
    String receipt) {}
