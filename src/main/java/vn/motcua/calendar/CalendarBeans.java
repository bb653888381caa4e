package vn.motcua.calendar;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

/** The calendar and the clock of the running application. */
@Configuration(proxyBeanMethods = false)
class CalendarBeans {

  @Bean
  WorkingCalendar workingCalendar() {
    return WorkingCalendar.standard();
  }

  /** A fallback: any other clock bean, such as a test's, is used instead of it. */
  @Bean
  @Fallback
  Clock clock() {
    return Clock.system(WorkingCalendar.ZONE);
  }
}
