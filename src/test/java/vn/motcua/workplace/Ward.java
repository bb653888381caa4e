package vn.motcua.workplace;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.dossier.Application;
import vn.motcua.dossier.Reception;

/** A ward with enough people for stories of many dossiers and of people who are away. */
@TestComponent
class Ward {

  static final String ROOM = "phuong-hong-gai-van-phong";
  static final String APPROVER = "phuong-hong-gai.approver";
  static final String SON = "son.lanhdao";
  static final String DUNG = "dung.lanhdao";
  static final String BINH = "binh.thamdinh";
  static final String GIANG = "giang.truongphong";
  static final String MAI = "mai.vanthu";

  private final Office office;
  private final Reception reception;
  private final IdentityService identity;
  private final TaskService tasks;
  private final JdbcTemplate jdbc;

  Ward(
      Office office,
      Reception reception,
      IdentityService identity,
      TaskService tasks,
      JdbcTemplate jdbc) {
    this.office = office;
    this.reception = reception;
    this.identity = identity;
    this.tasks = tasks;
    this.jdbc = jdbc;
  }

  void open() {
    office.open();
    office.person(SON, "Trần Hồng", "Sơn", APPROVER);
    office.person(DUNG, "Lê Việt", "Dũng", APPROVER);
    office.person(BINH, "Ngô Thanh", "Bình", Office.APPRAISER);
    office.person(GIANG, "Hoàng Trường", "Giang", ROOM + ".head-of-room");
    office.person(MAI, "Đỗ Thị", "Mai", "phuong-hong-gai.seal-clerk");
  }

  /** Codes of dossiers that lie at the counter. */
  List<String> received(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> receive("Trần Văn " + letters(i)))
        .toList();
  }

  /** Codes of dossiers that have come to their appraisal. */
  List<String> appraising(int count) {
    List<String> codes = received(count);
    codes.forEach(code -> does(Office.LAN, code, Map.of("outcome", "accept")));
    return codes;
  }

  /** Codes of dossiers that wait for approval. */
  List<String> approving(int count) {
    List<String> codes = appraising(count);
    codes.forEach(code -> does(Office.HOA, code, Map.of("outcome", "forward")));
    return codes;
  }

  /** A name of letters only, another for each number. */
  private static String letters(int number) {
    return "A" + (char) ('a' + number / 26) + (char) ('a' + number % 26);
  }

  private String receive(String applicant) {
    Application application =
        new Application(
            "2.000815",
            null,
            null,
            null,
            null,
            false,
            "counter",
            false,
            null,
            "counter",
            null,
            new Application.Person(
                applicant, "person", "cccd", "022190000001", "0912345678", null, "Tổ 1, Hạ Long"),
            null,
            List.of(new Application.Paper("Bản chính", "original", 1, true)));
    return as(
        Office.LAN,
        () ->
            reception
                .receive(
                    application,
                    new CurrentOfficial(Office.LAN, "Nguyễn Thị Lan", Set.of(Office.COUNTER)))
                .code());
  }

  /** Whoever holds the post completes the open step of a dossier. */
  void does(String person, String code, Map<String, Object> words) {
    String task = task(code).getId();
    as(
        person,
        () -> {
          tasks.complete(task, words);
          return null;
        });
  }

  void takes(String person, String code) {
    String task = task(code).getId();
    as(
        person,
        () -> {
          tasks.claim(task, person);
          return null;
        });
  }

  Task task(String code) {
    return tasks.createTaskQuery().processInstanceBusinessKey(code).singleResult();
  }

  /** In the name of a person, with the posts that the person holds. */
  <T> T as(String person, Supplier<T> work) {
    List<String> posts =
        identity.createGroupQuery().groupMember(person).list().stream()
            .map(group -> group.getId())
            .toList();
    identity.setAuthentication(person, posts, posts);
    try {
      return work.get();
    } finally {
      identity.clearAuthentication();
    }
  }

  int acts(String code, String act) {
    return jdbc.queryForObject(
        "select count(*) from dossier_act where dossier_code = ? and act = ?",
        Integer.class,
        code,
        act);
  }

  /** The number, without the symbol behind it, under which the result of a dossier was sealed. */
  int sealedAs(String code) {
    String trace =
        jdbc.queryForObject(
            "select trace from dossier_act where dossier_code = ? and act = 'seal'",
            String.class,
            code);
    return Integer.parseInt(trace.replaceAll("^\\D*(\\d+)/.*$", "$1"));
  }
}
