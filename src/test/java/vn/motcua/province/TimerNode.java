package vn.motcua.province;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.motcua.Application;
import vn.motcua.StockEngine;
import vn.motcua.dossier.Reception;
import vn.motcua.procedure.Case;
import vn.motcua.procedure.Procedure;
import vn.motcua.procedure.Procedures;

/**
 * One node in a JVM of its own: {@code ours|stock receive|fire|acquire <url> <models> <amount>
 * [<seconds>]}. Prints lines of {@code RESULT name=value}; {@code fire} and {@code acquire} say
 * {@code READY} and wait for a line before they begin, {@code acquire} again and again.
 */
final class TimerNode {

  private static final Duration QUIET = Duration.ofSeconds(15);
  private static final int CALLS = 100;

  private final ProcessEngine engine;
  private final JdbcTemplate jdbc;
  private final boolean ours;

  private TimerNode(ProcessEngine engine, boolean ours) {
    this.engine = engine;
    this.jdbc = new JdbcTemplate(configuration(engine).getDataSource());
    this.ours = ours;
  }

  public static void main(String[] args) throws Exception {
    boolean ours = args[0].equals("ours");
    Path models = Path.of(args[3]);
    int amount = Integer.parseInt(args[4]);
    boolean fires = args[1].equals("fire");
    ConfigurableApplicationContext context = ours ? start(args[2], models, fires) : null;
    ProcessEngine engine = ours ? context.getBean(ProcessEngine.class) : StockEngine.on(args[2]);
    TimerNode node = new TimerNode(engine, ours);
    switch (args[1]) {
      case "receive" -> {
        if (ours) {
          receive(context, amount);
        } else {
          node.startStock(models, amount);
        }
      }
      case "fire" -> node.fire(amount, Duration.ofSeconds(Long.parseLong(args[5])));
      case "acquire" -> node.acquire(amount);
      default -> throw new IllegalArgumentException(args[1]);
    }
    System.exit(0);
  }

  /** The whole application, as a province runs it, with its own settings. */
  private static ConfigurableApplicationContext start(String url, Path models, boolean fires) {
    return new SpringApplicationBuilder(Application.class)
        .profiles("postgres")
        .run(
            "--server.port=0",
            "--spring.datasource.url=" + url,
            "--spring.datasource.username=postgres",
            "--motcua.models=" + models,
            "--camunda.bpm.job-execution.enabled=" + fires,
            "--spring.main.banner-mode=off",
            "--logging.level.root=warn");
  }

  private static ProcessEngineConfigurationImpl configuration(ProcessEngine engine) {
    return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
  }

  private static void receive(ConfigurableApplicationContext context, int amount) {
    Reception reception = context.getBean(Reception.class);
    List<Procedure> procedures = context.getBean(Procedures.class).all();
    for (int i = 0; i < amount; i++) {
      Procedure procedure = procedures.get(i % procedures.size());
      List<Case> cases = procedure.cases();
      Received.one(reception, procedure, cases.get(i % cases.size()));
    }
  }

  private void startStock(Path models, int amount) throws Exception {
    List<String> keys = new ArrayList<>();
    var deployment = engine.getRepositoryService().createDeployment();
    try (Stream<Path> files = Files.walk(models)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        deployment.addString(models.relativize(file).toString(), Files.readString(file));
        String name = file.getFileName().toString();
        if (name.matches("\\d\\.\\d+-.*\\.bpmn")) {
          keys.add("procedure-" + name.substring(0, name.indexOf('-')));
        }
      }
    }
    deployment.deploy();
    Date later = Date.from(Instant.now().plus(Duration.ofDays(10)));
    for (int i = 0; i < amount; i++) {
      Map<String, Object> variables =
          Map.of(
              "caseId",
              "case-1",
              "dueAt",
              later,
              "warnAt",
              later,
              "difficultArea",
              false,
              "receptionUnit",
              Received.CENTRE,
              "leadUnit",
              Received.COMMUNE,
              "commune",
              Received.COMMUNE,
              "fieldSlug",
              "dat-dai");
      engine
          .getRuntimeService()
          .startProcessInstanceByKey(keys.get(i % keys.size()), "H49-" + i, variables);
    }
  }

  /** Fires what is due when told to, while an official completes tasks at a steady rate. */
  private void fire(int actsASecond, Duration most) throws Exception {
    JobExecutor executor = configuration(engine).getJobExecutor();
    // What is due already is for warming up.
    executor.start();
    while (due() > 0) {
      Thread.sleep(100);
    }
    executor.shutdown();
    var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    Officials officials = new Officials(engine, jdbc, ours, actsASecond);
    if (actsASecond > 0) {
      officials.workFor(Duration.ofSeconds(5));
      officials.forget();
      officials.workFor(QUIET);
      report("quiet", officials);
      officials.forget();
    }
    ready(lines);
    officials.begin();
    long begin = System.nanoTime();
    executor.start();
    while (due() > 0 && System.nanoTime() - begin < most.toNanos()) {
      Thread.sleep(200);
    }
    report("seconds", (System.nanoTime() - begin) / 1e9);
    officials.end();
    if (actsASecond > 0) {
      report("busy", officials);
    }
    executor.shutdown();
  }

  private static void ready(BufferedReader lines) throws Exception {
    System.out.println("READY");
    if (lines.readLine() == null) {
      throw new IllegalStateException("Nobody said when to begin");
    }
  }

  private long due() {
    return jdbc.queryForObject(
        "select count(*) from ACT_RU_JOB where DUEDATE_ <= ? and RETRIES_ > 0"
            + " and SUSPENSION_STATE_ = 1",
        Long.class,
        Timestamp.from(Instant.now()));
  }

  /** Asks for the next due jobs, as the job executor does, without taking them. */
  private void acquire(int page) throws IOException {
    var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    System.out.println("READY");
    while (lines.readLine() != null) {
      for (int i = 0; i < CALLS; i++) {
        configuration(engine)
            .getCommandExecutorTxRequired()
            .execute(command -> command.getJobManager().findNextJobsToExecute(new Page(0, page)));
      }
      System.out.println("READY");
    }
  }

  private static void report(String when, Officials officials) {
    report(when + "-p50", officials.percentile(50));
    report(when + "-p95", officials.percentile(95));
    report(when + "-acts", officials.done());
    report(when + "-refused", officials.refused());
  }

  private static void report(String name, double value) {
    System.out.println("RESULT " + name + "=" + value);
  }
}
