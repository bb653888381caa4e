package vn.motcua.warning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.dossier.Application;
import vn.motcua.dossier.FixedTime;
import vn.motcua.dossier.Reception;

/**
 * People of the real organisation with their mail, and dossiers for them, at a time of the story.
 */
@TestConfiguration(proxyBeanMethods = false)
class Province {

  static final String CENTRE = "trung-tam-phuc-vu-hanh-chinh-cong";
  static final String ROOM = "so-tu-phap-chuyen-mon";
  static final String WARD = "phuong-hong-gai";

  @Bean
  @Primary
  FixedTime fixedTime() {
    return new FixedTime();
  }

  /** What another room would like to say; empty unless a story fills it. */
  @Bean
  Told told() {
    return new Told();
  }

  @Bean
  Notices noticesOfTheStory(Told told) {
    return (day, to) -> told.notices.forEach(to);
  }

  @Bean
  Work work(
      IdentityService identity,
      TaskService tasks,
      Reception reception,
      JdbcTemplate jdbc,
      FixedTime time) {
    return new Work(identity, tasks, reception, jdbc, time);
  }

  static final class Told {
    final List<Notice> notices = new CopyOnWriteArrayList<>();
  }

  /** Three small procedures with the shared processes and forms of the house. */
  static String models() {
    try {
      Path place = Files.createTempDirectory("models");
      copy(Path.of("src/test/resources/dossier/processes"), place.resolve("processes"));
      copy(Path.of("processes/shared"), place.resolve("processes/shared"));
      copy(Path.of("forms"), place.resolve("forms"));
      return place.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  /** What officials do in a story. */
  record Work(
      IdentityService identity,
      TaskService tasks,
      Reception reception,
      JdbcTemplate jdbc,
      FixedTime time) {

    void person(String id, String email, String... posts) {
      if (identity.createUserQuery().userId(id).count() == 0) {
        User user = identity.newUser(id);
        user.setFirstName("Người");
        user.setLastName(id);
        user.setEmail(email);
        user.setPassword("mat-khau-thu-nghiem");
        identity.saveUser(user);
        for (String post : posts) {
          identity.createMembership(id, post);
        }
      }
    }

    /** Everybody whom the stories name. */
    void people() {
      person("an", "an@tinh.example", ROOM + ".appraiser");
      person("binh", "binh@tinh.example", ROOM + ".appraiser");
      person("truongphong", "truongphong@tinh.example", ROOM + ".head-of-room");
      person("giamdoc", "giamdoc@tinh.example", CENTRE + ".centre-director");
      person("tiepnhan", "tiepnhan@tinh.example", CENTRE + ".counter-clerk");
      person("chutich", "chutich@tinh.example", WARD + ".approver");
      person("phuong", "phuong@tinh.example", WARD + "-van-phong.appraiser");
      person("khongthu", null, WARD + "-mot-cua.counter-clerk");
    }

    /** Earlier stories are over. */
    void clear() {
      jdbc.update("update dossier_clock set stopped_at = started_at where stopped_at is null");
      jdbc.update("delete from digest");
      jdbc.update("delete from digest_day");
    }

    /** A dossier of Sở Tư pháp: five working days, of which two for the appraisal. */
    String desk() {
      return receive("1.013830", "case-1", CENTRE);
    }

    /** A dossier on the spot in a ward: eight hours. */
    String onTheSpot() {
      return receive("2.000815", null, WARD + "-mot-cua");
    }

    private String receive(String procedure, String caseId, String counter) {
      String post = counter + ".counter-clerk";
      Application application =
          new Application(
              procedure,
              caseId,
              null,
              counter,
              null,
              false,
              "counter",
              false,
              null,
              "counter",
              null,
              new Application.Person(
                  "Trần Thị Ngọc Ánh",
                  "person",
                  "cccd",
                  "022190000001",
                  "0912345678",
                  null,
                  "Hạ Long"),
              null,
              List.of());
      String code =
          as(
              "tiepnhan",
              post,
              () ->
                  reception
                      .receive(application, new CurrentOfficial("tiepnhan", "Hùng", Set.of(post)))
                      .code());
      beganNow(code);
      return code;
    }

    /** The dossier at its appraisal, all steps before it done at once. */
    String appraising() {
      String code = desk();
      does("tiepnhan", code, Map.of("outcome", "accept"));
      does("truongphong", code, Map.of());
      return code;
    }

    Task task(String code) {
      return tasks.createTaskQuery().processInstanceBusinessKey(code).singleResult();
    }

    void does(String person, String code, Map<String, Object> variables) {
      Task task = task(code);
      as(
          person,
          task.getTenantId(),
          () -> {
            tasks.complete(task.getId(), variables);
            return null;
          });
      beganNow(code);
    }

    /** The engine's own clock does not stand where the story puts it. */
    private void beganNow(String code) {
      tasks
          .createTaskQuery()
          .processInstanceBusinessKey(code)
          .list()
          .forEach(
              task ->
                  jdbc.update(
                      "update ACT_RU_TASK set CREATE_TIME_ = ? where ID_ = ?",
                      Timestamp.from(time.instant()),
                      task.getId()));
    }

    void claims(String person, String code) {
      Task task = task(code);
      as(
          person,
          task.getTenantId(),
          () -> {
            tasks.claim(task.getId(), person);
            return null;
          });
    }

    <T> T as(String person, String post, Supplier<T> work) {
      identity.setAuthentication(person, List.of(post), List.of(post));
      try {
        return work.get();
      } finally {
        identity.clearAuthentication();
      }
    }
  }
}
