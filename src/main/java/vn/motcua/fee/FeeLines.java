package vn.motcua.fee;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.motcua.dossier.FeeLine;
import vn.motcua.language.Dong;
import vn.motcua.procedure.FeeKind;

/** Reads lines as they stand now: what was remitted afterwards is taken off its line. */
final class FeeLines {

  /** With the receipt that stands; one that was wrong paid for nothing. */
  private static final String LINES =
      "select l.id, l.kind, l.name, l.price, l.quantity, l.relief, l.relief_words, l.remitted,"
          + " l.amount, l.corrects, (select r.number_text from fee_receipt_line p join fee_receipt r"
          + " on r.id = p.receipt_id where p.line_id = l.id and not exists (select 1 from"
          + " fee_receipt c where c.undoes = r.id and c.kind = 'cancellation')) as receipt"
          + " from fee_line l where l.dossier_code = ? order by l.id";

  private final JdbcTemplate jdbc;

  FeeLines(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  private record Row(FeeLine line, long corrects, boolean wrong) {}

  /** Lines that were wrong are left out. */
  List<FeeLine> of(String code) {
    Map<Long, FeeLine> lines = new LinkedHashMap<>();
    List<Long> wrong = new ArrayList<>();
    for (Row row : jdbc.query(LINES, FeeLines::row, code)) {
      if (row.corrects == 0) {
        lines.put(row.line.id(), row.line);
      } else {
        lines.computeIfPresent(row.corrects, (id, line) -> less(line, row.line));
        if (row.wrong) {
          wrong.add(row.corrects);
        }
      }
    }
    return lines.values().stream()
        .filter(line -> !(wrong.contains(line.id()) && line.amount().isZero()))
        .toList();
  }

  private static FeeLine less(FeeLine line, FeeLine by) {
    String relief =
        Stream.of(line.relief(), by.relief())
            .filter(Objects::nonNull)
            .collect(Collectors.joining("; "));
    return new FeeLine(
        line.id(),
        line.kind(),
        line.name(),
        line.price(),
        line.count(),
        relief,
        line.remitted().plus(by.remitted()),
        line.amount().plus(by.amount()),
        line.receipt());
  }

  private static Row row(ResultSet row, int n) throws SQLException {
    String relief = row.getString("relief");
    String words = row.getString("relief_words");
    return new Row(
        new FeeLine(
            row.getLong("id"),
            FeeKind.find(row.getString("kind")).orElseThrow().words(),
            row.getString("name"),
            new Dong(row.getLong("price")),
            row.getInt("quantity"),
            relief == null
                ? null
                : FeeWords.words(FeeWords.read(Relief.class, relief))
                    + (words == null ? "" : ": " + words),
            new Dong(row.getLong("remitted")),
            new Dong(row.getLong("amount")),
            row.getString("receipt")),
        row.getLong("corrects"),
        FeeWords.of(Relief.MISTAKE).equals(relief));
  }
}
