package vn.motcua.deadline;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import vn.motcua.deadline.Recalculation.Progress;

/**
 * Recalculation behind the administrator's page: on each node one at a time, in the order of
 * publication. A node that goes down leaves after its batch; somebody then continues on any node.
 * Safe for use by many threads.
 */
@Component
class BackgroundRecalculation implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger("vn.motcua");

  private final Recalculation recalculation;
  private final Clock clock;
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile Standing standing = Standing.NONE;
  private volatile boolean closing;

  /** Makes its thread when there is work. */
  private final ExecutorService one =
      Executors.newSingleThreadExecutor(BackgroundRecalculation::thread);

  BackgroundRecalculation(Recalculation recalculation, Clock clock) {
    this.recalculation = recalculation;
    this.clock = clock;
  }

  /**
   * Where the last run on this node stands.
   *
   * @param begun null if there was none since the start
   * @param ended null while it runs
   * @param failure what stopped it, in words; null if nothing did
   */
  record Standing(Progress progress, Instant begun, Instant ended, String failure) {
    static final Standing NONE = new Standing(new Progress(0, 0, 0), null, null, null);
  }

  Standing standing() {
    return standing;
  }

  /** True if a run is at work or waits on this node. */
  boolean isRunning() {
    return waiting.get() > 0;
  }

  /** Brings every open dossier under the calendar in force. */
  void start() {
    if (waiting.getAndIncrement() == 0) {
      standing = new Standing(Standing.NONE.progress(), clock.instant(), null, null);
    }
    one.execute(this::run);
  }

  private void run() {
    Instant begun = clock.instant();
    try {
      standing = new Standing(new Progress(0, 0, recalculation.left()), begun, null, null);
      recalculation.apply(
          progress -> {
            standing = new Standing(progress, begun, null, null);
            if (closing) {
              throw new CancellationException();
            }
          });
      standing = new Standing(standing.progress(), begun, clock.instant(), null);
    } catch (CancellationException closed) {
      LOG.info("Recalculation left at {}", standing.progress());
    } catch (RuntimeException e) {
      LOG.error("Recalculation stopped at {}", standing.progress(), e);
      standing =
          new Standing(standing.progress(), begun, clock.instant(), String.valueOf(e.getMessage()));
    } finally {
      waiting.decrementAndGet();
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "recalculation");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void destroy() throws InterruptedException {
    closing = true;
    one.shutdown();
    one.awaitTermination(30, TimeUnit.SECONDS);
  }
}
