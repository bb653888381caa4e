package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CallArgumentsTest {

  @Test
  void lettersThatTheLocaleLostComeBack() {
    String[] typed = {"due", "--limit", "5 ngày làm việc"};

    assertThat(
            CallArguments.restored(
                lost(typed), call("java", "-jar", "x", typed[0], typed[1], typed[2])))
        .containsExactly(typed);
  }

  @Test
  void argumentsOfAnotherCallAreNotMixedIn() {
    String[] given = lost("due", "--limit", "5 ngày");

    assertThat(CallArguments.restored(given, call("java", "-jar", "x", "due", "--limit", "6 ngày")))
        .isSameAs(given);
    assertThat(CallArguments.restored(given, call("due"))).isSameAs(given);
  }

  @Test
  void whatLostNothingStaysAsItIs() {
    String[] given = {"due", "--limit", "5 ngày"};

    assertThat(CallArguments.of(given)).isSameAs(given);
  }

  private static String[] lost(String... typed) {
    String[] lost = new String[typed.length];
    for (int i = 0; i < typed.length; i++) {
      lost[i] = new String(typed[i].getBytes(StandardCharsets.UTF_8), StandardCharsets.US_ASCII);
    }
    return lost;
  }

  private static byte[] call(String... words) {
    return (String.join("\0", words) + '\0').getBytes(StandardCharsets.UTF_8);
  }
}
