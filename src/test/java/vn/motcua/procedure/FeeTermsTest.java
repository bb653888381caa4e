package vn.motcua.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Only what the words of a model say without a doubt becomes an amount. */
class FeeTermsTest {

  private static List<String> items(String text) {
    return FeeTerms.of(text).items().stream()
        .map(i -> i.kind().word() + " " + i.name() + " " + i.prices() + " " + i.unit())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Lệ phí 8.000 đ | state Lệ phí [8.000 đồng] null
          Phí 1.000.000 đ | service Phí [1.000.000 đồng] null
          Phí 75.000 / 215.000 đ | service Phí [75.000 đồng, 215.000 đồng] null
          Lệ phí cấp mới 40.000đồng/lần | state Lệ phí cấp mới [40.000 đồng] lần
          Công nhận lâm phần tuyển chọn: 600.000 đồng/lô giống | other Công nhận lâm phần tuyển chọn [600.000 đồng] lô giống
          Lệ phí 500.000 đ; Thực hiện | state Lệ phí [500.000 đồng] null
          """)
  void clearAmountsAreRead(String text, String item) {
    assertThat(items(text)).containsExactly(item);
  }

  @Test
  void feeAndChargeAreTwoLines() {
    assertThat(items("Phí 100.000 đ; Lệ phí 50.000 đ"))
        .containsExactly("service Phí [100.000 đồng] null", "state Lệ phí [50.000 đồng] null");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Theo quy định của Bộ Tài chính",
        "không quy định",
        "Phí 100 đ",
        "Phí 800 / 100.000 đ",
        "Lệ phí 500.000-50.000.000 đ (10 mức)",
        "Nộp 150.000 đồng + (số tấn thủy sản x 15.000 đồng/tấn",
        "áp dụng mức phí 500.000 đồng/hồ sơ kể từ ngày 01/7/2025 đến hết ngày",
        "Phí 10 USD",
        "Phí thẩm định an toàn: 75% mức thu phí thẩm định cấp phép lần đầu",
        "Phí : 0 Đồng (- Miễn lệ phí (Thông tư số 47/2019/TT-BTC",
        "1"
      })
  void whatIsNotClearStaysWords(String text) {
    FeeTerms terms = FeeTerms.of(text);
    assertThat(terms.items()).isEmpty();
    assertThat(terms.free()).isFalse();
    assertThat(terms.text()).isEqualTo(text);
  }

  @Test
  void freeIsFreeAndAnExemptionForSomeIsNot() {
    assertThat(FeeTerms.of("Miễn phí").free()).isTrue();
    assertThat(FeeTerms.of("Miễn lệ phí cho người thuộc gia đình có công").free()).isFalse();
    assertThat(FeeTerms.of(null)).isEqualTo(FeeTerms.of(" "));
  }

  @Test
  void theWordsOfACaseGoBeforeThoseOfTheProcedure() {
    Procedure both =
        new Procedure(
            "procedure-1.000001",
            "1.000001",
            "Thủ tục",
            "Hộ tịch",
            List.of("xa"),
            "ubnd-xa",
            List.of(),
            List.of(),
            Map.of(),
            List.of(),
            Map.of(),
            Map.of("fee", "Lệ phí 8.000 đồng", "case.case-2.fee", "Miễn phí"));

    assertThat(both.fees("case-1").items()).hasSize(1);
    assertThat(both.fees("case-2").free()).isTrue();
    assertThat(both.fees("").items()).hasSize(1);
  }

  /** How far the words of the models reach; a change of the catalogue shows here. */
  @Test
  @Tag("slow")
  void everyModelIsRead() throws IOException {
    int free = 0;
    int clear = 0;
    int words = 0;
    try (Stream<Path> files = Files.walk(Path.of("processes"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".bpmn")).toList()) {
        FeeTerms terms =
            FeeTerms.of(
                ModelReader.plain().read(file).readable().procedure().fact("fee").orElse(null));
        free += terms.free() ? 1 : 0;
        clear += terms.items().isEmpty() ? 0 : 1;
        words += terms.text() != null && !terms.free() && terms.items().isEmpty() ? 1 : 0;
      }
    }
    System.out.printf("Fees: %d free, %d with amounts, %d in words only%n", free, clear, words);
    assertThat(free).isGreaterThan(900);
    assertThat(clear).isGreaterThan(150);
  }
}
