package vn.motcua.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.motcua.language.Dates;

class CalendarBeansTest {

  private final ApplicationContextRunner application =
      new ApplicationContextRunner().withUserConfiguration(CalendarBeans.class);

  @Test
  void theClockShowsTheTimeOfVietnam() {
    application.run(
        context ->
            assertThat(context.getBean(Clock.class).getZone()).isEqualTo(WorkingCalendar.ZONE));
  }

  @Test
  void aClockOfATestTakesItsPlace() {
    application
        .withUserConfiguration(StoppedClock.class)
        .run(
            context ->
                assertThat(context.getBeanProvider(Clock.class).getObject().instant())
                    .isEqualTo(Instant.EPOCH));
  }

  @Test
  void aProvinceMayBringItsOwnCalendar(@TempDir Path folder) throws Exception {
    Path own = folder.resolve("lich-tinh.yaml");
    Files.writeString(
        own,
        """
        firstYear: 2026
        lastYear: 2026
        daysOff: [{day: 20/11/2026, name: Ngày của tỉnh, basis: NQ}]
        hours: [{from: 01/01/2026, sessions: ["07:00-11:00"], basis: QĐ}]
        """);

    application
        .withPropertyValues("motcua.calendar.file=" + own.toUri())
        .run(
            context ->
                assertThat(
                        context
                            .getBean(WorkingCalendar.class)
                            .isWorkingDay(Dates.parse("20/11/2026")))
                    .isFalse());
  }

  @Configuration
  static class StoppedClock {
    @Bean
    Clock stopped() {
      return Clock.fixed(Instant.EPOCH, WorkingCalendar.ZONE);
    }
  }
}
