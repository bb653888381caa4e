package vn.motcua.procedure.deployment;

import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.ConfigurableApplicationContext;
import vn.motcua.StockEngine;

/**
 * One measurement in a fresh JVM: {@code stock|ours deploy|start|heap <url> <directory>}. Prints
 * lines of {@code RESULT name=value}.
 */
final class BenchNode {

  private static final int WARM_UP = 100;
  private static final int MEASURED = 200;

  private BenchNode() {}

  public static void main(String[] args) throws Exception {
    Path directory = Path.of(args[3]);
    if (args[0].equals("stock")) {
      ProcessEngine engine = StockEngine.on(args[2]);
      if (args[1].equals("deploy")) {
        measured(() -> deployStock(engine.getRepositoryService(), directory));
      } else if (args[1].equals("start")) {
        starts(directory, engine.getRuntimeService());
      }
      report("heap", heap());
      engine.close();
    } else {
      try (ConfigurableApplicationContext node =
          DeploymentApplication.start(args[2], Path.of("none"))) {
        if (args[1].equals("deploy")) {
          ModelDeployment deployment = DeploymentApplication.deployment(node, directory);
          Catalogue catalogue = node.getBean(Catalogue.class);
          measured(
              () -> {
                deployment.deploy();
                catalogue.refresh();
              });
          catalogue.all();
        } else if (args[1].equals("start")) {
          starts(directory, node.getBean(RuntimeService.class));
        } else if (args[1].equals("search")) {
          searches(node.getBean(Catalogue.class));
        }
        report("heap", heap());
      }
    }
    System.exit(0);
  }

  /**
   * What the starter's auto-deployment does: one deployment, duplicate filter, not changed only.
   */
  private static void deployStock(RepositoryService repository, Path directory) {
    var builder = repository.createDeployment().name("SpringAutoDeployment");
    builder.enableDuplicateFiltering(false);
    Collection<PackagedFile> files = PackagedFiles.below(directory);
    for (PackagedFile file : files) {
      builder.addInputStream(file.path(), new ByteArrayInputStream(bytes(file)));
    }
    builder.deploy();
  }

  private static byte[] bytes(PackagedFile file) {
    try {
      return file.content().read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What the compiler still owes to the start of the engine, or of the whole application, is no
   * part of what comes after it.
   */
  private static void settle() {
    CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
    long before;
    do {
      before = compiler.getTotalCompilationTime();
      LockSupport.parkNanos(500_000_000);
    } while (compiler.getTotalCompilationTime() > before);
  }

  private static void measured(Runnable work) {
    settle();
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long cpu = system.getProcessCpuTime();
    long begin = System.nanoTime();
    work.run();
    report("wall", (System.nanoTime() - begin) / 1e6);
    report("cpu", (system.getProcessCpuTime() - cpu) / 1e6);
  }

  private static void starts(Path directory, RuntimeService runtime) {
    // Not by the engine's query: it would read and keep the model of every definition.
    List<String> keys = new ArrayList<>();
    for (PackagedFile file : PackagedFiles.below(directory)) {
      String name = file.path().substring(file.path().lastIndexOf('/') + 1);
      if (ModelUnit.kind(file.path()).equals("model")) {
        keys.add(Entry.PREFIX + name.substring(0, name.indexOf('-')));
      }
    }
    Date later = Date.from(Instant.now().plus(10, ChronoUnit.DAYS));
    Map<String, Object> variables = Map.of("dueAt", later, "warnAt", later, "caseId", "");
    List<Double> first = new ArrayList<>();
    List<Double> second = new ArrayList<>();
    List<Double> cpu = new ArrayList<>();
    for (String key : keys.subList(0, Math.min(keys.size(), WARM_UP + MEASURED))) {
      long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      first.add(timed(() -> runtime.startProcessInstanceByKey(key, variables)));
      cpu.add((ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin) / 1e6);
      second.add(timed(() -> runtime.startProcessInstanceByKey(key, variables)));
    }
    report("first", median(first.subList(Math.min(WARM_UP, first.size() - 1), first.size())));
    report("first-cpu", median(cpu.subList(Math.min(WARM_UP, cpu.size() - 1), cpu.size())));
    report("second", median(second.subList(Math.min(WARM_UP, first.size() - 1), first.size())));
  }

  private static void searches(Catalogue catalogue) {
    catalogue.refresh();
    report("all", timed(catalogue::all));
    List<String> queries = List.of("dang ky", "1.0001", "khai sinh", "cap lai giay phep", "s");
    List<Double> times = new ArrayList<>();
    IntStream.range(0, 500)
        .forEach(i -> times.add(timed(() -> catalogue.search(queries.get(i % 5), 20))));
    report("search", median(times.subList(100, 500)));
  }

  private static double timed(Runnable work) {
    long begin = System.nanoTime();
    work.run();
    return (System.nanoTime() - begin) / 1e6;
  }

  private static double median(List<Double> values) {
    double[] sorted =
        values.stream().sorted(Comparator.naturalOrder()).mapToDouble(d -> d).toArray();
    return sorted[sorted.length / 2];
  }

  private static double heap() throws InterruptedException {
    double[] used = new double[3];
    for (int i = 0; i < used.length; i++) {
      System.gc();
      Thread.sleep(200);
      Runtime runtime = Runtime.getRuntime();
      used[i] = (runtime.totalMemory() - runtime.freeMemory()) / 1048576.0;
    }
    return Arrays.stream(used).min().orElseThrow();
  }

  private static void report(String name, double value) {
    System.out.println("RESULT " + name + "=" + value);
  }
}
