package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.motcua.access.CurrentOfficial;

/**
 * How long it takes to find a page of dossiers among a hundred thousand, two fifths of them open,
 * for each kind of person and of question, on PostgreSQL. A quick trial: {@code -Ddossiers=5000}.
 */
@Tag("bench")
class FindingBench {

  private static final int DOSSIERS = Integer.getInteger("dossiers", 100_000);
  private static final int TIMES = Integer.getInteger("times", 60);
  private static final int WARM = TIMES / 2;

  /** Milliseconds of a page with everything on it, at the 95th of a hundred. */
  private static final double GOAL = 50;

  private static final List<String> QUESTIONS =
      List.of(
          "",
          "nguyen van a",
          "nguyễn văn an",
          "le thi hoa",
          "an",
          "nguyen an",
          "hoa le",
          "02219005",
          "0912004",
          "0007",
          "tran van binh",
          "khong co ai");

  @Test
  void findsAPageAmongAHundredThousand() throws Exception {
    try (EmbeddedPostgres postgres =
            EmbeddedPostgres.builder()
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .start();
        ConfigurableApplicationContext node =
            new SpringApplicationBuilder(DossierOnly.class)
                .initializers(new ModelsForTests())
                .run(
                    "--server.port=0",
                    "--spring.datasource.url="
                        + postgres.getJdbcUrl("postgres", "postgres")
                        + "&reWriteBatchedInserts=true",
                    "--spring.datasource.username=postgres",
                    "--camunda.bpm.job-execution.enabled=false")) {
      JdbcTemplate jdbc = node.getBean(JdbcTemplate.class);
      fill(jdbc, node.getBean(Counter.class));
      jdbc.execute("create extension pg_stat_statements");
      FoundDossiers found = node.getBean(FoundDossiers.class);
      System.out.printf(
          "%nA page of 50 among %,d dossiers, p95 in ms, goal %.0f"
              + " (mean in the database; how many)%n",
          DOSSIERS, GOAL);
      double worst = 0;
      for (CurrentOfficial person : people()) {
        StringBuilder line = new StringBuilder();
        for (String words : QUESTIONS) {
          for (Standing standing :
              words.isEmpty()
                  ? List.of(Standing.OPEN, Standing.OVERDUE, Standing.ENDED)
                  : List.of(Standing.ALL)) {
            jdbc.execute("select pg_stat_statements_reset()");
            double[] taken = measure(found, Question.of(words, standing), person);
            double inDatabase =
                jdbc.queryForObject(
                        "select sum(total_exec_time) from pg_stat_statements", Double.class)
                    / (WARM + TIMES);
            worst = Math.max(worst, taken[0]);
            line.append(
                String.format(
                    "  %s %.1f (%.1f; %.0f)",
                    words.isEmpty() ? standing.word() : words, taken[0], inDatabase, taken[1]));
          }
        }
        System.out.printf("  %s:%s%n", person.userId(), line);
      }
      System.out.printf("  worst %.1f ms: %s%n%n", worst, worst < GOAL ? "met" : "MISSED");
    }
  }

  private static List<CurrentOfficial> people() {
    Set<String> thirty =
        IntStream.range(0, 30)
            .mapToObj(n -> "don-vi-" + n + ".appraiser")
            .collect(Collectors.toSet());
    return List.of(
        Counter.official("inspector", "quan-tri.inspector"),
        Counter.official("big-centre", "don-vi-0.counter-clerk"),
        Counter.official("ward", "don-vi-20.counter-clerk"),
        Counter.official("person-5", "so-5.appraiser"),
        Counter.official("approver", "so-3.approver"),
        new CurrentOfficial("thirty", "thirty", thirty));
  }

  private static double[] measure(FoundDossiers found, Question asked, CurrentOfficial person) {
    double[] millis = new double[TIMES];
    int total = 0;
    for (int i = -WARM; i < TIMES; i++) {
      long begin = System.nanoTime();
      total = found.page(asked, 1, SearchPage.PAGE, person).total();
      if (i >= 0) {
        millis[i] = (System.nanoTime() - begin) / 1e6;
      }
    }
    Arrays.sort(millis);
    return new double[] {millis[TIMES * 95 / 100], total};
  }

  /** Copies of one real dossier with people, units, clocks, acts and tasks of their own. */
  private static void fill(JdbcTemplate jdbc, Counter counter) throws Exception {
    String real = counter.desk();
    String family =
        "(array['Nguyễn','Trần','Lê','Phạm','Hoàng','Vũ','Nguyễn','Đặng','Bùi','Nguyễn'])";
    String middle = "(array['Văn','Thị','Hữu','Đức','Thị Ngọc','Văn','Minh'])";
    String given =
        "(array['An','Bình','Hoa','Lan','Sơn','Hải','Long','Ánh','Dũng','Yến','Khôi','Tâm','Đạt'])";
    String name =
        family
            + "[n % 10 + 1] || ' ' || "
            + middle
            + "[n / 10 % 7 + 1] || ' ' || "
            + given
            + "[n / 70 % 13 + 1]";
    // A third of all at one centre, the rest at 39 others.
    String reception = "'don-vi-' || case when n % 3 = 0 then 0 else n % 39 + 1 end";
    String series = " from generate_series(1, " + DOSSIERS + ") n, ";
    copy(
        jdbc,
        "dossier",
        "code = '" + real + "'",
        series,
        "code",
        "'H49.' || n % 40 || '-2611' || lpad((n % 28 + 1)::text, 2, '0') || '-' || lpad(n::text, 6, '0')",
        "applicant_name",
        name,
        "owner_name",
        name,
        "applicant_id_number",
        "'0221' || lpad((n * 7919 % 100000000)::text, 8, '0')",
        "owner_id_number",
        "'0221' || lpad((n * 7919 % 100000000)::text, 8, '0')",
        "applicant_phone",
        "'0912' || lpad((n * 31 % 1000000)::text, 6, '0')",
        "owner_phone",
        "'0912' || lpad((n * 31 % 1000000)::text, 6, '0')",
        "reception_unit",
        reception,
        "lead_unit",
        "'so-' || n % 20",
        "received_at",
        "t.received_at - (n % 400) * interval '1 day'");
    String codes =
        " from (select d.code as copy, right(d.code, 6)::int as n from dossier d where d.code <> '"
            + real
            + "') all_of_them, ";
    copy(
        jdbc,
        "dossier_clock",
        "dossier_code = '" + real + "'",
        codes,
        "dossier_code",
        "copy",
        "instance_id",
        "'copy-' || n",
        "due_at",
        "t.due_at + (n * 7919 % 2000 - 1000) * interval '1 hour'",
        "paused_since",
        "case when n % 5 in (0, 1) and n % 50 = 0 then t.started_at end",
        "stopped_at",
        "case when n % 5 > 1 then t.started_at + n % 1000 * interval '1 hour' end");
    jdbc.execute(
        "insert into dossier_act (dossier_code, process_key, step_id, step_name, act, person, post,"
            + " started_at, completed_at) select copy, 'p', 's', 'Bước', 'work', 'person-' || (n + k) % 300,"
            + " case k when 1 then "
            + reception
            + " || '.counter-clerk' else 'so-' || n % 20 || '.appraiser' end,"
            + " now(), now()"
            + codes.replaceAll(", $", "")
            + ", generate_series(1, 4) k");
    jdbc.execute(
        "insert into ACT_RU_EXECUTION (ID_, REV_, ROOT_PROC_INST_ID_, PROC_INST_ID_, BUSINESS_KEY_,"
            + " PROC_DEF_ID_, IS_ACTIVE_, IS_CONCURRENT_, IS_SCOPE_, IS_EVENT_SCOPE_, SUSPENSION_STATE_)"
            + " select 'copy-' || n, 1, 'copy-' || n, 'copy-' || n, copy, e.PROC_DEF_ID_, true, false, true,"
            + " false, 1"
            + codes
            + "ACT_RU_EXECUTION e where e.BUSINESS_KEY_ = '"
            + real
            + "' and e.ID_ = e.PROC_INST_ID_ and n % 5 in (0, 1)");
    jdbc.execute(
        "insert into ACT_RU_TASK (ID_, REV_, NAME_, PRIORITY_, CREATE_TIME_, EXECUTION_ID_, PROC_INST_ID_,"
            + " PROC_DEF_ID_, TASK_DEF_KEY_, DUE_DATE_, SUSPENSION_STATE_, TENANT_ID_) select 'task-' || n, 1,"
            + " 'Thẩm định', 50, now(), 'copy-' || n, 'copy-' || n, e.PROC_DEF_ID_, 'appraise', now(), 1,"
            + " case when n % 2 = 0 then 'don-vi-' || n % 40 else 'so-' || n % 20 end || '.appraiser'"
            + codes
            + "ACT_RU_EXECUTION e where e.ID_ = 'copy-' || n");
    jdbc.execute("delete from dossier_word");
    new EarlierSearchWords().migrate(context(jdbc));
    jdbc.execute("vacuum analyze");
    assertThat(jdbc.queryForObject("select count(*) from dossier", Integer.class))
        .isEqualTo(DOSSIERS + 1);
  }

  /** Copies the row of a table as often as the series says; given columns are others. */
  private static void copy(
      JdbcTemplate jdbc, String table, String row, String series, String... others) {
    List<String> columns =
        jdbc.queryForList(
            "select column_name from information_schema.columns where table_name = ? order by"
                + " ordinal_position",
            String.class,
            table);
    List<String> names = Arrays.asList(others);
    String values =
        columns.stream()
            .map(c -> names.indexOf(c) % 2 == 0 ? others[names.indexOf(c) + 1] : "t." + c)
            .collect(Collectors.joining(", "));
    jdbc.execute(
        "insert into "
            + table
            + " ("
            + String.join(", ", columns)
            + ") select "
            + values
            + series
            + "(select * from "
            + table
            + " where "
            + row
            + ") t");
  }

  private static Context context(JdbcTemplate jdbc) throws Exception {
    Connection connection = jdbc.getDataSource().getConnection();
    return new Context() {
      @Override
      public Configuration getConfiguration() {
        return null;
      }

      @Override
      public Connection getConnection() {
        return connection;
      }
    };
  }
}
