package vn.motcua.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.motcua.calendar.TimeLimit;

/** The table of the results of linked dossiers. Each moment is written once. */
@Component
class ResultRows {

  private static final String OF =
      "select * from dossier_result where dossier_code = ? order by ordinal";

  private final JdbcTemplate jdbc;

  ResultRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void insert(String code, List<DossierResult> results) {
    jdbc.batchUpdate(
        "insert into dossier_result (dossier_code, result, ordinal, name, unit, agency, limit_text,"
            + " promise_text, first_due_at) values (?,?,?,?,?,?,?,?,?)",
        results.stream()
            .map(
                r ->
                    new Object[] {
                      code,
                      r.id(),
                      results.indexOf(r) + 1,
                      r.name(),
                      r.unit(),
                      r.agency(),
                      r.limit().toString(),
                      r.promise().toString(),
                      Register.utc(r.firstDue())
                    })
            .toList());
  }

  /** Without their dates as they stand now: those follow from the clock. */
  List<DossierResult> of(String code) {
    return jdbc.query(OF, ResultRows::read, code);
  }

  /** The same for a change: until the transaction ends nobody else gives one of them out. */
  List<DossierResult> lock(String code) {
    return jdbc.query(OF + " for update", ResultRows::read, code);
  }

  void received(String code, String result, Instant at) {
    jdbc.update(
        "update dossier_result set received_at = ?"
            + " where dossier_code = ? and result = ? and received_at is null",
        Register.utc(at),
        code,
        result);
  }

  void issued(String code, String result, Instant at, String paper) {
    jdbc.update(
        "update dossier_result set issued_at = ?, paper = ? where dossier_code = ? and result = ?",
        Register.utc(at),
        paper,
        code,
        result);
  }

  void returned(String code, String result, Instant at, String to) {
    jdbc.update(
        "update dossier_result set returned_at = ?, returned_to = ?"
            + " where dossier_code = ? and result = ? and returned_at is null",
        Register.utc(at),
        to,
        code,
        result);
  }

  /** Open dossiers received by these units of which a result waits, whatever the others do. */
  List<String> waiting(Collection<String> units, int most) {
    Condition here = Condition.in("d.reception_unit", units);
    return jdbc.queryForList(
        "select d.code from dossier_result r join dossier d on d.code = r.dossier_code where "
            + here.sql()
            + " and r.returned_at is null and r.issued_at is not null and d.ended_at is null"
            + " group by d.code order by min(r.issued_at), d.code limit "
            + most,
        String.class,
        here.values().toArray());
  }

  private static DossierResult read(ResultSet row, int n) throws SQLException {
    Instant first = at(row, "first_due_at");
    return new DossierResult(
        row.getString("result"),
        row.getString("name"),
        row.getString("unit"),
        row.getString("agency"),
        TimeLimit.parse(row.getString("limit_text")),
        TimeLimit.parse(row.getString("promise_text")),
        first,
        at(row, "received_at"),
        first,
        at(row, "issued_at"),
        row.getString("paper"),
        at(row, "returned_at"),
        row.getString("returned_to"));
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }
}
