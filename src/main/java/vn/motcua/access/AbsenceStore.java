package vn.motcua.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The tables of absences. Rows are only ever added. */
@Component
class AbsenceStore {

  private static final String ALL =
      "select a.*, p.post, b.at as begun_at, e.at as ended_at, e.person as ended_by"
          + " from absence a"
          + " left join absence_post p on p.absence_id = a.id"
          + " left join absence_mark b on b.absence_id = a.id and b.kind = 'begun'"
          + " left join absence_mark e on e.absence_id = a.id and e.kind = 'ended'";

  private final JdbcTemplate jdbc;

  AbsenceStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Those that are not over, or whose end has not been dealt with, in order of their beginning. */
  List<Absence> open() {
    return read(ALL + " where e.at is null order by a.from_at, a.id, p.post");
  }

  /** Those that were in force at some time from this moment on, newest first. */
  List<Absence> since(Instant moment) {
    return read(ALL + " where a.to_at > ? order by a.from_at desc, a.id desc, p.post", utc(moment));
  }

  /** One absence; none if there is none with this id. */
  List<Absence> find(long id) {
    return read(ALL + " where a.id = ? order by p.post", id);
  }

  long add(Absence a) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.update(
        connection -> {
          var insert =
              connection.prepareStatement(
                  "insert into absence (person, substitute, from_at, to_at, all_posts, reason,"
                      + " entered_by, entered_at) values (?,?,?,?,?,?,?,?)",
                  new String[] {"id"});
          Object[] values = {
            a.person(),
            a.substitute(),
            utc(a.from()),
            utc(a.to()),
            a.posts().isEmpty(),
            a.reason(),
            a.enteredBy(),
            utc(a.enteredAt())
          };
          for (int i = 0; i < values.length; i++) {
            insert.setObject(i + 1, values[i]);
          }
          return insert;
        },
        key);
    long id = key.getKey().longValue();
    a.posts()
        .forEach(
            p -> jdbc.update("insert into absence_post (absence_id, post) values (?,?)", id, p));
    return id;
  }

  /** False if it was marked so before, by whatever node. */
  boolean mark(long id, String kind, Instant at, String person) {
    try {
      jdbc.update(
          "insert into absence_mark (absence_id, kind, at, person) values (?,?,?,?)",
          id,
          kind,
          utc(at),
          person);
      return true;
    } catch (DuplicateKeyException marked) {
      return false;
    }
  }

  private List<Absence> read(String sql, Object... values) {
    Map<Long, Absence> first = new LinkedHashMap<>();
    Map<Long, List<String>> posts = new LinkedHashMap<>();
    jdbc.query(
        sql,
        row -> {
          Absence a = absence(row);
          first.putIfAbsent(a.id(), a);
          List<String> own = posts.computeIfAbsent(a.id(), id -> new ArrayList<>());
          if (row.getString("post") != null) {
            own.add(row.getString("post"));
          }
        },
        values);
    return first.values().stream().map(a -> with(a, posts.get(a.id()))).toList();
  }

  private static Absence with(Absence a, List<String> posts) {
    return new Absence(
        a.id(),
        a.person(),
        a.substitute(),
        a.from(),
        a.to(),
        posts,
        a.reason(),
        a.enteredBy(),
        a.enteredAt(),
        a.begun(),
        a.endedAt(),
        a.endedBy());
  }

  private static Absence absence(ResultSet row) throws SQLException {
    return new Absence(
        row.getLong("id"),
        row.getString("person"),
        row.getString("substitute"),
        at(row, "from_at"),
        at(row, "to_at"),
        List.of(),
        row.getString("reason"),
        row.getString("entered_by"),
        at(row, "entered_at"),
        at(row, "begun_at") != null,
        at(row, "ended_at"),
        row.getString("ended_by"));
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }

  private static OffsetDateTime utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
