package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.motcua.deadline.ClockAgreement;
import vn.motcua.deadline.ClockEvent;
import vn.motcua.deadline.Clocks;
import vn.motcua.deadline.LedgerRow;
import vn.motcua.deadline.Recalculation;

/**
 * Two nodes recalculate the same dossiers at once while people work on them: each moves exactly
 * once, nobody's act is lost, and ledger and engine agree.
 */
@Tag("slow")
class CalendarOnTwoNodesTest {

  private static final int WAITING = 60;
  private static final int WORKED_ON = 30;

  @Test
  void onH2() throws Exception {
    recalculate("jdbc:h2:mem:calendar-two-nodes;DB_CLOSE_DELAY=-1", "sa");
  }

  @Test
  void onPostgres() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      recalculate(postgres.getJdbcUrl("postgres", "postgres"), "postgres");
      neverEmptied(new JdbcTemplate(postgres.getPostgresDatabase()));
    }
  }

  private static void neverEmptied(JdbcTemplate jdbc) {
    for (String table :
        List.of("clock_ledger", "dossier_act", "calendar_version", "warning", "delay_cause")) {
      assertThatThrownBy(() -> jdbc.execute("truncate table " + table))
          .isInstanceOf(DataAccessException.class)
          .rootCause()
          .hasMessageContaining(table + " is only ever added to");
    }
  }

  private static ConfigurableApplicationContext node(String url, String user) {
    return new SpringApplicationBuilder(DossierOnly.class)
        .initializers(new ModelsForTests())
        .run(
            "--server.port=0",
            "--spring.datasource.url=" + url,
            "--spring.datasource.username=" + user,
            "--camunda.bpm.job-execution.enabled=false",
            "--motcua.recalculation.batch=5");
  }

  private static void recalculate(String url, String user) throws Exception {
    try (ConfigurableApplicationContext first = node(url, user);
        ConfigurableApplicationContext second = node(url, user)) {
      Counter counter = first.getBean(Counter.class);
      List<String> waiting = Stream.generate(counter::desk).limit(WAITING).toList();
      List<String> workedOn = Stream.generate(counter::land).limit(WORKED_ON).toList();
      workedOn.forEach(code -> counter.does("clerk", code, "outcome", "accept"));
      Government.of(first).announces("Bão", Government.storm(null, "25/11", "26/11"));

      allAtOnce(
          () -> first.getBean(Recalculation.class).apply(progress -> {}),
          () -> second.getBean(Recalculation.class).apply(progress -> {}),
          () -> works(second.getBean(Counter.class), workedOn));

      Clocks clocks = first.getBean(Clocks.class);
      assertThat(first.getBean(Recalculation.class).left()).isZero();
      assertThat(waiting)
          .allSatisfy(
              code ->
                  assertThat(clocks.ledger(code))
                      .extracting(LedgerRow::event)
                      .containsExactly(ClockEvent.START, ClockEvent.RECALCULATE));
      assertThat(workedOn)
          .allSatisfy(
              code ->
                  assertThat(clocks.ledger(code))
                      .extracting(LedgerRow::event)
                      .containsExactly(ClockEvent.START, ClockEvent.RECALCULATE, ClockEvent.PAUSE));
      ClockAgreement.Report report = second.getBean(ClockAgreement.class).check();
      assertThat(report.checked()).isEqualTo(WAITING + WORKED_ON);
      assertThat(report.disagreements()).isEmpty();
    }
  }

  /** Whose step has just been moved is told to try again, and does. */
  private static Void works(Counter counter, List<String> codes) {
    for (String code : codes) {
      for (boolean done = false; !done; ) {
        try {
          counter.does("an", code, "outcome", "forward");
          done = true;
        } catch (OptimisticLockingException | ConcurrencyFailureException tryAgain) {
          done = false;
        }
      }
    }
    return null;
  }

  private static void allAtOnce(Callable<?>... work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(work.length);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (Callable<?> one : work) {
        running.add(threads.submit(one));
      }
      for (Future<?> one : running) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
