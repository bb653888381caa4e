package vn.motcua.dossier;

import java.time.Instant;

/**
 * A row of the register book (sổ theo dõi hồ sơ).
 *
 * @param number ordinal in the year at the receiving unit, from 1
 * @param forwardedAt when the counter sent it on to be resolved; null before
 * @param collected who collected the result, as written at the counter; null before
 */
public record RegisterRow(int number, Dossier dossier, Instant forwardedAt, String collected) {}
