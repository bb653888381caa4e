package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** The seal clerk takes the next number of the agency's register; a number of elsewhere is kept. */
@DossierStory
class SealNumberTest {

  @Autowired Counter counter;
  @Autowired Dossiers dossiers;

  @BeforeEach
  void mondayMorning() {
    counter.time.at(23, 11, 8, 0);
  }

  private String signed() {
    String code = counter.desk();
    counter.does("clerk", code, "outcome", "accept");
    counter.does("head", code);
    counter.does("an", code, "outcome", "forward");
    counter.does("head", code, "outcome", "forward");
    counter.does("leader", code, "outcome", "approve");
    return code;
  }

  private int last() {
    return counter
        .jdbc
        .queryForList(
            "select last_no from letter_counter where unit = ? and book = 'documents'"
                + " and book_year = 2026",
            Integer.class,
            SmallProvince.JUSTICE)
        .stream()
        .findFirst()
        .orElse(0);
  }

  private String trace(String code) {
    return counter.acts(code).get(counter.acts(code).size() - 1).trace();
  }

  @Test
  void numbersAreIssuedInARowWithTheKindAndTheSignOfTheAgency() {
    int before = last();
    String first = signed();
    String second = signed();

    counter.does("sealer", first);
    counter.does("sealer", second, "documentKind", "certificate");

    assertThat(trace(first))
        .isEqualTo(
            "Số, ký hiệu văn bản: %02d/QĐ-STP; Ngày văn bản: 23/11/2026".formatted(before + 1));
    assertThat(trace(second))
        .isEqualTo(
            "Số, ký hiệu văn bản: %02d/GCN-STP; Ngày văn bản: 23/11/2026".formatted(before + 2));
    assertThat(
            counter.jdbc.queryForList(
                "select number_text from document_number where dossier_code in (?, ?)"
                    + " order by number",
                String.class,
                first,
                second))
        .containsExactly("%02d/QĐ-STP".formatted(before + 1), "%02d/GCN-STP".formatted(before + 2));
  }

  @Test
  void whatCarriesANumberOfElsewhereTakesNoneAndARefusedSealNeither() {
    int before = last();
    String code = signed();
    assertThatThrownBy(() -> counter.does("leader", code)).hasMessageContaining("đóng dấu");
    assertThatThrownBy(() -> counter.does("sealer", code, "documentKind", "poem"))
        .hasMessageContaining("Không có loại văn bản “poem”");

    counter.does("sealer", code, "documentNumber", "CS 09123");

    assertThat(trace(code)).isEqualTo("Số, ký hiệu văn bản: CS 09123");
    assertThat(last()).isEqualTo(before);
  }

  @Test
  void aLetterIsSealedUnderItsOwnNumber() {
    String code = counter.desk();
    counter.does("clerk", code, "outcome", "accept");
    counter.does("head", code);
    dossiers.apologise(
        code,
        "Chờ ý kiến",
        LocalDate.of(2026, 12, 8),
        Counter.official("head", SmallProvince.JUSTICE + ".head-of-room"));
    counter.does("leader", counter.task(code, "sign-apology"), "outcome", "approve");

    assertThatThrownBy(() -> counter.does("sealer", counter.task(code, "seal-apology")))
        .hasMessageContaining("hãy phát hành văn bản ở mục Văn bản để lấy số");
  }

  @Test
  void theRegisterStaysWritten() {
    counter.time.at(23, 11, 8, 0);
    String code = signed();
    counter.does("sealer", code);

    for (String change :
        List.of("delete from document_number", "update document_number set number = 99")) {
      assertThatThrownBy(() -> counter.jdbc.update(change)).isInstanceOf(DataAccessException.class);
    }
  }
}
