package vn.motcua.calendar;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.motcua.language.Texts;

/**
 * The calendars and the clock of the running application. A province may put its own file: it is
 * read at the very first start; from then on the versions in the database are what counts.
 */
@Configuration(proxyBeanMethods = false)
class CalendarBeans {

  @Bean
  CalendarStore calendarStore(
      JdbcTemplate jdbc, @Value("${motcua.calendar.file:classpath:calendar.yaml}") Resource file)
      throws IOException {
    return new CalendarStore(
        jdbc, file.getFilename(), file.getContentAsString(StandardCharsets.UTF_8));
  }

  @Bean
  Calendars calendars(CalendarStore store, Clock clock) {
    store.begin(clock.instant());
    if (store.offered().isPresent()) {
      LoggerFactory.getLogger("vn.motcua").warn(Texts.of("calendar").get("version.offered"));
    }
    return new StoredCalendars(store);
  }

  /** A fallback: any other clock bean, such as a test's, is used instead of it. */
  @Bean
  @Fallback
  Clock clock() {
    return Clock.system(WorkingCalendar.ZONE);
  }
}
