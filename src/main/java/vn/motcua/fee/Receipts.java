package vn.motcua.fee;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.FeeLine;
import vn.motcua.language.Dong;

/** The register of receipts. Rows are only ever added. */
@Component
class Receipts {

  private static final String ROWS =
      "select r.*, (select c.kind from fee_receipt c where c.undoes = r.id) as undone"
          + " from fee_receipt r";

  private final JdbcTemplate jdbc;

  Receipts(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds a row; {@code r} has no id yet. */
  long add(FeeReceipt r, List<FeeLine> paidFor) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.update(
        connection -> {
          PreparedStatement insert =
              connection.prepareStatement(
                  "insert into fee_receipt (dossier_code, unit, kind, letter_id, number_text,"
                      + " amount, way, paper, payer, undoes, reason, person, post, on_behalf_of,"
                      + " at) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                  new String[] {"id"});
          insert.setString(1, r.dossier());
          insert.setString(2, r.unit());
          insert.setString(3, FeeWords.of(r.move()));
          insert.setLong(4, r.letterId());
          insert.setString(5, r.number());
          insert.setLong(6, r.amount().amount());
          insert.setString(7, FeeWords.of(r.way()));
          insert.setString(8, r.paper());
          insert.setString(9, r.payer());
          insert.setObject(10, r.undoes());
          insert.setString(11, r.reason());
          insert.setString(12, r.person());
          insert.setString(13, r.post());
          insert.setString(14, r.onBehalfOf());
          insert.setObject(15, r.at().atOffset(ZoneOffset.UTC));
          return insert;
        },
        key);
    long id = key.getKeyAs(Long.class);
    jdbc.batchUpdate(
        "insert into fee_receipt_line (receipt_id, line_id) values (?, ?)",
        paidFor.stream().map(line -> new Object[] {id, line.id()}).toList());
    return id;
  }

  List<FeeReceipt> of(String code) {
    return jdbc.query(ROWS + " where r.dossier_code = ? order by r.id", Receipts::receipt, code);
  }

  Optional<FeeReceipt> find(long id, String code) {
    return jdbc
        .query(ROWS + " where r.id = ? and r.dossier_code = ?", Receipts::receipt, id, code)
        .stream()
        .findFirst();
  }

  /** What a person took and gave back in a time, in the order of the numbers. */
  List<FeeReceipt> by(String person, Instant from, Instant before) {
    return jdbc.query(
        ROWS + " where r.person = ? and r.at >= ? and r.at < ? order by r.id",
        Receipts::receipt,
        person,
        from.atOffset(ZoneOffset.UTC),
        before.atOffset(ZoneOffset.UTC));
  }

  /** One dossier for which something is still to be paid. */
  record Owing(String code, String procedure, String owner, String phone, Dong owed) {}

  /** Dossiers of these units for which something is still to be paid, oldest first. */
  List<Owing> owing(Collection<String> units, int most) {
    if (units.isEmpty()) {
      return List.of();
    }
    String marks = units.stream().map(unit -> "?").collect(Collectors.joining(","));
    return jdbc.query(
        "select d.code, d.procedure_name, d.owner_name, d.applicant_phone, b.owed"
            + " from fee_balance b join dossier d on d.code = b.dossier_code"
            + " where b.owed > 0 and b.unit in ("
            + marks
            + ") order by d.received_at, d.code limit "
            + most,
        (row, n) ->
            new Owing(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                new Dong(row.getLong(5))),
        units.toArray());
  }

  private static FeeReceipt receipt(ResultSet row, int n) throws SQLException {
    String undone = row.getString("undone");
    return new FeeReceipt(
        row.getLong("id"),
        row.getString("dossier_code"),
        row.getString("unit"),
        FeeWords.read(Move.class, row.getString("kind")),
        row.getLong("letter_id"),
        row.getString("number_text"),
        new Dong(row.getLong("amount")),
        FeeWords.read(Way.class, row.getString("way")),
        row.getString("paper"),
        row.getString("payer"),
        row.getObject("undoes", Long.class),
        row.getString("reason"),
        row.getString("person"),
        row.getString("post"),
        row.getString("on_behalf_of"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        undone == null ? null : FeeWords.read(Move.class, undone));
  }
}
