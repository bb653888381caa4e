package vn.motcua.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.language.Texts;

/**
 * Intakes that were begun (hồ sơ đang nhập), each seen by the clerk alone who began it. A draft
 * becomes one dossier and never two: reception locks its row, and leaves the receipt in it.
 */
@Component
class Drafts {

  /** A form with a hundred papers is a tenth of it. */
  static final int LONGEST = 200_000;

  private static final Texts TEXTS = Texts.of("dossier");
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final int LONGEST_TITLE = 500;

  private final JdbcTemplate jdbc;
  private final ScanStore scans;
  private final ObjectMapper json;
  private final Clock clock;

  Drafts(JdbcTemplate jdbc, ScanStore scans, ObjectMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.scans = scans;
    this.json = json;
    this.clock = clock;
  }

  /** Those not yet received, the newest first, without their contents. */
  List<Draft> open(CurrentOfficial official) {
    return jdbc.query(
        "select id, title, '' as content, changed_at, dossier_code from intake_draft"
            + " where person = ? and dossier_code is null order by changed_at desc",
        Drafts::draft,
        official.userId());
  }

  /**
   * @throws UnknownDraft if there is none, or it is somebody else's
   */
  Draft mine(String id, CurrentOfficial official) {
    return jdbc
        .query(
            "select id, title, content, changed_at, dossier_code from intake_draft"
                + " where id = ? and person = ?",
            Drafts::draft,
            id,
            official.userId())
        .stream()
        .findFirst()
        .orElseThrow(UnknownDraft::new);
  }

  /**
   * Keeps what was typed. The page makes the id, so that nothing waits for the first answer.
   *
   * @throws UnknownDraft if the id is no id or is of somebody else's draft
   * @throws NotAllowed if the dossier is received already, or the content is too long
   */
  @Transactional
  public void keep(String id, String title, String content, CurrentOfficial official) {
    CounterUnits.needed(official);
    if (!ID.matcher(id).matches()) {
      throw new UnknownDraft();
    }
    if (content.length() > LONGEST) {
      throw new NotAllowed(TEXTS.get("draft.too-long", content.length(), LONGEST));
    }
    String called = title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title;
    OffsetDateTime now = Register.utc(clock.instant());
    int written =
        jdbc.update(
            "update intake_draft set title = ?, content = ?, changed_at = ?"
                + " where id = ? and person = ? and dossier_code is null",
            called,
            content,
            now,
            id,
            official.userId());
    if (written == 0) {
      refuseReceived(id, official);
      begin(id, called, content, now, official);
    }
  }

  private void refuseReceived(String id, CurrentOfficial official) {
    jdbc.queryForList(
            "select dossier_code from intake_draft where id = ? and person = ?",
            String.class,
            id,
            official.userId())
        .forEach(Drafts::refuseReceived);
  }

  private static void refuseReceived(String code) {
    if (code != null) {
      throw new NotAllowed(TEXTS.get("draft.received", code));
    }
  }

  private void begin(
      String id, String title, String content, OffsetDateTime now, CurrentOfficial official) {
    try {
      jdbc.update(
          "insert into intake_draft (id, person, title, content, changed_at) values (?,?,?,?,?)",
          id,
          official.userId(),
          title,
          content,
          now);
    } catch (DuplicateKeyException somebodyElses) {
      throw new UnknownDraft();
    }
  }

  /** Throws a draft away, with its scans. */
  @Transactional
  public void discard(String id, CurrentOfficial official) {
    lockOpen(id, official);
    scans.removeOfDraft(id);
    jdbc.update("delete from intake_draft where id = ?", id);
  }

  /**
   * Keeps others off a draft until the transaction ends.
   *
   * @throws NotAllowed if its dossier is received already
   */
  void lockOpen(String id, CurrentOfficial official) {
    List<String> codes =
        jdbc.queryForList(
            "select dossier_code from intake_draft where id = ? and person = ? for update",
            String.class,
            id,
            official.userId());
    if (codes.isEmpty()) {
      throw new UnknownDraft();
    }
    refuseReceived(codes.get(0));
  }

  /** What the applicant was told if the dossier is received already; nothing without a draft. */
  Optional<Receipt> receipt(String id, CurrentOfficial official) {
    return receipt(id, official, "");
  }

  /** The same, and keeps every other reception of this draft waiting until the transaction ends. */
  Optional<Receipt> claim(String id, CurrentOfficial official) {
    return receipt(id, official, " for update");
  }

  private Optional<Receipt> receipt(String id, CurrentOfficial official, String lock) {
    if (id == null) {
      return Optional.empty();
    }
    List<String> told =
        jdbc.queryForList(
            "select receipt from intake_draft where id = ? and person = ?" + lock,
            String.class,
            id,
            official.userId());
    if (told.isEmpty()) {
      throw new UnknownDraft();
    }
    return Optional.ofNullable(told.get(0)).map(this::read);
  }

  /** The draft has become a dossier: its scans go with it, and nothing personal stays behind. */
  void received(String id, Receipt receipt) {
    if (id == null) {
      return;
    }
    scans.hang(id, receipt.code());
    jdbc.update(
        "update intake_draft set title = '', content = '', dossier_code = ?, receipt = ?,"
            + " changed_at = ? where id = ?",
        receipt.code(),
        write(receipt),
        Register.utc(receipt.receivedAt()),
        id);
  }

  /** Takes away what nobody touched since; dossiers keep their scans. How many there were. */
  @Transactional
  public int removeUntouched(Instant since) {
    List<String> old =
        jdbc.queryForList(
            "select id from intake_draft where changed_at < ? for update",
            String.class,
            Register.utc(since));
    for (String id : old) {
      scans.removeOfDraft(id);
      jdbc.update("delete from intake_draft where id = ?", id);
    }
    return old.size();
  }

  private Receipt read(String told) {
    try {
      return json.readValue(told, Receipt.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private String write(Receipt receipt) {
    try {
      return json.writeValueAsString(receipt);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Draft draft(ResultSet row, int n) throws SQLException {
    return new Draft(
        row.getString("id"),
        row.getString("title"),
        row.getString("content"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
        row.getString("dossier_code"));
  }
}
