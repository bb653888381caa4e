package vn.motcua.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.language.BadData;

/** Whom each rung warns is dated data; what does not fit is refused with its entry. */
class LadderTest {

  private static Ladder read(String yaml) {
    return Ladder.read(
        new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "thang.yaml");
  }

  @Test
  void theLadderOfTheDayHolds() {
    Ladder ladder =
        Ladder.read(LadderTest.class.getResourceAsStream("/warning.yaml"), "warning.yaml");

    assertThat(ladder.on(LocalDate.of(2018, 6, 20))).isEmpty();
    assertThat(ladder.on(LocalDate.of(2025, 6, 30)).orElseThrow().basis())
        .startsWith("Nghị định 61");
    Ladder.Valid now = ladder.on(LocalDate.of(2026, 11, 26)).orElseThrow();
    assertThat(now.basis()).contains("118/2025");
    assertThat(now.warnedAt(Rung.HALF)).containsExactly(Recipient.HOLDER);
    assertThat(now.warnedAt(Rung.SOON)).containsExactly(Recipient.HOLDER, Recipient.HEAD_OF_ROOM);
    assertThat(now.warnedAt(Rung.OVER))
        .containsExactly(Recipient.HOLDER, Recipient.HEAD_OF_ROOM, Recipient.CENTRE);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
"""
[] | thang.yaml: Thang cảnh báo không có mục nào
[{from: 01/07/2025, levels: []}] | từ ngày 01/07/2025 thiếu ngày bắt đầu, căn cứ
[{from: 01/07/2025, to: 30/06/2025, basis: A, levels: []}] | kết thúc trước khi bắt đầu
[{from: 01/07/2025, basis: A, levels: [{percent: 60, warn: [holder]}]}] | không có mức 60 %
[{from: 01/07/2025, basis: A, levels: [{percent: 50, warn: [boss]}]}] | không có người nhận “boss”
[{from: 01/07/2025, basis: A, levels: [{percent: 50, warn: []}, {percent: 50, warn: []}]}] | mức 50 % được ghi hai lần
[{from: 01/07/2025, basis: A, levels: []}, {from: 01/01/2026, basis: B, levels: []}] | từ ngày 01/01/2026 trùng thời gian
[{from: 01/01/2026, basis: A, levels: []}, {from: 01/07/2025, basis: B, levels: []}] | từ ngày 01/07/2025 trùng thời gian
""")
  void whatDoesNotFitIsRefused(String ladder, String message) {
    assertThatThrownBy(() -> read("ladder: " + ladder))
        .isInstanceOf(BadData.class)
        .hasMessageContaining(message);
  }
}
