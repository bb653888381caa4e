package vn.motcua.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The people of units, with the posts they hold there, in one statement however many they are. Safe
 * for use by many threads.
 */
@Component
public class Staff {

  private final JdbcTemplate jdbc;

  Staff(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A person of a unit.
   *
   * @param posts those held in the units that were asked for
   */
  public record Member(String userId, String name, Set<String> posts) {
    public Member {
      posts = Set.copyOf(posts);
    }
  }

  /** Whoever holds a post in one of these units, by name. */
  public List<Member> of(Collection<String> units) {
    if (units.isEmpty()) {
      return List.of();
    }
    List<Object> patterns = new ArrayList<>();
    units.forEach(unit -> patterns.add(unit + ".%"));
    String any = String.join(" or ", units.stream().map(u -> "m.GROUP_ID_ like ?").toList());
    Map<String, Member> found = new LinkedHashMap<>();
    jdbc.query(
        "select m.USER_ID_, m.GROUP_ID_, u.FIRST_, u.LAST_ from ACT_ID_MEMBERSHIP m"
            + " join ACT_ID_USER u on u.ID_ = m.USER_ID_ where "
            + any
            + " order by u.LAST_, u.FIRST_, u.ID_",
        row -> {
          String id = row.getString(1);
          Member before = found.get(id);
          Set<String> posts = new TreeSet<>(before == null ? Set.of() : before.posts());
          posts.add(row.getString(2));
          found.put(id, new Member(id, name(id, row.getString(3), row.getString(4)), posts));
        },
        patterns.toArray());
    return List.copyOf(found.values());
  }

  private static String name(String id, String family, String given) {
    String name = ((family == null ? "" : family) + " " + (given == null ? "" : given)).strip();
    return name.isEmpty() ? id : name;
  }
}
