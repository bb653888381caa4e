package vn.motcua.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table of causes of delay; its rows are only ever added. */
@Component
class DelayRows {

  private final JdbcTemplate jdbc;

  DelayRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void add(String code, Delay d) {
    jdbc.update(
        "insert into delay_cause (dossier_code, task_id, step_id, step_name, scope, code, words,"
            + " person, post, at, due_at, late_seconds) values (?,?,?,?,?,?,?,?,?,?,?,?)",
        code,
        d.taskId(),
        d.stepId(),
        d.stepName(),
        Word.of(d.scope()),
        Word.of(d.cause()),
        d.words(),
        d.person(),
        d.post(),
        Register.utc(d.at()),
        Register.utc(d.due()),
        d.late().toSeconds());
  }

  /** All of a dossier, the oldest first. */
  List<Delay> of(String code) {
    return jdbc.query(
        "select * from delay_cause where dossier_code = ? order by id", DelayRows::delay, code);
  }

  private static Delay delay(ResultSet row, int n) throws SQLException {
    return new Delay(
        row.getString("task_id"),
        row.getString("step_id"),
        row.getString("step_name"),
        Word.read(Delay.Scope.class, row.getString("scope")).orElseThrow(),
        DelayCause.read(row.getString("code")).orElseThrow(),
        row.getString("words"),
        row.getString("person"),
        row.getString("post"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getObject("due_at", OffsetDateTime.class).toInstant(),
        Duration.ofSeconds(row.getLong("late_seconds")));
  }
}
