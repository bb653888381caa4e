package vn.motcua.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.core.io.Resource;

/** The calendar and the clock of the running application; a province may put its own file. */
@Configuration(proxyBeanMethods = false)
class CalendarBeans {

  @Bean
  WorkingCalendar workingCalendar(
      @Value("${motcua.calendar.file:classpath:calendar.yaml}") Resource file) throws IOException {
    try (InputStream in = file.getInputStream()) {
      return WorkingCalendar.read(in, file.getFilename());
    }
  }

  @Bean
  Calendars calendars(WorkingCalendar calendar) {
    return new Calendars() {
      @Override
      public int version() {
        return 1;
      }

      @Override
      public WorkingCalendar at(int version) {
        return calendar;
      }
    };
  }

  /** A fallback: any other clock bean, such as a test's, is used instead of it. */
  @Bean
  @Fallback
  Clock clock() {
    return Clock.system(WorkingCalendar.ZONE);
  }
}
