package vn.motcua.warning;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.calendar.WorkingCalendar;

/**
 * Which rungs are reached at a moment. A dossier's come from its clock; a step's are shares of the
 * working time between its beginning and its due date, without the time the clock stood still.
 */
record Rungs(WorkingCalendar calendar, Instant now) {

  /**
   * @param due the due date whose time is used
   */
  record Reached(Rung rung, Instant at, Instant due) {}

  List<Reached> of(OpenDossier d) {
    List<Reached> reached = new ArrayList<>();
    if (d.due() != null) {
      add(reached, Rung.HALF, d.halfAt(), d.due());
      add(reached, Rung.SOON, d.warnAt(), d.due());
      over(reached, d.due());
    }
    return reached;
  }

  List<Reached> of(OpenDossier d, OpenStep step) {
    List<Reached> reached = new ArrayList<>();
    if (step.due() != null) {
      add(reached, Rung.HALF, share(d, step, Rung.HALF), step.due());
      add(reached, Rung.SOON, share(d, step, Rung.SOON), step.due());
      over(reached, step.due());
    }
    return reached;
  }

  private void add(List<Reached> reached, Rung rung, Instant at, Instant due) {
    if (at != null && !at.isAfter(now)) {
      reached.add(new Reached(rung, at, due));
    }
  }

  private void over(List<Reached> reached, Instant due) {
    if (now.isAfter(due)) {
      reached.add(new Reached(Rung.OVER, due, due));
    }
  }

  private Instant share(OpenDossier d, OpenStep step, Rung rung) {
    List<OpenDossier.Stood> stood =
        d.stood().stream().filter(s -> !s.from().isBefore(step.created())).toList();
    Duration whole = between(step.created(), step.due(), d.unit());
    for (OpenDossier.Stood s : stood) {
      whole = whole.minus(between(s.from(), s.to(), d.unit()));
    }
    if (whole.isNegative() || whole.isZero()) {
      return step.due();
    }
    Duration used = whole.multipliedBy(rung.percent()).dividedBy(100);
    Instant at = plus(step.created(), used, d.unit());
    for (OpenDossier.Stood s : stood) {
      if (s.from().isBefore(at)) {
        used = used.plus(between(s.from(), s.to(), d.unit()));
        at = plus(step.created(), used, d.unit());
      }
    }
    return at;
  }

  private Duration between(Instant from, Instant to, String unit) {
    return calendar.workingTime(
        from.atZone(WorkingCalendar.ZONE), to.atZone(WorkingCalendar.ZONE), unit);
  }

  private Instant plus(Instant from, Duration working, String unit) {
    return calendar.plus(from.atZone(WorkingCalendar.ZONE), working, unit).toInstant();
  }
}
