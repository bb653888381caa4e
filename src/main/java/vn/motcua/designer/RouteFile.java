package vn.motcua.designer;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.calendar.TimeLimit.Unit;
import vn.motcua.language.Texts;

/**
 * Reads approved routes from one file, by what its name ends with; checks each route as a whole.
 */
abstract class RouteFile {

  static final Texts TEXTS = Texts.of("designer");
  private static final TimeLimit NOTHING = TimeLimit.of(0, Unit.WORKING_DAY);

  private static final List<String> LEVELS = List.of("tinh", "xa", "tinh+xa");

  final Path file;

  RouteFile(Path file) {
    this.file = file;
  }

  static RouteFile of(Path file) {
    String name = file.getFileName().toString().toLowerCase();
    if (name.endsWith(".jsonl")) {
      return new RouteLines(file);
    }
    if (name.endsWith(".csv") || name.endsWith(".xlsx")) {
      return new RouteTable(file);
    }
    throw new Refusal(TEXTS.get("refused.kind", file));
  }

  /** Adds the routes of the file; refuses the file if it cannot be read at all. */
  abstract void read(Harvest harvest);

  Refusal refusal(Object row, String column, Object value, String why, Object... more) {
    return new Refusal(TEXTS.get("refused.row", file, row, column, value, TEXTS.get(why, more)));
  }

  /** A time of a step; blank means no time at all. */
  TimeLimit time(Object row, String column, String text) {
    if (text.isBlank()) {
      return NOTHING;
    }
    try {
      return TimeLimit.parse(text);
    } catch (IllegalArgumentException unreadable) {
      throw refusal(row, column, text, "refused.time");
    }
  }

  /** The route if it has steps and they add up to its total; blank total means the sum. */
  RouteSheet checked(RouteSheet sheet, Object row) {
    if (sheet.code().isBlank()) {
      required(row, "name", sheet.name());
      required(row, "field", sheet.field());
      required(row, "agency", sheet.agency());
    } else if (!CatalogueFile.CODE.matcher(sheet.code()).matches()) {
      throw refusal(row, "code", sheet.code(), "refused.code");
    }
    if (!LEVELS.contains(sheet.level())) {
      throw refusal(row, "level", sheet.level(), "refused.choice", String.join(", ", LEVELS));
    }
    if (sheet.steps().isEmpty()) {
      throw refusal(row, "steps", "", "refused.blank");
    }
    required(row, "decision", sheet.decision());
    List<TimeLimit> times = sheet.steps().stream().map(RouteSheet.Row::allowance).toList();
    Unit unit = unit(sheet, times);
    BigDecimal sum =
        Sums.of(times, unit).orElseThrow(() -> refusal(row, "allowance", times, "refused.units"));
    TimeLimit total = sheet.total() == null ? new TimeLimit(sum, unit) : sheet.total();
    if (sum.compareTo(total.amount()) != 0) {
      throw refusal(row, "total", sheet.totalText(), "refused.sum", new TimeLimit(sum, unit));
    }
    return new RouteSheet(
        sheet.place(),
        sheet.code(),
        sheet.name(),
        sheet.field(),
        sheet.level(),
        sheet.agency(),
        sheet.caseName(),
        sheet.totalText(),
        total,
        sheet.difficultText(),
        sheet.authority(),
        sheet.decision(),
        new ArrayList<>(sheet.steps()));
  }

  private void required(Object row, String column, String value) {
    if (value.isBlank()) {
      throw refusal(row, column, "", "refused.blank");
    }
  }

  private static Unit unit(RouteSheet sheet, List<TimeLimit> times) {
    if (sheet.total() != null) {
      return sheet.total().unit();
    }
    return times.stream()
        .filter(time -> time.amount().signum() > 0)
        .map(TimeLimit::unit)
        .findFirst()
        .orElse(Unit.WORKING_DAY);
  }

  /** The total as written; a remark in brackets after it is not part of the amount. */
  TimeLimit total(Object row, String text) {
    return text.isBlank() ? null : time(row, "total", text.replaceFirst("\\s*\\(.*$", ""));
  }
}
