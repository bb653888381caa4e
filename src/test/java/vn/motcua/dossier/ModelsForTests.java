package vn.motcua.dossier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Puts together small procedures with the real shared processes and forms. */
final class ModelsForTests
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static final String DESK =
      "src/test/resources/dossier/processes/cong-chung/1.013830-cap-lai-the-cong-chung-vien.bpmn";
  private static final String CONSULTED =
      "processes/tai-nguyen-nuoc/1.004122-cap-giay-phep-hanh-nghe-khoan-nuoc-duoi-dat.bpmn";
  private static final String LINKED =
      "processes/ho-tich/2.000986-lien-thong-thu-tuc-hanh-chinh-ve-dang-ky-khai-sinh-dang-ky.bpmn";
  private static final String DEADLINE = fact("supplement.applicantDeadline", "7 ngày làm việc");

  /** Model, code, and facts: procedures with a rule of their own. */
  private static final String[][] OWN_RULES = {
    {DESK, "9.000001", DEADLINE + fact("supplement.onExpiry", "STOP")},
    {DESK, "9.000002", DEADLINE + fact("supplement.onExpiry", "REFUSE")},
    {DESK, "9.000003", DEADLINE + fact("case.case-2.fee", "Phí 75.000 / 215.000 đồng/thẻ")},
    {CONSULTED, "9.000011", fact("consult.silence", "CONSENT") + fact("legalBasis", "NĐ 217 Đ54")},
    {CONSULTED, "9.000012", fact("consult.silence", "REMIND")},
    {CONSULTED, "9.000013", ""},
  };

  private static String fact(String name, String value) {
    return "<camunda:property name=\"" + name + "\" value=\"" + value + "\"/>";
  }

  /** The same procedure under another code and name, with more facts. */
  private static void variant(Path place, String model, String code, String facts)
      throws IOException {
    Path from = Path.of(model);
    String old = from.getFileName().toString().substring(0, code.length());
    String text =
        Files.readString(from)
            .replace(old, code)
            .replace("Cấp lại Thẻ công chứng viên", "Quy định riêng " + code)
            .replace("Cấp giấy phép hành nghề khoan nước dưới đất", "Quy định riêng " + code)
            .replace(
                "<camunda:property name=\"family\"", facts + "<camunda:property name=\"family\"");
    Path folder = place.resolve("processes").resolve(from.getParent().getFileName());
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(code + "-quy-dinh-rieng.bpmn"), text);
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    try {
      Path place = Files.createTempDirectory("models");
      copy(Path.of("src/test/resources/dossier/processes"), place.resolve("processes"));
      copy(Path.of("processes/shared"), place.resolve("processes/shared"));
      copy(Path.of(LINKED), place.resolve(LINKED));
      for (String[] own : OWN_RULES) {
        variant(place, own[0], own[1], own[2]);
      }
      copy(Path.of("forms"), place.resolve("forms"));
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(new MapPropertySource("models", Map.of("motcua.models", place.toString())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = from.equals(file) ? to : to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }
}
