package vn.motcua.letter;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.dossier.Application;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Reception;

/** People at work in a story of letters: the centre of the province and two of its agencies. */
class OneStop {

  static final String CENTRE = "trung-tam-phuc-vu-hanh-chinh-cong";
  static final String JUSTICE = "so-tu-phap";

  static final CurrentOfficial HUNG = person("hung", "Lê Mạnh Hùng", CENTRE + ".counter-clerk");
  static final CurrentOfficial THU = person("thu", "Bùi Thị Thu", CENTRE + ".return-clerk");
  static final CurrentOfficial SEALER = person("yen", "Dương Hải Yến", JUSTICE + ".seal-clerk");
  static final CurrentOfficial LEADER = person("khanh", "Đặng Quốc Khánh", JUSTICE + ".approver");
  static final CurrentOfficial HEAD =
      person("giang", "Hoàng Trường Giang", "so-tu-phap-chuyen-mon.head-of-room");
  static final CurrentOfficial AN = person("an", "Ngô Thanh An", "so-tu-phap-chuyen-mon.appraiser");
  static final CurrentOfficial STRANGER =
      person("la", "Vũ Hải Đăng", "dac-khu-co-to-mot-cua.counter-clerk");

  final TaskService tasks;
  final IdentityService identity;
  final Reception reception;
  final Dossiers dossiers;
  final Letters letters;
  final LetterStore store;
  final JdbcTemplate jdbc;
  final MovingTime time;

  /** Folder of the province's templates. */
  final Path templates;

  OneStop(
      TaskService tasks,
      IdentityService identity,
      Reception reception,
      Dossiers dossiers,
      Letters letters,
      LetterStore store,
      JdbcTemplate jdbc,
      MovingTime time,
      @Value("${motcua.letters.dir}") Path templates) {
    this.tasks = tasks;
    this.identity = identity;
    this.reception = reception;
    this.dossiers = dossiers;
    this.letters = letters;
    this.store = store;
    this.jdbc = jdbc;
    this.time = time;
    this.templates = templates;
  }

  @Bean
  static MovingTime movingTime() {
    return new MovingTime();
  }

  private static CurrentOfficial person(String id, String name, String post) {
    return new CurrentOfficial(id, name, Set.of(post));
  }

  /** Accounts of the people, as an administrator would have made them. */
  OneStop open() {
    time.at(23, 11, 8, 5);
    for (CurrentOfficial who : List.of(HUNG, THU, SEALER, LEADER, HEAD, AN, STRANGER)) {
      if (identity.createUserQuery().userId(who.userId()).count() == 0) {
        User user = identity.newUser(who.userId());
        int given = who.name().lastIndexOf(' ');
        user.setFirstName(who.name().substring(0, given));
        user.setLastName(who.name().substring(given + 1));
        user.setPassword("mat-khau-thu-nghiem");
        identity.saveUser(user);
        who.postIds().forEach(post -> identity.createMembership(who.userId(), post));
      }
    }
    return this;
  }

  static Application.Person lan() {
    return new Application.Person(
        "Nguyễn Thị Hoàng Lan",
        "person",
        "cccd",
        "022190000001",
        "0912345678",
        "lan.nguyen@example.vn",
        "Tổ 5, khu 2, phường Hồng Gai, tỉnh Quảng Ninh");
  }

  static Application application(
      String procedure, String caseId, Application.Person who, List<Application.Paper> papers) {
    return new Application(
        procedure, caseId, null, null, null, false, "counter", false, null, "counter", null, who,
        null, papers);
  }

  /** A card of a notary to be issued again: received at the centre, resolved by the agency. */
  String card() {
    return card(lan());
  }

  String card(Application.Person who) {
    Application application =
        application(
            "1.013830",
            null,
            who,
            List.of(
                new Application.Paper(
                    "Đơn đề nghị cấp lại thẻ công chứng viên", "original", 1, true),
                new Application.Paper("Thẻ công chứng viên đang sử dụng", "original", 1, true),
                new Application.Paper("02 ảnh chân dung cỡ 2cm x 3cm", "photocopy", 2, false)));
    return reception.receive(application, HUNG).code();
  }

  Task task(String code, String step) {
    return as(
        "system",
        List.of("camunda-admin"),
        () ->
            tasks
                .createTaskQuery()
                .processInstanceBusinessKey(code)
                .taskDefinitionKey(step)
                .singleResult());
  }

  /** Completes the open task at a step; words are name, value, name, value. */
  void does(CurrentOfficial who, String code, String step, Object... words) {
    Task task = task(code, step);
    Map<String, Object> variables = new HashMap<>();
    for (int i = 0; i < words.length; i += 2) {
      variables.put(words[i].toString(), words[i + 1]);
    }
    as(
        who.userId(),
        List.of(task.getTenantId()),
        () -> {
          tasks.complete(task.getId(), variables);
          return null;
        });
  }

  <T> T as(String person, List<String> posts, Supplier<T> work) {
    identity.setAuthentication(person, posts, posts);
    try {
      return work.get();
    } finally {
      identity.clearAuthentication();
    }
  }

  /** Accepted by the counter, assigned, at the appraiser. */
  String appraising() {
    String code = card();
    does(HUNG, code, "receive", "outcome", "accept");
    time.at(23, 11, 9, 30);
    does(HEAD, code, "assign");
    return code;
  }

  /** Approved and sealed, waiting to be handed out. */
  String sealed() {
    String code = appraising();
    time.at(25, 11, 9, 0);
    does(AN, code, "appraise", "outcome", "forward");
    does(HEAD, code, "initial", "outcome", "forward");
    does(LEADER, code, "approve", "outcome", "approve");
    // Later than its two hours, which it has to account for.
    time.at(25, 11, 16, 40);
    does(
        SEALER,
        code,
        "seal",
        "documentNumber",
        "127/QĐ-STP",
        "documentDate",
        "25/11/2026",
        "lateCause",
        "awaiting-signature",
        "lateWords",
        "Chờ lãnh đạo ký bản chính");
    return code;
  }

  /** An apology that is proposed and signed, so that it can be numbered and sealed. */
  String apologised() {
    String code = appraising();
    dossiers.apologise(code, "Chờ ý kiến của Hội Công chứng viên", LocalDate.of(2026, 12, 8), HEAD);
    does(LEADER, code, "sign-apology", "outcome", "approve");
    return code;
  }
}
