package vn.motcua.fee;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.language.Dong;

/**
 * What one person took on one day, by receipt: with it the cash is handed in (bảng kê thu tiền).
 * What was undone stands there twice, taken and given back, so that the sum is what is in the till.
 */
@Component
class DayList {

  private static final int MOST_OWING = 200;

  private final Receipts receipts;

  DayList(Receipts receipts) {
    this.receipts = receipts;
  }

  /**
   * @param ways what is left by way of payment, in the order of the list, none that nobody used
   * @param total of all ways
   */
  record Day(LocalDate day, List<FeeReceipt> rows, Map<Way, Dong> ways, Dong total) {
    Dong cash() {
      return ways.getOrDefault(Way.CASH, Dong.ZERO);
    }
  }

  Day of(LocalDate day, CurrentOfficial official) {
    ZoneId zone = WorkingCalendar.ZONE;
    Instant from = day.atStartOfDay(zone).toInstant();
    Instant before = day.plusDays(1).atStartOfDay(zone).toInstant();
    List<FeeReceipt> rows = receipts.by(official.userId(), from, before);
    Map<Way, Dong> ways = new LinkedHashMap<>();
    Arrays.stream(Way.values())
        .forEach(
            way ->
                rows.stream()
                    .filter(row -> row.way() == way)
                    .map(FeeReceipt::amount)
                    .reduce(Dong::plus)
                    .ifPresent(sum -> ways.put(way, sum)));
    return new Day(day, rows, ways, ways.values().stream().reduce(Dong.ZERO, Dong::plus));
  }

  /** Dossiers received at this person's counters for which something is still to be paid. */
  List<Receipts.Owing> owing(CurrentOfficial official) {
    Set<String> units = Till.units(official);
    return receipts.owing(units, MOST_OWING);
  }
}
