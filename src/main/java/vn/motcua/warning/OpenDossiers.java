package vn.motcua.warning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.motcua.agency.Place;
import vn.motcua.warning.OpenDossier.Stood;

/**
 * Dossiers whose clock runs, with their open steps, page by page in the order of their codes: a
 * hundred thousand never stand in memory together. Those that wait or have ended are left out.
 */
@Component
class OpenDossiers {

  private static final String PAGE =
      "select c.dossier_code, c.unit, c.due_at, c.half_at, c.warn_at, c.ledger_rows,"
          + " d.procedure_code, d.procedure_name, d.reception_unit, d.lead_unit, d.commune,"
          + " d.field_slug, t.ID_ as task_id, t.NAME_ as task_name, t.TENANT_ID_ as post,"
          + " t.ASSIGNEE_ as assignee, t.CREATE_TIME_ as created, t.DUE_DATE_ as task_due"
          + " from (select * from dossier_clock where stopped_at is null and paused_since is null"
          + " and dossier_code > ? order by dossier_code limit ?) c"
          + " join dossier d on d.code = c.dossier_code"
          + " left join ACT_RU_EXECUTION e on e.ROOT_PROC_INST_ID_ = c.instance_id"
          + " left join ACT_RU_TASK t on t.EXECUTION_ID_ = e.ID_"
          + " order by c.dossier_code";

  /** Events after which a clock stands, and those after which it runs. */
  private static final String STOOD =
      "select dossier_code, event, at from clock_ledger"
          + " where event in ('pause', 'stop', 'resume', 'restart', 'reopen')"
          + " and dossier_code in (%s) order by dossier_code, no";

  private final JdbcTemplate jdbc;

  OpenDossiers(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** A page; empty when there are no more. */
  List<OpenDossier> page(String after, int most) {
    Map<String, OpenDossier> page = new LinkedHashMap<>();
    List<String> moved = new ArrayList<>();
    jdbc.query(
        PAGE,
        row -> {
          String code = row.getString("dossier_code");
          OpenDossier known = page.get(code);
          if (known == null) {
            known = dossier(row);
            page.put(code, known);
            if (row.getInt("ledger_rows") > 1) {
              moved.add(code);
            }
          }
          if (row.getString("task_id") != null) {
            known.steps().add(step(row));
          }
        },
        after,
        most);
    stood(moved).forEach((code, times) -> page.get(code).stood().addAll(times));
    return List.copyOf(page.values());
  }

  private Map<String, List<Stood>> stood(List<String> codes) {
    Map<String, List<Stood>> all = new HashMap<>();
    if (codes.isEmpty()) {
      return all;
    }
    String marks = codes.stream().map(c -> "?").collect(Collectors.joining(","));
    Map<String, Instant> since = new HashMap<>();
    jdbc.query(
        STOOD.formatted(marks),
        row -> {
          String code = row.getString("dossier_code");
          String event = row.getString("event");
          Instant at = at(row, "at");
          if (event.equals("pause") || event.equals("stop")) {
            since.putIfAbsent(code, at);
          } else if (since.containsKey(code)) {
            all.computeIfAbsent(code, c -> new ArrayList<>())
                .add(new Stood(since.remove(code), at));
          }
        },
        codes.toArray());
    return all;
  }

  private static OpenDossier dossier(ResultSet row) throws SQLException {
    return new OpenDossier(
        row.getString("dossier_code"),
        row.getString("procedure_code"),
        // A long name, and the same for thousands of dossiers.
        row.getString("procedure_name").intern(),
        new Place(
            row.getString("reception_unit"),
            row.getString("lead_unit"),
            row.getString("commune"),
            row.getString("field_slug")),
        row.getString("unit"),
        at(row, "due_at"),
        at(row, "half_at"),
        at(row, "warn_at"),
        new ArrayList<>(2),
        new ArrayList<>(0));
  }

  private static OpenStep step(ResultSet row) throws SQLException {
    Timestamp due = row.getTimestamp("task_due");
    return new OpenStep(
        row.getString("task_id"),
        row.getString("task_name"),
        row.getString("post"),
        row.getString("assignee"),
        row.getTimestamp("created").toInstant(),
        due == null ? null : due.toInstant());
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }
}
