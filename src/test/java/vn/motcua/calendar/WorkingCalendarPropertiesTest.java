package vn.motcua.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.motcua.calendar.TimeLimit.Unit;

/** What must hold for every start and every amount; the seed is fixed, so a failure repeats. */
class WorkingCalendarPropertiesTest {

  private static final int TRIALS = 20_000;
  private static final List<Unit> ALL = List.of(Unit.values());

  private final WorkingCalendar calendar = WorkingCalendar.standard();
  private final Random random = new Random(61_2018);

  @Test
  void addedTimeCountsAsTheTimeAdded() {
    for (int i = 0; i < TRIALS; i++) {
      ZonedDateTime start = start();
      Duration time = workingTime();

      assertThat(calendar.workingTime(start, calendar.plus(start, time)))
          .as("%s + %s", start, time)
          .isEqualTo(time);
    }
  }

  @Test
  void addingInTwoPartsIsAddingTheWhole() {
    for (int i = 0; i < TRIALS; i++) {
      ZonedDateTime start = start();
      Duration one = workingTime();
      Duration two = workingTime();

      assertThat(calendar.plus(calendar.plus(start, one), two))
          .as("%s + %s + %s", start, one, two)
          .isEqualTo(calendar.plus(start, one.plus(two)));
    }
  }

  @Test
  void timeBetweenSplitsAtAnyMomentAndChangesSignBackwards() {
    for (int i = 0; i < TRIALS; i++) {
      ZonedDateTime a = start();
      ZonedDateTime b = start();
      ZonedDateTime c = start();

      assertThat(calendar.workingTime(a, b).plus(calendar.workingTime(b, c)))
          .isEqualTo(calendar.workingTime(a, c));
      assertThat(calendar.workingTime(a, b)).isEqualTo(calendar.workingTime(b, a).negated());
    }
  }

  @Test
  void nothingIsEverDueOnADayOff() {
    for (int i = 0; i < TRIALS; i++) {
      ZonedDateTime start = start();
      TimeLimit limit = limit(ALL.get(random.nextInt(ALL.size())));
      ZonedDateTime due = calendar.due(start, limit);

      assertThat(calendar.isWorkingDay(due.toLocalDate()))
          .as("%s + %s = %s", start, limit, due)
          .isTrue();
      assertThat(due).as("%s + %s", start, limit).isAfter(start.minusMinutes(1));
    }
  }

  @Test
  void startingLaterIsNeverDueEarlier() {
    for (int i = 0; i < TRIALS; i++) {
      ZonedDateTime early = start();
      ZonedDateTime late = early.plusMinutes(random.nextInt(4 * 24 * 60));
      TimeLimit limit = limit(ALL.get(random.nextInt(ALL.size())));

      assertThat(calendar.due(late, limit))
          .as("%s, %s + %s", early, late, limit)
          .isAfterOrEqualTo(calendar.due(early, limit));
    }
  }

  @Test
  void moreTimeIsNeverDueEarlier() {
    for (int i = 0; i < TRIALS; i++) {
      ZonedDateTime start = start();
      Unit unit = ALL.get(random.nextInt(ALL.size()));
      TimeLimit less = limit(unit);
      TimeLimit more =
          new TimeLimit(less.amount().add(BigDecimal.valueOf(random.nextInt(300), 2)), less.unit());

      assertThat(calendar.due(start, more))
          .as("%s + %s, %s", start, less, more)
          .isAfterOrEqualTo(calendar.due(start, less));
    }
  }

  @Test
  void wholeWorkingDaysInTwoPartsAreTheWhole() {
    for (int i = 0; i < TRIALS; i++) {
      ZonedDateTime start = start();
      int one = 1 + random.nextInt(60);
      int two = 1 + random.nextInt(60);
      ZonedDateTime inParts =
          calendar.due(
              calendar.due(start, TimeLimit.of(one, Unit.WORKING_DAY)),
              TimeLimit.of(two, Unit.WORKING_DAY));

      assertThat(inParts).isEqualTo(calendar.due(start, TimeLimit.of(one + two, Unit.WORKING_DAY)));
    }
  }

  /** Some hundred nanoseconds on any machine; the bound only catches a walk over days. */
  @Test
  @Timeout(20)
  void reckoningIsFastEnoughForLists() {
    TimeLimit limit = TimeLimit.of(120, Unit.WORKING_DAY);
    ZonedDateTime start = start();
    ZonedDateTime due = start;
    long before = 0;
    for (int i = 0; i < 1_200_000; i++) {
      if (i == 200_000) {
        before = System.nanoTime();
      }
      due = calendar.due(start, limit);
      calendar.workingTime(start, due);
    }
    long each = (System.nanoTime() - before) / 1_000_000;

    assertThat(due).isAfter(start);
    assertThat(each).as("nanoseconds for one due date and one count").isLessThan(5_000);
  }

  private ZonedDateTime start() {
    return LocalDateTime.of(2019, 1, 1, 0, 0)
        .plusMinutes(random.nextInt(7 * 365 * 24 * 60))
        .plusSeconds(random.nextInt(60))
        .atZone(WorkingCalendar.ZONE);
  }

  private Duration workingTime() {
    return random.nextInt(10) == 0
        ? Duration.ofMinutes(450L * random.nextInt(20))
        : Duration.ofSeconds(random.nextInt(300 * 3600));
  }

  private TimeLimit limit(Unit unit) {
    BigDecimal amount =
        switch (unit) {
          case SAME_DAY -> BigDecimal.ONE;
          case MONTH -> BigDecimal.valueOf(random.nextInt(900), 2);
          default -> BigDecimal.valueOf(random.nextInt(12_000), 2);
        };
    return new TimeLimit(
        random.nextBoolean() ? amount : BigDecimal.valueOf(amount.intValue()), unit);
  }
}
