package vn.motcua.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CheckCommandTest {

  private static final Path SOUND = Path.of("src/test/resources/rules/sound");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int check(Path... files) {
    String[] arguments = new String[files.length];
    for (int i = 0; i < files.length; i++) {
      arguments[i] = files[i].toString();
    }
    return new CommandLine(new CheckCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  @Test
  void soundModelsEndWithZeroAndALineThatCountsThem() {
    assertThat(check(SOUND)).as(out.toString()).isZero();
    assertThat(out.toString()).startsWith("Đã kiểm tra 4 quy trình").contains("0 lỗi, 0 lưu ý");
  }

  @Test
  void aBadModelEndsWithOneAndSaysWhatToDoUnderItsName(@TempDir Path folder) throws Exception {
    Path sound = SOUND.resolve("giao-thong-van-tai/1.000222-xac-nhan-hanh-trinh-xe.bpmn");
    Path bad =
        Files.createDirectory(folder.resolve("giao-thong-van-tai")).resolve(sound.getFileName());
    Files.writeString(bad, Files.readString(sound).replaceFirst("2 giờ làm việc", "2 giờ rưỡi"));
    assertThat(check(folder)).isEqualTo(1);
    assertThat(out.toString())
        .contains(
            bad
                + "\n  LỖI [appraise] Thuộc tính “allowance”: không đọc được giá trị “2 giờ rưỡi”. Hãy viết như trong quy định")
        .contains("Đã kiểm tra 1 quy trình");
  }

  @Test
  void aFileThatIsNotThereEndsWithTwo() {
    assertThat(check(Path.of("không-có.bpmn"))).isEqualTo(2);
    assertThat(err.toString()).contains("Không có tệp hoặc thư mục “không-có.bpmn”.");
  }

  @Test
  void aFileThatIsNotXmlIsAFindingAndNotACrash(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("x.bpmn"), "không phải XML");
    assertThat(check(file)).isEqualTo(1);
    assertThat(out.toString()).contains("(schema)");
  }
}
