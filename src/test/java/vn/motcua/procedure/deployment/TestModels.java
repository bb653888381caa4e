package vn.motcua.procedure.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Models for tests: a sound one, again and again under another code and name. */
final class TestModels {

  private static final String FIELD = "giao-thong-van-tai";
  private static final String SOUND = read();
  private static final List<String> WORDS =
      List.of(
          "đăng ký",
          "cấp lại",
          "giấy phép",
          "chứng nhận",
          "thay đổi",
          "khai sinh",
          "đất đai",
          "hộ kinh doanh",
          "xây dựng",
          "an toàn thực phẩm",
          "người có công",
          "thẩm định");

  private TestModels() {}

  private static String read() {
    try {
      return Files.readString(
          Path.of("src/test/resources/rules/sound", FIELD, "1.000222-xac-nhan-hanh-trinh-xe.bpmn"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String code(int number) {
    return "1.%06d".formatted(number);
  }

  static String name(int number) {
    return "Thủ tục "
        + WORDS.get(number % 12)
        + " "
        + WORDS.get(number / 12 % 12)
        + " "
        + WORDS.get(number / 144 % 12)
        + " số "
        + number;
  }

  static String path(int number) {
    return "processes/" + FIELD + "/" + code(number) + "-thu-tuc.bpmn";
  }

  /** A sound procedure of some 20 KB; the note stands among its papers. */
  static String model(int number, String note) {
    return SOUND
        .replace("1.000222", code(number))
        .replace("Xác nhận hành trình xe", name(number))
        .replace("Bản vẽ vị trí", "Bản vẽ vị trí" + note);
  }

  static String form(String id, String text) {
    return """
    {"id": "%s", "type": "default", "schemaVersion": 16, "components": [
      {"type": "text", "id": "text", "text": "%s"}]}
    """
        .formatted(id, text);
  }

  static void write(Path directory, String path, String content) {
    try {
      Path file = directory.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, content.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a catalogue of so many procedures and one shared form. */
  static void writeCatalogue(Path directory, int count) {
    for (int number = 1; number <= count; number++) {
      write(directory, path(number), model(number, ""));
    }
    write(directory, "forms/appraise.form", form("appraise", "Thẩm định"));
  }
}
