package vn.motcua.handover;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import vn.motcua.agency.Place;

/** The tables of hand-overs. Only the place of the papers is ever written again. */
@Component
class HandOverRows {

  /** Most sheets, and most waiting dossiers, that a page lists. */
  static final int MOST = 500;

  private static final String SHEETS =
      "select h.*, r.dossier_code, r.papers as row_papers, d.procedure_name, d.owner_name,"
          + " d.reception_unit, d.lead_unit, d.commune, d.field_slug, a.outcome,"
          + " a.papers as found, a.reason_words, a.note as answer_note, a.taken_by, a.taken_at"
          + " from hand_over h join hand_over_dossier r on r.hand_over_id = h.id"
          + " join dossier d on d.code = r.dossier_code"
          + " left join hand_over_answer a on a.hand_over_id = h.id"
          + " and a.dossier_code = r.dossier_code";

  private final JdbcTemplate jdbc;

  HandOverRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** The applicant brought papers to the counter after the others had gone to the agency. */
  private static final String MORE_CAME =
      "exists (select 1 from dossier_act a where a.dossier_code = p.dossier_code"
          + " and a.step_id in ('await-papers', 'close-wait') and a.outcome = 'done'"
          + " and a.id > (select max(t.id) from dossier_act t"
          + " where t.dossier_code = p.dossier_code and t.act = 'transfer'))";

  /**
   * Where papers lie.
   *
   * @param sheet number of the sheet on which they are on the way; null if they are not
   * @param moreCame true if papers came to the counter after the others had gone
   */
  record PaperPlace(String holder, String sheet, boolean moreCame) {}

  /** Codes of dossiers of these units that may wait to be carried, oldest first. */
  List<String> waiting(Direction direction, Collection<String> units) {
    if (units.isEmpty()) {
      return List.of();
    }
    String which =
        direction == Direction.TO_AGENCY
            ? "d.reception_unit in (%s) and d.lead_unit <> d.reception_unit"
                + " and d.channel <> 'online' and d.finished_at is null"
                + " and d.state not in ('RECEIVED', 'AWAITING_GUIDED_PAPERS')"
                + " and (p.holder is null or p.holder = 'reception' or "
                + MORE_CAME
                + ")"
            : "d.lead_unit in (%s) and d.lead_unit <> d.reception_unit"
                + " and d.finished_at is not null"
                + " and (p.holder = 'agency' or p.holder is null"
                + " and d.return_way <> 'online' and d.state in ('FINISHED', 'REFUSAL_ISSUED'))";
    return jdbc.queryForList(
        "select d.code from dossier d left join paper_place p on p.dossier_code = d.code where "
            + which.formatted(marks(units))
            + " and d.ended_at is null and p.on_sheet is null"
            + " order by d.received_at, d.code limit "
            + MOST,
        String.class,
        units.toArray());
  }

  /** Papers handed in, as the register counts them, by code. */
  Map<String, Integer> papers(Collection<String> codes) {
    Map<String, Integer> papers = new LinkedHashMap<>();
    if (!codes.isEmpty()) {
      jdbc.query(
          "select dossier_code, sum(copies) from dossier_paper where ticked = true"
              + " and dossier_code in ("
              + marks(codes)
              + ") group by dossier_code",
          row -> {
            papers.put(row.getString(1), row.getInt(2));
          },
          codes.toArray());
    }
    return papers;
  }

  /** Places by code, for those that were ever handed over. */
  Map<String, PaperPlace> places(Collection<String> codes) {
    Map<String, PaperPlace> places = new LinkedHashMap<>();
    jdbc.query(
        "select p.dossier_code, p.holder, h.number_text, case when "
            + MORE_CAME
            + " then 1 else 0 end from paper_place p"
            + " left join hand_over h on h.id = p.on_sheet where p.dossier_code in ("
            + marks(codes)
            + ")",
        row -> {
          places.put(
              row.getString(1),
              new PaperPlace(row.getString(2), row.getString(3), row.getInt(4) == 1));
        },
        codes.toArray());
    return places;
  }

  /** The sheet and its rows; {@code s} has neither id nor rows yet. */
  long add(Sheet s, SortedMap<String, Integer> papers) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.update(
        connection -> {
          PreparedStatement insert =
              connection.prepareStatement(
                  "insert into hand_over (direction, giver_unit, giver_name, taker_unit,"
                      + " taker_name, carrier, postal_number, letter_id, number_text, papers,"
                      + " note, given_by, given_post, given_at)"
                      + " values (?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                  new String[] {"id"});
          insert.setString(1, Words.of(s.direction()));
          insert.setString(2, s.giverUnit());
          insert.setString(3, s.giverName());
          insert.setString(4, s.takerUnit());
          insert.setString(5, s.takerName());
          insert.setString(6, Words.of(s.carrier()));
          insert.setString(7, s.postalNumber());
          insert.setLong(8, s.letterId());
          insert.setString(9, s.number());
          insert.setInt(10, s.papers());
          insert.setString(11, s.note());
          insert.setString(12, s.givenBy());
          insert.setString(13, s.givenPost());
          insert.setObject(14, utc(s.givenAt()));
          return insert;
        },
        key);
    long id = key.getKeyAs(Long.class);
    List<Object[]> rows = new ArrayList<>();
    papers.forEach((code, count) -> rows.add(new Object[] {id, code, rows.size() + 1, count}));
    jdbc.batchUpdate(
        "insert into hand_over_dossier (hand_over_id, dossier_code, ordinal, papers)"
            + " values (?,?,?,?)",
        rows);
    return id;
  }

  /**
   * Puts papers on the way; false if somebody else has done so meanwhile.
   *
   * @param known where they lay so far; null if they were never handed over
   */
  boolean sendOff(String code, Direction direction, long sheet, PaperPlace known) {
    if (known != null) {
      return jdbc.update(
              "update paper_place set on_sheet = ?"
                  + " where dossier_code = ? and on_sheet is null and holder = ?",
              sheet,
              code,
              known.holder())
          == 1;
    }
    try {
      return jdbc.update(
              "insert into paper_place (dossier_code, holder, on_sheet) values (?,?,?)",
              code,
              direction.from(),
              sheet)
          == 1;
    } catch (DuplicateKeyException givenMeanwhile) {
      return false;
    }
  }

  /**
   * Ends the way of papers; false if somebody else has done so meanwhile.
   *
   * @param holder who has them now; null if they stay where they were
   */
  boolean arrived(String code, String holder, long sheet) {
    return jdbc.update(
            "update paper_place set holder = coalesce(?, holder), on_sheet = null"
                + " where dossier_code = ? and on_sheet = ?",
            holder,
            code,
            sheet)
        == 1;
  }

  /** What the taker found of one dossier. */
  record Answer(
      String code,
      Outcome outcome,
      int found,
      Difference reason,
      String reasonWords,
      String words) {}

  void answer(long sheet, Answer a, String person, String post, Instant at) {
    jdbc.update(
        "insert into hand_over_answer (hand_over_id, dossier_code, outcome, papers, reason_code,"
            + " reason_words, note, taken_by, taken_post, taken_at) values (?,?,?,?,?,?,?,?,?,?)",
        sheet,
        a.code(),
        Words.of(a.outcome()),
        a.found(),
        a.reason() == null ? null : Words.of(a.reason()),
        a.reasonWords(),
        a.words(),
        person,
        post,
        utc(at));
  }

  Optional<Sheet> find(long id) {
    return sheets(" where h.id = ? order by r.ordinal", id).stream().findFirst();
  }

  /** Sheets on which something is still on the way, given by or meant for these units. */
  List<Sheet> underWay(Collection<String> units) {
    if (units.isEmpty()) {
      return List.of();
    }
    String marks = marks(units);
    return sheets(
        " where h.id in (select p.on_sheet from paper_place p where p.on_sheet is not null)"
            + " and (h.giver_unit in ("
            + marks
            + ") or h.taker_unit in ("
            + marks
            + ")) order by h.given_at, h.id, r.ordinal limit "
            + 10 * MOST,
        twice(units));
  }

  /** The newest sheets of these units that were answered in full. */
  List<Sheet> done(Collection<String> units, Instant since) {
    if (units.isEmpty()) {
      return List.of();
    }
    String marks = marks(units);
    List<Object> values = new ArrayList<>(List.of(twice(units)));
    values.add(utc(since));
    return sheets(
        " where (h.giver_unit in ("
            + marks
            + ") or h.taker_unit in ("
            + marks
            + ")) and h.given_at >= ?"
            + " and not exists (select 1 from paper_place p where p.on_sheet = h.id)"
            + " order by h.given_at desc, h.id desc, r.ordinal limit "
            + MOST,
        values.toArray());
  }

  private List<Sheet> sheets(String which, Object... values) {
    Map<Long, Sheet> sheets = new LinkedHashMap<>();
    jdbc.query(
        SHEETS + which,
        row -> {
          long id = row.getLong("id");
          if (!sheets.containsKey(id)) {
            sheets.put(id, sheet(row));
          }
          sheets.get(id).rows().add(line(row));
        },
        values);
    return List.copyOf(sheets.values());
  }

  private static Sheet sheet(ResultSet row) throws SQLException {
    return new Sheet(
        row.getLong("id"),
        Words.read(Direction.class, row.getString("direction")),
        row.getString("giver_unit"),
        row.getString("giver_name"),
        row.getString("taker_unit"),
        row.getString("taker_name"),
        Words.read(Carrier.class, row.getString("carrier")),
        row.getString("postal_number"),
        row.getLong("letter_id"),
        row.getString("number_text"),
        row.getInt("papers"),
        row.getString("note"),
        row.getString("given_by"),
        row.getString("given_post"),
        at(row, "given_at"),
        new Place(
            row.getString("reception_unit"),
            row.getString("lead_unit"),
            row.getString("commune"),
            row.getString("field_slug")),
        new ArrayList<>());
  }

  private static Sheet.Row line(ResultSet row) throws SQLException {
    String outcome = row.getString("outcome");
    return new Sheet.Row(
        row.getString("dossier_code"),
        row.getString("procedure_name"),
        row.getString("owner_name"),
        row.getInt("row_papers"),
        outcome == null ? null : Words.read(Outcome.class, outcome),
        row.getInt("found"),
        row.getString("reason_words"),
        row.getString("answer_note"),
        row.getString("taken_by"),
        at(row, "taken_at"));
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }

  private static Object utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }

  private static String marks(Collection<String> values) {
    return values.stream().map(v -> "?").collect(Collectors.joining(","));
  }

  private static Object[] twice(Collection<String> units) {
    List<Object> all = new ArrayList<>(units);
    all.addAll(units);
    return all.toArray();
  }
}
