package vn.motcua.designer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.calendar.TimeLimit.Unit;

/** Routes as JSON lines, one route a line. */
final class RouteLines extends RouteFile {

  private final ObjectMapper json = new ObjectMapper();

  RouteLines(Path file) {
    super(file);
  }

  @Override
  void read(Harvest harvest) {
    int number = 0;
    try {
      for (String line : Files.readAllLines(file)) {
        number++;
        if (!line.isBlank()) {
          line(harvest, line, number);
        }
      }
    } catch (IOException broken) {
      throw new Refusal(TEXTS.get("refused.file", file, broken.getMessage()));
    }
  }

  private void line(Harvest harvest, String line, int number) {
    String code = "";
    try {
      JsonNode route = json.readTree(line);
      code = text(route, "code");
      harvest.routes.add(checked(sheet(route, number), number));
    } catch (JsonProcessingException broken) {
      harvest.refuse(
          code, refusal(number, "–", Names.shown(line, 60), "refused.json").getMessage());
    } catch (Refusal refusal) {
      harvest.refuse(code, refusal.getMessage());
    }
  }

  private RouteSheet sheet(JsonNode route, int number) {
    Map<Integer, JsonNode> stops = new HashMap<>();
    for (JsonNode stop : route.path("clock_stops")) {
      int after = stop.path("after_step").asInt(-1);
      if (after < 1 || after > route.path("steps").size()) {
        throw refusal(number, "clock_stops.after_step", stop.path("after_step"), "refused.step");
      }
      stops.put(after, stop);
    }
    List<RouteSheet.Row> steps = new ArrayList<>();
    int at = 0;
    for (JsonNode step : route.path("steps")) {
      at++;
      JsonNode stop = stops.get(at);
      steps.add(
          new RouteSheet.Row(
              text(step, "actor"),
              text(step, "work"),
              time(number, "steps[" + at + "].duration_text", text(step, "duration_text")),
              difficult(number, step, at),
              text(step, "phase"),
              stop == null ? "" : text(stop, "reason"),
              stop == null ? "" : text(stop, "duration_text"),
              text(step, "coordinate")));
    }
    String total = text(route, "total_text");
    return new RouteSheet(
        TEXTS.get("place", file, number),
        text(route, "code"),
        text(route, "name"),
        text(route, "field"),
        text(route, "level"),
        text(route, "agency"),
        text(route, "case"),
        total,
        total(number, total),
        text(route, "total_text_difficult_area"),
        text(route, "approval_authority"),
        text(route, "source"),
        steps);
  }

  private TimeLimit difficult(int number, JsonNode step, int at) {
    JsonNode days = step.path("duration_days_difficult_area");
    if (days.isMissingNode() || days.isNull()) {
      return null;
    }
    if (!days.isNumber()) {
      throw refusal(
          number, "steps[" + at + "].duration_days_difficult_area", days, "refused.number");
    }
    return new TimeLimit(days.decimalValue(), Unit.WORKING_DAY);
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asText("").strip();
  }
}
