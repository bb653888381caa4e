package vn.motcua.designer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.calendar.TimeLimit;

class SharesTest {

  private static final List<Integer> DESK = List.of(5, 5, 55, 15, 15, 5, 0);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0,25 ngày làm việc",
        "1 ngày làm việc",
        "2 ngày làm việc",
        "3 ngày làm việc",
        "3,5 ngày làm việc",
        "6,25 ngày làm việc",
        "198 ngày làm việc",
        "1 ngày",
        "305 ngày",
        "1 giờ làm việc",
        "8 giờ làm việc",
        "110 giờ làm việc",
        "6 tháng",
        "trong ngày làm việc"
      })
  void theTimesOfTheStepsAddUpToTheLimitExactly(String text) {
    TimeLimit limit = TimeLimit.parse(text);
    List<TimeLimit> times = Shares.split(limit, DESK);
    assertThat(Sums.of(times, limit.unit()).orElseThrow()).isEqualByComparingTo(limit.amount());
    assertThat(times.subList(0, 6)).allMatch(time -> time.amount().signum() > 0);
    assertThat(times.get(6).amount()).isZero();
  }

  @Test
  void fiveDaysAreSplitIntoQuartersOfADay() {
    assertThat(Shares.split(TimeLimit.parse("5 ngày làm việc"), DESK))
        .extracting(TimeLimit::toString)
        .startsWith("0,25 ngày làm việc", "0,25 ngày làm việc", "2,75 ngày làm việc");
  }

  @Test
  void oneDayOnTheSpotIsTwoThreeTwoAndOneHours() {
    assertThat(Shares.split(TimeLimit.parse("1 ngày làm việc"), List.of(25, 37, 25, 13, 0)))
        .extracting(time -> time.amount().intValue())
        .containsExactly(2, 3, 2, 1, 0);
  }
}
