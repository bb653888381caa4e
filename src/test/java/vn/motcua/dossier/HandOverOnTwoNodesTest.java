package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.motcua.handover.HandOverRefused;
import vn.motcua.handover.HandOvers;
import vn.motcua.handover.HandOvers.Giving;

/** Two nodes hand over at once: numbers without a gap, no dossier on two sheets. */
@Tag("slow")
class HandOverOnTwoNodesTest {

  private static final int AT_ONCE = 16;

  @Test
  void sheetsOfTwoNodesAreNumberedInARow() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
        ConfigurableApplicationContext first = node(postgres);
        ConfigurableApplicationContext second = node(postgres)) {
      Counter counter = first.getBean(Counter.class);
      List<String> codes =
          IntStream.range(0, AT_ONCE + 1).mapToObj(i -> accepted(counter)).toList();
      List<ConfigurableApplicationContext> nodes = List.of(first, second);

      List<Callable<String>> all = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        String code = codes.get(i);
        ConfigurableApplicationContext node = nodes.get(i % 2);
        all.add(() -> give(node, code));
      }
      assertThat(atOnce(all))
          .containsExactlyInAnyOrderElementsOf(
              IntStream.rangeClosed(1, AT_ONCE).mapToObj("%02d/BGHS"::formatted).toList());

      String wanted = codes.get(AT_ONCE);
      List<Callable<String>> both = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        ConfigurableApplicationContext node = nodes.get(i % 2);
        both.add(() -> give(node, wanted));
      }
      assertThat(atOnce(both)).containsExactly("%02d/BGHS".formatted(AT_ONCE + 1));
      assertThat(
              counter.jdbc.queryForObject(
                  "select last_no from letter_counter where book = 'hand-over'", Integer.class))
          .isEqualTo(AT_ONCE + 1);
      sealsAreNumberedInARow(nodes, codes.subList(0, 8));
    }
  }

  /** Eight seals at once on two nodes: one register of the agency. */
  private static void sealsAreNumberedInARow(
      List<ConfigurableApplicationContext> nodes, List<String> codes) throws Exception {
    Counter counter = nodes.get(0).getBean(Counter.class);
    List<Callable<String>> seals = new ArrayList<>();
    for (String code : codes) {
      counter.does("head", code);
      counter.does("an", code, "outcome", "forward");
      counter.does("head", code, "outcome", "forward");
      counter.does("leader", code, "outcome", "approve");
      Counter desk = nodes.get(seals.size() % 2).getBean(Counter.class);
      seals.add(
          () -> {
            desk.does("sealer", code);
            return desk.acts(code).get(desk.acts(code).size() - 1).trace();
          });
    }
    assertThat(atOnce(seals))
        .extracting(trace -> trace.replaceAll(".*: (\\d+/QĐ-STP);.*", "$1"))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, codes.size()).mapToObj("%02d/QĐ-STP"::formatted).toList());
  }

  private static String accepted(Counter counter) {
    String code = counter.desk();
    counter.does("clerk", code, "outcome", "accept");
    return code;
  }

  /** The number of the sheet; null if another one was first. */
  private static String give(ConfigurableApplicationContext node, String code) {
    try {
      return node.getBean(HandOvers.class)
          .give(
              new Giving("to-agency", Map.of(code, 1), "hand", null, null),
              node.getBean(Counter.class).centreClerk())
          .number();
    } catch (HandOverRefused givenMeanwhile) {
      assertThat(givenMeanwhile).hasMessageContaining(code);
      return null;
    }
  }

  private static List<String> atOnce(List<Callable<String>> calls) throws Exception {
    ExecutorService people = Executors.newFixedThreadPool(calls.size());
    try {
      List<String> numbers = new ArrayList<>();
      for (Future<String> one : people.invokeAll(calls)) {
        numbers.add(one.get());
      }
      return numbers.stream().filter(Objects::nonNull).toList();
    } finally {
      people.shutdownNow();
    }
  }

  private static ConfigurableApplicationContext node(EmbeddedPostgres postgres) {
    return new SpringApplicationBuilder(DossierOnly.class)
        .initializers(new ModelsForTests())
        .run(
            "--server.port=0",
            "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
            "--spring.datasource.username=postgres",
            "--camunda.bpm.job-execution.enabled=false");
  }
}
