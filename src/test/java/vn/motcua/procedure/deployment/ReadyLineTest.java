package vn.motcua.procedure.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReadyLineTest {

  @Test
  void theLastLineOfAStartSaysHowManyHowLongAndWhere() {
    assertThat(ReadyLine.words(1808, Duration.ofMillis(12_340), "http://localhost:8080"))
        .isEqualTo(
            "1.808 thủ tục sẵn sàng tiếp nhận hồ sơ sau 12,3 giây. Mời mở http://localhost:8080/");
  }
}
