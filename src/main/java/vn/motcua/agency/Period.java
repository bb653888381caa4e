package vn.motcua.agency;

import java.time.LocalDate;
import java.util.List;
import vn.motcua.language.BadData;
import vn.motcua.language.Texts;

/** From a first day to a last day, both included; no last day means until further notice. */
record Period(LocalDate from, LocalDate to) {

  /**
   * The period of an entry of a data file.
   *
   * @throws BadData naming the entry, if there is no first day or the last is before it
   */
  static Period of(String file, String entry, LocalDate from, LocalDate to) {
    if (from == null || to != null && to.isBefore(from)) {
      String key = from == null ? "period.missing" : "period.backwards";
      throw new BadData(file + ": " + Texts.of("agency").get(key, entry));
    }
    return new Period(from, to);
  }

  boolean covers(LocalDate day) {
    return !day.isBefore(from) && (to == null || !day.isAfter(to));
  }

  boolean overlaps(Period other) {
    return covers(other.from) || other.covers(from);
  }

  /** True if the others, one after the other, leave no day of this one out. */
  boolean coveredBy(List<Period> others) {
    LocalDate open = from;
    while (true) {
      LocalDate next = open;
      Period found = others.stream().filter(o -> o.covers(next)).findFirst().orElse(null);
      if (found == null) {
        return false;
      }
      if (found.to == null || to != null && !to.isAfter(found.to)) {
        return true;
      }
      open = found.to.plusDays(1);
    }
  }
}
