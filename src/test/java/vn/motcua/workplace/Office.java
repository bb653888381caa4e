package vn.motcua.workplace;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;

/** The one-stop counter of a ward, with its people and one procedure, for tests of the screens. */
@TestComponent
class Office {

  static final String PASSWORD = "mat-khau-thu-nghiem";
  static final String COUNTER = "phuong-hong-gai-mot-cua.counter-clerk";
  static final String APPRAISER = "phuong-hong-gai-van-phong.appraiser";
  static final String LAN = "lan.motcua";
  static final String HOA = "hoa.thamdinh";
  static final String ADMINISTRATOR = "quantri";

  private final IdentityService identity;
  private final TaskService tasks;
  private final JdbcTemplate jdbc;

  Office(IdentityService identity, TaskService tasks, JdbcTemplate jdbc) {
    this.identity = identity;
    this.tasks = tasks;
    this.jdbc = jdbc;
  }

  /** Models of these tests: the shared processes and forms of the house, and one procedure. */
  static void models(DynamicPropertyRegistry properties) {
    properties.add("motcua.models", () -> directoryOfModels().toString());
  }

  private static Path directoryOfModels() {
    try {
      Path models = Files.createTempDirectory("models");
      copy(Path.of("processes/shared"), models.resolve("processes/shared"));
      copy(Path.of("src/test/resources/workplace"), models.resolve("processes/chung-thuc"));
      copy(Path.of("forms"), models.resolve("forms"));
      return models;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (var files = Files.newDirectoryStream(from)) {
      for (Path file : files) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  void open() {
    person(ADMINISTRATOR, "Lý Minh", "Tuấn", "camunda-admin");
    person(LAN, "Nguyễn Thị", "Lan", COUNTER);
    person(HOA, "Vũ Thị", "Hòa", APPRAISER);
  }

  void person(String id, String family, String given, String... posts) {
    if (identity.createUserQuery().userId(id).count() == 0) {
      User user = identity.newUser(id);
      user.setFirstName(family);
      user.setLastName(given);
      user.setPassword(PASSWORD);
      identity.saveUser(user);
      List.of(posts).forEach(post -> identity.createMembership(id, post));
    }
  }

  static Map<String, Object> application(String applicant) {
    return Map.of(
        "procedureCode", "2.000815",
        "channel", "counter",
        "returnWay", "counter",
        "applicant",
            Map.of(
                "name", applicant,
                "kind", "person",
                "identityKind", "cccd",
                "identityNumber", "022090001234",
                "phone", "0912345678",
                "address", "Tổ 5, phường Hồng Gai, tỉnh Quảng Ninh"),
        "papers",
            List.of(
                Map.of("name", "Bản chính giấy tờ", "kind", "original", "count", 1, "ticked", true),
                Map.of(
                    "name",
                    "Bản sao cần chứng thực",
                    "kind",
                    "photocopy",
                    "count",
                    3,
                    "ticked",
                    true)));
  }

  /** The code of the dossier that a signed-in clerk receives from this applicant. */
  static String received(Page page, String applicant) {
    Object answer =
        page.evaluate(
            """
            async application => {
              const csrf = await (await fetch('/api/csrf')).json();
              const answer = await fetch('/api/dossiers', {
                method: 'POST',
                headers: { 'Content-Type': 'application/json', [csrf.header]: csrf.token },
                body: JSON.stringify(application)
              });
              return answer.json();
            }
            """,
            application(applicant));
    return (String) ((Map<?, ?>) answer).get("code");
  }

  /** Sets both clocks of a dossier, as if time had passed. */
  void due(String code, Instant step, Instant dossier) {
    jdbc.update(
        "update dossier_clock set due_at = ? where dossier_code = ?",
        Timestamp.from(dossier),
        code);
    stepDue(code, step);
  }

  /** Sets the clock of the open step alone. */
  void stepDue(String code, Instant step) {
    tasks
        .createTaskQuery()
        .processInstanceBusinessKey(code)
        .list()
        .forEach(
            task ->
                jdbc.update(
                    "update ACT_RU_TASK set DUE_DATE_ = ? where ID_ = ?",
                    Timestamp.from(step),
                    task.getId()));
  }
}
