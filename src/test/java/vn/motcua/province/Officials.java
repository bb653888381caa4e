package vn.motcua.province;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Officials at work: they complete tasks one after the other at a steady rate, whether the server
 * keeps up or not; a task that had to wait for the one before counts from when it was to begin.
 */
final class Officials {

  private final ProcessEngine engine;
  private final JdbcTemplate jdbc;
  private final boolean ours;
  private final int actsASecond;
  private final Deque<Map<String, Object>> tasks = new ArrayDeque<>();
  private final List<Double> millis = new ArrayList<>();
  private int refused;
  private volatile boolean working;
  private Thread thread;

  Officials(ProcessEngine engine, JdbcTemplate jdbc, boolean ours, int actsASecond) {
    this.engine = engine;
    this.jdbc = jdbc;
    this.ours = ours;
    this.actsASecond = actsASecond;
  }

  /** Begins to work in the background. */
  void begin() {
    if (actsASecond == 0) {
      return;
    }
    working = true;
    thread = new Thread(this::work, "officials");
    thread.start();
  }

  /** Ends the work that was begun. */
  void end() throws InterruptedException {
    working = false;
    if (thread != null) {
      thread.join();
    }
  }

  void workFor(Duration time) throws InterruptedException {
    begin();
    Thread.sleep(time.toMillis());
    end();
  }

  private void work() {
    long step = 1_000_000_000L / actsASecond;
    for (long next = System.nanoTime(); working; next += step) {
      try {
        long early = next - System.nanoTime();
        if (early > 0) {
          Thread.sleep(early / 1_000_000, (int) (early % 1_000_000));
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      completeOne();
      millis.add((System.nanoTime() - next) / 1e6);
    }
  }

  private void completeOne() {
    if (tasks.isEmpty()) {
      tasks.addAll(
          jdbc.queryForList(
              "select ID_, TENANT_ID_ from ACT_RU_TASK where TASK_DEF_KEY_ = 'receive'"
                  + " order by ID_ limit 1000"));
    }
    Map<String, Object> task = tasks.removeFirst();
    String post = (String) task.get("TENANT_ID_");
    if (ours) {
      engine.getIdentityService().setAuthentication("officials", List.of(post), List.of(post));
    }
    try {
      engine
          .getTaskService()
          .complete((String) task.get("ID_"), Map.of("outcome", "accept", "note", "Đủ giấy tờ"));
    } catch (ProcessEngineException e) {
      refused++;
    } finally {
      engine.getIdentityService().clearAuthentication();
    }
  }

  /** Milliseconds within which so many of a hundred acts were done. */
  double percentile(int percent) {
    List<Double> sorted = millis.stream().sorted().toList();
    return sorted.isEmpty() ? 0 : sorted.get((sorted.size() - 1) * percent / 100);
  }

  int done() {
    return millis.size();
  }

  int refused() {
    return refused;
  }

  void forget() {
    millis.clear();
    refused = 0;
  }
}
