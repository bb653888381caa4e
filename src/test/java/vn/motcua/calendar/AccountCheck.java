package vn.motcua.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import vn.motcua.calendar.ReckonedDay.Role;
import vn.motcua.calendar.TimeLimit.Unit;

/** Adds up the days of an account as a person would, without the calendar's own sums. */
final class AccountCheck {

  private AccountCheck() {}

  static void check(Reckoning reckoning, Predicate<LocalDate> works) {
    String what = reckoning.from() + " + " + reckoning.limit();
    List<ReckonedDay> days = reckoning.days();
    LocalDate first = reckoning.from().toLocalDate();
    LocalDate last = reckoning.due().toLocalDate();

    assertThat(days.stream().map(ReckonedDay::date))
        .as(what)
        .containsExactlyElementsOf(first.datesUntil(last.plusDays(1)).toList());
    assertThat(days.stream().map(ReckonedDay::ordinal).filter(o -> o > 0))
        .as(what)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, max(days)).boxed().toList());
    assertThat(days)
        .as(what)
        .allSatisfy(d -> assertThat(isWorking(d)).isEqualTo(works.test(d.date())))
        .filteredOn(d -> d.role() == Role.OFF)
        .noneMatch(d -> works.test(d.date()));
    amount(reckoning, what);
    assertThat(reckoning.lines()).as(what).isNotEmpty().allMatch(line -> !line.isBlank());
    assertThat(reckoning.summary()).as(what).endsWith(".");
  }

  private static void amount(Reckoning reckoning, String what) {
    List<ReckonedDay> days = reckoning.days();
    TimeLimit limit = reckoning.limit();
    int whole = limit.amount().intValue();
    boolean isWhole = limit.amount().compareTo(BigDecimal.valueOf(whole)) == 0;
    if (limit.unit() == Unit.WORKING_HOUR) {
      Duration used = days.stream().map(ReckonedDay::used).reduce(Duration.ZERO, Duration::plus);
      assertThat(BigDecimal.valueOf(used.toMillis(), 3))
          .as(what)
          .isEqualByComparingTo(limit.amount().multiply(BigDecimal.valueOf(3600)));
    } else if (whole > 0 && limit.unit() == Unit.WORKING_DAY) {
      assertThat(max(days)).as(what).isEqualTo(whole);
      assertThat(days.stream().filter(d -> d.role() == Role.PART))
          .as(what)
          .hasSize(isWhole ? 0 : 1);
    } else if (whole > 0 && isWhole && limit.unit() == Unit.DAY) {
      assertThat(max(days)).as(what).isEqualTo(whole);
    } else if (whole > 0 && isWhole && limit.unit() == Unit.MONTH) {
      LocalDate first = reckoning.from().toLocalDate();
      assertThat(first.plusDays(max(days))).as(what).isEqualTo(first.plusMonths(whole));
    } else if (limit.unit() == Unit.SAME_DAY) {
      assertThat(max(days)).as(what).isEqualTo(1);
    }
  }

  private static int max(List<ReckonedDay> days) {
    return days.stream().mapToInt(ReckonedDay::ordinal).max().orElse(0);
  }

  private static boolean isWorking(ReckonedDay day) {
    return day.kind() == CalendarDay.Kind.WORKING || day.kind() == CalendarDay.Kind.MAKE_UP;
  }
}
