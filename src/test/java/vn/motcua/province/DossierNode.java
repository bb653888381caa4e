package vn.motcua.province;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.motcua.Application;
import vn.motcua.StockEngine;
import vn.motcua.dossier.Reception;
import vn.motcua.procedure.Model;
import vn.motcua.procedure.ModelReader;
import vn.motcua.procedure.Node;

/**
 * Officials who take dossiers from reception to return, in a JVM of its own: {@code ours|stock
 * <url> <models> <warm-up> <measured> <seconds>}. Every step is a list of fifteen tasks, a claim
 * and a completion by a person of the post. Prints lines of {@code RESULT name=value}, each of them
 * for one dossier.
 */
final class DossierNode {

  private static final int PAGE = 15;
  private static final int TOO_MANY = 40;
  private static final int A_SECOND = 10;
  private static final int OFFICIALS = 8;

  private final ProcessEngine engine;
  private final ConfigurableApplicationContext ours;
  private final JdbcTemplate jdbc;
  private final List<Model> models = new ArrayList<>();
  private final Queue<Double> completions = new ConcurrentLinkedQueue<>();
  private final AtomicInteger received = new AtomicInteger();

  private DossierNode(ProcessEngine engine, ConfigurableApplicationContext ours) {
    this.engine = engine;
    this.ours = ours;
    this.jdbc =
        new JdbcTemplate(
            ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getDataSource());
  }

  public static void main(String[] args) {
    try {
      boolean ours = args[0].equals("ours");
      Path models = Path.of(args[2]);
      ConfigurableApplicationContext context = ours ? start(args[1], models) : null;
      DossierNode node =
          new DossierNode(
              ours ? context.getBean(ProcessEngine.class) : StockEngine.on(args[1]), context);
      node.prepare(models);
      node.work(Integer.parseInt(args[3]));
      node.measure(Integer.parseInt(args[4]));
      node.atRate(A_SECOND, Integer.parseInt(args[5]));
      System.exit(0);
    } catch (Exception e) {
      // The server's own threads would keep the JVM.
      e.printStackTrace();
      System.exit(1);
    }
  }

  /** The whole application, as a province runs it, with its own settings. */
  private static ConfigurableApplicationContext start(String url, Path models) {
    return new SpringApplicationBuilder(Application.class)
        .profiles("postgres")
        .run(
            "--server.port=0",
            "--spring.datasource.url=" + url,
            "--spring.datasource.username=postgres",
            "--motcua.models=" + models,
            "--camunda.bpm.job-execution.enabled=false",
            "--spring.main.banner-mode=off",
            "--logging.level.root=warn");
  }

  private void prepare(Path directory) throws IOException {
    var deployment = engine.getRepositoryService().createDeployment();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String text = Files.readString(file);
        String name = directory.relativize(file).toString();
        if (name.endsWith(".bpmn")) {
          if (name.matches(".*/\\d\\.\\d+-[^/]*")) {
            models.add(ModelReader.plain().read(file).readable());
          }
          text = StockModel.of(text);
        }
        deployment.addString(name, text);
      }
    }
    if (ours == null) {
      deployment.deploy();
      grant(Resources.PROCESS_DEFINITION, Permissions.CREATE_INSTANCE, Permissions.READ);
      grant(Resources.PROCESS_INSTANCE, Permissions.CREATE);
    }
  }

  private void grant(Resource resource, Permission... permissions) {
    var rights = engine.getAuthorizationService();
    var all = rights.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
    all.setResource(resource);
    all.setResourceId(Authorization.ANY);
    all.setPermissions(permissions);
    rights.saveAuthorization(all);
  }

  private void work(int dossiers) throws Exception {
    for (int i = 0; i < dossiers; i++) {
      dossier();
    }
  }

  /** From reception to the end of its route. */
  private void dossier() throws Exception {
    int number = received.getAndIncrement();
    Model model = models.get(number % models.size());
    String code = ours == null ? startStock(model, number) : receive(model);
    int steps = 0;
    for (Optional<Waiting> task = next(code); task.isPresent(); task = next(code)) {
      if (++steps > TOO_MANY) {
        throw new IllegalStateException(code + " does not end");
      }
      act(model, task.get());
    }
    List<String> left =
        jdbc.queryForList(
            "/* beside the measurement */ select ACT_ID_ from ACT_RU_EXECUTION"
                + " where BUSINESS_KEY_ = ?",
            String.class,
            code);
    if (!left.isEmpty()) {
      throw new IllegalStateException(model.key() + " did not end, it waits at " + left);
    }
  }

  private String receive(Model model) {
    Reception reception = ours.getBean(Reception.class);
    return Received.one(reception, model.procedure(), model.procedure().cases().get(0)).code();
  }

  /** As a start form does it: what it asks for becomes variables of the process. */
  private String startStock(Model model, int number) throws Exception {
    String code = "H49-" + number;
    Date later = Date.from(Instant.now().plus(Duration.ofDays(10)));
    Map<String, Object> variables = new HashMap<>(Received.FORM);
    variables.put("caseId", model.procedure().cases().get(0).id());
    variables.put("dueAt", later);
    variables.put("warnAt", later);
    variables.put("difficultArea", false);
    variables.put("receptionUnit", Received.CENTRE);
    variables.put("leadUnit", Received.COMMUNE);
    variables.put("commune", Received.COMMUNE);
    variables.put("fieldSlug", "dat-dai");
    as(
        Received.CENTRE + ".counter-clerk",
        () -> engine.getRuntimeService().startProcessInstanceByKey(model.key(), code, variables));
    return code;
  }

  /** A step that waits, and the post that it waits for. */
  private record Waiting(String id, String step, String post) {}

  private Optional<Waiting> next(String code) {
    return jdbc
        .query(
            "/* beside the measurement */ select t.ID_, t.TASK_DEF_KEY_, l.GROUP_ID_ from ACT_RU_TASK t"
                + " join ACT_RU_EXECUTION e on e.ID_ = t.PROC_INST_ID_"
                + " join ACT_RU_IDENTITYLINK l on l.TASK_ID_ = t.ID_ and l.TYPE_ = 'candidate'"
                + " where e.BUSINESS_KEY_ = ? order by t.ID_",
            (row, i) -> new Waiting(row.getString(1), row.getString(2), row.getString(3)),
            code)
        .stream()
        .findFirst();
  }

  private void act(Model model, Waiting task) throws Exception {
    Node step = model.route().node(task.step()).orElse(null);
    List<String> outcomes = step == null ? List.of() : model.route().outcomes(step);
    Map<String, Object> said = Received.step(task.step());
    if (!outcomes.isEmpty()) {
      said.put("outcome", outcomes.get(0));
    }
    String post = task.post();
    var service = engine.getTaskService();
    as(
        post,
        () ->
            service
                .createTaskQuery()
                .taskCandidateGroup(post)
                .orderByDueDate()
                .asc()
                .listPage(0, PAGE));
    as(
        post,
        () -> {
          service.claim(task.id(), person(post));
          return null;
        });
    long begin = System.nanoTime();
    as(
        post,
        () -> {
          service.complete(task.id(), said);
          return null;
        });
    completions.add((System.nanoTime() - begin) / 1e6);
  }

  private <T> T as(String post, Callable<T> act) throws Exception {
    List<String> groups = List.of(post);
    engine
        .getIdentityService()
        .setAuthentication(person(post), groups, ours == null ? null : groups);
    try {
      return act.call();
    } finally {
      engine.getIdentityService().clearAuthentication();
    }
  }

  private static String person(String post) {
    return "person-" + Integer.toHexString(post.hashCode());
  }

  private void measure(int dossiers) throws Exception {
    completions.clear();
    jdbc.execute("select pg_stat_statements_reset()");
    Map<String, Double> before = counts();
    double cpu = cpuMillis();
    long begin = System.nanoTime();
    work(dossiers);
    double seconds = (System.nanoTime() - begin) / 1e9;
    cpu = cpuMillis() - cpu;
    Map<String, Double> after = counts();
    after.forEach((what, value) -> report(what, (value - before.get(what)) / dossiers));
    report("cpu", cpu / dossiers);
    report("seconds", seconds);
    report("acts", (double) completions.size() / dossiers);
    tell(dossiers);
    reportCompletions("");
  }

  /** Dossiers come in at a steady rate, whether those before have got through or not. */
  private void atRate(int aSecond, int seconds) throws Exception {
    completions.clear();
    ExecutorService officials = Executors.newFixedThreadPool(OFFICIALS);
    List<Future<?>> all = new ArrayList<>();
    long begin = System.nanoTime();
    for (int i = 0; i < aSecond * seconds; i++) {
      long early = begin + i * 1_000_000_000L / aSecond - System.nanoTime();
      LockSupport.parkNanos(early);
      all.add(
          officials.submit(
              () -> {
                dossier();
                return null;
              }));
    }
    for (Future<?> each : all) {
      each.get();
    }
    officials.shutdown();
    report("rate", all.size() / ((System.nanoTime() - begin) / 1e9));
    reportCompletions("rate-");
  }

  private void reportCompletions(String when) {
    List<Double> sorted = completions.stream().sorted().toList();
    report(when + "p50", sorted.get(sorted.size() / 2));
    report(when + "p95", sorted.get(sorted.size() * 95 / 100));
  }

  /** What the database has done so far, without what this question itself costs. */
  private Map<String, Double> counts() throws InterruptedException {
    // Sessions tell what they did at most once a second.
    jdbc.execute("select pg_stat_force_next_flush()");
    Thread.sleep(2_500);
    Map<String, Double> counts = new HashMap<>();
    jdbc.queryForMap(
            "select sum(n_tup_ins) as inserted, sum(n_tup_upd) as updated, sum(n_tup_del) as deleted"
                + " from pg_stat_user_tables")
        .forEach((what, value) -> counts.put(what, ((Number) value).doubleValue()));
    counts.put(
        "statements",
        jdbc.queryForObject(
            "select coalesce(sum(s.calls), 0) from pg_stat_statements s join pg_database d"
                + " on d.oid = s.dbid where d.datname = current_database()"
                + " and s.query !~* '^(begin|commit|rollback|set|show)'"
                + " and s.query not like '%pg_stat%' and s.query not like '%beside the%'",
            Double.class));
    counts.put(
        "wal",
        jdbc.queryForObject(
            "select (pg_current_wal_insert_lsn() - '0/0'::pg_lsn) / 1024.0", Double.class));
    return counts;
  }

  /** Processor time of this JVM and of the database, in milliseconds. */
  private double cpuMillis() throws IOException {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1e6 + databaseCpuMillis();
  }

  /** All processes of the server, those that have ended included. */
  private double databaseCpuMillis() throws IOException {
    long backend = jdbc.queryForObject("select pg_backend_pid()", Long.class);
    ProcessHandle server = ProcessHandle.of(backend).flatMap(ProcessHandle::parent).orElseThrow();
    long ticks = 0;
    for (ProcessHandle each : Stream.concat(Stream.of(server), server.children()).toList()) {
      String stat = Files.readString(Path.of("/proc", Long.toString(each.pid()), "stat"));
      // Fields are counted behind the name, which stands in brackets and may have spaces.
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      for (int i = 11; i <= (each == server ? 14 : 12); i++) {
        ticks += Long.parseLong(fields[i]);
      }
    }
    return ticks * 10.0;
  }

  private static void report(String name, double value) {
    System.out.println("RESULT " + name + "=" + value);
  }

  /**
   * The statements that take longest and the tables written to, for whoever wants to spend less.
   */
  private void tell(int dossiers) {
    jdbc.query(
        "select s.calls, s.wal_bytes, s.query, s.total_exec_time from pg_stat_statements s join pg_database d"
            + " on d.oid = s.dbid where d.datname = current_database()"
            + " order by s.total_exec_time desc limit 90",
        row -> {
          System.out.printf(
              "STATEMENT %6.1f calls %7.3f ms %8.0f bytes of WAL: %s%n",
              row.getDouble(1) / dossiers,
              row.getDouble(4) / dossiers,
              row.getDouble(2) / dossiers,
              row.getString(3).replaceAll("\\s+", " "));
        });
    jdbc.query(
        "select n_tup_ins, n_tup_upd, n_tup_del, relname from pg_stat_user_tables"
            + " order by n_tup_ins + n_tup_upd + n_tup_del desc limit 30",
        row -> {
          System.out.printf(
              "TABLE %6d %6d %6d %s%n",
              row.getLong(1), row.getLong(2), row.getLong(3), row.getString(4));
        });
  }
}
