package vn.motcua.dossier;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The table of scans. A list never loads their contents. */
@Component
class ScanStore {

  private static final String WITHOUT_CONTENT =
      "select id, draft_id, dossier_code, paper, name, type, bytes, sha256, uploaded_by,"
          + " uploaded_at from dossier_scan";

  private final JdbcTemplate jdbc;

  ScanStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  long add(String draft, Integer paper, ScanFile file, String person, Instant now) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.update(
        connection -> {
          PreparedStatement insert =
              connection.prepareStatement(
                  "insert into dossier_scan (draft_id, paper, name, type, bytes, sha256, content,"
                      + " uploaded_by, uploaded_at) values (?,?,?,?,?,?,?,?,?)",
                  new String[] {"id"});
          insert.setString(1, draft);
          insert.setObject(2, paper);
          insert.setString(3, file.name());
          insert.setString(4, file.type().mediaType());
          insert.setLong(5, file.content().length);
          insert.setString(6, file.sha256());
          insert.setBytes(7, file.content());
          insert.setString(8, person);
          insert.setObject(9, Register.utc(now));
          return insert;
        },
        key);
    return key.getKeyAs(Long.class);
  }

  Optional<Scan> find(long id) {
    return jdbc.query(WITHOUT_CONTENT + " where id = ?", ScanStore::scan, id).stream().findFirst();
  }

  byte[] content(long id) {
    return jdbc.queryForObject("select content from dossier_scan where id = ?", byte[].class, id);
  }

  List<Scan> ofDraft(String draft) {
    return jdbc.query(WITHOUT_CONTENT + " where draft_id = ? order by id", ScanStore::scan, draft);
  }

  List<Scan> ofDossier(String code) {
    return jdbc.query(
        WITHOUT_CONTENT + " where dossier_code = ? order by id", ScanStore::scan, code);
  }

  void belongs(long id, Integer paper) {
    jdbc.update("update dossier_scan set paper = ? where id = ?", paper, id);
  }

  void remove(long id) {
    jdbc.update("delete from dossier_scan where id = ?", id);
  }

  void removeOfDraft(String draft) {
    jdbc.update("delete from dossier_scan where draft_id = ?", draft);
  }

  /** From the draft to its dossier; from here on nothing of it changes. */
  void hang(String draft, String code) {
    jdbc.update(
        "update dossier_scan set dossier_code = ?, draft_id = null where draft_id = ?",
        code,
        draft);
  }

  private static Scan scan(ResultSet row, int n) throws SQLException {
    int paper = row.getInt("paper");
    boolean none = row.wasNull();
    return new Scan(
        row.getLong("id"),
        row.getString("draft_id"),
        row.getString("dossier_code"),
        none ? null : paper,
        row.getString("name"),
        row.getString("type"),
        row.getLong("bytes"),
        row.getString("sha256"),
        row.getString("uploaded_by"),
        row.getObject("uploaded_at", OffsetDateTime.class).toInstant());
  }
}
