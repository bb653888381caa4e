package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two nodes on one database receive at once: no code twice, none left out. */
@Tag("slow")
class TwoNodesTest {

  private static final int AT_ONCE = 50;

  @Test
  void fiftyAtOnceOnH2() throws Exception {
    fiftyAtOnce("jdbc:h2:mem:two-nodes;DB_CLOSE_DELAY=-1", "sa");
  }

  @Test
  void fiftyAtOnceAndAWholeRouteOnPostgres() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      fiftyAtOnce(postgres.getJdbcUrl("postgres", "postgres"), "postgres");
    }
  }

  private static void fiftyAtOnce(String url, String user) throws Exception {
    try (ConfigurableApplicationContext first = node(url, user);
        ConfigurableApplicationContext second = node(url, user)) {
      first.getBean(FixedTime.class).at(23, 11, 8, 0);
      List<Counter> counters = List.of(first.getBean(Counter.class), second.getBean(Counter.class));
      List<String> codes = receive(counters);

      assertThat(codes)
          .containsExactlyInAnyOrderElementsOf(
              IntStream.rangeClosed(1, AT_ONCE).mapToObj("H49.90-261123-%04d"::formatted).toList());
      aRolledBackOrdinalIsGivenAgain(first);
      aWholeRoute(counters.get(0), counters.get(1));
      silenceCountsOnce(counters.get(0), counters.get(1));
    }
  }

  private static ConfigurableApplicationContext node(String url, String user) {
    return new SpringApplicationBuilder(DossierOnly.class)
        .initializers(new ModelsForTests())
        .properties("server.port=0")
        .run(
            "--server.port=0",
            "--spring.datasource.url=" + url,
            "--spring.datasource.username=" + user,
            "--camunda.bpm.job-execution.enabled=false");
  }

  private static List<String> receive(List<Counter> counters) throws Exception {
    ExecutorService people = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<String>> receiving = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        Counter counter = counters.get(i % 2);
        receiving.add(people.submit(counter::desk));
      }
      List<String> codes = new ArrayList<>();
      for (Future<String> one : receiving) {
        codes.add(one.get());
      }
      return codes;
    } finally {
      people.shutdownNow();
    }
  }

  private static void aRolledBackOrdinalIsGivenAgain(ConfigurableApplicationContext node) {
    Counter counter = node.getBean(Counter.class);
    new TransactionTemplate(node.getBean(PlatformTransactionManager.class))
        .executeWithoutResult(
            status -> {
              assertThat(counter.desk()).endsWith("-0051");
              status.setRollbackOnly();
            });
    assertThat(counter.desk()).endsWith("-0051");
    assertThat(
            node.getBean(JdbcTemplate.class)
                .queryForObject("select count(*) from dossier", Integer.class))
        .isEqualTo(AT_ONCE + 1);
  }

  /** Each step on the other node than the one before. */
  private static void aWholeRoute(Counter here, Counter there) {
    String code = here.desk();
    there.does("clerk", code, "outcome", "accept");
    here.does("head", code);
    there.does("an", code, "outcome", "supplement", "reason", "missing-paper", "note", "Thiếu ảnh");
    here.does("head", code, "outcome", "forward");
    there.does("clerk", code);
    here.does("clerk", code, "outcome", "done");
    there.does("an", code, "outcome", "forward");
    here.does("head", code, "outcome", "forward");
    there.does("leader", code, "outcome", "approve");
    here.does("sealer", code, "documentNumber", "1/STP");
    there.does("returner", code, "receiverName", "Lan", "receiverIdentity", "022190");
    assertThat(here.dossier(code).state()).isEqualTo(DossierState.RETURNED);
    assertThat(here.acts(code)).hasSize(11);
  }

  /** Both nodes fire the same timer at once; the agency that says nothing consents once. */
  private static void silenceCountsOnce(Counter here, Counter there) throws Exception {
    String code = here.receives("9.000011", "");
    here.does("clerk", code, "outcome", "accept");
    here.does("head", code);
    here.does("an", code, "outcome", "forward");
    List<String> timers =
        here
            .management
            .createJobQuery()
            .processInstanceId(here.dossier(code).instanceId())
            .timers()
            .list()
            .stream()
            .filter(j -> ((JobEntity) j).getJobHandlerType().equals(SilenceJob.TYPE))
            .map(Job::getId)
            .toList();
    assertThat(timers).hasSize(2);
    ExecutorService nodes = Executors.newFixedThreadPool(2);
    try {
      for (String timer : timers) {
        List<Future<Boolean>> both = new ArrayList<>();
        for (Counter node : List.of(here, there)) {
          both.add(nodes.submit(() -> fires(node, timer)));
        }
        assertThat(List.of(both.get(0).get(), both.get(1).get()))
            .containsExactlyInAnyOrder(true, false);
      }
    } finally {
      nodes.shutdownNow();
    }
    assertThat(there.acts(code))
        .filteredOn(a -> Position.DEEMED.equals(a.outcome()))
        .extracting(DossierAct::stepId)
        .containsExactlyInAnyOrder("consult-1", "consult-2");
    there.visits("an", code);
    assertThat(there.task(code).getTaskDefinitionKey()).isEqualTo("conclude");
  }

  private static boolean fires(Counter node, String timer) {
    try {
      node.management.executeJob(timer);
      return true;
    } catch (ProcessEngineException otherWasFirst) {
      return false;
    }
  }
}
