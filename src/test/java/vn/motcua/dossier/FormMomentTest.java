package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days and times as forms send them and as people write them. */
class FormMomentTest {

  @ParameterizedTest
  @CsvSource({
    "2026-11-26, 26/11/2026",
    "26/11/2026, 26/11/2026",
    "2026-11-26T14:30, 14:30 26/11/2026",
    "2026-11-26T14:30:05, 14:30 26/11/2026",
    "2026-11-26T07:30Z, 14:30 26/11/2026",
    "2026-11-26T14:30+07:00, 14:30 26/11/2026"
  })
  void readsThemAll(String sent, String words) {
    assertThat(FormMoment.read(sent)).map(FormMoment::words).contains(words);
  }

  @ParameterizedTest
  @CsvSource({"hôm qua", "31/02/2026", "2026-13-01", "14:30"})
  void leavesOtherWordsAlone(String words) {
    assertThat(FormMoment.read(words)).isEmpty();
    assertThat(FormMoment.plain(words)).isEqualTo(words);
  }

  @Test
  void knowsWhatHasNotComeYet() {
    LocalDateTime now = LocalDateTime.of(2026, 11, 26, 14, 30);

    assertThat(FormMoment.read("2026-11-26T14:31").orElseThrow().isAfter(now)).isTrue();
    assertThat(FormMoment.read("2026-11-27").orElseThrow().isAfter(now)).isTrue();
    assertThat(FormMoment.read("2026-11-26T14:30").orElseThrow().isAfter(now)).isFalse();
    assertThat(FormMoment.read("2026-11-26").orElseThrow().isAfter(now)).isFalse();
  }
}
