package vn.motcua.designer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.language.Accentless;

/**
 * Routes as a table, one row a step, in .csv or on the first sheet of .xlsx. The first row names
 * the columns, in Vietnamese or English. Cells that say which route it is may be blank below the
 * first step, as merged cells of a sheet are.
 */
final class RouteTable extends RouteFile {

  /** Known headings of each column, folded. */
  private static final Map<String, List<String>> HEADINGS = new LinkedHashMap<>();

  static {
    HEADINGS.put("code", List.of("code", "ma-thu-tuc", "ma-tthc", "ma-so"));
    HEADINGS.put("name", List.of("name", "ten-thu-tuc", "ten-tthc", "thu-tuc"));
    HEADINGS.put("field", List.of("field", "linh-vuc"));
    HEADINGS.put("level", List.of("level", "cap"));
    HEADINGS.put("agency", List.of("agency", "co-quan", "co-quan-chu-tri"));
    HEADINGS.put("case", List.of("case", "truong-hop"));
    HEADINGS.put("total", List.of("total", "tong-thoi-gian", "thoi-han"));
    HEADINGS.put(
        "total_difficult",
        List.of("total-difficult", "tong-thoi-gian-vung-kho-khan", "thoi-han-vung-kho-khan"));
    HEADINGS.put("authority", List.of("authority", "tham-quyen-phe-duyet", "tham-quyen"));
    HEADINGS.put("decision", List.of("decision", "quyet-dinh"));
    HEADINGS.put("unit", List.of("unit", "don-vi", "don-vi-vi-tri", "don-vi-hoac-vi-tri"));
    HEADINGS.put("work", List.of("work", "cong-viec", "noi-dung-cong-viec", "noi-dung"));
    HEADINGS.put("allowance", List.of("allowance", "thoi-gian"));
    HEADINGS.put("difficult", List.of("difficult", "thoi-gian-vung-kho-khan"));
    HEADINGS.put("phase", List.of("phase", "giai-doan"));
    HEADINGS.put("stop_reason", List.of("stop-reason", "dung-tinh-thoi-han", "ly-do-dung"));
    HEADINGS.put("stop_wait", List.of("stop-wait", "thoi-gian-dung"));
  }

  private static final List<String> OF_ROUTE =
      List.of(
          "code",
          "name",
          "field",
          "level",
          "agency",
          "case",
          "total",
          "total_difficult",
          "authority",
          "decision");

  private final Map<String, Integer> columns = new HashMap<>();

  RouteTable(Path file) {
    super(file);
  }

  @Override
  void read(Harvest harvest) {
    List<List<String>> rows;
    try {
      rows = file.toString().toLowerCase().endsWith(".xlsx") ? sheet() : csv();
    } catch (IOException | RuntimeException broken) {
      throw new Refusal(TEXTS.get("refused.file", file, broken.getMessage()));
    }
    if (rows.isEmpty()) {
      throw new Refusal(TEXTS.get("refused.columns", file, "unit, work, allowance, decision"));
    }
    headings(rows.get(0));
    List<Integer> group = new ArrayList<>();
    Map<String, String> current = new HashMap<>();
    for (int i = 1; i < rows.size(); i++) {
      List<String> row = rows.get(i);
      if (row.stream().allMatch(String::isBlank)) {
        continue;
      }
      if (starts(row, current, !group.isEmpty())) {
        finish(harvest, rows, group, current);
        group = new ArrayList<>();
        current = new HashMap<>();
      }
      for (String column : OF_ROUTE) {
        String value = value(row, column);
        if (!value.isBlank()) {
          current.put(column, value);
        }
      }
      group.add(i);
    }
    finish(harvest, rows, group, current);
  }

  /** A new route starts where its code, name or case is stated and differs. */
  private boolean starts(List<String> row, Map<String, String> current, boolean open) {
    return open
        && Stream.of("code", "name", "case")
            .anyMatch(
                column ->
                    !value(row, column).isBlank()
                        && !value(row, column).equals(current.getOrDefault(column, "")));
  }

  private void finish(
      Harvest harvest, List<List<String>> rows, List<Integer> group, Map<String, String> route) {
    if (group.isEmpty()) {
      return;
    }
    String code = route.getOrDefault("code", "");
    int first = group.get(0) + 1;
    try {
      List<RouteSheet.Row> steps = new ArrayList<>();
      for (int at : group) {
        steps.add(step(rows.get(at), at + 1));
      }
      String total = route.getOrDefault("total", "");
      harvest.routes.add(
          checked(
              new RouteSheet(
                  TEXTS.get("place", file, first),
                  code,
                  route.getOrDefault("name", ""),
                  route.getOrDefault("field", ""),
                  level(route.getOrDefault("level", ""), first),
                  route.getOrDefault("agency", ""),
                  route.getOrDefault("case", ""),
                  total,
                  total(first, total),
                  route.getOrDefault("total_difficult", ""),
                  route.getOrDefault("authority", ""),
                  route.getOrDefault("decision", ""),
                  steps),
              first));
    } catch (Refusal refusal) {
      harvest.refuse(code, refusal.getMessage());
    }
  }

  private RouteSheet.Row step(List<String> row, int number) {
    if (value(row, "unit").isBlank()) {
      throw refusal(number, "unit", "", "refused.blank");
    }
    String difficult = value(row, "difficult");
    TimeLimit difficultTime = difficult.isBlank() ? null : time(number, "difficult", difficult);
    return new RouteSheet.Row(
        value(row, "unit"),
        value(row, "work"),
        time(number, "allowance", value(row, "allowance")),
        difficultTime,
        value(row, "phase"),
        value(row, "stop_reason"),
        value(row, "stop_wait"),
        "");
  }

  private String level(String level, int row) {
    String known =
        switch (Accentless.slug(level)) {
          case "", "tinh", "cap-tinh" -> "tinh";
          case "xa", "cap-xa" -> "xa";
          case "tinh-xa", "cap-tinh-cap-xa" -> "tinh+xa";
          default -> "";
        };
    if (known.isEmpty()) {
      throw refusal(row, "level", level, "refused.choice", "tinh, xa, tinh+xa");
    }
    return known;
  }

  private void headings(List<String> first) {
    for (int i = 0; i < first.size(); i++) {
      String heading = Accentless.slug(first.get(i).replace('_', '-'));
      for (Map.Entry<String, List<String>> column : HEADINGS.entrySet()) {
        if (column.getValue().contains(heading)) {
          columns.putIfAbsent(column.getKey(), i);
        }
      }
    }
    List<String> absent =
        Stream.of("unit", "work", "allowance", "decision")
            .filter(column -> !columns.containsKey(column))
            .toList();
    if (!absent.isEmpty()) {
      throw new Refusal(TEXTS.get("refused.columns", file, String.join(", ", absent)));
    }
  }

  private String value(List<String> row, String column) {
    Integer at = columns.get(column);
    return at == null || at >= row.size() ? "" : row.get(at).strip();
  }

  private List<List<String>> csv() throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (CSVParser table =
        CSVFormat.DEFAULT.parse(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
      for (CSVRecord record : table) {
        rows.add(record.stream().map(value -> value.replace("\ufeff", "")).toList());
      }
    }
    return rows;
  }

  private List<List<String>> sheet() throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (InputStream bytes = Files.newInputStream(file);
        ReadableWorkbook book = new ReadableWorkbook(bytes, new ReadingOptions(false, false));
        Stream<Row> lines = book.getFirstSheet().openStream()) {
      lines.forEach(
          line -> {
            while (rows.size() < line.getRowNum() - 1) {
              rows.add(List.of());
            }
            rows.add(line.stream().map(RouteTable::words).toList());
          });
    }
    return rows;
  }

  private static String words(Cell cell) {
    if (cell == null || cell.getValue() == null) {
      return "";
    }
    return cell.getType() == CellType.STRING ? cell.asString() : cell.getText();
  }
}
