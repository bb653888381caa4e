package vn.motcua.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Money as people type it, write it and read it aloud. */
class DongTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          8000           | 8.000 đồng
          8.000          | 8.000 đồng
          8 000          | 8.000 đồng
          ' 8.000 đồng ' | 8.000 đồng
          8.000đ         | 8.000 đồng
          1.234.567 VNĐ  | 1.234.567 đồng
          0              | 0 đồng
          100.000.000.000 | 100.000.000.000 đồng
          """)
  void isReadAsPeopleTypeIt(String typed, String written) {
    assertThat(Dong.read(typed)).hasToString(written);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -5.000 | “-5.000” là số âm.
          tám nghìn | “tám nghìn” không phải số tiền.
          8,000 | “8,000” không phải số tiền.
          8.00 | “8.00” không phải số tiền.
          8.0000 | “8.0000” không phải số tiền.
          1e9 | “1e9” không phải số tiền.
          100.000.000.001 | “100.000.000.001” quá lớn. Số tiền tối đa của một khoản là 100.000.000.000 đồng
          99999999999999999999 | “99999999999999999999” quá lớn.
          '   ' | Hãy ghi số tiền
          """)
  void nonsenseIsRefusedByName(String typed, String why) {
    assertThatThrownBy(() -> Dong.read(typed))
        .isInstanceOf(NotMoney.class)
        .hasMessageStartingWith(why);
  }

  /** Compared with how receipts and school books read numbers. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 | Không đồng
          5 | Năm đồng
          10 | Mười đồng
          11 | Mười một đồng
          14 | Mười bốn đồng
          15 | Mười lăm đồng
          20 | Hai mươi đồng
          21 | Hai mươi mốt đồng
          24 | Hai mươi tư đồng
          25 | Hai mươi lăm đồng
          91 | Chín mươi mốt đồng
          100 | Một trăm đồng
          101 | Một trăm linh một đồng
          104 | Một trăm linh bốn đồng
          105 | Một trăm linh năm đồng
          110 | Một trăm mười đồng
          111 | Một trăm mười một đồng
          115 | Một trăm mười lăm đồng
          155 | Một trăm năm mươi lăm đồng
          555 | Năm trăm năm mươi lăm đồng
          1000 | Một nghìn đồng
          1005 | Một nghìn không trăm linh năm đồng
          1015 | Một nghìn không trăm mười lăm đồng
          8000 | Tám nghìn đồng
          10500 | Mười nghìn năm trăm đồng
          21000 | Hai mươi mốt nghìn đồng
          162500 | Một trăm sáu mươi hai nghìn năm trăm đồng
          1000000 | Một triệu đồng
          1000005 | Một triệu không trăm linh năm đồng
          1005000 | Một triệu không trăm linh năm nghìn đồng
          1021000 | Một triệu không trăm hai mươi mốt nghìn đồng
          14250000 | Mười bốn triệu hai trăm năm mươi nghìn đồng
          1000000000 | Một tỷ đồng
          1000000001 | Một tỷ không trăm linh một đồng
          2015000000 | Hai tỷ không trăm mười lăm triệu đồng
          100000000000 | Một trăm tỷ đồng
          1234567890123 | Một nghìn hai trăm ba mươi tư tỷ năm trăm sáu mươi bảy triệu tám trăm chín mươi nghìn một trăm hai mươi ba đồng
          -8000 | Tám nghìn đồng
          """)
  void isReadAloud(long amount, String words) {
    assertThat(new Dong(amount).inWords()).isEqualTo(words);
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MAX_VALUE})
  void neverWrapsAround(long most) {
    assertThatThrownBy(() -> new Dong(most).plus(new Dong(1)))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void oneThatIsGivenBackHasAMinus() {
    assertThat(new Dong(-8000)).hasToString("-8.000 đồng");
  }
}
