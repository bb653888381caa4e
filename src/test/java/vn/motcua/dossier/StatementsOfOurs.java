package vn.motcua.dossier;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which statements this room sends to the database during some work. */
final class StatementsOfOurs {

  private StatementsOfOurs() {}

  static List<String> during(Runnable work) {
    Logger log = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
    Level before = log.getLevel();
    ListAppender<ILoggingEvent> seen = new ListAppender<>();
    seen.start();
    log.addAppender(seen);
    log.setLevel(Level.DEBUG);
    try {
      work.run();
    } finally {
      log.detachAppender(seen);
      log.setLevel(before);
    }
    return seen.list.stream()
        .map(ILoggingEvent::getFormattedMessage)
        .filter(m -> m.startsWith("Executing prepared SQL statement ["))
        .toList();
  }
}
