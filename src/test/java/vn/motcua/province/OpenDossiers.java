package vn.motcua.province;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A province's open dossiers on PostgreSQL, for measurements: some that were really received are
 * multiplied by SQL, with everything that belongs to them in the engine and in our own tables. A
 * hundred thousand take a minute or two; received one by one they would take an hour.
 *
 * <p>Knows no table by name. A table belongs to dossiers if it has one of {@link #OWNERS} or is the
 * register; a value is an id, and gets a number behind it in each copy, if it is the key of a row
 * that is copied. So new tables and columns are multiplied as well.
 */
public final class OpenDossiers {

  private static final Set<String> OWNERS =
      Set.of("proc_inst_id_", "process_instance_id_", "task_id_", "dossier_code");
  private static final String REGISTER = "dossier";
  private static final int COPIES_AT_ONCE = 50;

  private final JdbcTemplate jdbc;

  /** The tables and the columns that say to which dossier a row belongs. */
  private final Map<String, List<String>> tables = new LinkedHashMap<>();

  private OpenDossiers(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Makes as many open dossiers as wanted out of those that are there.
   *
   * @param data a PostgreSQL that nothing else uses meanwhile, as its superuser
   * @return how many there are now: a multiple of what was there
   */
  public static long multiply(DataSource data, long wanted) throws SQLException {
    try (var connection = data.getConnection()) {
      JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
      return new OpenDossiers(jdbc).multiply(wanted);
    }
  }

  private long multiply(long wanted) {
    long real = count();
    long copies = (wanted + real - 1) / real - 1;
    // What is copied refers to what is copied with it; asking for each row would double the time.
    jdbc.execute("set session_replication_role = replica");
    findTables();
    findIds();
    Map<String, String> inserts = new LinkedHashMap<>();
    tables.keySet().forEach(table -> inserts.put(table, insert(table)));
    List<String> indices = dropIndices();
    for (long from = 1; from <= copies; from += COPIES_AT_ONCE) {
      for (String insert : inserts.values()) {
        jdbc.update(insert, from, Math.min(copies, from + COPIES_AT_ONCE - 1));
      }
    }
    indices.forEach(jdbc::execute);
    jdbc.execute("set session_replication_role = default");
    jdbc.execute("vacuum analyze");
    return count();
  }

  private long count() {
    return jdbc.queryForObject(
        "select count(*) from act_ru_execution where id_ = root_proc_inst_id_", Long.class);
  }

  private void findTables() {
    jdbc.query(
        """
        select table_name, column_name from information_schema.columns
        where table_schema = current_schema() order by table_name, ordinal_position\
        """,
        row -> {
          String table = row.getString(1);
          String column = row.getString(2);
          if (OWNERS.contains(column) || table.equals(REGISTER) && column.equals("code")) {
            tables.computeIfAbsent(table, name -> new ArrayList<>()).add(column);
          }
        });
    tables.values().removeIf(List::isEmpty);
  }

  private void findIds() {
    jdbc.execute("create temp table own (id text primary key)");
    for (String table : tables.keySet()) {
      List<String> key =
          jdbc.queryForList(
              """
              select a.attname from pg_index i
              join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
              where i.indisprimary and i.indrelid = ?::regclass
              and a.atttypid = 'varchar'::regtype\
              """,
              String.class,
              table);
      if (key.size() == 1) {
        jdbc.update(
            "insert into own select "
                + key.get(0)
                + " from "
                + table
                + " where "
                + belongs(table)
                + " on conflict do nothing");
      }
    }
    jdbc.execute("analyze own");
  }

  /** A row belongs to a dossier if one of its owners is there. */
  private String belongs(String table) {
    return "coalesce(" + String.join(", ", tables.get(table)) + ") is not null";
  }

  /** Made again at the end, which is quicker than row by row. */
  private List<String> dropIndices() {
    List<String> again = new ArrayList<>();
    for (String table : tables.keySet()) {
      jdbc.query(
          """
          select indexrelid::regclass, pg_get_indexdef(indexrelid) from pg_index i
          where indrelid = ?::regclass and not indisprimary
          and not exists (select from pg_constraint where conindid = i.indexrelid)\
          """,
          row -> {
            jdbc.execute("drop index " + row.getString(1));
            again.add(row.getString(2));
          },
          table);
    }
    return again;
  }

  private String insert(String table) {
    Set<String> columns = new LinkedHashSet<>();
    Set<String> ids = new LinkedHashSet<>();
    jdbc.query(
        """
        select column_name, data_type from information_schema.columns
        where table_schema = current_schema() and table_name = ? and is_identity = 'NO'
        order by ordinal_position\
        """,
        row -> {
          columns.add(row.getString(1));
          if (row.getString(2).equals("character varying") && hasIds(table, row.getString(1))) {
            ids.add(row.getString(1));
          }
        },
        table);
    String staged = "staged_" + table;
    List<String> kept = new ArrayList<>();
    List<String> copied = new ArrayList<>();
    for (String column : columns) {
      boolean id = ids.contains(column);
      kept.add(
          id
              ? "%1$s, exists (select from own where id = %1$s) as own_%1$s".formatted(column)
              : column);
      copied.add(
          id ? "case when own_%1$s then %1$s || '-' || n else %1$s end".formatted(column) : column);
    }
    jdbc.execute(
        "create temp table %s as select %s from %s where %s"
            .formatted(staged, String.join(", ", kept), table, belongs(table)));
    return "insert into %s (%s) select %s from %s, generate_series(?, ?) n"
        .formatted(table, String.join(", ", columns), String.join(", ", copied), staged);
  }

  private boolean hasIds(String table, String column) {
    return jdbc.queryForObject(
        "select exists (select from %s join own on own.id = %s)".formatted(table, column),
        Boolean.class);
  }
}
