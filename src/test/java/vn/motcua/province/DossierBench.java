package vn.motcua.province;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What one dossier costs from reception to return, register, ledger, acts and history included,
 * beside stock Camunda 7.24 with the same routes on the same PostgreSQL in the same run.
 * Statements, rows and WAL are counted and hardly differ between runs; processor time does. Prints
 * a table; asserts nothing. A quick trial: {@code -Ddossiers=40 -Dseconds=5}; where it goes: {@code
 * -Ddetail=true}.
 */
@Tag("bench")
class DossierBench {

  private static final int MEASURED = Integer.getInteger("dossiers", 400);
  private static final int WARM_UP = 3 * MEASURED;
  private static final int SECONDS = Integer.getInteger("seconds", 40);
  private static final int PROCEDURES = 20;

  @TempDir Path work;

  @Test
  void oneDossierBesideStock() throws Exception {
    Path models = models();
    Map<String, Map<String, Double>> results = new HashMap<>();
    try (EmbeddedPostgres postgres =
        EmbeddedPostgres.builder()
            .setServerConfig("shared_preload_libraries", "pg_stat_statements")
            .setServerConfig("checkpoint_timeout", "1h")
            .setServerConfig("max_wal_size", "8GB")
            .start()) {
      for (String who : List.of("stock", "ours")) {
        new JdbcTemplate(postgres.getPostgresDatabase()).execute("create database " + who);
        new JdbcTemplate(postgres.getDatabase("postgres", who))
            .execute("create extension pg_stat_statements");
        results.put(who, run(who, postgres.getJdbcUrl("postgres", who), models));
      }
    }
    Map<String, Double> ours = results.get("ours");
    Map<String, Double> stock = results.get("stock");
    System.out.printf(
        "%-46s %10s %12s %7s  %s%n", "", "Một Cửa", "Camunda 7.24", "tỷ lệ", "mục tiêu");
    row("Bước của một hồ sơ", "acts", ours, stock, "");
    row("Lệnh SQL một hồ sơ", "statements", ours, stock, "≤ 0.50");
    double written = rows(ours);
    row("Dòng ghi một hồ sơ (thêm, sửa, xóa)", written, rows(stock), "≤ 0.40");
    row("  thêm", "inserted", ours, stock, "");
    row("  sửa", "updated", ours, stock, "");
    row("  xóa", "deleted", ours, stock, "");
    row("WAL một hồ sơ, KB", "wal", ours, stock, "≤ 0.40");
    row("Bộ xử lý một hồ sơ (JVM và PostgreSQL), ms", "cpu", ours, stock, "≤ 0.65");
    row("Hoàn thành một bước, p50 ms", "p50", ours, stock, "");
    row("Hoàn thành một bước, p95 ms", "p95", ours, stock, "");
    row("10 hồ sơ mỗi giây: đạt được", "rate", ours, stock, "");
    row("  hoàn thành một bước, p50 ms", "rate-p50", ours, stock, "");
    row("  hoàn thành một bước, p95 ms", "rate-p95", ours, stock, "< 60 ms");
  }

  private static double rows(Map<String, Double> of) {
    return of.get("inserted") + of.get("updated") + of.get("deleted");
  }

  private static void row(
      String what, String key, Map<String, Double> ours, Map<String, Double> stock, String goal) {
    row(what, ours.get(key), stock.get(key), goal);
  }

  private static void row(String what, double ours, double stock, String goal) {
    System.out.printf(
        Locale.ROOT, "%-46s %10.1f %12.1f %7.2f  %s%n", what, ours, stock, ours / stock, goal);
  }

  private Map<String, Double> run(String who, String url, Path models) throws Exception {
    Path log = work.resolve(who + ".log");
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process node =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1536m",
                "-Duser.timezone=Asia/Ho_Chi_Minh",
                "-Dfile.encoding=UTF-8",
                "-cp",
                classes,
                DossierNode.class.getName(),
                who,
                who.equals("ours") ? url + "&reWriteBatchedInserts=true" : url,
                models.toString(),
                Integer.toString(WARM_UP),
                Integer.toString(MEASURED),
                Integer.toString(SECONDS))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (node.waitFor() != 0) {
      throw new IllegalStateException(Files.readString(log));
    }
    Map<String, Double> results = new HashMap<>();
    for (String line : Files.readAllLines(log)) {
      if (Boolean.getBoolean("detail") && line.matches("(STATEMENT|TABLE) .*")) {
        System.out.println(who + " " + line);
      }
      if (line.startsWith("RESULT ")) {
        String[] parts = line.substring(7).split("=");
        results.put(parts[0], Double.valueOf(parts[1]));
      }
    }
    return results;
  }

  /** Procedures of all fields, what they call, and the forms. */
  private Path models() throws IOException {
    Path copy = work.resolve("models");
    try (Stream<Path> all = Files.walk(Path.of("processes"))) {
      List<Path> files = all.filter(f -> f.toString().endsWith(".bpmn")).sorted().toList();
      List<Path> own =
          new ArrayList<>(files.stream().filter(f -> !f.toString().contains("shared")).toList());
      for (int i = 0; i < PROCEDURES; i++) {
        copy(own.get(i * own.size() / PROCEDURES), copy);
      }
      files.stream().filter(f -> f.toString().contains("shared")).forEach(f -> copy(f, copy));
    }
    try (Stream<Path> forms = Files.walk(Path.of("forms"))) {
      forms.filter(f -> f.toString().endsWith(".form")).forEach(f -> copy(f, copy));
    }
    return copy;
  }

  private static void copy(Path file, Path to) {
    try {
      Path target = to.resolve(file.toString());
      Files.createDirectories(target.getParent());
      Files.copy(file, target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
