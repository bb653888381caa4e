package vn.motcua.deadline;

/** What a stop of the clock does to the due date when the clock runs on. */
public enum ResumeRule {
  /** The time that was left is still there: the stop is not counted. */
  REMAINING,
  /** The due date moves by as many days as the stop lasted, days off included. */
  CALENDAR_DAYS
}
