package vn.motcua.deadline;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

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
  private static final String MOVE_TIMER =
      "update ACT_RU_JOB set DUEDATE_ = ?, REV_ = REV_ + 1 where ID_ = ?";

  private final JdbcTemplate jdbc;
  private final EngineTimers timers;

  EngineRows(JdbcTemplate jdbc, EngineTimers timers) {
    this.jdbc = jdbc;
    this.timers = timers;
  }

  /** A clock before and after; its dates may be the same. */
  record Moved(ClockReading before, ClockReading after) {
    boolean timersMove() {
      return !Objects.equals(before.due(), after.due())
          || !Objects.equals(before.warnAt(), after.warnAt());
    }
  }

  /** Timers and date variables of those that moved, and the open steps of all. */
  void follow(List<Moved> all, StepDates steps, Instant now) {
    follow(all.stream().filter(Moved::timersMove).toList(), now);
    steps(all, steps);
  }

  private void follow(List<Moved> moved, Instant now) {
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
    for (int i = 0; i < found.length; i++) {
      ClockReading to = moved.get(i / 2).after();
      Instant at = i % 2 == 0 ? to.due() : to.warnAt();
      if (found[i] == 0 && at.isAfter(now) && !to.stands()) {
        timers.again(to.instanceId(), i % 2 == 0 ? EngineTimers.DUE : EngineTimers.WARNING);
      }
    }
  }

  private static Object[] job(Instant at, ClockReading clock, String activity) {
    return new Object[] {Timestamp.from(at), clock.instanceId(), EngineTimers.SCOPES.get(activity)};
  }

  /** A timer that names its step, such as that of a consultation, fires when the step is due. */
  private void steps(List<Moved> all, StepDates steps) {
    Map<String, ClockReading> byInstance =
        all.stream().map(Moved::before).collect(Collectors.toMap(ClockReading::instanceId, c -> c));
    String marks = byInstance.keySet().stream().map(i -> "?").collect(Collectors.joining(","));
    List<Object[]> tasks = new ArrayList<>();
    List<Object[]> timers = new ArrayList<>();
    jdbc.query(
        "select t.ID_, t.CREATE_TIME_, t.DUE_DATE_, e.ROOT_PROC_INST_ID_, j.ID_ from ACT_RU_TASK t"
            + " join ACT_RU_EXECUTION e on e.ID_ = t.PROC_INST_ID_"
            + " left join ACT_RU_JOB j on j.PROCESS_INSTANCE_ID_ = t.PROC_INST_ID_"
            + " and j.HANDLER_CFG_ = t.ID_"
            + " where t.DUE_DATE_ is not null and e.ROOT_PROC_INST_ID_ in ("
            + marks
            + ")",
        row -> {
          Instant due = row.getTimestamp(3).toInstant();
          Instant moves =
              steps.due(byInstance.get(row.getString(4)), row.getTimestamp(2).toInstant(), due);
          if (!moves.equals(due)) {
            tasks.add(new Object[] {Timestamp.from(moves), row.getString(1)});
            if (row.getString(5) != null) {
              timers.add(new Object[] {Timestamp.from(moves), row.getString(5)});
            }
          }
        },
        byInstance.keySet().toArray());
    jdbc.batchUpdate(MOVE_TASK, tasks);
    jdbc.batchUpdate(MOVE_TIMER, timers);
  }
}
