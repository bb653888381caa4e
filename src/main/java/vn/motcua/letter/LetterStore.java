package vn.motcua.letter;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The tables of letters. Rows are only ever added. */
@Component
class LetterStore {

  /** Everything but the paper itself, which a list does not need. */
  private static final String WITHOUT_PDF =
      "select l.id, l.form_set, l.form, l.unit, l.number_text, l.issued_by, l.issued_at, l.sha256"
          + " from letter l";

  private final JdbcTemplate jdbc;
  private final Forms forms;

  LetterStore(JdbcTemplate jdbc, Forms forms) {
    this.jdbc = jdbc;
    this.forms = forms;
  }

  /** A letter to be stored; {@code number} is null if its form has none. */
  record Written(
      Form form,
      String occasion,
      String unit,
      Integer number,
      int year,
      String numberText,
      String issuedBy,
      Instant issuedAt,
      String draft,
      byte[] pdf,
      List<String> codes) {}

  Letter add(Written letter) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    Form form = letter.form();
    String sha256 = sha256(letter.pdf());
    jdbc.update(
        connection -> {
          PreparedStatement insert =
              connection.prepareStatement(
                  "insert into letter (form_set, form, occasion, unit, book, book_year, number,"
                      + " number_text, issued_by, issued_at, draft, pdf, sha256)"
                      + " values (?,?,?,?,?,?,?,?,?,?,?,?,?)",
                  new String[] {"id"});
          insert.setString(1, form.set().id());
          insert.setString(2, form.kind().word());
          insert.setString(3, letter.occasion());
          insert.setString(4, letter.unit());
          insert.setString(5, form.bookName());
          insert.setObject(6, letter.number() == null ? null : letter.year());
          insert.setObject(7, letter.number());
          insert.setString(8, letter.numberText());
          insert.setString(9, letter.issuedBy());
          insert.setObject(10, letter.issuedAt().atOffset(ZoneOffset.UTC));
          insert.setString(11, letter.draft());
          insert.setBytes(12, letter.pdf());
          insert.setString(13, sha256);
          return insert;
        },
        key);
    long id = key.getKeyAs(Long.class);
    jdbc.batchUpdate(
        "insert into letter_dossier (letter_id, dossier_code) values (?, ?)",
        letter.codes().stream().map(code -> new Object[] {id, code}).toList());
    return new Letter(
        id,
        form.set().id(),
        form.kind().word(),
        form.name(),
        letter.unit(),
        letter.numberText(),
        letter.issuedBy(),
        letter.issuedAt(),
        sha256);
  }

  Optional<Letter> ofOccasion(String occasion) {
    return jdbc.query(WITHOUT_PDF + " where l.occasion = ?", this::letter, occasion).stream()
        .findFirst();
  }

  Optional<Letter> find(long id) {
    return jdbc.query(WITHOUT_PDF + " where l.id = ?", this::letter, id).stream().findFirst();
  }

  /** Letters of a dossier, oldest first. */
  List<Letter> ofDossier(String code) {
    return jdbc.query(
        WITHOUT_PDF
            + " join letter_dossier d on d.letter_id = l.id where d.dossier_code = ? order by l.id",
        this::letter,
        code);
  }

  /** What letters of a dossier are about. */
  Set<String> occasions(String code) {
    return Set.copyOf(
        jdbc.queryForList(
            "select l.occasion from letter l join letter_dossier d on d.letter_id = l.id"
                + " where d.dossier_code = ?",
            String.class,
            code));
  }

  List<String> dossiers(long id) {
    return jdbc.queryForList(
        "select dossier_code from letter_dossier where letter_id = ? order by dossier_code",
        String.class,
        id);
  }

  /** The paper as it was issued. */
  byte[] pdf(long id) {
    return jdbc.queryForObject("select pdf from letter where id = ?", byte[].class, id);
  }

  private Letter letter(ResultSet row, int n) throws SQLException {
    return new Letter(
        row.getLong("id"),
        row.getString("form_set"),
        row.getString("form"),
        name(row.getString("form_set"), row.getString("form")),
        row.getString("unit"),
        row.getString("number_text"),
        row.getString("issued_by"),
        row.getObject("issued_at", OffsetDateTime.class).toInstant(),
        row.getString("sha256"));
  }

  /** A form that the data no longer has keeps its letters. */
  private String name(String set, String form) {
    return forms.all().stream()
        .filter(f -> f.set().id().equals(set) && f.kind().word().equals(form))
        .map(Form::name)
        .findFirst()
        .orElse(form);
  }

  private static String sha256(byte[] pdf) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pdf));
    } catch (NoSuchAlgorithmException everyJvmHasIt) {
      throw new IllegalStateException(everyJvmHasIt);
    }
  }
}
