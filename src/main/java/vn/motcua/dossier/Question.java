package vn.motcua.dossier;

import java.time.LocalDate;
import java.util.List;

/**
 * What somebody looks for in the register.
 *
 * @param words code, name, identity number or phone, or a part of it; {@code ""} for everything
 * @param procedures codes of procedures; null for all
 * @param units ids of units that received or resolve; null for all
 * @param from first day of reception, or null
 * @param to last day of reception, or null
 */
record Question(
    String words,
    Standing standing,
    List<String> procedures,
    List<String> units,
    LocalDate from,
    LocalDate to) {

  static Question of(String words, Standing standing) {
    return new Question(words, standing, null, null, null, null);
  }
}
