package vn.motcua.designer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.calendar.TimeLimit.Unit;
import vn.motcua.language.Texts;

/**
 * Reads a catalogue of procedures, one row each (docs/design/import.md lists the columns). A file
 * that is no such table is refused as a whole; a row that cannot be read is refused alone.
 */
final class CatalogueFile {

  private static final List<String> COLUMNS =
      List.of(
          "code",
          "name",
          "field",
          "ministry",
          "level",
          "agency",
          "agency_name",
          "agency_basis",
          "time_limit",
          "time_unit",
          "time_limit_text",
          "fee",
          "online",
          "documents",
          "result");
  private static final List<String> REQUIRED =
      List.of("code", "name", "field", "level", "agency", "agency_name");
  static final Pattern CODE = Pattern.compile("[1-9]\\.\\d{6}");
  private static final Texts TEXTS = Texts.of("designer");

  private final Path file;
  private final Set<String> seen = new HashSet<>();

  CatalogueFile(Path file) {
    this.file = file;
  }

  void read(Harvest harvest) {
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();
    try (CSVParser table = format.parse(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
      List<String> header =
          table.getHeaderNames().stream().map(name -> name.replace("\ufeff", "")).toList();
      List<String> absent = COLUMNS.stream().filter(c -> !header.contains(c)).toList();
      if (!absent.isEmpty()) {
        throw new Refusal(TEXTS.get("refused.columns", file, String.join(", ", absent)));
      }
      for (CSVRecord record : table) {
        row(record, header, harvest);
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException broken) {
      throw new Refusal(TEXTS.get("refused.file", file, broken.getMessage()));
    }
  }

  private void row(CSVRecord record, List<String> header, Harvest harvest) {
    String code = "";
    try {
      if (!record.isConsistent()) {
        throw refusal(record, "–", record.size() + "/" + header.size(), "refused.width");
      }
      code = record.get(header.indexOf("code"));
      harvest.rows.add(row(record, header));
    } catch (Refusal refusal) {
      harvest.refuse(code, refusal.getMessage());
    }
  }

  private CatalogueRow row(CSVRecord record, List<String> header) {
    for (String column : REQUIRED) {
      if (value(record, header, column).isBlank()) {
        throw refusal(record, column, "", "refused.blank");
      }
    }
    String code = value(record, header, "code");
    if (!CODE.matcher(code).matches()) {
      throw refusal(record, "code", code, "refused.code");
    }
    if (!seen.add(code)) {
      throw refusal(record, "code", code, "refused.twice");
    }
    String limitText = value(record, header, "time_limit_text");
    TimeLimit structured = structured(record, header).orElse(null);
    List<Limits.Stated> limits = Limits.read(limitText);
    if (limits.isEmpty() && structured != null) {
      limits = List.of(new Limits.Stated(structured, structured.toString()));
    }
    return new CatalogueRow(
        TEXTS.get("place", file, line(record)),
        code,
        value(record, header, "name"),
        value(record, header, "field"),
        value(record, header, "ministry"),
        choice(record, header, "level", List.of("tinh", "xa", "tinh+xa")),
        value(record, header, "agency"),
        value(record, header, "agency_name"),
        choice(record, header, "agency_basis", List.of("source", "inferred", "")),
        limits,
        structured,
        limitText,
        value(record, header, "fee"),
        choice(record, header, "online", List.of("toan_trinh", "mot_phan", "khong", "")),
        Arrays.stream(value(record, header, "documents").split(" \\| "))
            .map(String::strip)
            .filter(paper -> !paper.isEmpty())
            .toList(),
        value(record, header, "result"));
  }

  private Optional<TimeLimit> structured(CSVRecord record, List<String> header) {
    String amount = value(record, header, "time_limit");
    String unit = value(record, header, "time_unit");
    if (amount.isBlank() && unit.isBlank()) {
      return Optional.empty();
    }
    Unit known =
        switch (unit) {
          case "working_day" -> Unit.WORKING_DAY;
          case "calendar_day" -> Unit.DAY;
          case "hour" -> Unit.WORKING_HOUR;
          case "month" -> Unit.MONTH;
          default -> throw refusal(record, "time_unit", unit, "refused.choice.unit");
        };
    try {
      return Optional.of(new TimeLimit(new BigDecimal(amount.replace(',', '.')), known))
          .filter(limit -> limit.amount().signum() > 0);
    } catch (IllegalArgumentException notANumber) {
      throw refusal(record, "time_limit", amount, "refused.number");
    }
  }

  private String choice(
      CSVRecord record, List<String> header, String column, List<String> allowed) {
    String value = value(record, header, column);
    if (!allowed.contains(value)) {
      throw refusal(record, column, value, "refused.choice", String.join(", ", allowed));
    }
    return value;
  }

  /** Control characters would not survive in XML and are never meant. */
  private static String value(CSVRecord record, List<String> header, String column) {
    return record.get(header.indexOf(column)).replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "").strip();
  }

  private Refusal refusal(
      CSVRecord record, String column, String value, String why, String... more) {
    String reason = TEXTS.get(why, (Object[]) more);
    return new Refusal(TEXTS.get("refused.row", file, line(record), column, value, reason));
  }

  private static long line(CSVRecord record) {
    return record.getRecordNumber() + 1;
  }
}
