package vn.motcua.deadline;

import java.time.ZonedDateTime;
import vn.motcua.calendar.Reckoning;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.procedure.Case;
import vn.motcua.procedure.Procedure;

/**
 * What the command {@code due} was asked, and its answers.
 *
 * @param procedure null if the limit was given itself
 * @param caseId id of the case, or {@code ""}
 * @param caseName name of the case, or {@code ""}
 * @param promised by the limit asked for, or promised by the procedure
 * @param statutory by the limit of the law where the procedure promises another one; else null
 * @param unit whose hours count, or null
 * @param calendarName file of the calendar
 */
record DueQuestion(
    Procedure procedure,
    String caseId,
    String caseName,
    Reckoning promised,
    Reckoning statutory,
    String unit,
    WorkingCalendar calendar,
    String calendarName) {

  /** A limit as given. */
  static DueQuestion ofLimit(
      ZonedDateTime from,
      TimeLimit limit,
      String caseId,
      String unit,
      WorkingCalendar calendar,
      String calendarName) {
    Reckoning reckoning = new DueDates(() -> calendar).reckon(from, limit, unit);
    String id = caseId == null ? "" : caseId;
    return new DueQuestion(null, id, id, reckoning, null, unit, calendar, calendarName);
  }

  /**
   * The limits of a procedure; reckoned, unless told otherwise, by the hours of its lead agency.
   */
  static DueQuestion ofProcedure(
      ZonedDateTime from,
      Procedure procedure,
      String caseId,
      Limits limits,
      String unit,
      WorkingCalendar calendar,
      String calendarName) {
    DueDates dueDates = new DueDates(() -> calendar);
    String id = caseId == null ? "" : caseId;
    boolean ofAgency = unit == null && calendar.hasOwnTime(procedure.agency());
    String whose = ofAgency ? procedure.agency() : unit;
    boolean same = limits.promised().equals(limits.statutory());
    return new DueQuestion(
        procedure,
        id,
        procedure.caseOf(id).map(Case::name).orElse(""),
        dueDates.reckon(from, limits.promised(), whose),
        same ? null : dueDates.reckon(from, limits.statutory(), whose),
        whose,
        calendar,
        calendarName);
  }
}
