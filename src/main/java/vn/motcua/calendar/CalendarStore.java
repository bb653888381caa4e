package vn.motcua.calendar;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.motcua.language.BadData;
import vn.motcua.language.DataFile;
import vn.motcua.language.Texts;

/**
 * The versions of the working calendar in the database: read, and added to. Nothing is ever edited
 * or deleted. Everything happens within the caller's transaction. Safe for use by many threads and
 * on several nodes.
 */
public final class CalendarStore {

  private static final Texts TEXTS = Texts.of("calendar");
  private static final int LONGEST_NOTE = 1000;

  /** As long as the ledger of a dossier keeps it. */
  private static final int LONGEST_BASIS = 500;

  private static final int LONGEST_NAME = 64;

  private final JdbcTemplate jdbc;
  private final String fileName;
  private final String fileText;

  /**
   * @param fileName name of the file that came with this release
   * @param fileText its text
   */
  CalendarStore(JdbcTemplate jdbc, String fileName, String fileText) {
    this.jdbc = jdbc;
    this.fileName = fileName;
    this.fileText = fileText;
  }

  /** Number of the newest version; 0 before the first start is done. */
  int newest() {
    // Prepared, though it has no parameters: asked at every step, and planned anew each time else.
    return jdbc.query(
        connection -> connection.prepareStatement("select max(version) from calendar_version"),
        row -> row.next() ? row.getInt(1) : 0);
  }

  /** Enters the file of this release as the first version, unless there is one. */
  void begin(Instant when) {
    if (newest() == 0) {
      try {
        insert(1, fileText, TEXTS.get("version.first", fileName), null, null, when);
      } catch (DuplicateKeyException otherNode) {
        // Two nodes that start at once bring the same file.
      }
    }
  }

  /**
   * Adds a version, which is in force as soon as the transaction ends.
   *
   * @param expected number of the version that the change was made on
   * @param text whole YAML text of the new calendar
   * @param note what was changed, in words
   * @param basis decision or announcement
   * @param who account of the administrator
   * @return number of the new version
   * @throws PublishedMeanwhile if another version was added since
   * @throws BadData in Vietnamese if the text does not fit or a word is missing or too long
   */
  public int publish(
      int expected, String text, String note, String basis, String who, Instant when) {
    required("version.note", note, LONGEST_NOTE);
    required("version.basis", basis, LONGEST_BASIS);
    required("version.who", who, LONGEST_NAME);
    int number = expected + 1;
    read(text, TEXTS.get("version.file", number));
    int newest = newest();
    if (newest != expected) {
      throw new PublishedMeanwhile(expected, newest);
    }
    try {
      insert(number, text, note.strip(), basis.strip(), who, when);
    } catch (DuplicateKeyException raced) {
      throw new PublishedMeanwhile(expected, number);
    }
    return number;
  }

  /** One version, or empty if there is no such number. */
  public Optional<CalendarVersion> find(int number) {
    return jdbc
        .query("select * from calendar_version where version = ?", (r, n) -> version(r), number)
        .stream()
        .findFirst();
  }

  /** The newest version. */
  public CalendarVersion inForce() {
    return find(newest()).orElseThrow();
  }

  /** From which moment on each version has been in force, in the order of time. */
  NavigableMap<Instant, Integer> beginnings() {
    NavigableMap<Instant, Integer> beginnings = new TreeMap<>();
    jdbc.query(
        "select entered_at, version from calendar_version order by version",
        row -> {
          beginnings.put(row.getTimestamp(1).toInstant(), row.getInt(2));
        });
    return beginnings;
  }

  /** Every version, newest first. */
  public List<CalendarVersion> all() {
    return jdbc.query("select * from calendar_version order by version desc", (r, n) -> version(r));
  }

  /**
   * The calendar that came with this release, if it says something else than the calendar in force
   * and never was a version itself. It is not in force; an administrator may publish it.
   */
  public Optional<String> offered() {
    Integer known =
        jdbc.queryForObject(
            "select count(*) from calendar_version where digest = ?",
            Integer.class,
            digest(fileText));
    return known > 0 || data(fileText, fileName).equals(data(inForce().text(), fileName))
        ? Optional.empty()
        : Optional.of(fileText);
  }

  static WorkingCalendar read(String text, String name) {
    return WorkingCalendar.read(stream(text), name);
  }

  private static CalendarData data(String text, String name) {
    return DataFile.read(stream(text), name, CalendarData.class);
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private void insert(
      int number, String text, String note, String basis, String who, Instant when) {
    jdbc.update(
        """
        insert into calendar_version (version, content, digest, note, basis, entered_by, entered_at)
        values (?, ?, ?, ?, ?, ?, ?)""",
        number,
        text,
        digest(text),
        note,
        basis,
        who,
        Timestamp.from(when));
  }

  private static void required(String what, String words, int longest) {
    if (words == null || words.isBlank()) {
      throw new BadData(TEXTS.get("version.missing", TEXTS.get(what)));
    }
    if (words.strip().length() > longest) {
      throw new BadData(
          TEXTS.get("version.long", TEXTS.get(what), words.strip().length(), longest));
    }
  }

  private static CalendarVersion version(ResultSet row) throws SQLException {
    return new CalendarVersion(
        row.getInt("version"),
        row.getString("content"),
        row.getString("digest"),
        row.getString("note"),
        row.getString("basis"),
        row.getString("entered_by"),
        row.getTimestamp("entered_at").toInstant());
  }

  private static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
