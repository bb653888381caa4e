package vn.motcua.stories;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.calendar.Calendars;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.dossier.Application;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Reception;

/**
 * The people of the demo at work behind the screens: they bring a dossier to the place where a
 * story begins, and tell afterwards what the register, the ledger and the letters hold of it.
 */
@TestComponent
class Town {

  static final String OWNER = "022190000001";

  private static final Path PAPERS = Path.of("target/letters/town");

  private final Reception reception;
  private final Dossiers dossiers;
  private final TaskService tasks;
  private final IdentityService identity;
  private final Calendars calendars;
  private final JdbcTemplate jdbc;

  Town(
      Reception reception,
      Dossiers dossiers,
      TaskService tasks,
      IdentityService identity,
      Calendars calendars,
      JdbcTemplate jdbc) {
    this.reception = reception;
    this.dossiers = dossiers;
    this.tasks = tasks;
    this.identity = identity;
    this.calendars = calendars;
    this.jdbc = jdbc;
  }

  /** Received by this clerk at the counter, to be collected there. */
  String received(String clerk, String procedure, String caseId) {
    return received(clerk, procedure, caseId, "counter", "counter");
  }

  String received(String clerk, String procedure, String caseId, String channel, String way) {
    Application application =
        new Application(
            procedure,
            caseId,
            null,
            null,
            null,
            false,
            channel,
            false,
            null,
            way,
            null,
            new Application.Person(
                "Nguyễn Thị Hoàng Lan",
                "person",
                "cccd",
                OWNER,
                "0912345678",
                "lan@vidu.vn",
                "Tổ 5, phường Hồng Gai, tỉnh Quảng Ninh"),
            null,
            List.of(new Application.Paper("Đơn đề nghị", "original", 1, true)));
    Set<String> posts = Set.copyOf(posts(clerk));
    return as(
        clerk,
        () -> reception.receive(application, new CurrentOfficial(clerk, clerk, posts)).code());
  }

  private List<String> posts(String person) {
    return identity.createGroupQuery().groupMember(person).list().stream()
        .map(group -> group.getId())
        .toList();
  }

  private <T> T as(String person, Supplier<T> work) {
    List<String> posts = posts(person);
    identity.setAuthentication(person, posts, posts);
    try {
      return work.get();
    } finally {
      identity.clearAuthentication();
    }
  }

  Task task(String code) {
    return tasks.createTaskQuery().processInstanceBusinessKey(code).singleResult();
  }

  /** Account of somebody who holds the post of the open step. */
  String whose(String code) {
    return holder(task(code).getTenantId());
  }

  String holder(String post) {
    return identity.createUserQuery().memberOfGroup(post).list().get(0).getId();
  }

  /** Whoever holds the post does the open step; words are name, value, name, value. */
  void step(String code, String... words) {
    Map<String, Object> said = new HashMap<>();
    for (int i = 0; i < words.length; i += 2) {
      said.put(words[i], words[i + 1]);
    }
    Task task = task(code);
    as(
        whose(code),
        () -> {
          tasks.complete(task.getId(), said);
          return null;
        });
  }

  /** A dossier that was just received goes through its agency, up to the seal. */
  void approved(String code) {
    step(code, "outcome", "accept");
    step(code);
    step(code, "outcome", "forward");
    step(code, "outcome", "forward");
    step(code, "outcome", "approve");
  }

  /** As if the dossier had come in so many days ago. */
  void cameIn(String code, int daysAgo) {
    jdbc.update(
        "update dossier set received_at = ? where code = ?",
        Timestamp.from(Instant.now().minus(Duration.ofDays(daysAgo))),
        code);
  }

  /** As if the applicant had been told to come so many days ago. */
  void told(String code, int days) {
    Timestamp then = Timestamp.from(Instant.now().minus(Duration.ofDays(days)));
    jdbc.update(
        "insert into dossier_act (dossier_code, process_key, step_id, step_name, act, person,"
            + " started_at, completed_at) values (?, ?, 'invite', 'Mời lần 1', 'work', ?, ?, ?)",
        code,
        "procedure-" + dossier(code).procedure().code(),
        whose(code),
        then,
        then);
  }

  /** Working time of the open step. */
  long hoursOfTheStep(String code) {
    Task task = task(code);
    return calendars
        .calendar()
        .workingTime(
            at(task.getCreateTime()), at(task.getDueDate()), dossier(code).place().reception())
        .toHours();
  }

  private static ZonedDateTime at(Date moment) {
    return moment.toInstant().atZone(WorkingCalendar.ZONE);
  }

  Dossier dossier(String code) {
    return dossiers.find(code).orElseThrow();
  }

  /** The acts on a dossier, oldest first: step, person, outcome and reason where there are. */
  List<String> acts(String code) {
    return jdbc.queryForList(
        "select step_id || ' ' || person || coalesce(' ' || outcome, '')"
            + " || coalesce(' ' || reason_code, '')"
            + " from dossier_act where dossier_code = ? order by id",
        String.class,
        code);
  }

  /** Note and trace of the newest act at a step. */
  String said(String code, String step) {
    return jdbc.queryForObject(
        "select coalesce(note, '') || ' | ' || coalesce(trace, '') from dossier_act"
            + " where id = (select max(id) from dossier_act where dossier_code = ?"
            + " and step_id = ?)",
        String.class,
        code,
        step);
  }

  /** What happened to the clock of a dossier, oldest first. */
  List<String> ledger(String code) {
    return jdbc.queryForList(
        "select event || ' ' || reason from clock_ledger where dossier_code = ? order by no",
        String.class,
        code);
  }

  /** Letters of a dossier that were issued: form and number. */
  List<String> letters(String code) {
    return jdbc.queryForList(
        "select l.form || ' ' || coalesce(l.number_text, '') from letter l"
            + " join letter_dossier d on d.letter_id = l.id where d.dossier_code = ? order by l.id",
        String.class,
        code);
  }

  /** The words of a paper that this person may open; the paper is kept for people to look at. */
  static String paper(Page page, String address) {
    byte[] pdf = page.request().get(address).body();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
      Files.createDirectories(PAPERS);
      String name = text.contains("Số: ") ? text.split("Số: ")[1].split(" ")[0] : "book";
      ImageIO.write(
          new PDFRenderer(document).renderImageWithDPI(0, 80),
          "png",
          PAPERS.resolve(name.replaceAll("\\W+", "-") + ".png").toFile());
      return text;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
