package vn.motcua.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.deadline.Track.Hours;
import vn.motcua.language.Dates;

/** The card of a linked dossier has ten days, the whole has twenty: one ledger, two dates. */
class PartDatesTest {

  private static final WorkingCalendar CALENDAR = WorkingCalendar.standard();
  private static final Hours HOURS = new Hours(CALENDAR, "phuong-ha-long");
  private static final TimeLimit TEN = TimeLimit.parse("10 ngày");
  private static final Limits TWENTY =
      new Limits(TimeLimit.parse("20 ngày"), TimeLimit.parse("20 ngày"));

  private final List<LedgerRow> ledger = new ArrayList<>();

  @BeforeEach
  void received() {
    add("08:00 02/11/2026", ClockEvent.START, TWENTY, null);
  }

  @Test
  void thePartHasItsOwnLimitFromWhenItsAgencyHasTheDossier() {
    assertThat(due("09:00 04/11/2026", null)).isEqualTo("17:00 16/11/2026");
  }

  @Test
  void itStandsAndRunsOnWithTheWhole() {
    add("09:00 05/11/2026", ClockEvent.PAUSE, null, null);
    add("09:00 10/11/2026", ClockEvent.RESUME, null, ResumeRule.REMAINING);

    assertThat(due("09:00 04/11/2026", null)).isEqualTo("17:00 19/11/2026");
    assertThat(due("10:00 10/11/2026", null)).as("received after it").isEqualTo("17:00 20/11/2026");
    assertThat(due("09:00 06/11/2026", null))
        .as("received within it")
        .isEqualTo("17:00 16/11/2026");
  }

  @Test
  void itBeginsAnewWithItsOwnLimitWhenTheWholeDoes() {
    add("09:00 05/11/2026", ClockEvent.PAUSE, null, null);
    add("09:00 10/11/2026", ClockEvent.RESTART, TWENTY, null);

    assertThat(due("09:00 04/11/2026", null)).isEqualTo("17:00 20/11/2026");
  }

  @Test
  void anApologyAndTheEndOfTheWholeMoveItNot() {
    ledger.add(row("09:00 05/11/2026", ClockEvent.EXTEND, null, Dates.parse("18/12/2026"), null));
    add("09:00 18/12/2026", ClockEvent.STOP, null, null);

    assertThat(due("09:00 04/11/2026", null)).isEqualTo("17:00 16/11/2026");
  }

  @Test
  void whatHappensAfterItWasDoneMovesItNoMore() {
    add("09:00 12/11/2026", ClockEvent.PAUSE, null, null);
    add("09:00 16/11/2026", ClockEvent.RESUME, null, ResumeRule.REMAINING);

    assertThat(due("09:00 04/11/2026", "08:00 12/11/2026")).isEqualTo("17:00 16/11/2026");
    assertThat(due("09:00 04/11/2026", null)).isEqualTo("17:00 18/11/2026");
  }

  private void add(String at, ClockEvent event, Limits limits, ResumeRule rule) {
    ledger.add(row(at, event, limits, null, rule));
  }

  private LedgerRow row(
      String at, ClockEvent event, Limits limits, LocalDate day, ResumeRule rule) {
    return new LedgerRow(
        "H1",
        ledger.size() + 1,
        event,
        instant(at),
        null,
        Duration.ZERO,
        limits,
        day,
        rule,
        null,
        null,
        1);
  }

  private String due(String from, String until) {
    ClockReading clock =
        new ClockReading(
            "H1",
            null,
            "phuong-ha-long",
            instant("08:00 02/11/2026"),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            1,
            ledger.size());
    Instant due =
        new PartDates(clock, ledger, HOURS)
            .due(TEN, instant(from), until == null ? null : instant(until), "bao-hiem-xa-hoi-tinh");
    return Dates.moment(due.atZone(WorkingCalendar.ZONE));
  }

  private static Instant instant(String text) {
    String[] parts = text.split(" ");
    return ZonedDateTime.of(Dates.parse(parts[1]), LocalTime.parse(parts[0]), WorkingCalendar.ZONE)
        .toInstant();
  }
}
