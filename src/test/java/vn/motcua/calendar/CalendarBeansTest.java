package vn.motcua.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.sql.init.SqlInitializationAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.motcua.language.Dates;

@ExtendWith(OutputCaptureExtension.class)
class CalendarBeansTest {

  private static final String OWN =
      """
      firstYear: 2026
      lastYear: 2026
      daysOff: [{day: 20/11/2026, name: Ngày của tỉnh, basis: NQ}]
      hours: [{from: 01/01/2026, sessions: ["07:00-11:00"], basis: QĐ}]
      """;

  @TempDir private Path folder;

  private ApplicationContextRunner application() {
    return new ApplicationContextRunner()
        .withUserConfiguration(CalendarBeans.class)
        .withConfiguration(
            AutoConfigurations.of(
                DataSourceAutoConfiguration.class,
                SqlInitializationAutoConfiguration.class,
                JdbcTemplateAutoConfiguration.class))
        .withPropertyValues("spring.datasource.url=jdbc:h2:file:" + folder.resolve("calendar"));
  }

  private ApplicationContextRunner firstStart() {
    return application()
        .withPropertyValues(
            "spring.sql.init.mode=always",
            "spring.sql.init.schema-locations=classpath:db/migration/common/V20__*.sql,"
                + "classpath:db/migration/h2/V20_1__*.sql");
  }

  @Test
  void theClockShowsTheTimeOfVietnam() {
    firstStart()
        .run(
            context ->
                assertThat(context.getBean(Clock.class).getZone()).isEqualTo(WorkingCalendar.ZONE));
  }

  @Test
  void aClockOfATestTakesItsPlace() {
    firstStart()
        .withUserConfiguration(StoppedClock.class)
        .run(
            context ->
                assertThat(context.getBeanProvider(Clock.class).getObject().instant())
                    .isEqualTo(Instant.EPOCH));
  }

  @Test
  void theFirstStartEntersTheFileOfTheProvinceAsVersionOne() throws Exception {
    Path own = Files.writeString(folder.resolve("lich-tinh.yaml"), OWN);

    firstStart()
        .withPropertyValues("motcua.calendar.file=" + own.toUri())
        .withUserConfiguration(StoppedClock.class)
        .run(
            context -> {
              assertThat(context.getBean(Calendars.class).version()).isEqualTo(1);
              assertThat(
                      context
                          .getBean(Calendars.class)
                          .calendar()
                          .isWorkingDay(Dates.parse("20/11/2026")))
                  .isFalse();
              assertThat(context.getBean(CalendarStore.class).inForce())
                  .satisfies(
                      v -> {
                        assertThat(v.text()).isEqualTo(OWN);
                        assertThat(v.note()).contains("lich-tinh.yaml");
                        assertThat(v.enteredBy()).isNull();
                        assertThat(v.enteredAt()).isEqualTo(Instant.EPOCH);
                      });
            });
  }

  @Test
  void aLaterReleaseChangesNothingByItselfAndIsOffered(CapturedOutput output) throws Exception {
    Path own = folder.resolve("lich-tinh.yaml");
    Files.writeString(own, OWN);
    String file = "motcua.calendar.file=" + own.toUri();
    firstStart().withPropertyValues(file).run(context -> assertThat(context).hasNotFailed());
    application()
        .withPropertyValues(file)
        .run(context -> assertThat(context.getBean(CalendarStore.class).offered()).isEmpty());
    assertThat(output).doesNotContain("khác lịch đang dùng");
    String later = OWN.replace("20/11/2026", "21/11/2026");
    Files.writeString(own, later);

    application()
        .withPropertyValues(file)
        .run(
            context -> {
              Calendars calendars = context.getBean(Calendars.class);
              assertThat(calendars.version()).isEqualTo(1);
              assertThat(calendars.calendar().isWorkingDay(Dates.parse("20/11/2026"))).isFalse();
              assertThat(context.getBean(CalendarStore.class).offered()).hasValue(later);
            });
    assertThat(output).containsOnlyOnce("khác lịch đang dùng");
  }

  @Test
  void aFileThatOnlyReadsDifferentlyIsNotOffered() throws Exception {
    Path own = folder.resolve("lich-tinh.yaml");
    Files.writeString(own, OWN);
    String file = "motcua.calendar.file=" + own.toUri();
    firstStart().withPropertyValues(file).run(context -> assertThat(context).hasNotFailed());
    Files.writeString(own, "# Lời bình\n" + OWN);

    application()
        .withPropertyValues(file)
        .run(context -> assertThat(context.getBean(CalendarStore.class).offered()).isEmpty());
  }

  @Configuration
  static class StoppedClock {
    @Bean
    Clock stopped() {
      return Clock.fixed(Instant.EPOCH, WorkingCalendar.ZONE);
    }
  }
}
