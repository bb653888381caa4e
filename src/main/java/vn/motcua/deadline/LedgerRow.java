package vn.motcua.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One row of the ledger of a dossier's clock (sổ tính hạn). Rows are only ever added; the due dates
 * are the sum of them.
 *
 * @param no ordinal within the dossier, from 1
 * @param at when it happened, in whole seconds
 * @param used working time used since the row before; zero while the clock stood
 * @param limits of a start or restart; else null
 * @param newDay day promised by an extension; else null
 * @param rule of a resumption; else null
 * @param due promised moment before and after; null where the law states no limit
 * @param statutory moment by the law before and after
 * @param calendarVersion version of the working calendar by which it was reckoned
 */
public record LedgerRow(
    String dossierCode,
    int no,
    ClockEvent event,
    Instant at,
    ClockCause cause,
    Duration used,
    Limits limits,
    LocalDate newDay,
    ResumeRule rule,
    Change due,
    Change statutory,
    int calendarVersion) {

  /** A moment before and after a row. */
  public record Change(Instant before, Instant after) {}
}
