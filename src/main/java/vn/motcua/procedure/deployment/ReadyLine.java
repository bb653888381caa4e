package vn.motcua.procedure.deployment;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import vn.motcua.language.Texts;

/** The last line of a start: how many procedures, how long it took, where to go. */
@Component
class ReadyLine {

  private static final Logger LOG = LoggerFactory.getLogger("vn.motcua");

  private final Catalogue catalogue;
  private final Environment environment;

  ReadyLine(Catalogue catalogue, Environment environment) {
    this.catalogue = catalogue;
    this.environment = environment;
  }

  @EventListener
  @Order
  void ready(ApplicationReadyEvent event) {
    Integer port = environment.getProperty("local.server.port", Integer.class);
    if (port != null) {
      String context = environment.getProperty("server.servlet.context-path", "");
      LOG.info(words(catalogue.size(), event.getTimeTaken(), "http://localhost:" + port + context));
    }
    Thread reader = new Thread(this::warmUp, "motcua-catalogue");
    reader.setDaemon(true);
    reader.setPriority(Thread.MIN_PRIORITY);
    reader.start();
  }

  /** A convenience: who asks before it is done waits a moment, and a stop may interrupt it. */
  private void warmUp() {
    try {
      catalogue.warmUp();
    } catch (RuntimeException e) {
      LOG.debug("Catalogue not read in advance", e);
    }
  }

  static String words(int procedures, Duration time, String address) {
    return ModelDeployment.TEXTS.get(
        "ready",
        String.format(Texts.VIETNAMESE, "%,d", procedures),
        String.format(Texts.VIETNAMESE, "%.1f", time.toMillis() / 1000.0),
        address + "/");
  }
}
