package vn.motcua.deadline;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import vn.motcua.calendar.TimeLimit;

/**
 * The tables of the clock: the ledger, whose rows are only ever added, and one row a dossier with
 * the sum of it, which lists and timers read. Two writers of one clock wait for each other; a row
 * with an ordinal that exists already is refused by the database.
 */
@Component
class Ledger {

  private static final String ADD =
      "insert into clock_ledger (dossier_code, no, event, at, person, on_behalf_of, reason,"
          + " reason_words, legal_basis, used_seconds, promised_limit, statutory_limit, new_day,"
          + " resume_rule, due_before, due_after, statutory_before, statutory_after,"
          + " calendar_version) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
  private static final String CHANGE =
      "update dossier_clock set started_at = ?, due_at = ?, statutory_due_at = ?, half_at = ?,"
          + " warn_at = ?, paused_since = ?, paused_because = ?, stopped_at = ?,"
          + " calendar_version = ?, ledger_rows = ? where dossier_code = ?";

  private final JdbcTemplate jdbc;

  Ledger(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void begin(ClockReading c) {
    jdbc.update(
        "insert into dossier_clock (started_at, due_at, statutory_due_at, half_at, warn_at,"
            + " paused_since, paused_because, stopped_at, calendar_version, ledger_rows,"
            + " dossier_code, instance_id, unit, first_due_at)"
            + " values (?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        Stream.concat(
                Arrays.stream(values(c)), Stream.of(c.instanceId(), c.unit(), utc(c.firstDue())))
            .toArray());
  }

  void change(Collection<ClockReading> clocks) {
    jdbc.batchUpdate(CHANGE, clocks.stream().map(Ledger::values).toList());
  }

  void add(Collection<LedgerRow> rows) {
    jdbc.batchUpdate(ADD, rows.stream().map(Ledger::values).toList());
  }

  /** The clock for a change: until the transaction ends nobody else changes it. */
  ClockReading lock(String code) {
    return jdbc
        .query("select * from dossier_clock where dossier_code = ? for update", READING, code)
        .stream()
        .findFirst()
        .orElseThrow(() -> new NoClock(code));
  }

  Optional<ClockReading> find(String code) {
    return jdbc.query("select * from dossier_clock where dossier_code = ?", READING, code).stream()
        .findFirst();
  }

  List<LedgerRow> rows(String code) {
    return jdbc.query("select * from clock_ledger where dossier_code = ? order by no", ROW, code);
  }

  /** Ledgers by dossier, in one statement. */
  Map<String, List<LedgerRow>> rows(List<String> codes) {
    if (codes.isEmpty()) {
      return Map.of();
    }
    String marks = codes.stream().map(c -> "?").collect(Collectors.joining(","));
    return jdbc
        .query(
            "select * from clock_ledger where dossier_code in ("
                + marks
                + ") order by dossier_code, no",
            ROW,
            codes.toArray())
        .stream()
        .collect(Collectors.groupingBy(LedgerRow::dossierCode));
  }

  /** A page of the clocks that have not ended, by code. */
  List<ClockReading> open(String after, int most) {
    return jdbc.query(
        "select * from dossier_clock where stopped_at is null and dossier_code > ?"
            + " order by dossier_code limit ?",
        READING,
        after,
        most);
  }

  /** A page of the clocks whose process runs, by code. */
  List<ClockReading> running(String after, int most) {
    return jdbc.query(
        "select c.* from dossier_clock c join ACT_RU_EXECUTION e on e.ID_ = c.instance_id"
            + " where c.dossier_code > ? order by c.dossier_code limit ?",
        READING,
        after,
        most);
  }

  /** The same of those that another calendar made, for a change; what others change is left out. */
  List<ClockReading> lockOutdated(int version, String after, int most) {
    return jdbc.query(
        "select * from dossier_clock where stopped_at is null and calendar_version < ?"
            + " and dossier_code > ? order by dossier_code limit ? for update skip locked",
        READING,
        version,
        after,
        most);
  }

  long countOpen() {
    return count("select count(*) from dossier_clock where stopped_at is null");
  }

  long countOutdated(int version) {
    return count(
        "select count(*) from dossier_clock where stopped_at is null and calendar_version < "
            + version);
  }

  private long count(String sql) {
    Long count = jdbc.queryForObject(sql, Long.class);
    return count == null ? 0 : count;
  }

  private static Object[] values(ClockReading c) {
    return new Object[] {
      utc(c.startedAt()),
      utc(c.due()),
      utc(c.statutoryDue()),
      utc(c.halfAt()),
      utc(c.warnAt()),
      utc(c.pausedSince()),
      c.pausedBecause(),
      utc(c.stoppedAt()),
      c.calendarVersion(),
      c.rows(),
      c.dossierCode()
    };
  }

  private static Object[] values(LedgerRow r) {
    Limits limits = r.limits();
    return new Object[] {
      r.dossierCode(),
      r.no(),
      r.event().word(),
      utc(r.at()),
      r.cause().person(),
      r.cause().onBehalfOf(),
      r.cause().reason().word(),
      r.cause().words(),
      r.cause().legalBasis(),
      r.used().toSeconds(),
      limits == null || limits.promised() == null ? null : limits.promised().toString(),
      limits == null || limits.statutory() == null ? null : limits.statutory().toString(),
      r.newDay() == null ? null : Date.valueOf(r.newDay()),
      r.rule() == null ? null : r.rule().name(),
      utc(r.due().before()),
      utc(r.due().after()),
      utc(r.statutory().before()),
      utc(r.statutory().after()),
      r.calendarVersion()
    };
  }

  private static final RowMapper<ClockReading> READING =
      (row, n) ->
          new ClockReading(
              row.getString("dossier_code"),
              row.getString("instance_id"),
              row.getString("unit"),
              at(row, "started_at"),
              at(row, "due_at"),
              at(row, "statutory_due_at"),
              at(row, "first_due_at"),
              at(row, "half_at"),
              at(row, "warn_at"),
              at(row, "paused_since"),
              row.getString("paused_because"),
              at(row, "stopped_at"),
              row.getInt("calendar_version"),
              row.getInt("ledger_rows"));

  private static final RowMapper<LedgerRow> ROW =
      (row, n) ->
          new LedgerRow(
              row.getString("dossier_code"),
              row.getInt("no"),
              ClockEvent.valueOf(row.getString("event").toUpperCase(Locale.ROOT)),
              at(row, "at"),
              new ClockCause(
                  ClockReason.read(row.getString("reason")),
                  row.getString("reason_words"),
                  row.getString("legal_basis"),
                  row.getString("person"),
                  row.getString("on_behalf_of")),
              Duration.ofSeconds(row.getLong("used_seconds")),
              limits(row),
              day(row),
              row.getString("resume_rule") == null
                  ? null
                  : ResumeRule.valueOf(row.getString("resume_rule")),
              new LedgerRow.Change(at(row, "due_before"), at(row, "due_after")),
              new LedgerRow.Change(at(row, "statutory_before"), at(row, "statutory_after")),
              row.getInt("calendar_version"));

  private static Limits limits(ResultSet row) throws SQLException {
    ClockEvent event = ClockEvent.valueOf(row.getString("event").toUpperCase(Locale.ROOT));
    return event == ClockEvent.START || event == ClockEvent.RESTART
        ? new Limits(limit(row, "promised_limit"), limit(row, "statutory_limit"))
        : null;
  }

  private static TimeLimit limit(ResultSet row, String column) throws SQLException {
    String words = row.getString(column);
    return words == null ? null : TimeLimit.parse(words);
  }

  private static LocalDate day(ResultSet row) throws SQLException {
    Date day = row.getDate("new_day");
    return day == null ? null : day.toLocalDate();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }
}
