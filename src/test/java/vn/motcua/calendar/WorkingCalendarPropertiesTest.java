package vn.motcua.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.motcua.calendar.TimeLimit.Unit;

/**
 * What must hold for every start and every amount, in the province and in units with hours and
 * closures of their own; the seed is fixed, so a failure repeats.
 */
class WorkingCalendarPropertiesTest {

  private static final int TRIALS = 5_000;
  private static final List<Unit> ALL = List.of(Unit.values());
  private static final WorkingCalendar STANDARD = WorkingCalendar.standard();
  private static final WorkingCalendar UNITS =
      WorkingCalendar.read(
          WorkingCalendarPropertiesTest.class.getResourceAsStream("/calendar-units.yaml"),
          "calendar-units.yaml");

  /** Whose time is reckoned, and from which years starts are taken. */
  private enum Whose {
    PROVINCE(STANDARD, null, 2019, 7 * 365),
    SUMMER_AND_WINTER(UNITS, "mua", 2025, 540),
    MORNINGS_ONLY(UNITS, "sang", 2025, 540),
    THREE_SESSIONS(UNITS, "ba-buoi", 2025, 540),
    CLOSED_BY_STORM(UNITS, "bao", 2025, 540);

    private final WorkingCalendar calendar;
    private final String unit;
    private final LocalDateTime first;
    private final int days;

    Whose(WorkingCalendar calendar, String unit, int firstYear, int days) {
      this.calendar = calendar;
      this.unit = unit;
      this.first = LocalDateTime.of(firstYear, 1, 1, 0, 0);
      this.days = days;
    }

    ZonedDateTime due(ZonedDateTime start, TimeLimit limit) {
      return calendar.due(start, limit, unit);
    }

    ZonedDateTime plus(ZonedDateTime start, Duration time) {
      return calendar.plus(start, time, unit);
    }

    Duration between(ZonedDateTime from, ZonedDateTime to) {
      return calendar.workingTime(from, to, unit);
    }

    boolean works(LocalDate day) {
      return calendar.isWorkingDay(day, unit);
    }
  }

  private final Random random = new Random(61_2018);

  @ParameterizedTest
  @EnumSource
  void addedTimeCountsAsTheTimeAdded(Whose whose) {
    for (int i = 0; i < TRIALS; i++) {
      ZonedDateTime start = start(whose);
      Duration time = workingTime();

      assertThat(whose.between(start, whose.plus(start, time)))
          .as("%s + %s", start, time)
          .isEqualTo(time);
    }
  }

  @ParameterizedTest
  @EnumSource
  void workingDaysAddedAreTheWorkingDaysCounted(Whose whose) {
    for (int i = 0; i < TRIALS / 5; i++) {
      ZonedDateTime start = start(whose);
      int days = 1 + random.nextInt(60);
      LocalDate last = whose.due(start, TimeLimit.of(days, Unit.WORKING_DAY)).toLocalDate();

      assertThat(start.toLocalDate().plusDays(1).datesUntil(last.plusDays(1)))
          .as("%s + %s", start, days)
          .filteredOn(whose::works)
          .hasSize(days);
    }
  }

  @ParameterizedTest
  @EnumSource
  void addingInTwoPartsIsAddingTheWhole(Whose whose) {
    for (int i = 0; i < TRIALS; i++) {
      ZonedDateTime start = start(whose);
      Duration one = workingTime();
      Duration two = workingTime();

      assertThat(whose.plus(whose.plus(start, one), two))
          .as("%s + %s + %s", start, one, two)
          .isEqualTo(whose.plus(start, one.plus(two)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void timeBetweenSplitsAtAnyMomentAndChangesSignBackwards(Whose whose) {
    for (int i = 0; i < TRIALS; i++) {
      ZonedDateTime a = start(whose);
      ZonedDateTime b = start(whose);
      ZonedDateTime c = start(whose);

      assertThat(whose.between(a, b).plus(whose.between(b, c))).isEqualTo(whose.between(a, c));
      assertThat(whose.between(a, b)).isEqualTo(whose.between(b, a).negated());
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsEverDueOnADayOff(Whose whose) {
    for (int i = 0; i < TRIALS; i++) {
      ZonedDateTime start = start(whose);
      TimeLimit limit = limit(anyUnit());
      ZonedDateTime due = whose.due(start, limit);

      assertThat(whose.works(due.toLocalDate())).as("%s + %s = %s", start, limit, due).isTrue();
      assertThat(due).as("%s + %s", start, limit).isAfter(start.minusMinutes(1));
    }
  }

  @ParameterizedTest
  @EnumSource
  void startingLaterIsNeverDueEarlier(Whose whose) {
    for (int i = 0; i < TRIALS; i++) {
      ZonedDateTime early = start(whose);
      ZonedDateTime late = early.plusMinutes(random.nextInt(4 * 24 * 60));
      TimeLimit limit = limit(anyUnit());

      assertThat(whose.due(late, limit))
          .as("%s, %s + %s", early, late, limit)
          .isAfterOrEqualTo(whose.due(early, limit));
    }
  }

  @ParameterizedTest
  @EnumSource
  void moreTimeIsNeverDueEarlier(Whose whose) {
    for (int i = 0; i < TRIALS; i++) {
      ZonedDateTime start = start(whose);
      TimeLimit less = limit(anyUnit());
      TimeLimit more =
          new TimeLimit(less.amount().add(BigDecimal.valueOf(random.nextInt(300), 2)), less.unit());

      assertThat(whose.due(start, more))
          .as("%s + %s, %s", start, less, more)
          .isAfterOrEqualTo(whose.due(start, less));
    }
  }

  @ParameterizedTest
  @EnumSource
  void wholeWorkingDaysInTwoPartsAreTheWhole(Whose whose) {
    for (int i = 0; i < TRIALS; i++) {
      ZonedDateTime start = start(whose);
      int one = 1 + random.nextInt(60);
      int two = 1 + random.nextInt(60);
      ZonedDateTime inParts =
          whose.due(
              whose.due(start, TimeLimit.of(one, Unit.WORKING_DAY)),
              TimeLimit.of(two, Unit.WORKING_DAY));

      assertThat(inParts).isEqualTo(whose.due(start, TimeLimit.of(one + two, Unit.WORKING_DAY)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theAccountOfALimitEndsWhenTheLimitEndsAndAddsUpToIt(Whose whose) {
    for (int i = 0; i < TRIALS / 5; i++) {
      ZonedDateTime start = start(whose);
      TimeLimit limit = limit(anyUnit());
      Reckoning reckoning = whose.calendar.reckon(start, limit, whose.unit);

      assertThat(reckoning.due()).as("%s + %s", start, limit).isEqualTo(whose.due(start, limit));
      AccountCheck.check(reckoning, whose::works);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDayClosesAtItsOwnHourOrOnTheNextWorkingDay(Whose whose) {
    for (int i = 0; i < TRIALS / 5; i++) {
      LocalDate day = start(whose).toLocalDate();
      ZonedDateTime closing = whose.calendar.closing(day, whose.unit);

      assertThat(whose.works(closing.toLocalDate())).isTrue();
      assertThat(day.datesUntil(closing.toLocalDate())).noneMatch(whose::works);
      assertThat(whose.between(closing.toLocalDate().atStartOfDay(WorkingCalendar.ZONE), closing))
          .isEqualTo(whose.calendar.dayLength(closing.toLocalDate(), whose.unit));
    }
  }

  private ZonedDateTime start(Whose whose) {
    return whose
        .first
        .plusMinutes(random.nextInt(whose.days * 24 * 60))
        .plusSeconds(random.nextInt(60))
        .atZone(WorkingCalendar.ZONE);
  }

  private Duration workingTime() {
    return random.nextInt(10) == 0
        ? Duration.ofMinutes(450L * random.nextInt(20))
        : Duration.ofSeconds(random.nextInt(300 * 3600));
  }

  private Unit anyUnit() {
    return ALL.get(random.nextInt(ALL.size()));
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
