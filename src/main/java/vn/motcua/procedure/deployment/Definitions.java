package vn.motcua.procedure.deployment;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Reads the engine's table of process definitions. The engine's own query would read and keep the
 * whole model of every definition in its result, to show its documentation (docs/decisions/0003).
 */
@Component
class Definitions {

  /** Where the model of a definition is stored. */
  record Stored(String deployment, String resource) {}

  private final JdbcTemplate jdbc;

  Definitions(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** The newest active version of every procedure. */
  Collection<Entry> serving() {
    // Two queries and a map: H2 would join without an index, row by row.
    Map<String, String> names = new HashMap<>();
    jdbc.query(
        "select definition_key, name from deployed_model where kind = 'model' and name <> ''",
        result -> {
          names.put(result.getString(1), result.getString(2));
        });
    Map<String, Entry> newest = new LinkedHashMap<>();
    jdbc.query(
        """
        select ID_, KEY_, NAME_ from ACT_RE_PROCDEF
        where KEY_ like 'procedure-%' and SUSPENSION_STATE_ = 1 and TENANT_ID_ is null
        order by VERSION_""",
        result -> {
          String key = result.getString("KEY_");
          String name = names.getOrDefault(key, result.getString("NAME_"));
          newest.put(
              key, new Entry(key.substring(Entry.PREFIX.length()), result.getString("ID_"), name));
        });
    return newest.values();
  }

  Optional<Stored> find(String id) {
    List<Stored> found =
        jdbc.query(
            "select DEPLOYMENT_ID_, RESOURCE_NAME_ from ACT_RE_PROCDEF where ID_ = ?",
            (row, number) -> new Stored(row.getString(1), row.getString(2)),
            id);
    return found.stream().findFirst();
  }
}
