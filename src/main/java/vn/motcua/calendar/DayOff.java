package vn.motcua.calendar;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.time.LocalDate;

/**
 * A holiday, a substitute day (nghỉ bù) or a day swapped for a working Saturday. Days of weekly
 * rest inside the period are off anyhow.
 *
 * @param from first day
 * @param to last day; null in the file means one day
 * @param name why, in words
 * @param basis legal basis
 * @param estimated true until the yearly announcement is published
 */
public record DayOff(
    @JsonAlias("day") LocalDate from, LocalDate to, String name, String basis, boolean estimated) {

  public DayOff {
    to = to == null ? from : to;
  }

  boolean covers(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
