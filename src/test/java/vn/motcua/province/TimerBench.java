package vn.motcua.province;

import com.sun.management.OperatingSystemMXBean;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A province at five in the afternoon: 100,000 open dossiers, 10,000 of them due at the same
 * moment, while officials go on working. Ours beside stock Camunda 7.24 with the same models on the
 * same PostgreSQL in the same run, each node in a JVM of its own. Prints a table; asserts only that
 * nothing is lost and nothing fires twice.
 *
 * <p>Smaller, for a trial: {@code -Ddossiers=5000 -Ddue=500}.
 */
@Tag("bench")
class TimerBench {

  private static final int DOSSIERS = Integer.getInteger("dossiers", 100_000);
  private static final int DUE = Integer.getInteger("due", 10_000);
  private static final int RECEIVED = 200;
  private static final int PROCEDURES = 20;
  private static final int ACTS_A_SECOND = 5;

  /** Stock is not awaited to the end: its rate in this time is extrapolated. */
  private static final int SAMPLE_SECONDS = 60;

  private static final int MOST_SECONDS = 300;

  /** Timers fired before by each node, so that the compiler has had its say. */
  private static final int WARM_UP = Math.min(DUE, 4000);

  /** Stock would need minutes for as many. */
  private static final int WARM_UP_OF_STOCK = WARM_UP / 4;

  private static final Path TASKSET = Path.of("/usr/bin/taskset");
  private static final int[] FUTURE = {
    DOSSIERS / 10, DOSSIERS, 10 * DOSSIERS,
  };
  private static final int DUE_AMONG_FUTURE = DOSSIERS / 50;
  private static final String SOME_DAY =
      "now() + interval '80 days' + random() * interval '1 year'";

  @TempDir Path work;
  private final List<String> table = new ArrayList<>();
  private EmbeddedPostgres postgres;
  private Path models;

  /** What a node said, and a way to tell it to go on. */
  private record Node(Process process, BufferedReader lines, Map<String, Double> results) {

    double result(String name) {
      return results.get(name);
    }

    void go() throws IOException {
      process.outputWriter().append("go\n").flush();
    }
  }

  /** Timers fired a second, and how long officials waited meanwhile. */
  private record Fired(double rate, double p95) {}

  @Test
  void tenThousandDueAtOnce() throws Exception {
    onPostgres(
        () -> {
          for (String who : List.of("ours", "stock")) {
            manyOpen(who);
          }
          countMarks(db("ours"));
          Fired stock = fire("stock", "stock", 1, false);
          Fired ours = fire("ours", "ours", 1, false);
          row("Nhanh hơn stock, lần (mục tiêu ≥ 12)", ours.rate() / stock.rate());
          row("Cán bộ trong lúc đó, p95 ms: ours, stock", ours.p95(), stock.p95());
          twoNodesBesideOne(ours);
        });
  }

  /** What it costs to find due timers, with none and with many due, among more and more others. */
  @Test
  void findingDoesNotGrow() throws Exception {
    onPostgres(
        () -> {
          for (String who : List.of("ours", "stock")) {
            Node node = start("", who, "acquire", who.equals("ours") ? 100 : 3);
            until(node, "READY");
            JdbcTemplate db = db(who);
            // The rows that follow belong to no dossier.
            db.execute("alter table ACT_RU_JOB disable trigger all");
            for (int future : FUTURE) {
              addFuture(db, future);
              find(node, db, "%s: tìm trong %,d về sau, không có gì".formatted(who, future));
              makeDue(db, DUE_AMONG_FUTURE);
              find(node, db, "%s: tìm trong %,d về sau, nhiều".formatted(who, future));
            }
            node.process.outputWriter().close();
            until(node, null);
          }
        });
  }

  private interface Measured {
    void run() throws Exception;
  }

  private void onPostgres(Measured measured) throws Exception {
    models = SomeModels.copy(PROCEDURES, work.resolve("models"));
    try (EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setServerConfig("shared_preload_libraries", "pg_stat_statements")
            .start()) {
      postgres = server;
      for (String who : List.of("ours", "stock")) {
        db("postgres").execute("create database " + who);
        db(who).execute("create extension pg_stat_statements");
        until(start("", who, "receive", RECEIVED), null);
      }
      measured.run();
    }
    System.out.println(String.join("\n", table));
  }

  private void manyOpen(String who) throws Exception {
    long begin = System.nanoTime();
    long open = OpenDossiers.multiply(postgres.getDatabase("postgres", who), DOSSIERS);
    row(who + ": hồ sơ đang mở, dựng trong s", open, (System.nanoTime() - begin) / 1e9);
    db(who).update("update ACT_RU_JOB set DUEDATE_ = DUEDATE_ + interval '90 days'");
    db(who).execute("vacuum analyze");
  }

  /** Each mark that a timer leaves in the register is written down, twice if it is made twice. */
  private static void countMarks(JdbcTemplate db) {
    db.execute(
        """
        create table fired (dossier_code varchar(60) not null);
        create function note_fired() returns trigger language plpgsql as $$ begin
          insert into fired values (new.code); return new; end $$;
        create trigger note_fired after update of overdue_noted_at on dossier
          for each row execute function note_fired()\
        """);
  }

  /**
   * Nodes of a province have machines of their own. Here two nodes and the database share the
   * processors of one machine, which one node alone fills already; so each node is also held to a
   * processor of its own, the database to none.
   */
  private void twoNodesBesideOne(Fired one) throws Exception {
    Fired two = fire("ours", "2 nút, không ghim", 2, false);
    row("Hai nút so với một, không ghim vào bộ xử lý nào, lần", two.rate() / one.rate());
    if (!Files.isExecutable(TASKSET) || Runtime.getRuntime().availableProcessors() < 2) {
      row("Hai nút, ghim: máy này không có taskset hoặc chỉ có một bộ xử lý");
      return;
    }
    Fired heldOne = fire("ours", "1 nút ghim vào bộ xử lý 0, CSDL không ghim", 1, true);
    Fired heldTwo = fire("ours", "2 nút ghim vào bộ xử lý 0 và 1, CSDL không ghim", 2, true);
    row("Hai nút so với một, mỗi nút một bộ xử lý, lần", heldTwo.rate() / heldOne.rate());
  }

  private Fired fire(String who, String name, int nodes, boolean held) throws Exception {
    JdbcTemplate db = db(who);
    boolean isOurs = who.equals("ours");
    makeDue(db, isOurs ? nodes * WARM_UP : WARM_UP_OF_STOCK);
    List<Node> started = new ArrayList<>();
    for (int i = 0; i < nodes; i++) {
      String seconds = String.valueOf(isOurs ? MOST_SECONDS : SAMPLE_SECONDS);
      String processor = held ? String.valueOf(i) : "";
      started.add(start(processor, who, "fire", i == 0 ? ACTS_A_SECOND : 0, seconds));
    }
    for (Node node : started) {
      until(node, "READY");
    }
    if (isOurs) {
      db.execute("truncate fired");
    }
    makeDue(db, DUE);
    db.execute("select pg_stat_statements_reset()");
    var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    machine.getCpuLoad();
    for (Node node : started) {
      node.go();
    }
    double time = 0;
    for (Node node : started) {
      until(node, null);
      time = Math.max(time, node.result("seconds"));
    }
    double busy = machine.getCpuLoad();
    long left = due(db);
    Fired fired = new Fired((DUE - left) / time, started.get(0).result("busy-p95"));
    row(name + ": đã chạy, trong s", DUE - left, time);
    row(name + ": mỗi giây; " + DUE + " cần s", fired.rate(), DUE / fired.rate());
    row(name + ": lệnh SQL mỗi hẹn giờ", statements(db) / (DUE - left));
    row(name + ": lần tìm; lần giành nhau một hẹn giờ", searches(db), collisions(db));
    row(name + ": bộ xử lý bận, % của cả máy", 100 * busy);
    Node first = started.get(0);
    row(name + ": cán bộ, p95 ms trước; trong lúc đó", first.result("quiet-p95"), fired.p95());
    row(
        name + ": cán bộ, số việc; bị hệ thống từ chối",
        first.result("busy-acts"),
        first.result("busy-refused"));
    if (isOurs) {
      exactlyOnce(db, left);
    }
    return fired;
  }

  private static final String OF_THIS_DATABASE =
      " dbid = (select oid from pg_database where datname = current_database())";

  private static double statements(JdbcTemplate db) {
    return db.queryForObject(
        "select sum(calls) from pg_stat_statements where query not like '%count(*)%' and"
            + OF_THIS_DATABASE,
        Double.class);
  }

  private static double searches(JdbcTemplate db) {
    return db.queryForObject(
        "select coalesce(sum(calls), 0) from pg_stat_statements"
            + " where query ilike '%from act_ru_job res%j2.%' and"
            + OF_THIS_DATABASE,
        Double.class);
  }

  /** Nodes, or a node and an official, that reached for a timer which another had just taken. */
  private static double collisions(JdbcTemplate db) {
    return db.queryForObject(
        "select coalesce(sum(calls - rows), 0) from pg_stat_statements"
            + " where query ilike 'update act_ru_job%lock_owner_%' and"
            + OF_THIS_DATABASE,
        Double.class);
  }

  private void exactlyOnce(JdbcTemplate db, long left) {
    Map<String, Object> fired =
        db.queryForMap("select count(*) n, count(distinct dossier_code) of from fired");
    long failed =
        db.queryForObject("select count(*) from ACT_RU_JOB where RETRIES_ < 3", Long.class);
    row("  ghi quá hạn; số hồ sơ khác nhau", number(fired, "n"), number(fired, "of"));
    row("  còn lại; lỗi", left, failed);
    if (number(fired, "n") != DUE || number(fired, "of") != DUE || left != 0 || failed != 0) {
      throw new AssertionError("Lost or fired twice: " + fired + ", left " + left + ", " + failed);
    }
  }

  private static double number(Map<String, Object> row, String column) {
    return ((Number) row.get(column)).doubleValue();
  }

  /** So many due timers that have a future become due at the same moment, just now. */
  private static void makeDue(JdbcTemplate db, int amount) {
    Timestamp now = Timestamp.from(Instant.now().minusSeconds(1));
    int made =
        db.update(
            "update ACT_RU_JOB set DUEDATE_ = ? where ID_ in (select j.ID_ from ACT_RU_JOB j"
                + " join ACT_RU_JOBDEF d on d.ID_ = j.JOB_DEF_ID_ and d.ACT_ID_ = 'due-time'"
                + " where j.DUEDATE_ > ? and j.DUEDATE_ < '2900-01-01'"
                + " order by md5(j.ID_) limit ?)",
            now,
            now,
            amount);
    if (made != amount) {
      throw new IllegalStateException("Only " + made + " timers left");
    }
    db.execute("analyze ACT_RU_JOB");
  }

  private static long due(JdbcTemplate db) {
    return db.queryForObject(
        "select count(*) from ACT_RU_JOB where DUEDATE_ <= ? and RETRIES_ > 0",
        Long.class,
        Timestamp.from(Instant.now()));
  }

  /**
   * Copies the jobs of the dossiers that were received until there are so many, none of them due.
   */
  private static void addFuture(JdbcTemplate db, int future) {
    List<String> columns =
        db.queryForList(
            "select column_name from information_schema.columns where table_name = 'act_ru_job'"
                + " and table_schema = current_schema() order by ordinal_position",
            String.class);
    List<String> copied =
        columns.stream()
            .map(
                column ->
                    switch (column) {
                      case "id_", "process_instance_id_", "root_proc_inst_id_" ->
                          "cast(gen_random_uuid() as varchar)";
                      case "duedate_" ->
                          "case when duedate_ < '2900-01-01' then %s else duedate_ end"
                              .formatted(SOME_DAY);
                      default -> column;
                    })
            .toList();
    // Those that were made due for the step before.
    db.update("update ACT_RU_JOB set DUEDATE_ = " + SOME_DAY + " where DUEDATE_ < now()");
    long there = db.queryForObject("select count(*) from ACT_RU_JOB", Long.class);
    // Made again at the end, which is quicker than row by row.
    List<String> indices = dropIndices(db);
    db.update(
        "insert into ACT_RU_JOB (%s) select %s from (select * from ACT_RU_JOB order by ID_ limit ?)"
                .formatted(String.join(", ", columns), String.join(", ", copied))
            + " jobs, generate_series(1, ?) n",
        RECEIVED,
        (future - there) / RECEIVED);
    indices.forEach(db::execute);
    db.execute("vacuum analyze ACT_RU_JOB");
  }

  private static List<String> dropIndices(JdbcTemplate db) {
    List<Map<String, Object>> indices =
        db.queryForList(
            """
            select cast(indexrelid::regclass as varchar) as name, pg_get_indexdef(indexrelid) as made
            from pg_index i where indrelid = 'act_ru_job'::regclass and not indisprimary
            and not exists (select from pg_constraint where conindid = i.indexrelid)\
            """);
    indices.forEach(index -> db.execute("drop index " + index.get("name")));
    return indices.stream().map(index -> (String) index.get("made")).toList();
  }

  private void find(Node node, JdbcTemplate db, String what) throws Exception {
    db.execute("select pg_stat_statements_reset()");
    node.go();
    until(node, "READY");
    Map<String, Object> cost =
        db.queryForMap(
            "select mean_exec_time ms, (shared_blks_hit + shared_blks_read) / calls blocks"
                + " from pg_stat_statements where query ilike '%from act_ru_job res%j2.%' and"
                + OF_THIS_DATABASE
                + " order by calls desc limit 1");
    row(what + ", ms; trang", number(cost, "ms"), number(cost, "blocks"));
  }

  private JdbcTemplate db(String name) {
    return new JdbcTemplate(postgres.getDatabase("postgres", name));
  }

  /** A node in a JVM of its own, held to one processor if that is not empty. */
  private Node start(String processor, String who, String what, int amount, String... more)
      throws IOException {
    List<String> command = new ArrayList<>();
    if (!processor.isEmpty()) {
      command.addAll(List.of(TASKSET.toString(), "-c", processor));
    }
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx1g",
            "-Duser.timezone=Asia/Ho_Chi_Minh",
            "-Dfile.encoding=UTF-8",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            TimerNode.class.getName(),
            who,
            what,
            postgres.getJdbcUrl("postgres", who)
                + (who.equals("stock") ? "" : "&reWriteBatchedInserts=true"),
            models.toString(),
            String.valueOf(amount)));
    command.addAll(List.of(more));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new Node(process, process.inputReader(), new HashMap<>());
  }

  /** Reads until a line comes, or to the end. */
  private static void until(Node node, String wanted) throws Exception {
    List<String> said = new ArrayList<>();
    for (String line = node.lines.readLine(); line != null; line = node.lines.readLine()) {
      said.add(line);
      if (line.startsWith("RESULT ")) {
        String[] parts = line.substring(7).split("=");
        node.results.put(parts[0], Double.valueOf(parts[1]));
      }
      if (line.equals(wanted)) {
        return;
      }
    }
    if (wanted != null || node.process.waitFor() != 0) {
      throw new IllegalStateException(String.join("\n", said));
    }
  }

  private void row(String what, double... figures) {
    StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-75s", what));
    for (double figure : figures) {
      row.append(String.format(Locale.ROOT, " %,12.2f", figure));
    }
    table.add(row.toString());
    System.out.println(row);
  }
}
