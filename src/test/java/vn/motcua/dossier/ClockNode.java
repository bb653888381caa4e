package vn.motcua.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.motcua.calendar.WorkingCalendar;

/**
 * A node of its own process, at which people work without end until it is killed. Writes a line for
 * each act that was done.
 */
final class ClockNode {

  private static final int PEOPLE = 3;

  private ClockNode() {}

  static ConfigurableApplicationContext start(String url) {
    return new SpringApplicationBuilder(DossierOnly.class)
        .initializers(new ModelsForTests())
        .run(
            "--server.port=0",
            "--spring.datasource.url=" + url,
            "--spring.datasource.username=postgres",
            "--spring.datasource.hikari.connection-timeout=3000",
            "--camunda.bpm.job-execution.enabled=false",
            "--logging.level.root=off");
  }

  /**
   * @param args address of the database, and what makes this node's choices differ
   */
  public static void main(String[] args) {
    Counter counter = start(args[0]).getBean(Counter.class);
    AtomicLong moment = new AtomicLong(FixedTime.MONDAY.toEpochSecond());
    for (int i = 0; i < PEOPLE; i++) {
      Random random = new Random(Long.parseLong(args[1]) * PEOPLE + i);
      new Thread(() -> work(counter, random, moment)).start();
    }
  }

  private static void work(Counter counter, Random random, AtomicLong moment) {
    while (true) {
      var now =
          Instant.ofEpochSecond(moment.addAndGet(random.nextInt(900))).atZone(WorkingCalendar.ZONE);
      counter.time.at(now.getDayOfMonth(), now.getMonthValue(), now.getHour(), now.getMinute());
      try {
        act(counter, random);
        System.out.println("done");
      } catch (RuntimeException refusedOrLost) {
        // Somebody else was faster, or the database is away; the next act is another one.
      }
    }
  }

  private static void act(Counter counter, Random random) {
    List<Task> open =
        counter.as(
            "system",
            List.of("camunda-admin"),
            () -> counter.tasks.createTaskQuery().listPage(random.nextInt(20), 20));
    if (open.isEmpty() || random.nextInt(6) == 0) {
      if (random.nextBoolean()) {
        counter.desk();
      } else {
        counter.land();
      }
      return;
    }
    Task task = open.get(random.nextInt(open.size()));
    String step = task.getTaskDefinitionKey();
    boolean asks = List.of("receive", "appraise").contains(step) && random.nextInt(2) == 0;
    Map<String, String> forward =
        Map.of(
            "receive", asks ? "supplement" : "accept",
            "appraise", asks ? "supplement" : "forward",
            "await-papers", "done",
            "initial", "forward",
            "approve-request", "submit",
            "sign-request", "approve",
            "approve", "approve");
    String outcome = forward.get(step);
    String who = task.getAssignee() == null ? step : task.getAssignee();
    if (outcome == null) {
      counter.does(
          who, task, "documentNumber", "1", "receiverName", "Lan", "receiverIdentity", "1");
    } else {
      counter.does(
          who,
          task,
          "outcome",
          outcome,
          "reason",
          "exception-by-new-fact",
          "note",
          "Kịch bản",
          "lateCause",
          "complex-dossier",
          "lateWords",
          "Kịch bản");
    }
  }
}
