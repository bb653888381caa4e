package vn.motcua.designer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LimitsTest {

  @Test
  void severalLimitsBecomeCasesWithWordsAsIds() {
    assertThat(Limits.read("08 giờ; 07 ngày làm việc; 15 ngày; 06 tháng"))
        .extracting(Limits.Stated::id)
        .containsExactly(
            "limit-8-hours", "limit-7-working-days", "limit-15-days", "limit-6-months");
  }

  @Test
  void aTextWithSomethingElseInItIsNotReadInPart() {
    assertThat(Limits.read("05 ngày làm việc; theo mô tả")).isEmpty();
    assertThat(Limits.read("0 ngày")).isEmpty();
  }

  @Test
  void theSameLimitTwiceIsOneLimit() {
    assertThat(Limits.read("05 ngày; 5 ngày")).hasSize(1);
  }
}
