package vn.motcua.warning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.motcua.warning.Digest.State;

/**
 * The tables of digests. A node claims a day before it gathers and a digest before it sends, each
 * with one statement, so that of two nodes one does it; a claim whose node died is free again after
 * half an hour.
 */
@Component
class Digests {

  static final Duration CLAIM = Duration.ofMinutes(30);

  /** Before a digest that failed is tried again. */
  static final Duration PAUSE = Duration.ofMinutes(5);

  /** May be sent: in line, failed a while ago, or claimed by a node that seems dead. */
  private static final String FREE =
      "(state = 'WAITING' or state = 'FAILED' and claimed_at < ?"
          + " or state = 'CLAIMED' and claimed_at < ?)";

  private static final int MOST_PROBLEM = 1000;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcTemplate jdbc;

  Digests(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** True if this node is to gather the digests of the day. */
  boolean claimDay(LocalDate day, Instant now) {
    Date on = Date.valueOf(day);
    Long known =
        jdbc.queryForObject("select count(*) from digest_day where on_day = ?", Long.class, on);
    if (known != null && known > 0) {
      return jdbc.update(
              "update digest_day set claimed_at = ? where on_day = ? and gathered_at is null"
                  + " and claimed_at < ?",
              Warnings.utc(now),
              on,
              Warnings.utc(now.minus(CLAIM)))
          == 1;
    }
    try {
      jdbc.update(
          "insert into digest_day (on_day, claimed_at) values (?, ?)", on, Warnings.utc(now));
      return true;
    } catch (DuplicateKeyException otherNodeWasFirst) {
      return false;
    }
  }

  /** Gathering failed: any node may try again at once. */
  void releaseDay(LocalDate day) {
    jdbc.update(
        "update digest_day set claimed_at = ? where on_day = ? and gathered_at is null",
        Warnings.utc(Instant.EPOCH),
        Date.valueOf(day));
  }

  void gathered(LocalDate day, Instant now) {
    jdbc.update(
        "update digest_day set gathered_at = ? where on_day = ?",
        Warnings.utc(now),
        Date.valueOf(day));
  }

  /** Puts a digest in line; one that is there stays as it is. */
  void add(String person, LocalDate day, Content content) {
    try {
      jdbc.update(
          "insert into digest (person, on_day, state, content, attempts) values (?, ?, ?, ?, 0)",
          person,
          Date.valueOf(day),
          State.WAITING.name(),
          written(content));
    } catch (DuplicateKeyException fromANodeThatDied) {
      // it says the same
    }
  }

  /** Claims the next digest of the day to be sent; empty if there is none at this moment. */
  Optional<Digest> claim(LocalDate day, Instant now) {
    while (true) {
      List<Digest> next =
          jdbc.query(
              "select * from digest where on_day = ? and " + FREE + " order by person limit 1",
              Digests::digest,
              Date.valueOf(day),
              Warnings.utc(now.minus(PAUSE)),
              Warnings.utc(now.minus(CLAIM)));
      if (next.isEmpty()) {
        return Optional.empty();
      }
      int claimed =
          jdbc.update(
              "update digest set state = ?, claimed_at = ?, attempts = attempts + 1"
                  + " where on_day = ? and person = ? and "
                  + FREE,
              State.CLAIMED.name(),
              Warnings.utc(now),
              Date.valueOf(day),
              next.get(0).person(),
              Warnings.utc(now.minus(PAUSE)),
              Warnings.utc(now.minus(CLAIM)));
      if (claimed == 1) {
        return Optional.of(next.get(0));
      }
    }
  }

  void sent(Digest digest, String address, Instant now) {
    end(digest, State.SENT, address, now, null);
  }

  void failed(Digest digest, String address, String problem) {
    String words = String.valueOf(problem);
    end(
        digest,
        State.FAILED,
        address,
        null,
        words.substring(0, Math.min(words.length(), MOST_PROBLEM)));
  }

  void notSent(Digest digest, State why) {
    end(digest, why, null, null, null);
  }

  private void end(Digest digest, State state, String address, Instant sentAt, String problem) {
    jdbc.update(
        "update digest set state = ?, address = ?, sent_at = ?, problem = ?"
            + " where on_day = ? and person = ?",
        state.name(),
        address,
        Warnings.utc(sentAt),
        problem,
        Date.valueOf(digest.day()),
        digest.person());
  }

  /** Lets go what digests said before a day. Who was warned of what stays. */
  void forget(LocalDate before) {
    jdbc.update(
        "update digest set content = null where on_day < ? and content is not null",
        Date.valueOf(before));
  }

  /** The newest digest of a person. */
  Optional<Digest> newest(String person) {
    return jdbc
        .query(
            "select * from digest where person = ? order by on_day desc limit 1",
            Digests::digest,
            person)
        .stream()
        .findFirst();
  }

  /** How many digests stand where, by day, the newest day first. */
  Map<LocalDate, Map<State, Long>> counts(int days) {
    Map<LocalDate, Map<State, Long>> all = new LinkedHashMap<>();
    jdbc.query(
        "select on_day, state, count(*) as many from digest where on_day in (select on_day from"
            + " digest_day order by on_day desc limit ?) group by on_day, state"
            + " order by on_day desc, state",
        row -> {
          all.computeIfAbsent(row.getDate("on_day").toLocalDate(), d -> new LinkedHashMap<>())
              .put(State.valueOf(row.getString("state")), row.getLong("many"));
        },
        days);
    return all;
  }

  /** Digests of a day that did not go out. */
  List<Digest> notSent(LocalDate day, int most) {
    return jdbc.query(
        "select * from digest where on_day = ? and state in ('FAILED', 'NO_ADDRESS')"
            + " order by state, person limit ?",
        Digests::digest,
        Date.valueOf(day),
        most);
  }

  private static Digest digest(ResultSet row, int n) throws SQLException {
    OffsetDateTime sent = row.getObject("sent_at", OffsetDateTime.class);
    return new Digest(
        row.getString("person"),
        row.getDate("on_day").toLocalDate(),
        State.valueOf(row.getString("state")),
        row.getString("address"),
        read(row.getString("content")),
        row.getInt("attempts"),
        sent == null ? null : sent.toInstant(),
        row.getString("problem"));
  }

  private static String written(Content content) {
    try {
      return JSON.writeValueAsString(content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Content read(String content) {
    try {
      return content == null ? null : JSON.readValue(content, Content.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
