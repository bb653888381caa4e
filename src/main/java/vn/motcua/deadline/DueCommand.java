package vn.motcua.deadline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.calendar.YearNotInCalendar;
import vn.motcua.language.BadData;
import vn.motcua.language.Texts;
import vn.motcua.procedure.BadModel;
import vn.motcua.procedure.Procedure;

/**
 * Command {@code due}: when a limit ends and why, day by day, without a server. Ends with 0, with 1
 * if the calendar lacks the year or the procedure states no limit, with 2 if it was asked wrongly.
 */
@Command(
    name = "due",
    description = "Tính ngày hẹn trả và giải thích từng ngày; --json in một đối tượng JSON.",
    mixinStandardHelpOptions = true)
public final class DueCommand implements Callable<Integer> {

  private static final Texts TEXTS = Texts.of("deadline");

  @Option(
      names = "--from",
      paramLabel = "LÚC",
      description = "Lúc tiếp nhận: 2026-02-13T09:00 hoặc \"13/02/2026 09:00\".")
  private String from;

  @Option(
      names = "--limit",
      paramLabel = "THỜI-HẠN",
      description = "Thời hạn như trong quy định: \"5 ngày làm việc\".")
  private String limit;

  @Option(
      names = "--procedure",
      paramLabel = "MÃ|TỆP",
      description = "Thay cho --limit: mã thủ tục hoặc tệp .bpmn; lấy thời hạn trong quy trình.")
  private String procedure;

  @Option(
      names = "--case",
      paramLabel = "TRƯỜNG-HỢP",
      description = "Trường hợp của thủ tục; đi với --limit thì chỉ ghi tên.")
  private String caseId;

  @Option(names = "--difficult", description = "Địa bàn khó khăn, nếu thủ tục có thời hạn riêng.")
  private boolean difficult;

  @Option(
      names = "--unit",
      paramLabel = "ĐƠN-VỊ",
      description = "Mã đơn vị có giờ làm việc riêng; mặc định: giờ chung của tỉnh.")
  private String unit;

  @Option(
      names = "--calendar",
      paramLabel = "TỆP",
      description = "Tệp lịch làm việc; mặc định: lịch kèm theo bản cài đặt.")
  private Path calendar;

  @Option(names = "--json", description = "In đúng một đối tượng JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    try {
      DueQuestion answer = answer();
      spec.commandLine().getOut().println(json ? DueJson.of(answer) : DueWords.of(answer));
      spec.commandLine().getOut().flush();
      return 0;
    } catch (YearNotInCalendar | NoLimit | BadModel unanswerable) {
      return refuse(1, unanswerable);
    } catch (IllegalArgumentException | BadData badlyAsked) {
      return refuse(2, badlyAsked);
    }
  }

  private int refuse(int exit, RuntimeException why) {
    spec.commandLine().getErr().println(why.getMessage());
    spec.commandLine().getErr().flush();
    return exit;
  }

  private DueQuestion answer() throws IOException {
    if (from == null) {
      throw new IllegalArgumentException(TEXTS.get("due.no-from"));
    }
    if ((limit == null) == (procedure == null)) {
      throw new IllegalArgumentException(TEXTS.get("due.limit-or-procedure"));
    }
    ZonedDateTime start = StartMoment.parse(from);
    String calendarName = calendar == null ? TEXTS.get("due.standard") : calendar.toString();
    return limit != null
        ? DueQuestion.ofLimit(start, TimeLimit.parse(limit), caseId, unit, calendar(), calendarName)
        : ofProcedure(start, calendarName);
  }

  private DueQuestion ofProcedure(ZonedDateTime start, String calendarName) throws IOException {
    Procedure model = ModelFile.read(procedure);
    if (model.caseOf(orOnly()).isEmpty()) {
      throw new IllegalArgumentException(
          TEXTS.get(
              caseId == null ? "due.which-case" : "due.no-case",
              model.code(),
              model.cases().stream()
                  .map(c -> TEXTS.get("due.case-line", c.id(), c.name()))
                  .collect(Collectors.joining("\n")),
              orOnly()));
    }
    WorkingCalendar own = calendar();
    Limits limits = new DueDates(() -> own).limits(model, caseId, difficult);
    if (limits.promised() == null) {
      throw new NoLimit(model, orOnly());
    }
    return DueQuestion.ofProcedure(start, model, caseId, limits, unit, own, calendarName);
  }

  private String orOnly() {
    return caseId == null ? "" : caseId;
  }

  private WorkingCalendar calendar() {
    if (calendar == null) {
      return WorkingCalendar.standard();
    }
    try (InputStream in = Files.newInputStream(calendar)) {
      return WorkingCalendar.read(in, calendar.toString());
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(TEXTS.get("due.no-calendar", calendar), unreadable);
    }
  }

  private static final class NoLimit extends RuntimeException {
    NoLimit(Procedure procedure, String caseId) {
      super(TEXTS.get("due.no-limit", procedure.code(), procedure.name(), caseId));
    }
  }
}
