package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.motcua.calendar.CalendarChange;
import vn.motcua.calendar.CalendarStore;
import vn.motcua.calendar.CalendarText;
import vn.motcua.deadline.ClockAgreement;
import vn.motcua.deadline.Recalculation;

/**
 * A hundred thousand open dossiers on PostgreSQL after a storm and a swap: how long the preview and
 * the recalculation take, and that memory does not grow with the number. The dossiers are copies of
 * two hundred real ones, received over two weeks. A quick trial: {@code -Ddossiers=5000}.
 */
@Tag("bench")
class RecalculationBench {

  private static final int DOSSIERS = Integer.getInteger("dossiers", 100_000);
  private static final int REAL = 200;

  /** Whatever names an instance or a thing of it. */
  private static final Set<String> OWN =
      Set.of(
          "code",
          "instance_id",
          "dossier_code",
          "id_",
          "root_proc_inst_id_",
          "proc_inst_id_",
          "process_instance_id_",
          "business_key_",
          "parent_id_",
          "super_exec_",
          "execution_id_",
          "task_id_",
          "var_scope_");

  private long liveBefore;
  private long liveMost;
  private long sampledAt;

  @Test
  void aHundredThousandFollowTheCalendar() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
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
      receive(node.getBean(Counter.class));
      multiply(node.getBean(JdbcTemplate.class));
      Government government = Government.of(node);
      CalendarChange[] changes = {
        Government.storm(null, "25/11", "26/11"), Government.swap("03/12", "05/12")
      };
      Recalculation recalculation = node.getBean(Recalculation.class);

      long begun = System.nanoTime();
      Recalculation.Preview preview =
          recalculation.preview(
              CalendarText.calendar(
                  CalendarText.apply(
                      node.getBean(CalendarStore.class).inForce().text(), List.of(changes))));
      Duration previewing = since(begun);
      government.announces("Bão và hoán đổi", changes);
      liveBefore = live();
      begun = System.nanoTime();
      Recalculation.Progress done = recalculation.apply(this::sample);
      Duration applying = since(begun);
      begun = System.nanoTime();
      ClockAgreement.Report report = node.getBean(ClockAgreement.class).check();

      System.out.printf(
          "Calendar changed under %,d open dossiers: preview %.1f s; recalculated in %.1f s,"
              + " %,.0f dossiers/s, %,d moved; live heap %d MB before, at most %d MB;"
              + " compared with the engine in %.1f s, %d disagreements%n",
          preview.open(),
          previewing.toMillis() / 1e3,
          applying.toMillis() / 1e3,
          done.done() * 1e3 / applying.toMillis(),
          done.moved(),
          liveBefore,
          liveMost,
          since(begun).toMillis() / 1e3,
          report.count());
      assertThat(done.done()).isEqualTo(DOSSIERS);
      assertThat(done.moved()).isEqualTo(preview.moved()).isPositive();
      assertThat(done.left()).isZero();
      assertThat(report.disagreements()).isEmpty();
      assertThat(liveMost - liveBefore).as("grows with the dossiers (MB)").isLessThan(100);
    }
  }

  private static void receive(Counter counter) {
    for (int i = 0; i < REAL; i++) {
      counter.time.at(i % 5 < 2 ? 12 + i % 2 : 16 + i % 5, 11, 8 + i % 3, i % 60);
      String code = i % 3 == 0 ? counter.land() : counter.desk();
      if (i % 4 > 0) {
        counter.does("clerk", code, "outcome", "accept");
      }
      if (i % 12 == 3) {
        counter.does("an", code, "outcome", "forward");
      }
    }
    counter.time.at(24, 11, 9, 0);
  }

  private static void multiply(JdbcTemplate jdbc) {
    for (String table :
        List.of(
            "dossier",
            "dossier_clock",
            "clock_ledger",
            "act_ru_execution",
            "act_ru_task",
            "act_ru_job",
            "act_ru_variable",
            "act_ru_event_subscr",
            "act_ru_identitylink")) {
      List<String> columns =
          jdbc.queryForList(
              "select column_name from information_schema.columns where table_name = ?",
              String.class,
              table);
      String copies =
          columns.stream()
              .map(c -> OWN.contains(c) ? c + " || '-' || n" : c)
              .collect(Collectors.joining(", "));
      jdbc.execute(
          "insert into %s (%s) select %s from %s, generate_series(1, %d) n"
              .formatted(table, String.join(", ", columns), copies, table, DOSSIERS / REAL - 1));
      jdbc.execute("analyze " + table);
    }
  }

  private void sample(Recalculation.Progress progress) {
    if (progress.done() - sampledAt >= DOSSIERS / 10) {
      sampledAt = progress.done();
      liveMost = Math.max(liveMost, live());
      System.out.printf(
          "  %,d done, %,d moved, %,d left%n", progress.done(), progress.moved(), progress.left());
    }
  }

  /** Megabytes that a collection leaves. */
  private static long live() {
    System.gc();
    Runtime memory = Runtime.getRuntime();
    return (memory.totalMemory() - memory.freeMemory()) >> 20;
  }

  private static Duration since(long begun) {
    return Duration.ofNanos(System.nanoTime() - begun);
  }
}
