package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.motcua.deadline.ClockAgreement;

/**
 * Two nodes at work on one PostgreSQL are killed in the middle of a thousand acts, one after the
 * other, and so is the database: afterwards ledger, clocks and timers of every dossier agree.
 */
@Tag("slow")
class ClockSurvivesTest {

  private static final int ACTS = 1_000;
  private static final Duration MOST = Duration.ofMinutes(6);

  @TempDir Path data;

  private final AtomicInteger done = new AtomicInteger();
  private final List<Process> nodes = new ArrayList<>();

  @Test
  void ledgerAndEngineAgreeAfterKillsAndARestartOfTheDatabase() throws Exception {
    EmbeddedPostgres database = database(0);
    int port = database.getPort();
    String url = database.getJdbcUrl("postgres", "postgres");
    try {
      ClockNode.start(url).close();
      Process first = node(url, 1);
      Process second = node(url, 2);
      until(ACTS / 4);
      first.destroyForcibly().waitFor();
      node(url, 3);
      until(ACTS / 2);
      database.close();
      database = database(port);
      until(ACTS * 3 / 4);
      second.destroyForcibly().waitFor();
      until(ACTS);
      killAll();

      try (ConfigurableApplicationContext context = ClockNode.start(url)) {
        ClockAgreement.Report report = context.getBean(ClockAgreement.class).check();
        assertThat(report.disagreements()).isEmpty();
        assertThat(report.checked()).isGreaterThan(20);
        JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
        assertThat(
                jdbc.queryForObject(
                    "select count(*) from dossier d left join dossier_clock c"
                        + " on c.dossier_code = d.code where c.dossier_code is null",
                    Integer.class))
            .as("dossiers without a clock")
            .isZero();
        assertThat(
                jdbc.queryForList(
                    "select reception_unit from dossier group by reception_unit,"
                        + " substring(code from '-(......)-') having count(*) <>"
                        + " max(cast(right(code, 4) as integer))"))
            .as("units and days with a gap in the codes")
            .isEmpty();
        System.out.printf(
            "Clocks agree after two kills and a restart of the database: %d acts, %d dossiers%n",
            done.get(), report.checked());
      }
    } finally {
      killAll();
      database.close();
    }
  }

  private EmbeddedPostgres database(int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setPort(port)
        .setDataDirectory(data.resolve("postgres"))
        .setCleanDataDirectory(false)
        .start();
  }

  private Process node(String url, int number) throws IOException {
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process node =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Duser.timezone=Asia/Ho_Chi_Minh",
                "-Dfile.encoding=UTF-8",
                "-cp",
                classes,
                ClockNode.class.getName(),
                url,
                String.valueOf(number))
            .redirectErrorStream(true)
            .start();
    nodes.add(node);
    Thread reader = new Thread(() -> count(node), "acts-of-node-" + number);
    reader.setDaemon(true);
    reader.start();
    return node;
  }

  private void count(Process node) {
    try (BufferedReader lines = node.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.equals("done")) {
          done.incrementAndGet();
        }
      }
    } catch (IOException killed) {
      // What it did is in the database.
    }
  }

  private void until(int acts) throws InterruptedException {
    long end = System.nanoTime() + MOST.toNanos();
    while (done.get() < acts) {
      assertThat(System.nanoTime()).as("acts so far: %d", done.get()).isLessThan(end);
      Thread.sleep(50);
    }
  }

  private void killAll() throws InterruptedException {
    for (Process node : nodes) {
      node.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
  }
}
