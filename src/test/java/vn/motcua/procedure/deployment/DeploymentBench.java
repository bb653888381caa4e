package vn.motcua.procedure.deployment;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
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

/**
 * What deployment costs beside stock Camunda 7.24: same models, same PostgreSQL, same run, each
 * measurement in a fresh JVM. Prints a table; asserts nothing, because machines differ.
 */
@Tag("bench")
class DeploymentBench {

  private static final int CATALOGUE = 1808;

  @TempDir Path work;
  private final List<String> table = new ArrayList<>();

  @Test
  void deploymentBesideStock() throws Exception {
    Path models = models();
    try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
      compare("PostgreSQL", models, database(postgres, "ours"), database(postgres, "stock"));
      Map<String, Double> empty = run("ours", "heap", database(postgres, "empty"), models);
      Map<String, Double> full = run("ours", "deploy", database(postgres, "ours"), models);
      row(
          "Heap sau khởi động lại, MB trên máy rỗng",
          full.get("heap") - empty.get("heap"),
          0,
          "< 150");
      Map<String, Double> search = run("ours", "search", database(postgres, "ours"), models);
      row("Tìm trong danh mục, ms", search.get("search"), 0, "< 5");
    }
    String file = "jdbc:h2:file:" + work.resolve("h2-");
    compare("H2", models, file + "ours", file + "stock");
    System.out.println(String.join("\n", table));
  }

  private void compare(String database, Path models, String ours, String stock) throws Exception {
    Map<String, Double> mine = run("ours", "deploy", ours, models);
    Map<String, Double> theirs = run("stock", "deploy", stock, models);
    row(database + ": triển khai lần đầu, CPU s", mine, theirs, "cpu", 1000, "≤ 0.40");
    row(database + ": triển khai lần đầu, s", mine, theirs, "wall", 1000, "");
    mine = run("ours", "deploy", ours, models);
    theirs = run("stock", "deploy", stock, models);
    row(database + ": khởi động lại, không đổi, s", mine, theirs, "wall", 1000, "≤ 0.3 s");
    mine = run("ours", "start", ours, models);
    theirs = run("stock", "start", stock, models);
    row(database + ": hồ sơ đầu tiên của một thủ tục, ms", mine, theirs, "first", 1, "< 25 ms");
    row(database + ": hồ sơ đầu tiên, CPU ms (trên máy bận)", mine, theirs, "first-cpu", 1, "");
    row(database + ": hồ sơ thứ hai của thủ tục đó, ms", mine, theirs, "second", 1, "");
    change(models);
    mine = run("ours", "deploy", ours, models);
    theirs = run("stock", "deploy", stock, models);
    row(database + ": một mô hình đổi, s", mine, theirs, "wall", 1000, "≤ 0.05");
  }

  private void row(
      String what,
      Map<String, Double> ours,
      Map<String, Double> stock,
      String value,
      double unit,
      String goal) {
    row(what, ours.get(value) / unit, stock.get(value) / unit, goal);
  }

  private void row(String what, double ours, double stock, String goal) {
    if (table.isEmpty()) {
      table.add(line("", "Một Cửa", "Camunda 7.24", "tỷ lệ", "mục tiêu"));
    }
    String row =
        stock == 0
            ? line(what, number(ours), "", "", goal)
            : line(what, number(ours), number(stock), number(ours / stock), goal);
    table.add(row);
    System.out.println(row);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 1 ? "%.3f" : "%.1f", value);
  }

  private static String line(String what, String ours, String stock, String ratio, String goal) {
    return "%-50s %10s %14s %8s  %s".formatted(what, ours, stock, ratio, goal);
  }

  private static String database(EmbeddedPostgres postgres, String name) throws Exception {
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      var found = statement.executeQuery("select 1 from pg_database where datname='" + name + "'");
      if (!found.next()) {
        statement.execute("create database " + name);
      }
    }
    return postgres.getJdbcUrl("postgres", name)
        + (name.equals("stock") ? "" : "&reWriteBatchedInserts=true");
  }

  /** The real models if there are enough of them, else as many made ones of the same size. */
  private Path models() throws IOException {
    Path models = work.resolve("models");
    Path real = Path.of("processes");
    long count = 0;
    if (Files.isDirectory(real)) {
      try (Stream<Path> files = Files.walk(real)) {
        count = files.filter(file -> file.toString().endsWith(".bpmn")).count();
      }
    }
    if (count < 1000) {
      TestModels.writeCatalogue(models, CATALOGUE);
      return models;
    }
    for (PackagedFile file : PackagedFiles.below(Path.of(""))) {
      Path copy = models.resolve(file.path());
      Files.createDirectories(copy.getParent());
      Files.write(copy, file.content().read());
    }
    return models;
  }

  /** A change that every reader takes: one blank line at the end of one model. */
  private static void change(Path models) throws IOException {
    try (Stream<Path> files = Files.walk(models)) {
      Path first =
          files
              .filter(
                  f ->
                      f.toString().endsWith("-thu-tuc.bpmn")
                          || f.toString().matches(".*/1\\.0[^/]*\\.bpmn"))
              .sorted()
              .findFirst()
              .orElseThrow();
      Files.writeString(first, Files.readString(first) + "\n");
    }
  }

  private Map<String, Double> run(String who, String what, String url, Path models)
      throws Exception {
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Path log = work.resolve(who + "-" + what + ".log");
    Process node =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1536m",
                "-Duser.timezone=Asia/Ho_Chi_Minh",
                "-cp",
                classes,
                BenchNode.class.getName(),
                who,
                what,
                url,
                models.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (node.waitFor() != 0) {
      throw new IllegalStateException(Files.readString(log));
    }
    Map<String, Double> results = new HashMap<>();
    for (String line : Files.readAllLines(log)) {
      if (line.startsWith("RESULT ")) {
        String[] parts = line.substring(7).split("=");
        results.put(parts[0], Double.valueOf(parts[1]));
      }
    }
    return results;
  }
}
