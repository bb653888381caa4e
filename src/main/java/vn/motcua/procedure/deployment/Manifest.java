package vn.motcua.procedure.deployment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table of deployed models and forms. Reads and writes within the caller's transaction. */
@Component
class Manifest {

  private final JdbcTemplate jdbc;
  private final Clock clock;

  Manifest(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Waits until this transaction is the only one in the cluster that deploys. It is the lock that
   * the engine itself takes for a deployment, so deployments by REST wait as well.
   */
  void lock() {
    jdbc.queryForList(
        "select NAME_ from ACT_GE_PROPERTY where NAME_ = 'deployment.lock' for update");
  }

  /** All rows; those whose deployment was deleted behind our back as if never deployed. */
  List<ManifestRow> rows() {
    return jdbc.query(
        """
        select m.*, d.ID_ as present from deployed_model m
        left join ACT_RE_DEPLOYMENT d on d.ID_ = m.deployment_id
        order by m.path""",
        (result, number) -> row(result));
  }

  private static ManifestRow row(ResultSet result) throws SQLException {
    boolean present = result.getString("present") != null;
    Timestamp deployed = result.getTimestamp("deployed_at");
    return new ManifestRow(
        result.getString("path"),
        result.getString("owner"),
        ManifestRow.Status.valueOf(result.getString("status").toUpperCase(Locale.ROOT)),
        result.getString("definition_key"),
        result.getString("name"),
        present ? result.getString("digest") : null,
        present ? result.getString("stamp") : null,
        result.getString("deployment_id"),
        result.getString("failures"),
        deployed == null ? null : deployed.toInstant());
  }

  /** A value that differs whenever rows were written since. */
  String version() {
    return jdbc.queryForObject(
        """
        select concat((select max(changed_at) from deployed_model), '/',
                      (select count(*) from ACT_RE_PROCDEF))""",
        String.class);
  }

  /** Writes rows, whether they were there or not. */
  void write(Collection<ManifestRow> rows) {
    delete(rows.stream().map(ManifestRow::path).toList());
    Timestamp now = Timestamp.from(clock.instant());
    jdbc.batchUpdate(
        """
        insert into deployed_model (path, owner, kind, status, definition_key, name, digest, stamp,
          deployment_id, failures, deployed_at, changed_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        rows,
        500,
        (statement, row) -> {
          statement.setString(1, row.path());
          statement.setString(2, row.owner());
          statement.setString(3, ModelUnit.kind(row.path()));
          statement.setString(4, row.status().name().toLowerCase(Locale.ROOT));
          statement.setString(5, row.key());
          statement.setString(6, row.name());
          statement.setString(7, row.digest());
          statement.setString(8, row.stamp());
          statement.setString(9, row.deployment());
          statement.setString(10, row.failures());
          statement.setTimestamp(11, timestamp(row.deployedAt()));
          statement.setTimestamp(12, now);
        });
  }

  private static Timestamp timestamp(Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  void delete(Collection<String> paths) {
    jdbc.batchUpdate(
        "delete from deployed_model where path = ?",
        paths,
        500,
        (statement, path) -> statement.setString(1, path));
  }
}
