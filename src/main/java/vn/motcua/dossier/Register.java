package vn.motcua.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.motcua.agency.Place;

/** The register's tables. Rows of acts are only ever added. */
@Component
class Register {

  /** Clock and fees are written by their own rooms only; the register shows them. */
  private static final String COLUMNS =
      "d.*, c.instance_id, c.due_at, c.statutory_due_at, c.first_due_at, c.warn_at,"
          + " c.paused_since, c.paused_because, c.stopped_at, f.owed";

  private static final String FROM =
      " from dossier d left join dossier_clock c on c.dossier_code = d.code"
          + " left join fee_balance f on f.dossier_code = d.code";

  private static final String WITH_ACTS =
      "select "
          + COLUMNS
          + ", a.id as act_id, a.task_id, a.process_key, a.step_id, a.step_name, a.act,"
          + " a.person, a.post, a.started_at, a.due_at as act_due_at, a.completed_at, a.outcome,"
          + " a.reason_code, a.reason_words, a.note, a.trace, a.duty_exception, a.on_behalf_of"
          + FROM
          + " left join dossier_act a on a.dossier_code = d.code"
          + " where d.code = ? order by a.id";

  private static final String WITH_CLOCK = "select " + COLUMNS + FROM;

  static final String INSERT_WORD = "insert into dossier_word (word, dossier_code) values (?,?)";

  private final JdbcTemplate jdbc;

  Register(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Dossier d, List<Application.Paper> papers) {
    jdbc.update(
        "insert into dossier (code, procedure_code, procedure_name, procedure_version,"
            + " definition_id, case_id, case_name, field_slug, applicant_name,"
            + " applicant_kind, applicant_id_kind, applicant_id_number, applicant_phone,"
            + " applicant_email, applicant_address, owner_name, owner_kind, owner_id_kind,"
            + " owner_id_number, owner_phone, owner_email, owner_address, channel, assisted,"
            + " priority, return_way, content, reception_unit, reception_name, lead_unit,"
            + " lead_name, commune, difficult_area, received_by, received_by_name, received_at,"
            + " limit_text, state, supplement_count, guidance_count) values (?,?,?,?,?,?,?,?,?,?,"
            + "?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        Rows.values(d));
    List<Object[]> rows = new ArrayList<>();
    for (Application.Paper paper : papers) {
      rows.add(
          new Object[] {
            d.code(), rows.size() + 1, paper.name(), paper.kind(), paper.count(), paper.ticked()
          });
    }
    jdbc.batchUpdate(
        "insert into dossier_paper (dossier_code, ordinal, name, kind, copies, ticked)"
            + " values (?,?,?,?,?,?)",
        rows);
    jdbc.batchUpdate(
        INSERT_WORD,
        SearchWords.of(d.code(), d.applicant(), d.owner()).stream()
            .map(word -> new Object[] {word, d.code()})
            .toList());
  }

  static Application.Person applicant(ResultSet row) throws SQLException {
    return Rows.person(row, "applicant_");
  }

  static Application.Person owner(ResultSet row) throws SQLException {
    return Rows.person(row, "owner_");
  }

  Optional<Dossier> find(String code) {
    return jdbc.query(WITH_CLOCK + " where d.code = ?", Rows::dossier, code).stream().findFirst();
  }

  /** Dossiers by code, in one statement. */
  Map<String, Dossier> find(List<String> codes) {
    if (codes.isEmpty()) {
      return Map.of();
    }
    String marks = codes.stream().map(c -> "?").collect(Collectors.joining(","));
    return jdbc
        .query(WITH_CLOCK + " where d.code in (" + marks + ")", Rows::dossier, codes.toArray())
        .stream()
        .collect(Collectors.toMap(Dossier::code, d -> d));
  }

  /** The dossier with all its acts, in one statement. */
  Optional<DossierFile> open(String code) {
    List<DossierAct> acts = new ArrayList<>();
    List<Dossier> found =
        jdbc.query(
            WITH_ACTS,
            (row, n) -> {
              row.getLong("act_id");
              if (!row.wasNull()) {
                acts.add(Rows.act(row));
              }
              return n == 0 ? Rows.dossier(row, n) : null;
            },
            code);
    return found.stream().findFirst().map(d -> new DossierFile(d, acts));
  }

  List<Application.Paper> papers(String code) {
    return jdbc.query(
        "select * from dossier_paper where dossier_code = ? order by ordinal",
        (row, n) ->
            new Application.Paper(
                row.getString("name"),
                row.getString("kind"),
                row.getInt("copies"),
                row.getBoolean("ticked")),
        code);
  }

  int countReceived(String unit, Instant from, Instant before) {
    return jdbc.queryForObject(
        "select count(*) from dossier"
            + " where reception_unit = ? and received_at >= ? and received_at < ?",
        Integer.class,
        unit,
        utc(from),
        utc(before));
  }

  /** Rows of the book of a unit, numbered from {@code last + 1} in the order of reception. */
  List<RegisterRow> received(String unit, Instant from, Instant before, int last) {
    return jdbc.query(
        "select "
            + COLUMNS
            + ", (select min(a.completed_at) from dossier_act a where a.dossier_code = d.code"
            + " and a.act = 'receive') as forwarded_at,"
            + " (select max(a.trace) from dossier_act a where a.dossier_code = d.code"
            + " and a.act = 'return') as collected"
            + FROM
            + " where d.reception_unit = ? and d.received_at >= ? and d.received_at < ?"
            + " order by d.received_at, d.code",
        (row, n) ->
            new RegisterRow(
                last + n + 1,
                Rows.dossier(row, n),
                Rows.at(row, "forwarded_at"),
                row.getString("collected")),
        unit,
        utc(from),
        utc(before));
  }

  void add(String code, DossierAct a) {
    jdbc.update(
        "insert into dossier_act (dossier_code, task_id, process_key, step_id, step_name, act,"
            + " person, post, started_at, due_at, completed_at, outcome, reason_code,"
            + " reason_words, note, trace, duty_exception, on_behalf_of)"
            + " values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        code,
        a.taskId(),
        a.processKey(),
        a.stepId(),
        a.stepName(),
        a.act(),
        a.person(),
        a.post(),
        utc(a.startedAt()),
        utc(a.dueAt()),
        utc(a.completedAt()),
        a.outcome(),
        a.reasonCode(),
        a.reasonWords(),
        a.note(),
        a.trace(),
        a.dutyException(),
        a.onBehalfOf());
  }

  /** Writes changed columns; names of columns come from code only. */
  void change(String code, Map<String, Object> changes) {
    String columns =
        changes.keySet().stream().map(c -> c + " = ?").collect(Collectors.joining(","));
    List<Object> values = new ArrayList<>();
    changes.values().forEach(v -> values.add(v instanceof Instant i ? utc(i) : v));
    values.add(code);
    jdbc.update("update dossier set " + columns + " where code = ?", values.toArray());
  }

  static OffsetDateTime utc(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  /** Reads and writes rows. */
  private static final class Rows {

    static Object[] values(Dossier d) {
      List<Object> all = new ArrayList<>();
      Dossier.ProcedureRef p = d.procedure();
      all.addAll(List.of(d.code(), p.code(), p.name(), p.version(), p.definitionId()));
      all.addAll(List.of(p.caseId(), p.caseName(), d.place().field()));
      for (Application.Person x : List.of(d.applicant(), d.owner())) {
        all.add(x.name());
        all.add(x.kind());
        all.add(x.identityKind());
        all.add(x.identityNumber());
        all.add(x.phone());
        all.add(x.email());
        all.add(x.address());
      }
      all.addAll(
          List.of(
              Word.of(d.channel()), d.assisted(), Word.of(d.priority()), Word.of(d.returnWay())));
      all.add(d.content());
      all.addAll(List.of(d.place().reception(), d.receptionName(), d.place().lead(), d.leadName()));
      all.add(d.place().commune());
      all.addAll(
          List.of(d.difficultArea(), d.receivedBy(), d.receivedByName(), utc(d.receivedAt())));
      all.add(d.limitText());
      all.addAll(List.of(d.state().name(), d.supplementCount(), d.guidanceCount()));
      return all.toArray();
    }

    static Dossier dossier(ResultSet row, int n) throws SQLException {
      return new Dossier(
          row.getString("code"),
          new Dossier.ProcedureRef(
              row.getString("procedure_code"),
              row.getString("procedure_name"),
              row.getInt("procedure_version"),
              row.getString("definition_id"),
              row.getString("case_id"),
              row.getString("case_name")),
          row.getString("instance_id"),
          person(row, "applicant_"),
          person(row, "owner_"),
          Word.read(Channel.class, row.getString("channel")).orElseThrow(),
          row.getBoolean("assisted"),
          Word.read(PriorityGroup.class, row.getString("priority")).orElseThrow(),
          Word.read(ReturnWay.class, row.getString("return_way")).orElseThrow(),
          row.getString("content"),
          new Place(
              row.getString("reception_unit"),
              row.getString("lead_unit"),
              row.getString("commune"),
              row.getString("field_slug")),
          row.getString("reception_name"),
          row.getString("lead_name"),
          row.getBoolean("difficult_area"),
          row.getString("received_by"),
          row.getString("received_by_name"),
          at(row, "received_at"),
          row.getString("limit_text"),
          at(row, "due_at"),
          at(row, "statutory_due_at"),
          at(row, "first_due_at"),
          at(row, "warn_at"),
          at(row, "warned_at"),
          at(row, "overdue_noted_at"),
          at(row, "apologised_at"),
          at(row, "paused_since"),
          row.getString("paused_because"),
          at(row, "stopped_at"),
          at(row, "finished_at"),
          at(row, "returned_at"),
          at(row, "ended_at"),
          DossierState.valueOf(row.getString("state")),
          row.getInt("supplement_count"),
          row.getInt("guidance_count"),
          row.getInt("supplements_beyond"),
          row.getInt("supplements_late"),
          row.getObject("proposed_due_on", LocalDate.class),
          row.getObject("owed", Long.class));
    }

    static Application.Person person(ResultSet row, String whose) throws SQLException {
      return new Application.Person(
          row.getString(whose + "name"),
          row.getString(whose + "kind"),
          row.getString(whose + "id_kind"),
          row.getString(whose + "id_number"),
          row.getString(whose + "phone"),
          row.getString(whose + "email"),
          row.getString(whose + "address"));
    }

    static DossierAct act(ResultSet row) throws SQLException {
      return new DossierAct(
          row.getString("task_id"),
          row.getString("process_key"),
          row.getString("step_id"),
          row.getString("step_name"),
          row.getString("act"),
          row.getString("person"),
          row.getString("post"),
          at(row, "started_at"),
          at(row, "act_due_at"),
          at(row, "completed_at"),
          row.getString("outcome"),
          row.getString("reason_code"),
          row.getString("reason_words"),
          row.getString("note"),
          row.getString("trace"),
          row.getString("duty_exception"),
          row.getString("on_behalf_of"));
    }

    static Instant at(ResultSet row, String column) throws SQLException {
      OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
      return moment == null ? null : moment.toInstant();
    }
  }
}
