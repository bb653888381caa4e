package vn.motcua.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.deadline.Track.Hours;
import vn.motcua.language.Dates;

/** The due dates of a dossier are the sum of its ledger, whatever happens to it. */
class ClockStateTest {

  private static final WorkingCalendar CALENDAR = WorkingCalendar.standard();
  private static final Hours HOURS = new Hours(CALENDAR, "so-tu-phap");

  private final List<LedgerRow> rows = new ArrayList<>();

  @Test
  void aStopKeepsWhatWasLeftAndAWholeDayStillEndsWhenItCloses() {
    started("08:00 02/11/2026", "10 ngày làm việc");
    assertThat(due()).isEqualTo("17:00 16/11/2026");
    pause("10:00 05/11/2026");
    resume("15:30 18/11/2026", ResumeRule.REMAINING);

    // 10:00 Thursday to 17:00 Monday 16/11 were 57.5 hours. From 15:30 on 18/11, without 24/11,
    // which is off, they end at 11:00 on 01/12; that day is promised whole.
    assertThat(due()).isEqualTo("17:00 01/12/2026");
    assertThat(used()).isEqualTo(Duration.ofMinutes(420 + 2 * 450 + 150));
  }

  @Test
  void hoursRunOnToTheMinute() {
    started("09:00 02/11/2026", "8 giờ làm việc");
    assertThat(due()).isEqualTo("09:30 03/11/2026");
    pause("11:00 02/11/2026");
    resume("14:00 04/11/2026", ResumeRule.REMAINING);

    // Two hours were used; six are left: 14:00 to 17:00, and 07:30 to 10:30 the next day.
    assertThat(due()).isEqualTo("10:30 05/11/2026");
  }

  @Test
  void daysOfTheCalendarAreCountedAsDaysOfTheCalendar() {
    started("09:00 02/02/2026", "15 ngày");
    assertThat(due()).as("17/02 is Tết").isEqualTo("17:00 23/02/2026");
    pause("09:00 05/02/2026");
    resume("09:00 11/02/2026", ResumeRule.REMAINING);

    // 17/02 + 6 = 23/02, not 23/02 + 6: the days of Tết were days of the limit as well.
    assertThat(due()).isEqualTo("17:00 23/02/2026");
  }

  @Test
  void aStopAfterTheDueDateDoesNotMakeItPunctual() {
    started("08:00 02/11/2026", "3 ngày làm việc");
    pause("08:00 09/11/2026");
    resume("08:00 20/11/2026", ResumeRule.REMAINING);

    assertThat(due()).isEqualTo("17:00 05/11/2026");
  }

  @Test
  void anExtensionMovesThePromiseAndNotTheLaw() {
    started("08:00 02/11/2026", "5 ngày làm việc");
    add(row("09:00 05/11/2026", ClockEvent.EXTEND, null, Dates.parse("13/11/2026"), null));

    assertThat(due()).isEqualTo("17:00 13/11/2026");
    assertThat(moment(sum().statutoryDue())).isEqualTo("17:00 09/11/2026");
  }

  @Test
  void fourRoundsOfSupplementRestartFromZeroEachTime() {
    started("08:00 02/11/2026", "5 ngày làm việc");
    String[][] rounds = {
      {"09:00 04/11/2026", "10:00 06/11/2026", "17:00 13/11/2026"},
      {"09:00 09/11/2026", "14:00 12/11/2026", "17:00 19/11/2026"},
      {"09:00 16/11/2026", "08:00 23/11/2026", "17:00 01/12/2026"},
      {"09:00 26/11/2026", "16:00 04/12/2026", "17:00 11/12/2026"}
    };
    for (String[] round : rounds) {
      pause(round[0]);
      add(row(round[1], ClockEvent.RESTART, limits("5 ngày làm việc"), null, null));
      assertThat(due()).isEqualTo(round[2]);
    }
    assertThat(rows).hasSize(9);
    assertThat(used()).as("the last round has used nothing yet").isZero();
  }

  @Test
  void theRungsAreHalfAndFourFifthsOfTheWorkingTimeAlsoAfterAStop() {
    started("07:30 02/11/2026", "8 giờ làm việc");
    assertThat(moment(sum().half().toInstant())).isEqualTo("11:30 02/11/2026");
    assertThat(moment(sum().warn().toInstant())).isEqualTo("15:54 02/11/2026");
    pause("09:30 02/11/2026");
    resume("07:30 03/11/2026", ResumeRule.REMAINING);

    // Two hours were used: half of the eight comes two hours later.
    assertThat(moment(sum().half().toInstant())).isEqualTo("09:30 03/11/2026");
    pause("15:00 03/11/2026");
    resume("08:00 06/11/2026", ResumeRule.REMAINING);
    assertThat(moment(sum().half().toInstant()))
        .as("it was reached before")
        .isEqualTo("09:30 03/11/2026");
  }

  @Test
  void whatWentOnAfterItSeemedEndedWasRunning() {
    started("08:00 02/11/2026", "5 ngày làm việc");
    add(row("16:00 04/11/2026", ClockEvent.STOP, null, null, null));
    assertThat(moment(sum().stopped().toInstant())).isEqualTo("16:00 04/11/2026");
    add(row("16:00 05/11/2026", ClockEvent.REOPEN, null, null, null));

    assertThat(sum().stopped()).isNull();
    assertThat(due()).isEqualTo("17:00 09/11/2026");
    assertThat(used()).isEqualTo(Duration.ofMinutes(450 * 3 + 360));
  }

  /** Whatever happens, a promise never comes earlier by a stop, and never ends on a day off. */
  @RepeatedTest(200)
  void stopsOnlyEverMoveADateLater(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    String[] limits = {
      "3 ngày làm việc", "20 ngày", "1 tháng", "12 giờ làm việc", "2,5 ngày làm việc"
    };
    ZonedDateTime now =
        CALENDAR.plus(
            ZonedDateTime.of(2019, 1, 2, 8, 0, 0, 0, WorkingCalendar.ZONE),
            Duration.ofMinutes(random.nextInt(2_000 * 450)));
    add(at(now, ClockEvent.START, limits(limits[random.nextInt(limits.length)]), null, null));
    for (int i = 0; i < 5; i++) {
      ZonedDateTime before = sum().promised().due();
      now = now.plusMinutes(random.nextInt(3_000));
      add(at(now, ClockEvent.PAUSE, null, null, null));
      assertThat(sum().promised().due()).isEqualTo(before);
      now = now.plusMinutes(random.nextInt(20_000));
      ResumeRule rule = random.nextBoolean() ? ResumeRule.REMAINING : ResumeRule.CALENDAR_DAYS;
      add(at(now, ClockEvent.RESUME, null, null, rule));
      ZonedDateTime after = sum().promised().due();
      assertThat(after).isAfterOrEqualTo(before);
      assertThat(CALENDAR.isWorkingDay(after.toLocalDate())).isTrue();
    }
    assertThat(ClockState.under(rows, HOURS))
        .as("the same calendar, the same sum")
        .isEqualTo(sum());
  }

  private void started(String at, String limit) {
    add(row(at, ClockEvent.START, limits(limit), null, null));
  }

  private void pause(String at) {
    add(row(at, ClockEvent.PAUSE, null, null, null));
  }

  private void resume(String at, ResumeRule rule) {
    add(row(at, ClockEvent.RESUME, null, null, rule));
  }

  private void add(LedgerRow row) {
    rows.add(row);
  }

  private ClockState sum() {
    return ClockState.sum(rows, HOURS.unit(), version -> CALENDAR);
  }

  private String due() {
    return moment(sum().due());
  }

  private Duration used() {
    return sum().used();
  }

  private static Limits limits(String limit) {
    return new Limits(TimeLimit.parse(limit), TimeLimit.parse(limit));
  }

  private LedgerRow row(
      String at, ClockEvent event, Limits limits, LocalDate day, ResumeRule rule) {
    String[] parts = at.split(" ");
    return at(
        ZonedDateTime.of(Dates.parse(parts[1]), LocalTime.parse(parts[0]), WorkingCalendar.ZONE),
        event,
        limits,
        day,
        rule);
  }

  private LedgerRow at(
      ZonedDateTime at, ClockEvent event, Limits limits, LocalDate day, ResumeRule rule) {
    return new LedgerRow(
        "H49-1",
        rows.size() + 1,
        event,
        at.toInstant(),
        ClockCause.of(ClockReason.RECEIVED, null, "lan"),
        Duration.ZERO,
        limits,
        day,
        rule,
        null,
        null,
        1);
  }

  private static String moment(Instant moment) {
    return Dates.moment(moment.atZone(WorkingCalendar.ZONE));
  }
}
