package vn.motcua.designer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.motcua.language.Texts;

/**
 * A drawn model with every place fixed: the pool, its lanes from top to bottom, and in the last
 * lane what the law fixes for every procedure.
 */
final class Picture {

  private static final int LEFT = 160;
  private static final int TOP = 80;
  private static final int HEAD = 30;
  private static final int MARGIN = 20;
  private static final int LAW_HEIGHT = 170;
  private static final Texts TEXTS = Texts.of("designer");

  /** A lane; {@code nodes} are the ids of what stands in it. */
  record Lane(String id, String name, Box box, List<String> nodes) {}

  /** A point of a line. */
  record Point(int x, int y) {}

  /** A line with its points. */
  record Way(Line line, List<Point> points, Box label) {}

  /** An event sub-process: what starts it, what it calls if anything, how it ends. */
  record Scope(
      String id,
      String name,
      Box box,
      boolean interrupting,
      String timeDate,
      String message,
      List<Shape> shapes,
      List<Way> ways) {}

  final Box pool;
  final List<Lane> lanes = new ArrayList<>();
  final List<Shape> shapes;
  final List<Way> ways = new ArrayList<>();
  final List<Scope> scopes = new ArrayList<>();
  private final List<Integer> axes = new ArrayList<>();

  Picture(Draft draft) {
    Draw draw = new Draw(draft, LEFT + 2 * HEAD + 40);
    shapes = draw.shapes;
    int count = draw.units.size();
    int[] up = new int[count];
    int[] down = new int[count];
    Arrays.fill(up, 70);
    Arrays.fill(down, 70);
    int right = LEFT + 2 * HEAD + 4 * MARGIN + 2 * 210 + 2 * 350 + 40;
    for (Shape shape : draw.shapes) {
      stretch(up, down, shape.lane, shape.box);
      stretch(up, down, shape.lane, shape.label);
      right = Math.max(right, shape.box.right() + 2 * MARGIN + 20);
    }
    for (Line line : draw.lines) {
      stretch(up, down, line.labelLane, line.label);
      for (Spot spot : line.spots) {
        up[spot.lane()] = Math.max(up[spot.lane()], MARGIN - spot.dy());
        down[spot.lane()] = Math.max(down[spot.lane()], spot.dy() + MARGIN);
        right = Math.max(right, spot.x() + 2 * MARGIN);
      }
    }
    for (int i = 0; i < count; i++) {
      int room = TextSize.width(name(draft, draw.units.get(i)), 12) + MARGIN;
      down[i] = Math.max(down[i], room - up[i]);
    }
    int y = TOP;
    int x = LEFT + HEAD;
    for (int i = 0; i < count; i++) {
      axes.add(y + up[i]);
      String unit = draw.units.get(i);
      Box box = new Box(x, y, right - x, up[i] + down[i]);
      lanes.add(new Lane(laneId(unit), name(draft, unit), box, new ArrayList<>()));
      y += up[i] + down[i];
    }
    for (Shape shape : draw.shapes) {
      int axis = axes.get(shape.lane);
      shape.box = shape.box.down(axis);
      shape.label = shape.label == null ? null : shape.label.down(axis);
      if (shape.kind != Shape.Kind.NOTE) {
        lanes.get(shape.lane).nodes().add(shape.id);
      }
    }
    for (Line line : draw.lines) {
      ways.add(way(line));
    }
    law(x, y, right);
    pool = new Box(LEFT, TOP, right - LEFT, y + LAW_HEIGHT - TOP);
  }

  private static void stretch(int[] up, int[] down, int lane, Box box) {
    if (box != null) {
      up[lane] = Math.max(up[lane], MARGIN - box.y());
      down[lane] = Math.max(down[lane], box.bottom() + MARGIN);
    }
  }

  private static String laneId(String unit) {
    return "lane-" + unit.replace("agency:", "");
  }

  private static String name(Draft draft, String unit) {
    return draft.units().getOrDefault(unit, unit.replace("agency:", ""));
  }

  private Way way(Line line) {
    List<Point> points = new ArrayList<>();
    for (Spot spot : line.spots) {
      Point point = new Point(spot.x(), axes.get(spot.lane()) + spot.dy());
      if (points.isEmpty() || !points.get(points.size() - 1).equals(point)) {
        points.add(point);
      }
    }
    for (int i = points.size() - 2; i > 0; i--) {
      Point a = points.get(i - 1);
      Point b = points.get(i);
      Point c = points.get(i + 1);
      if (a.x() == b.x() && b.x() == c.x() || a.y() == b.y() && b.y() == c.y()) {
        points.remove(i);
      }
    }
    return new Way(
        line, points, line.label == null ? null : line.label.down(axes.get(line.labelLane)));
  }

  // ---- what the law fixes for every procedure

  private void law(int x, int y, int right) {
    Lane lane =
        new Lane(
            "lane-law",
            TEXTS.get("lane.law"),
            new Box(x, y, right - x, LAW_HEIGHT),
            new ArrayList<>());
    int at = x + HEAD + MARGIN;
    at = scope("warning", at, y, 210, "warning-time", "warned", null, "${warnAt}", null, false);
    at = scope("overdue", at, y, 210, "due-time", "overdue-noted", null, "${dueAt}", null, false);
    at =
        scope(
            "withdrawal",
            at,
            y,
            350,
            "withdraw",
            "withdrawn",
            "shared-withdrawal",
            null,
            "withdraw",
            true);
    scope(
        "apology",
        at,
        y,
        350,
        "apologise",
        "apologised",
        "shared-apology",
        null,
        "apologise",
        false);
    scopes.forEach(scope -> lane.nodes().add(scope.id()));
    lanes.add(lane);
  }

  private int scope(
      String id,
      int x,
      int y,
      int width,
      String start,
      String end,
      String called,
      String timeDate,
      String message,
      boolean interrupting) {
    Box box = new Box(x, y + MARGIN, width, LAW_HEIGHT - 2 * MARGIN);
    int middle = box.y() + 62;
    List<Shape> inside = new ArrayList<>();
    Shape first = event(start, Shape.Kind.START, TEXTS.get("start." + start), x + 55, middle);
    inside.add(first);
    Shape from = first;
    List<Way> inner = new ArrayList<>();
    if (called != null) {
      Shape call =
          new Shape(
              "call-" + id,
              Shape.Kind.CALL,
              TEXTS.get(called),
              0,
              new Box(x + 115, middle - 30, 120, 60));
      call.uses = called;
      inside.add(call);
      inner.add(inner("after-" + start, from, call));
      from = call;
    }
    Shape last = event(end, Shape.Kind.END, TEXTS.get("end." + end), x + width - 55, middle);
    inside.add(last);
    inner.add(inner("after-" + from.id, from, last));
    scopes.add(
        new Scope(
            id, TEXTS.get("scope." + id), box, interrupting, timeDate, message, inside, inner));
    return x + width + MARGIN;
  }

  private static Shape event(String id, Shape.Kind kind, String name, int middle, int y) {
    Shape event = new Shape(id, kind, name, 0, new Box(middle - 18, y - 18, 36, 36));
    event.label = Draw.under(event, name);
    event.usualLabel = true;
    return event;
  }

  private static Way inner(String id, Shape from, Shape to) {
    int y = from.dy();
    return new Way(
        new Line(id, from, to, "", ""),
        List.of(new Point(from.box.right(), y), new Point(to.box.x(), y)),
        null);
  }
}
