package vn.motcua.letter;

import java.time.LocalDate;

/**
 * A set of forms and the law it rests on.
 *
 * @param to last day, or null until further notice
 */
record FormSet(String id, LocalDate from, LocalDate to, String basis) {

  boolean covers(LocalDate day) {
    return !day.isBefore(from) && (to == null || !day.isAfter(to));
  }
}
