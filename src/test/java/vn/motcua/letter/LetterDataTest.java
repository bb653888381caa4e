package vn.motcua.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.language.BadData;
import vn.motcua.language.DataFile;

/** Form sets as dated data: what is taken, and what is refused with its entry named. */
class LetterDataTest {

  private static final String SOUND =
      """
      sets:
        - id: OLD
          from: 01/01/2019
          to: 31/12/2025
          basis: Thông tư cũ
          forms:
            - {id: slip, name: Giấy cũ, page: A5, book: own, symbol: TN, issuers: [reception.counter-clerk]}
        - id: NEW
          from: 01/01/2026
          basis: Thông tư mới
          forms:
            - {id: slip, name: Giấy mới, page: A5, book: own, symbol: TN, issuers: [reception.counter-clerk]}
            - {id: stop, name: Thông báo, page: A4, book: documents, symbol: TB, issuers: [lead.seal-clerk]}
      heads:
        - {unit: so-tu-phap, place: Quảng Ninh, sign: STP}
      """;

  private static Forms read(String text) {
    ByteArrayInputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    return new Forms(DataFile.read(in, "letters.yaml", LetterData.class), "letters.yaml");
  }

  @Test
  void aLetterIsWrittenInTheSetOfItsDay() {
    Forms forms = read(SOUND);

    assertThat(forms.form("slip", LocalDate.of(2025, 12, 31)).name()).isEqualTo("Giấy cũ");
    assertThat(forms.form("slip", LocalDate.of(2026, 1, 1)).name()).isEqualTo("Giấy mới");
    assertThatThrownBy(() -> forms.form("stop", LocalDate.of(2025, 12, 31)))
        .isInstanceOf(UnknownForm.class)
        .hasMessage("Bộ mẫu của ngày 31/12/2025 không có mẫu “stop”.");
    assertThatThrownBy(() -> forms.form("slip", LocalDate.of(2018, 12, 31)))
        .isInstanceOf(UnknownForm.class);
    assertThatThrownBy(() -> forms.form("giấy hẹn", LocalDate.of(2026, 1, 1)))
        .isInstanceOf(UnknownForm.class)
        .hasMessageContaining("giấy hẹn");
  }

  @Test
  void aNumberBelowTenHasANoughtAndADocumentTheSignOfItsAgency() {
    Forms forms = read(SOUND);
    LocalDate day = LocalDate.of(2026, 3, 1);

    assertThat(forms.form("slip", day).numberText(7, "STP")).isEqualTo("07/TN");
    assertThat(forms.form("stop", day).numberText(128, "STP")).isEqualTo("128/TB-STP");
    assertThat(forms.form("stop", day).numberText(9, null)).isEqualTo("09/TB");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "from: 01/01/2026      | from: 02/01/2026     | “NEW” phải bắt đầu đúng ngày sau",
        "to: 31/12/2025        | to: 31/12/2018       | “OLD” thiếu ngày bắt đầu, hoặc",
        "id: stop,             | id: sotp,            | “NEW” có mẫu không biết: “sotp”",
        "id: stop,             | id: slip,            | “NEW” có “slip” hai lần",
        "page: A4              | page: A3             | “NEW, stop” có khổ giấy “A3”",
        "book: documents       | book: elsewhere      | “NEW, stop” lấy số từ “elsewhere”",
        "lead.seal-clerk        | lead.sealclerk       | “NEW, stop” do “lead.sealclerk” phát hành",
        "lead.seal-clerk        | seal-clerk           | “NEW, stop” do “seal-clerk” phát hành",
        "symbol: TB,           | symbol: '',          | “NEW, stop” thiếu symbol",
        "basis: Thông tư mới   | basis: ''            | “NEW” thiếu basis",
        "name: Thông báo,      | nmae: Thông báo,     | nmae",
      })
  void refusesWhatDoesNotFitAndNamesIt(String sound, String wrong, String told) {
    assertThat(SOUND).contains(sound);

    assertThatThrownBy(() -> read(SOUND.replace(sound, wrong)))
        .isInstanceOf(BadData.class)
        .hasMessageContaining("letters.yaml")
        .hasMessageContaining(told);
  }

  @Test
  void oursHasEveryFormOfTheLawInBothSets() {
    Forms ours = new Forms(DataFile.ofClasspath("letters.yaml", LetterData.class), "letters.yaml");

    assertThat(ours.forms(LocalDate.of(2024, 1, 2)).stream().map(Form::label))
        .containsAll(Stream.of(1, 2, 3, 4, 5, 6).map("Mẫu số %02d"::formatted).toList());
    assertThat(ours.forms(LocalDate.of(2026, 11, 23)).stream().map(Form::kind))
        .containsExactly(FormKind.values());
  }
}
