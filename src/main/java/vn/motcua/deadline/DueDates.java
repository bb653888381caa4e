package vn.motcua.deadline;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.motcua.calendar.Calendars;
import vn.motcua.calendar.Reckoning;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.procedure.Case;
import vn.motcua.procedure.ExcludedWait;
import vn.motcua.procedure.Procedure;
import vn.motcua.procedure.Step;

/**
 * When a dossier and each of its steps is due, and how it stands at a moment. Everything is
 * reckoned in the working time of the unit that resolves the dossier. Immutable and safe for use by
 * many threads; a year that the calendar lacks is refused with {@link
 * vn.motcua.calendar.YearNotInCalendar}.
 */
@Component
public class DueDates {

  /** Warning after four fifths of the time; the rest is "soon". */
  private static final int WARN_AFTER_PERCENT = 80;

  /** Used for words where the day asked for is off. */
  private static final Duration USUAL_DAY = Duration.ofHours(8);

  private final Supplier<WorkingCalendar> calendars;

  /** Due dates by the calendar in force at the time of each call. */
  @Autowired
  public DueDates(Calendars calendars) {
    this(calendars::calendar);
  }

  /**
   * Due dates by a calendar of one's own, such as an older version.
   *
   * @param calendar asked once for each call
   */
  public DueDates(Supplier<WorkingCalendar> calendar) {
    this.calendars = calendar;
  }

  /**
   * The same by the calendar in force now, whatever comes later: for a list, which so asks for the
   * calendar once.
   */
  public DueDates now() {
    WorkingCalendar calendar = calendars.get();
    return new DueDates(() -> calendar);
  }

  /**
   * The due date of a dossier received complete.
   *
   * @param caseId {@code ""} or null for the only case of a procedure without cases
   * @param difficultArea true where the law allows more time: the limit of difficult areas then
   *     takes the place of both limits, if the case has one
   * @param unit unit whose working hours count, or null
   * @return empty if the law states no limit for the case
   * @throws UnknownCase if the procedure has no such case
   */
  public Optional<DueDate> due(
      Procedure procedure, String caseId, boolean difficultArea, ZonedDateTime start, String unit) {
    Limits limits = limits(procedure, caseId, difficultArea);
    if (limits.promised() == null) {
      return Optional.empty();
    }
    WorkingCalendar calendar = calendars.get();
    ZonedDateTime due = calendar.due(start, notNothing(limits.promised()), unit);
    return Optional.of(
        new DueDate(
            due,
            calendar.due(start, notNothing(limits.statutory()), unit),
            warnAt(calendar, start, due, unit)));
  }

  /**
   * The limits a dossier of a case is measured by.
   *
   * @param caseId {@code ""} or null for the only case of a procedure without cases
   * @param difficultArea as in {@link #due}
   * @throws UnknownCase if the procedure has no such case
   */
  public Limits limits(Procedure procedure, String caseId, boolean difficultArea) {
    String id = caseId == null ? "" : caseId;
    Case chosen = procedure.caseOf(id).orElseThrow(() -> new UnknownCase(id, procedure.name()));
    if (difficultArea && chosen.difficultLimit() != null) {
      return new Limits(chosen.difficultLimit(), chosen.difficultLimit());
    }
    TimeLimit promised = chosen.promised();
    return new Limits(promised, chosen.limit() != null ? chosen.limit() : promised);
  }

  /**
   * Why a limit ends when it does, day by day. Its due moment is the one that is promised for this
   * limit.
   */
  public Reckoning reckon(ZonedDateTime start, TimeLimit limit, String unit) {
    return calendars.get().reckon(start, notNothing(limit), unit);
  }

  /** {@link #stepDue(ZonedDateTime, Step, String, boolean, String)} by the province's hours. */
  public Optional<ZonedDateTime> stepDue(
      ZonedDateTime start, Step step, String caseId, boolean difficultArea) {
    return stepDue(start, step, caseId, difficultArea, null);
  }

  /**
   * When a step is due that starts now. A step for which the route sets no time of its own ("0 ngày
   * làm việc") is due the same working day.
   *
   * @return empty if the route states no allowance for the case
   */
  public Optional<ZonedDateTime> stepDue(
      ZonedDateTime start, Step step, String caseId, boolean difficultArea, String unit) {
    return step.allowance(caseId == null ? "" : caseId, difficultArea)
        .map(allowance -> calendars.get().due(start, notNothing(allowance), unit));
  }

  /**
   * The phases of a case that the limit does not count, and when the result may come with them.
   *
   * @param due promised moment, or null if the law states no limit
   * @param obligation how long a financial obligation takes as a rule; empty if nothing is known
   */
  public Projection projection(
      Procedure procedure,
      String caseId,
      ZonedDateTime due,
      String unit,
      Optional<TimeLimit> obligation) {
    WorkingCalendar calendar = calendars.get();
    List<Projection.Phase> phases =
        procedure.waits(caseId == null ? "" : caseId).stream()
            .map(wait -> phase(wait, obligation))
            .toList();
    ZonedDateTime expected = due;
    for (Projection.Phase phase : phases) {
      if (expected != null && phase.time() != null) {
        expected = calendar.due(expected, notNothing(phase.time()), unit);
      }
    }
    boolean known = phases.stream().anyMatch(p -> p.time() != null);
    boolean complete = phases.stream().allMatch(p -> p.time() != null && !p.usual());
    return new Projection(phases, known ? expected : null, complete);
  }

  private static Projection.Phase phase(ExcludedWait wait, Optional<TimeLimit> obligation) {
    boolean tax = wait.called().equals("shared-financial-obligation");
    boolean usual = tax && wait.time().isEmpty() && obligation.isPresent();
    TimeLimit time = usual ? obligation.get() : wait.time().orElse(null);
    return new Projection.Phase(wait.words(), time, usual);
  }

  /** When four fifths of the working time from start to due are used. */
  public ZonedDateTime warnAt(ZonedDateTime start, ZonedDateTime due, String unit) {
    return warnAt(calendars.get(), start, due, unit);
  }

  private static ZonedDateTime warnAt(
      WorkingCalendar calendar, ZonedDateTime start, ZonedDateTime due, String unit) {
    Duration whole = calendar.workingTime(start, due, unit);
    return whole.isNegative() || whole.isZero()
        ? due
        : calendar.plus(start, whole.multipliedBy(WARN_AFTER_PERCENT).dividedBy(100), unit);
  }

  /** What is due before is {@link TimeState#SOON}, however long its limit: one working day. */
  public ZonedDateTime soonUntil(ZonedDateTime now) {
    return calendars.get().plus(now, USUAL_DAY);
  }

  /**
   * How something stands at a moment.
   *
   * @param start when its time began to run
   * @param paused true while its clock stands still
   */
  public TimeLeft timeLeft(
      ZonedDateTime start, ZonedDateTime due, ZonedDateTime now, boolean paused, String unit) {
    WorkingCalendar calendar = calendars.get();
    Duration left = calendar.workingTime(now, due, unit);
    Duration day = day(calendar, due, unit);
    if (paused) {
      return new TimeLeft(TimeState.PAUSED, left.isNegative() ? Duration.ZERO : left, day);
    }
    if (now.isAfter(due)) {
      return new TimeLeft(TimeState.OVERDUE, left.abs(), day);
    }
    if (localDay(now).equals(localDay(due))) {
      return new TimeLeft(TimeState.TODAY, left, day);
    }
    Duration whole = calendar.workingTime(start, due, unit);
    Duration fifth = whole.multipliedBy(100 - WARN_AFTER_PERCENT).dividedBy(100);
    boolean soon = left.compareTo(fifth) < 0 || left.compareTo(day) < 0;
    return new TimeLeft(soon ? TimeState.SOON : TimeState.IN_TIME, left, day);
  }

  /** The catalogue writes 0 for "the same working day". */
  private static TimeLimit notNothing(TimeLimit limit) {
    return limit.amount().signum() == 0 ? TimeLimit.of(1, TimeLimit.Unit.SAME_DAY) : limit;
  }

  private static Duration day(WorkingCalendar calendar, ZonedDateTime due, String unit) {
    Duration day = calendar.dayLength(localDay(due), unit);
    return day.isZero() ? USUAL_DAY : day;
  }

  private static LocalDate localDay(ZonedDateTime moment) {
    return moment.withZoneSameInstant(WorkingCalendar.ZONE).toLocalDate();
  }
}
