package vn.motcua.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.motcua.Application;

/** Two nodes on one PostgreSQL make their rounds at once: each person has one mail all the same. */
@Tag("slow")
class TwoNodesOneMailTest {

  private static final int PEOPLE = 40;

  @Test
  void eachPersonHasOneMailAndEachWarningIsNotedOnce() throws Exception {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
        ConfigurableApplicationContext one = node(postgres, server);
        ConfigurableApplicationContext two = node(postgres, server)) {
      Province.Work work = one.getBean(Province.Work.class);
      work.people();
      for (int no = 0; no < PEOPLE; no++) {
        work.person("cb" + no, "cb" + no + "@tinh.example", Province.ROOM + ".appraiser");
      }
      work.appraising();
      work.time().at(26, 11, 7, 0);
      two.getBean(Province.Work.class).time().at(26, 11, 7, 0);

      rounds(one.getBean(Round.class), two.getBean(Round.class));

      assertThat(receivers(server)).hasSize(PEOPLE + 2).doesNotHaveDuplicates();
      JdbcTemplate jdbc = one.getBean(JdbcTemplate.class);
      assertThat(jdbc.queryForObject("select count(*) from warning", Long.class))
          .isEqualTo(PEOPLE + 2L);
      assertThat(jdbc.queryForList("select distinct state || attempts from digest", String.class))
          .containsExactly("SENT1");
      keptAsWritten(jdbc);
    } finally {
      server.stop();
    }
  }

  private static void keptAsWritten(JdbcTemplate jdbc) {
    assertThatThrownBy(() -> jdbc.update("update warning set person = 'x'"))
        .hasMessageContaining("warning is only ever added to");
    assertThatThrownBy(() -> jdbc.update("delete from warning"))
        .hasMessageContaining("warning is only ever added to");
  }

  /** A node that died while it sent: its claim is free again after half an hour. */
  @Test
  void whatANodeClaimedAndDiedOverAnotherSends() throws Exception {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
        ConfigurableApplicationContext one = node(postgres, server)) {
      Province.Work work = one.getBean(Province.Work.class);
      work.people();
      work.appraising();
      work.time().at(26, 11, 7, 0);
      Digests digests = one.getBean(Digests.class);
      assertThat(digests.claimDay(java.time.LocalDate.of(2026, 11, 26), work.time().instant()))
          .isTrue();
      work.time().at(26, 11, 7, 29);
      one.getBean(Round.class).go();
      assertThat(receivers(server)).as("the claim still holds").isEmpty();
      work.time().at(26, 11, 7, 31);
      one.getBean(Round.class).go();
      assertThat(receivers(server)).hasSize(2);

      work.jdbc().update("update digest set state = 'CLAIMED', sent_at = null where person = 'an'");
      work.time().at(26, 11, 8, 0);
      one.getBean(Round.class).go();
      assertThat(receivers(server)).hasSize(2);
      work.time().at(26, 11, 8, 2);
      one.getBean(Round.class).go();
      assertThat(receivers(server)).hasSize(3);
      assertThat(server.getReceivedMessages())
          .as("a mailbox can tell that it is the same mail")
          .extracting(MimeMessage::getMessageID)
          .filteredOn(id -> id.contains(".an@"))
          .hasSize(2)
          .containsOnly("<digest.2026-11-26.an@motcua>");
    } finally {
      server.stop();
    }
  }

  private static void rounds(Round... nodes) throws Exception {
    ExecutorService both = Executors.newFixedThreadPool(nodes.length);
    try {
      List<Callable<Void>> rounds = new ArrayList<>();
      for (Round node : nodes) {
        rounds.add(
            () -> {
              node.go();
              node.go();
              return null;
            });
      }
      for (Future<Void> round : both.invokeAll(rounds)) {
        round.get();
      }
    } finally {
      both.shutdownNow();
    }
  }

  private static List<String> receivers(GreenMail server) throws Exception {
    List<String> all = new ArrayList<>();
    for (MimeMessage mail : server.getReceivedMessages()) {
      all.add(mail.getAllRecipients()[0].toString());
    }
    return all;
  }

  private static ConfigurableApplicationContext node(EmbeddedPostgres postgres, GreenMail server) {
    return new SpringApplicationBuilder(Application.class, Province.class)
        .run(
            "--server.port=0",
            "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
            "--spring.datasource.username=postgres",
            "--spring.mail.host=127.0.0.1",
            "--spring.mail.port=" + server.getSmtp().getPort(),
            "--motcua.mail.from=mot-cua@tinh.example",
            "--motcua.models=" + Province.models(),
            "--motcua.warning.first=PT24H",
            "--camunda.bpm.job-execution.enabled=false");
  }
}
