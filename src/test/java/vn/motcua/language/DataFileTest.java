package vn.motcua.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataFileTest {

  record Shape(List<Entry> entries) {}

  record Entry(LocalDate day, String name) {}

  @Test
  void datesAreReadAsPeopleWriteThem() {
    Shape shape =
        DataFile.read(yaml("entries: [{day: 02/09/2026, name: Lễ}]"), "a.yaml", Shape.class);

    assertThat(shape.entries()).containsExactly(new Entry(LocalDate.of(2026, 9, 2), "Lễ"));
  }

  @ParameterizedTest(name = "{index}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
"""
entries: [{day: 29/02/2026}]       | a.yaml, dòng 1 entries.[1].day: giá trị “29/02/2026” không hợp lệ
entries: [{day: 2026-09-02}]       | giá trị “2026-09-02” không hợp lệ
entries: [{dya: 02/09/2026}]       | không có mục nào tên là “dya”
entries: [{name: A, name: B}]      | a.yaml, dòng 1 entries.[1]: sai cú pháp YAML
entries: [                         | sai cú pháp YAML
entries: {name: A}                 | entries: nội dung không đúng dạng ở chỗ này
''                                 | Tệp dữ liệu a.yaml trống
""")
  void whatDoesNotFitIsRefusedWithFilePlaceAndValue(String text, String message) {
    assertThatThrownBy(() -> DataFile.read(yaml(text), "a.yaml", Shape.class))
        .isInstanceOf(BadData.class)
        .hasMessageContaining(message);
  }

  @Test
  void aFileThatIsNotThereIsRefusedByName() {
    assertThatThrownBy(() -> DataFile.ofClasspath("khong-co.yaml", Shape.class))
        .hasMessage("Không tìm thấy tệp dữ liệu khong-co.yaml.");
  }

  private static InputStream yaml(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
