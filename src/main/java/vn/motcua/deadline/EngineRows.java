package vn.motcua.deadline;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.deadline.Track.Hours;

/**
 * The engine's rows of many dossiers at once: timers, the two date variables they come from, and
 * the due dates of open tasks. A hundred thousand dossiers one by one through the engine's calls
 * take half an hour; these statements raise the revision of each row, so that whoever holds an old
 * copy in the engine is refused as if the engine itself had changed it (docs/decisions/0012).
 */
@Component
class EngineRows {

  static final String TIMER = "timer-start-event-subprocess";

  private static final String MOVE_JOB =
      "update ACT_RU_JOB set DUEDATE_ = ?, REV_ = REV_ + 1 where PROCESS_INSTANCE_ID_ = ?"
          + " and HANDLER_TYPE_ = '"
          + TIMER
          + "' and HANDLER_CFG_ = ?";
  private static final String MOVE_VARIABLE =
      "update ACT_RU_VARIABLE set LONG_ = ?, REV_ = REV_ + 1 where EXECUTION_ID_ = ?"
          + " and NAME_ = ?";
  private static final String MOVE_TASK =
      "update ACT_RU_TASK set DUE_DATE_ = ?, REV_ = REV_ + 1 where ID_ = ?";

  private final JdbcTemplate jdbc;
  private final EngineTimers timers;

  EngineRows(JdbcTemplate jdbc, EngineTimers timers) {
    this.jdbc = jdbc;
    this.timers = timers;
  }

  /**
   * A clock whose dates moved.
   *
   * @param old calendar before
   * @param hours calendar and hours now
   */
  record Moved(ClockReading before, ClockReading after, WorkingCalendar old, Hours hours) {}

  void follow(List<Moved> moved, Instant now) {
    if (moved.isEmpty()) {
      return;
    }
    List<Object[]> jobs = new ArrayList<>();
    List<Object[]> variables = new ArrayList<>();
    for (Moved one : moved) {
      ClockReading to = one.after();
      jobs.add(job(to.due(), to, EngineTimers.DUE));
      jobs.add(job(to.warnAt(), to, EngineTimers.WARNING));
      variables.add(new Object[] {to.due().toEpochMilli(), to.instanceId(), "dueAt"});
      variables.add(new Object[] {to.warnAt().toEpochMilli(), to.instanceId(), "warnAt"});
    }
    int[] found = jdbc.batchUpdate(MOVE_JOB, jobs);
    jdbc.batchUpdate(MOVE_VARIABLE, variables);
    jdbc.batchUpdate(MOVE_TASK, tasks(moved));
    for (int i = 0; i < found.length; i++) {
      Moved one = moved.get(i / 2);
      Instant at = i % 2 == 0 ? one.after().due() : one.after().warnAt();
      if (found[i] == 0 && at.isAfter(now) && !one.after().stands()) {
        timers.again(
            one.after().instanceId(), i % 2 == 0 ? EngineTimers.DUE : EngineTimers.WARNING);
      }
    }
  }

  private static Object[] job(Instant at, ClockReading clock, String activity) {
    return new Object[] {Timestamp.from(at), clock.instanceId(), EngineTimers.SCOPES.get(activity)};
  }

  /** An open task keeps its working time under the new calendar; the end of a day stays one. */
  private List<Object[]> tasks(Collection<Moved> moved) {
    Map<String, Moved> byInstance =
        moved.stream().collect(Collectors.toMap(m -> m.after().instanceId(), Function.identity()));
    String marks = byInstance.keySet().stream().map(i -> "?").collect(Collectors.joining(","));
    List<Object[]> changes = new ArrayList<>();
    jdbc.query(
        "select t.ID_, t.CREATE_TIME_, t.DUE_DATE_, e.ROOT_PROC_INST_ID_ from ACT_RU_TASK t"
            + " join ACT_RU_EXECUTION e on e.ID_ = t.EXECUTION_ID_"
            + " where t.DUE_DATE_ is not null and e.ROOT_PROC_INST_ID_ in ("
            + marks
            + ")",
        row -> {
          Moved one = byInstance.get(row.getString(4));
          ZonedDateTime created = row.getTimestamp(2).toInstant().atZone(WorkingCalendar.ZONE);
          ZonedDateTime due = row.getTimestamp(3).toInstant().atZone(WorkingCalendar.ZONE);
          ZonedDateTime moves = moves(one, created, due);
          if (!moves.equals(due)) {
            changes.add(new Object[] {Timestamp.from(moves.toInstant()), row.getString(1)});
          }
        },
        byInstance.keySet().toArray());
    return changes;
  }

  private static ZonedDateTime moves(Moved one, ZonedDateTime created, ZonedDateTime due) {
    Hours before = new Hours(one.old(), one.after().unit());
    Duration time = before.between(created, due);
    if (time.isNegative() || time.isZero()) {
      return due;
    }
    ZonedDateTime moved = one.hours().plus(created, time);
    boolean wholeDay = due.equals(before.closing(due.toLocalDate()));
    return wholeDay ? one.hours().closing(moved.toLocalDate()) : moved;
  }
}
