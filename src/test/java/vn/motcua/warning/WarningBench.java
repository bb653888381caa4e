package vn.motcua.warning;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.motcua.Application;

/**
 * The round of a morning over 100,000 open dossiers on PostgreSQL, a third of them late: how long
 * it takes and how much memory it holds, the first time (every warning is new) and the next day.
 */
@Tag("bench")
class WarningBench {

  private static final int DOSSIERS = 100_000;

  @Test
  void aMorningWithAHundredThousandOpenDossiers() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
        ConfigurableApplicationContext node = node(postgres)) {
      Province.Work work = node.getBean(Province.Work.class);
      work.people();
      work.appraising();
      multiply(node.getBean(JdbcTemplate.class));
      Round round = node.getBean(Round.class);
      Digests digests = node.getBean(Digests.class);

      work.time().at(27, 11, 7, 0);
      measure("first morning", node, round);
      work.time().at(30, 11, 7, 0);
      measure("next morning", node, round);
      work.time().at(30, 11, 7, 10);
      measure("later round of the same day", node, round);
      assertThat(digests.newest("giamdoc").orElseThrow().content().items()).hasSize(Bundle.MOST);
    }
  }

  private static void measure(String what, ConfigurableApplicationContext node, Round round)
      throws InterruptedException {
    System.gc();
    long before = used();
    Peak peak = Peak.begin();
    long start = System.nanoTime();
    round.go();
    double seconds = (System.nanoTime() - start) / 1e9;
    JdbcTemplate jdbc = node.getBean(JdbcTemplate.class);
    System.out.printf(
        Locale.ROOT,
        "WARNING ROUND %s: %,d open dossiers in %.1f s, heap at most +%d MB, %,d warnings so far%n",
        what,
        DOSSIERS,
        seconds,
        (peak.end() - before) >> 20,
        jdbc.queryForObject("select count(*) from warning", Long.class));
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** Highest heap after a collection, looked at while the round runs. */
  private static final class Peak {
    private volatile boolean over;
    private volatile long highest;
    private final Thread looking = new Thread(this::look);

    static Peak begin() {
      Peak peak = new Peak();
      peak.looking.setDaemon(true);
      peak.looking.start();
      return peak;
    }

    private void look() {
      while (!over) {
        System.gc();
        highest = Math.max(highest, used());
        try {
          Thread.sleep(500);
        } catch (InterruptedException e) {
          return;
        }
      }
    }

    long end() throws InterruptedException {
      over = true;
      looking.join();
      return highest;
    }
  }

  /** One real dossier a hundred thousand times, begun on different days. */
  private static void multiply(JdbcTemplate jdbc) {
    String no = "lpad(n::text, 6, '0')";
    String shift = "make_interval(hours => n % 72)";
    String all = " cross join generate_series(1, " + (DOSSIERS - 1) + ") n";
    copy(jdbc, "dossier", all, "code", "'H49.20-X-' || " + no);
    copy(
        jdbc,
        "dossier_clock",
        all,
        "dossier_code",
        "'H49.20-X-' || " + no,
        "instance_id",
        "'i' || " + no,
        "due_at",
        "due_at - " + shift,
        "half_at",
        "half_at - " + shift,
        "warn_at",
        "warn_at - " + shift);
    jdbc.execute("alter table ACT_RU_EXECUTION disable trigger all");
    jdbc.execute("alter table ACT_RU_TASK disable trigger all");
    copy(
        jdbc,
        "act_ru_execution",
        all,
        "id_",
        "case when parent_id_ is null then 'i' || " + no + " else id_ || " + no + " end",
        "root_proc_inst_id_",
        "'i' || " + no,
        "proc_inst_id_",
        "'i' || " + no,
        "parent_id_",
        "case when parent_id_ is null then null else 'i' || " + no + " end");
    copy(
        jdbc,
        "act_ru_task",
        all,
        "id_",
        "id_ || " + no,
        "proc_inst_id_",
        "'i' || " + no,
        "execution_id_",
        "case when execution_id_ = proc_inst_id_ then 'i' || "
            + no
            + " else execution_id_ || "
            + no
            + " end",
        "due_date_",
        "due_date_ - " + shift);
    jdbc.execute("analyze");
  }

  /** Copies the rows of a table, some columns by an expression. */
  private static void copy(JdbcTemplate jdbc, String table, String all, String... changed) {
    var columns =
        jdbc.queryForList(
            "select column_name from information_schema.columns where table_name = ?"
                + " and table_schema = 'public'",
            String.class,
            table);
    var values = new java.util.ArrayList<>(columns);
    for (int i = 0; i < changed.length; i += 2) {
      values.set(columns.indexOf(changed[i]), changed[i + 1]);
    }
    jdbc.execute(
        "insert into "
            + table
            + " ("
            + String.join(",", columns)
            + ") select "
            + String.join(",", values)
            + " from "
            + table
            + all);
  }

  private static ConfigurableApplicationContext node(EmbeddedPostgres postgres) {
    return new SpringApplicationBuilder(Application.class, Province.class)
        .run(
            "--server.port=0",
            "--spring.datasource.url="
                + postgres.getJdbcUrl("postgres", "postgres")
                + "&reWriteBatchedInserts=true",
            "--spring.datasource.username=postgres",
            "--motcua.models=" + Province.models(),
            "--motcua.warning.first=PT24H",
            "--camunda.bpm.job-execution.enabled=false");
  }
}
