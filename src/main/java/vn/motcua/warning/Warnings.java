package vn.motcua.warning;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The table of warnings given. Rows are only ever added, each warning once on all nodes. */
@Component
class Warnings {

  private static final String ADD =
      "insert into warning (dossier_code, task_id, step_name, percent, due_at, reached_at, person,"
          + " role, post, legal_basis, on_day, noted_at) values (?,?,?,?,?,?,?,?,?,?,?,?)";
  private static final String GIVEN =
      "select dossier_code, task_id, percent, due_at, person from warning where dossier_code in"
          + " (%s)";
  private static final String TOLD =
      "select w.*, g.state, g.sent_at from warning w left join digest g on g.person = w.person and"
          + " g.on_day = w.on_day where w.dossier_code = ? order by w.reached_at, w.id";

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  Warnings(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * One warning as inspectors see it; {@code state} and {@code sentAt} of the digest it went with.
   */
  record Told(
      String step,
      int percent,
      Instant due,
      Instant reached,
      String person,
      String role,
      String post,
      String basis,
      LocalDate day,
      String state,
      Instant sentAt) {}

  /** Adds those that were not given before; another node may add the same at the same time. */
  void addMissing(Collection<Warning> wanted, String basis, LocalDate day, Instant now) {
    if (wanted.isEmpty()) {
      return;
    }
    try {
      transaction.executeWithoutResult(status -> write(wanted, basis, day, now));
    } catch (DuplicateKeyException otherNodeWroteFirst) {
      transaction.executeWithoutResult(status -> write(wanted, basis, day, now));
    }
  }

  private void write(Collection<Warning> wanted, String basis, LocalDate day, Instant now) {
    Map<Warning.Key, Warning> missing = new LinkedHashMap<>();
    wanted.forEach(w -> missing.putIfAbsent(w.key(), w));
    missing.keySet().removeAll(given(missing.keySet()));
    List<Object[]> rows = new ArrayList<>(missing.size());
    for (Warning w : missing.values()) {
      rows.add(
          new Object[] {
            w.code(),
            w.taskId(),
            w.stepName(),
            w.reached().rung().percent(),
            utc(w.reached().due()),
            utc(w.reached().at()),
            w.who().person(),
            w.role().word(),
            w.who().post(),
            basis,
            Date.valueOf(day),
            utc(now)
          });
    }
    if (!rows.isEmpty()) {
      jdbc.batchUpdate(ADD, rows);
    }
  }

  private Collection<Warning.Key> given(Collection<Warning.Key> wanted) {
    List<String> codes = wanted.stream().map(Warning.Key::code).distinct().toList();
    String marks = codes.stream().map(c -> "?").collect(Collectors.joining(","));
    return jdbc
        .query(
            GIVEN.formatted(marks),
            (row, n) ->
                new Warning.Key(
                    row.getString("dossier_code"),
                    row.getString("task_id"),
                    row.getInt("percent"),
                    row.getObject("due_at", OffsetDateTime.class).toInstant().toEpochMilli(),
                    row.getString("person")),
            codes.toArray())
        .stream()
        .collect(Collectors.toSet());
  }

  /** Who was warned of what about a dossier, and when. */
  List<Told> of(String code) {
    return jdbc.query(
        TOLD,
        (row, n) ->
            new Told(
                row.getString("step_name"),
                row.getInt("percent"),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getObject("reached_at", OffsetDateTime.class).toInstant(),
                row.getString("person"),
                row.getString("role"),
                row.getString("post"),
                row.getString("legal_basis"),
                row.getDate("on_day").toLocalDate(),
                row.getString("state"),
                row.getObject("sent_at", OffsetDateTime.class) == null
                    ? null
                    : row.getObject("sent_at", OffsetDateTime.class).toInstant()),
        code);
  }

  static OffsetDateTime utc(Instant moment) {
    return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
  }
}
