package vn.motcua.designer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.language.Texts;
import vn.motcua.procedure.Act;

/**
 * Draws a route: every step has a column of its own, in the lane of its unit, on the lane's axis;
 * what a step may lead to besides the way forward stands above and below it within that column. So
 * a line of the way forward only ever turns in the free strip between two columns and can cross
 * nothing. Send-backs run above everything in their lane; branches of cases stand one after the
 * other and are reached along the upper edge and left along the lower edge of the pool.
 */
final class Draw {

  private static final int AXIS = 0;
  private static final int STRIP = 50;
  private static final int TRACK = 12;
  private static final int GATEWAY = 50;
  private static final int EVENT = 36;
  private static final int TASK_HEIGHT = 80;
  private static final int CALL_WIDTH = 120;
  private static final int CALL_HEIGHT = 60;
  private static final int ROW = 115;
  private static final int FONT = 11;
  private static final int LINE_HEIGHT = 14;
  private static final Texts TEXTS = Texts.of("designer");

  final List<String> units = new ArrayList<>();
  final List<Shape> shapes = new ArrayList<>();
  final List<Line> lines = new ArrayList<>();

  private final Draft draft;
  private final Map<String, String> sendBacks = new LinkedHashMap<>();
  private final Map<String, Integer> fromAbove = new HashMap<>();
  private final Map<String, Integer> fromBelow = new HashMap<>();
  private final Map<String, String> sharedRefusals = new HashMap<>();
  private final Map<String, Shape> waitingRefusals = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Drop> drops = new ArrayList<>();
  private final List<Bus> buses = new ArrayList<>();
  private final Set<String> upwards = new HashSet<>();
  private int cursor;

  /** A way out of a shape that still needs its goal. */
  private record Exit(Shape from, String flow, String label, String condition, boolean fallback) {}

  /** A flow from the choice of the case to the first shape of a branch. */
  private record Drop(Line line, int x, int entry) {}

  /** A flow from the end of a branch to where the branches meet. */
  private record Bus(Exit exit, int x) {}

  Draw(Draft draft, int left) {
    this.draft = draft;
    this.cursor = left;
    reach("reception");
    units(draft.route());
    sendBacks(draft.route(), new ArrayList<>());
    sharedRefusals(draft.route());

    Shape start =
        event("receive-dossier", Shape.Kind.START, TEXTS.get("start"), 0, cursor + 18, AXIS);
    cursor = start.box.right();
    Exit exit = way(draft.route(), exit(start));
    if (exit != null) {
      end(exit);
    }
    drawSendBacks();
    drawBuses();
    drawDrops();
  }

  // ---- what is known before drawing

  private int reach(String unit) {
    if (!units.contains(unit)) {
      units.add(unit);
    }
    return units.indexOf(unit);
  }

  private void units(List<Part> parts) {
    for (Part part : parts) {
      if (part instanceof Part.Work work) {
        reach(work.unit());
      } else if (part instanceof Part.Parallel side) {
        side.works().forEach(work -> reach(work.unit()));
      } else if (part instanceof Part.Chains side) {
        side.chains().forEach(chain -> units(List.copyOf(chain)));
      } else if (part instanceof Part.Branches fork) {
        fork.branches().forEach(branch -> units(branch.parts()));
      }
    }
  }

  private void sendBacks(List<Part> parts, List<Part.Work> before) {
    for (Part part : parts) {
      if (part instanceof Part.Work work) {
        if (work.outcomes().contains("send-back") && !before.isEmpty()) {
          String target = target(work, before);
          sendBacks.put(work.id(), target);
          String unit =
              before.stream().filter(w -> w.id().equals(target)).findFirst().orElseThrow().unit();
          boolean level = unit.equals(work.unit());
          if (!level) {
            upwards.add(work.id());
          }
          (level ? fromBelow : fromAbove).merge(target, 1, Integer::sum);
        }
        before.add(work);
      } else if (part instanceof Part.Chains side) {
        side.chains().forEach(chain -> sendBacks(List.copyOf(chain), new ArrayList<>()));
      } else if (part instanceof Part.Branches fork) {
        fork.branches().forEach(branch -> sendBacks(branch.parts(), new ArrayList<>(before)));
      }
    }
  }

  /** An appraisal is refused in the same place as the approval, if the way between stays level. */
  private void sharedRefusals(List<Part> parts) {
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) instanceof Part.Branches fork) {
        fork.branches().forEach(branch -> sharedRefusals(branch.parts()));
      }
      if (!(parts.get(i) instanceof Part.Work first) || first.act() != Act.APPRAISE) {
        continue;
      }
      for (int j = i + 1; j < parts.size(); j++) {
        if (parts.get(j) instanceof Part.Parallel) {
          continue;
        }
        if (!(parts.get(j) instanceof Part.Work next) || !next.unit().equals(first.unit())) {
          break;
        }
        if (next.act() == Act.APPRAISE) {
          break;
        }
        if (next.act() == Act.APPROVE && !upwards.contains(next.id())) {
          sharedRefusals.put(first.id(), next.id());
          break;
        }
      }
    }
  }

  /**
   * The step a superior gives the work back to: the latest work on the matter, best in his unit.
   */
  private static String target(Part.Work work, List<Part.Work> before) {
    if (work.sendBack() != null) {
      return work.sendBack();
    }
    List<Part.Work> latest = new ArrayList<>(before);
    Collections.reverse(latest);
    return Stream.of(
            latest.stream().filter(w -> handles(w) && w.unit().equals(work.unit())),
            latest.stream().filter(Draw::handles),
            latest.stream())
        .flatMap(steps -> steps)
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static boolean handles(Part.Work work) {
    return switch (work.act()) {
      case APPRAISE, INSPECT, COUNCIL -> true;
      case WORK -> work.role().equals("appraiser");
      default -> false;
    };
  }

  // ---- the way forward

  private Exit way(List<Part> parts, Exit from) {
    Exit exit = from;
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (part instanceof Part.Work work) {
        exit = work(work, exit);
      } else if (part instanceof Part.Wait wait) {
        exit = wait(wait, exit);
      } else if (part instanceof Part.Parallel side) {
        exit = parallel(side, exit);
      } else if (part instanceof Part.Chains side) {
        exit = chains(side, exit);
      } else if (part instanceof Part.Branches fork) {
        exit = branches(fork, exit, i + 1 < parts.size() ? parts.get(i + 1) : null);
      }
    }
    return exit;
  }

  private Exit work(Part.Work work, Exit exit) {
    Shape task = task(work, reach(work.unit()), place(exit, returning(work.id())), AXIS);
    connect(exit, task);
    cursor = task.box.right();
    if (work.outcomes().isEmpty()) {
      return exit(task);
    }
    Shape gateway =
        gateway(work.id() + "-outcome", Shape.Kind.CHOICE, "", task.lane, cursor + 40, AXIS);
    straight("after-" + work.id(), task, gateway, "", "");
    cursor = Math.max(gateway.box.right(), gateway.box.middle() + CALL_WIDTH / 2 + 5);
    for (String outcome : work.outcomes().subList(1, work.outcomes().size())) {
      switch (outcome) {
        case "supplement" -> supplement(work, task, gateway);
        case "refuse" -> refuse(work, task, gateway);
        default -> {}
      }
    }
    String forward = work.act().outcomes().get(0);
    cursor = gateway.box.right();
    String label = TEXTS.get("outcome." + work.act().word() + "." + forward);
    return new Exit(gateway, work.id() + "-" + forward, label, "", true);
  }

  private Exit wait(Part.Wait wait, Exit exit) {
    Box box = new Box(place(exit, 0), -TASK_HEIGHT / 2, CALL_WIDTH, TASK_HEIGHT);
    Shape call = add(new Shape(wait.id(), Shape.Kind.CALL, wait.name(), 0, box));
    call.uses = wait.called();
    call.properties.put("clock", "stopped");
    call.properties.put("reason", wait.reason());
    if (!wait.length().isBlank()) {
      call.properties.put("wait", wait.length());
    }
    connect(exit, call);
    cursor = call.box.right();
    return exit(call);
  }

  private Exit parallel(Part.Parallel side, Exit exit) {
    int home = reach(side.works().get(0).unit());
    Shape fork = gateway(side.id() + "-fork", Shape.Kind.FORK, "", home, place(exit, 0), AXIS);
    connect(exit, fork);
    int x = fork.box.right() + STRIP;
    int widest = 0;
    Map<Integer, Integer> rows = new HashMap<>();
    List<Shape> tasks = new ArrayList<>();
    for (Part.Work work : side.works()) {
      int lane = reach(work.unit());
      int row = rows.merge(lane, 1, Integer::sum) - 1;
      Shape task = task(work, lane, x, row * ROW);
      widest = Math.max(widest, task.box.width());
      tasks.add(task);
    }
    Shape join = gateway(side.id() + "-join", Shape.Kind.FORK, "", home, x + widest + STRIP, AXIS);
    for (Shape task : tasks) {
      boolean level = task.lane == home && task.dy() == AXIS;
      boolean below = task.lane > home || task.lane == home;
      Line out = line(side.id() + "-to-" + task.id, fork, task, "", "");
      Line in = line("after-" + task.id, task, join, "", "");
      Spot leaving = level ? fork.right() : below ? fork.bottom() : fork.top();
      Spot entering = level ? join.left() : below ? join.bottom() : join.top();
      out.spots =
          level
              ? List.of(leaving, task.left())
              : List.of(leaving, at(task, leaving.x()), task.left());
      in.spots =
          level
              ? List.of(task.right(), entering)
              : List.of(task.right(), at(task, entering.x()), entering);
    }
    cursor = join.box.right();
    return exit(join);
  }

  /** Each branch runs along the lane of its own unit, all over the same width. */
  private Exit chains(Part.Chains side, Exit exit) {
    int home = reach(side.chains().get(0).get(0).unit());
    Shape fork = gateway(side.id() + "-fork", Shape.Kind.FORK, "", home, place(exit, 0), AXIS);
    connect(exit, fork);
    int begin = fork.box.right();
    int widest = begin;
    List<Exit> ends = new ArrayList<>();
    for (List<Part.Work> chain : side.chains()) {
      cursor = begin + STRIP - 20 + TRACK * returning(chain.get(0).id());
      int start = shapes.size();
      ends.add(way(List.copyOf(chain), null));
      Shape first = shapes.get(start);
      boolean level = first.lane == home;
      Line out = line(side.id() + "-to-" + first.id, fork, first, "", "");
      Spot leaving = level ? fork.right() : first.lane > home ? fork.bottom() : fork.top();
      out.spots =
          level
              ? List.of(leaving, first.left())
              : List.of(leaving, at(first, leaving.x()), first.left());
      widest = Math.max(widest, cursor);
    }
    Shape join = gateway(side.id() + "-join", Shape.Kind.FORK, "", home, widest + STRIP, AXIS);
    for (Exit end : ends) {
      Shape last = end.from();
      boolean level = last.lane == home;
      Spot entering = level ? join.left() : last.lane > home ? join.bottom() : join.top();
      line(end.flow(), last, join, "", "").spots =
          level
              ? List.of(last.right(), entering)
              : List.of(last.right(), at(last, entering.x()), entering);
    }
    cursor = join.box.right();
    return exit(join);
  }

  private static Spot at(Shape shape, int x) {
    return new Spot(shape.lane, x, shape.dy());
  }

  private Exit branches(Part.Branches fork, Exit exit, Part next) {
    Shape choice =
        gateway(
            "choose-case", Shape.Kind.CHOICE, TEXTS.get("choose.case"), 0, place(exit, 0), AXIS);
    choice.label = under(choice, choice.name);
    connect(exit, choice);
    cursor = choice.box.right() + 30;
    List<Exit> finished = new ArrayList<>();
    int number = 0;
    for (Part.Branch branch : fork.branches()) {
      int start = shapes.size();
      int tracks = branch.cases().size();
      String first = firstId(branch.parts());
      cursor += 20 + TRACK * (tracks + returning(first));
      Exit end = way(branch.parts(), null);
      Shape head = shapes.get(start);
      int at = 0;
      for (Map.Entry<String, String> one : branch.cases().entrySet()) {
        String label = TEXTS.get("case.number", one.getKey().replaceFirst("^case-", ""));
        boolean usual = choice.defaultFlow == null;
        String condition = usual ? "" : "${caseId == '" + one.getKey() + "'}";
        Line line = line("choose-" + one.getKey(), choice, head, label, condition);
        if (usual) {
          choice.defaultFlow = line.id;
        }
        int x = head.box.x() - 20 - TRACK * (returning(head.id) + tracks - 1 - at);
        drops.add(new Drop(line, x, -TRACK * at));
        note(one.getKey() + "-note", label + ": " + one.getValue(), head.box.x() + at * 340);
        at++;
      }
      cursor = Math.max(cursor, head.box.x() + tracks * 340 - 40);
      finished.add(end);
      if (++number < fork.branches().size()) {
        cursor += 30 + (end.label().isEmpty() ? 0 : TextSize.width(end.label(), FONT));
        if (next != null) {
          buses.add(new Bus(end, cursor));
        } else {
          cursor -= 30;
          end(end);
        }
        cursor += 20;
      }
    }
    Exit last = finished.get(finished.size() - 1);
    if (next == null) {
      return last;
    }
    int lane = next instanceof Part.Work work ? reach(work.unit()) : 0;
    Shape meet = gateway("cases-meet", Shape.Kind.CHOICE, "", lane, place(last, 0), AXIS);
    connect(last, meet);
    cursor = meet.box.right();
    return exit(meet);
  }

  private static String firstId(List<Part> parts) {
    return parts.get(0) instanceof Part.Work work ? work.id() : "";
  }

  private void end(Exit exit) {
    Shape end = end(draft.end(), 0, place(exit, 0) + EVENT / 2 + 20, AXIS);
    connect(exit, end);
    cursor = end.box.right();
  }

  // ---- what may happen instead

  /** Below the step: the call, its own outcome, back to the step or to a stop. */
  private void supplement(Part.Work work, Shape task, Shape gateway) {
    boolean early = work.act() == Act.RECEIVE;
    String id = number(early ? "guidance" : "supplement");
    String called = early ? "shared-guidance" : "shared-supplement";
    int left = gateway.box.middle() - CALL_WIDTH / 2;
    Shape call = call(id, TEXTS.get(called), called, task.lane, left, ROW);
    call.properties.put("clock", "stopped");
    call.properties.put("reason", TEXTS.get(called + ".reason"));
    down(gateway, call, work.id() + "-supplement", TEXTS.get("outcome.supplement"), "supplement");
    int middle = task.box.middle() - GATEWAY / 2;
    Shape answer = gateway(id + "-outcome", Shape.Kind.CHOICE, "", task.lane, middle, ROW);
    Line to = line("after-" + id, call, answer, "", "");
    to.spots = List.of(call.left(), new Spot(answer.lane, answer.box.right(), ROW));
    Line back = line(id + "-supplemented", answer, task, TEXTS.get("outcome.supplemented"), "");
    answer.defaultFlow = back.id;
    back.spots = List.of(answer.top(), task.bottom());
    beside(back, task.lane, answer.box.middle() + 4, (answer.box.y() + task.box.bottom()) / 2);
    Shape stop = end("stopped", task.lane, task.box.middle(), ROW + 83);
    Line no =
        line(
            id + "-not-supplemented",
            answer,
            stop,
            TEXTS.get("outcome.not-supplemented"),
            outcome("not-supplemented"));
    no.spots = List.of(answer.bottom(), stop.top());
    beside(no, task.lane, answer.box.middle() + 4, (answer.box.bottom() + stop.box.y()) / 2);
  }

  /** Above the step, or below it for an approval, whose send-back goes up. */
  private void refuse(Part.Work work, Shape task, Shape gateway) {
    String flow = work.id() + "-refuse";
    String label = TEXTS.get("outcome.refuse");
    if (work.act() == Act.RECEIVE) {
      Shape end = end("not-received", task.lane, gateway.box.middle(), -90);
      end.label = new Box(end.box.right() + 4, end.box.y() + 11, width(end.name), LINE_HEIGHT);
      end.usualLabel = false;
      Line line = line(flow, gateway, end, label, outcome("refuse"));
      line.spots = List.of(gateway.top(), end.bottom());
      beside(line, task.lane, gateway.box.middle() + 4, (gateway.box.y() + end.box.bottom()) / 2);
      return;
    }
    String shared = sharedRefusals.get(work.id());
    if (shared != null) {
      waitingRefusals.put(shared, gateway);
      return;
    }
    boolean below = upwards.contains(work.id());
    int dy = below ? ROW : -ROW;
    String id = number("refusal");
    int left = gateway.box.middle() - CALL_WIDTH / 2;
    Shape call = call(id, TEXTS.get("shared-refusal"), "shared-refusal", task.lane, left, dy);
    if (below) {
      down(gateway, call, flow, label, "refuse");
    } else {
      Line line = line(flow, gateway, call, label, outcome("refuse"));
      line.spots = List.of(gateway.top(), call.bottom());
      beside(line, task.lane, gateway.box.middle() + 4, (gateway.box.y() + call.box.bottom()) / 2);
    }
    Shape end = end("refused", task.lane, task.box.middle(), dy);
    Line line = line("after-" + id, call, end, "", "");
    line.spots = List.of(call.left(), new Spot(end.lane, end.box.right(), dy));
    Shape earlier = waitingRefusals.remove(work.id());
    if (earlier != null) {
      String step = earlier.id.replaceFirst("-outcome$", "");
      Line other = line(step + "-refuse", earlier, call, label, outcome("refuse"));
      int track = call.box.y() - 20;
      other.spots =
          List.of(
              earlier.top(),
              new Spot(earlier.lane, earlier.box.middle(), track),
              new Spot(call.lane, call.box.middle(), track),
              call.top());
      beside(other, earlier.lane, earlier.box.middle() + 4, earlier.box.y() - 12);
    }
  }

  private void down(Shape gateway, Shape call, String flow, String label, String outcome) {
    Line line = line(flow, gateway, call, label, outcome(outcome));
    line.spots = List.of(gateway.bottom(), call.top());
    beside(line, call.lane, gateway.box.middle() + 4, (gateway.box.bottom() + call.box.y()) / 2);
  }

  private static String outcome(String word) {
    return "${outcome == '" + word + "'}";
  }

  // ---- lines around the columns

  /** The nearest superior runs innermost; from the same lane below the steps, else above them. */
  private void drawSendBacks() {
    Map<String, Integer> used = new HashMap<>();
    List<Map.Entry<String, String>> all = new ArrayList<>(sendBacks.entrySet());
    all.sort(Comparator.comparingInt(one -> shape(one.getKey()).box.x()));
    for (Map.Entry<String, String> one : all) {
      Shape gateway = shape(one.getKey() + "-outcome");
      Shape task = shape(one.getValue());
      boolean above = upwards.contains(one.getKey());
      int side = above ? -1 : 1;
      int count = (above ? fromAbove : fromBelow).get(task.id);
      int index = used.merge(task.id + side, 1, Integer::sum) - 1;
      int step = Math.min(TRACK, 36 / count);
      int entry = side * (step * (count - index) - step / 3);
      int x = task.box.x() - 20 - TRACK * index;
      Spot from = above ? gateway.top() : gateway.bottom();
      int lane = Math.min(gateway.lane, task.lane);
      int track = above ? highest(lane, x, from.x()) - 14 : lowest(lane, x, from.x()) + 14;
      Line line =
          line(
              one.getKey() + "-send-back",
              gateway,
              task,
              TEXTS.get("outcome.send-back"),
              outcome("send-back"));
      line.spots =
          List.of(
              from,
              new Spot(lane, from.x(), track),
              new Spot(lane, x, track),
              new Spot(task.lane, x, entry),
              task.left(entry));
      beside(line, gateway.lane, from.x() + 4, from.dy() + side * 12);
    }
  }

  /** From the ends of the branches along the lower edge; the first branch runs lowest. */
  private void drawBuses() {
    if (buses.isEmpty()) {
      return;
    }
    Shape meet = shape("cases-meet");
    int floor = units.size() - 1;
    int lowest = lowest(floor, 0, cursor) + 14;
    for (int i = buses.size() - 1; i >= 0; i--) {
      Bus bus = buses.get(i);
      Line line = line(bus.exit().flow(), bus.exit().from(), meet, bus.exit().label(), "");
      if (bus.exit().fallback()) {
        bus.exit().from().defaultFlow = line.id;
      }
      Spot from = bus.exit().from().right();
      line.spots =
          List.of(
              from,
              new Spot(from.lane(), bus.x(), from.dy()),
              new Spot(floor, bus.x(), lowest),
              new Spot(floor, meet.box.middle(), lowest),
              meet.bottom());
      ahead(line, from);
      lowest += TRACK;
    }
  }

  /** From the choice of the case along the upper edge; the farthest branch runs highest. */
  private void drawDrops() {
    if (drops.isEmpty()) {
      return;
    }
    int track = highest(0, 0, cursor) - 14;
    List<Shape> notes = shapes.stream().filter(s -> s.kind == Shape.Kind.NOTE).toList();
    drops.sort(Comparator.comparingInt(Drop::x));
    for (Drop drop : drops) {
      Line line = drop.line();
      Spot from = line.from.top();
      int width = width(line.name);
      line.spots =
          List.of(
              from,
              new Spot(0, from.x(), track),
              new Spot(0, drop.x(), track),
              new Spot(line.to.lane, drop.x(), line.to.dy() + drop.entry()),
              line.to.left(drop.entry()));
      line.label = new Box(drop.x() - width - 4, track - LINE_HEIGHT - 3, width, LINE_HEIGHT);
      line.labelLane = 0;
      track -= 22;
    }
    for (Shape note : notes) {
      note.box =
          new Box(note.box.x(), track - note.box.height(), note.box.width(), note.box.height());
    }
  }

  /** Upper edge of what stands in a lane between two columns. */
  private int highest(int lane, int fromX, int toX) {
    return edges(lane, fromX, toX).min().orElse(-TASK_HEIGHT / 2);
  }

  private int lowest(int lane, int fromX, int toX) {
    return edges(lane, fromX, toX).max().orElse(TASK_HEIGHT / 2);
  }

  private IntStream edges(int lane, int fromX, int toX) {
    IntStream.Builder edges = IntStream.builder();
    for (Shape shape : shapes) {
      if (shape.lane == lane && shape.kind != Shape.Kind.NOTE) {
        edges(shape.box, fromX, toX, edges);
        edges(shape.label, fromX, toX, edges);
      }
    }
    for (Line line : lines) {
      if (line.labelLane == lane) {
        edges(line.label, fromX, toX, edges);
      }
      List<Spot> spots = line.spots == null ? List.of() : line.spots;
      for (int i = 1; i < spots.size(); i++) {
        Spot a = spots.get(i - 1);
        Spot b = spots.get(i);
        if (a.lane() == lane && b.lane() == lane && a.dy() == b.dy()) {
          int x = Math.min(a.x(), b.x());
          edges(new Box(x, a.dy(), Math.abs(a.x() - b.x()), 0), fromX, toX, edges);
        }
      }
    }
    return edges.build();
  }

  private static void edges(Box box, int fromX, int toX, IntStream.Builder edges) {
    if (box != null && box.right() >= fromX - 10 && box.x() <= toX + 10) {
      edges.add(box.y());
      edges.add(box.bottom());
    }
  }

  // ---- pieces

  private int returning(String id) {
    return Math.max(fromAbove.getOrDefault(id, 0), fromBelow.getOrDefault(id, 0));
  }

  private Shape shape(String id) {
    return shapes.stream().filter(shape -> shape.id.equals(id)).findFirst().orElseThrow();
  }

  private static Exit exit(Shape from) {
    return new Exit(from, "after-" + from.id, "", "", false);
  }

  /** Where the next column begins. */
  private int place(Exit exit, int tracks) {
    int turn = 20 + TRACK * tracks;
    if (exit == null) {
      return cursor + 20;
    }
    int label = exit.label().isEmpty() ? 30 : width(exit.label()) + 12;
    int beside = Math.max(CALL_WIDTH / 2, width(TEXTS.get("outcome.supplement")) + 8);
    int clear = exit.from().kind == Shape.Kind.CHOICE ? beside - GATEWAY / 2 + 5 : 0;
    return cursor + Math.max(label, clear) + turn;
  }

  private void connect(Exit exit, Shape to) {
    if (exit == null) {
      return;
    }
    Line line = line(exit.flow(), exit.from(), to, exit.label(), exit.condition());
    if (exit.fallback()) {
      exit.from().defaultFlow = line.id;
    }
    Spot from = exit.from().right();
    if (from.lane() == to.lane) {
      line.spots = List.of(from, to.left());
      if (!line.name.isEmpty()) {
        int middle = (from.x() + to.box.x()) / 2;
        int width = width(line.name);
        line.label = new Box(middle - width / 2, from.dy() - 22, width, LINE_HEIGHT);
        line.labelLane = from.lane();
        line.usualLabel = true;
        return;
      }
    } else {
      int x = to.box.x() - (to.label == null ? 20 : 40) - TRACK * returning(to.id);
      line.spots = List.of(from, new Spot(from.lane(), x, from.dy()), at(to, x), to.left());
    }
    ahead(line, from);
  }

  private void straight(String id, Shape from, Shape to, String label, String condition) {
    line(id, from, to, label, condition).spots = List.of(from.right(), to.left());
  }

  private Line line(String id, Shape from, Shape to, String name, String condition) {
    Line line = new Line(id, from, to, name, condition);
    lines.add(line);
    return line;
  }

  private static void ahead(Line line, Spot from) {
    if (!line.name.isEmpty()) {
      line.label =
          new Box(from.x() + 5, from.dy() - LINE_HEIGHT - 4, width(line.name), LINE_HEIGHT);
      line.labelLane = from.lane();
    }
  }

  private static void beside(Line line, int lane, int x, int middle) {
    line.label = new Box(x, middle - LINE_HEIGHT / 2, width(line.name), LINE_HEIGHT);
    line.labelLane = lane;
  }

  static int width(String text) {
    return TextSize.width(text, FONT);
  }

  private Shape task(Part.Work work, int lane, int x, int dy) {
    int width = taskWidth(work.name());
    Shape task =
        add(
            new Shape(
                work.id(),
                Shape.Kind.TASK,
                work.name(),
                lane,
                new Box(x, dy - TASK_HEIGHT / 2, width, TASK_HEIGHT)));
    task.uses =
        work.form() != null
            ? work.form()
            : switch (work.act()) {
              case TRANSFER, WORK, RECORD, WAIT -> "step";
              default -> work.act().word();
            };
    task.properties.put("act", work.act().word());
    task.properties.put("role", work.role());
    task.properties.put("unit", work.unit());
    times(task, "allowance", work.allowances(), true);
    times(
        task,
        "difficultAllowance",
        work.difficult(),
        work.difficult().keySet().equals(work.allowances().keySet()));
    if (work.phase() != null) {
      task.properties.put("phase", work.phase());
    }
    if (work.unitName() != null) {
      task.properties.put("unitName", work.unitName());
    }
    if (work.result() != null) {
      task.properties.put("result", work.result());
    }
    return task;
  }

  /** Two lines stand clear of the icon of a user task; a long name may take more. */
  private static int taskWidth(String name) {
    for (int lines = 2; lines <= 5; lines++) {
      for (int width = 120; width <= 180 + 60 * (lines - 1); width += 20) {
        if (TextSize.lines(name, 12, width - 12) <= lines) {
          return width;
        }
      }
    }
    return 480;
  }

  /** One property where all cases agree, else one for each case. */
  private static void times(
      Shape task, String property, Map<String, TimeLimit> times, boolean mayJoin) {
    if (mayJoin && times.values().stream().distinct().count() == 1) {
      task.properties.put(property, times.values().iterator().next().toString());
    } else {
      times.forEach((id, time) -> task.properties.put(property + "." + id, time.toString()));
    }
  }

  private Shape call(String id, String name, String called, int lane, int x, int dy) {
    Shape call =
        add(
            new Shape(
                id,
                Shape.Kind.CALL,
                name,
                lane,
                new Box(x, dy - CALL_HEIGHT / 2, CALL_WIDTH, CALL_HEIGHT)));
    call.uses = called;
    return call;
  }

  private Shape gateway(String id, Shape.Kind kind, String name, int lane, int x, int dy) {
    return add(new Shape(id, kind, name, lane, new Box(x, dy - GATEWAY / 2, GATEWAY, GATEWAY)));
  }

  /** A repeated word takes a number. */
  private String number(String word) {
    int count = numbers.merge(word, 1, Integer::sum);
    return count == 1 ? word : word + "-" + count;
  }

  private Shape end(String id, int lane, int middle, int dy) {
    Shape end = event(number(id), Shape.Kind.END, TEXTS.get("end." + id), lane, middle, dy);
    end.terminate = true;
    return end;
  }

  private Shape event(String id, Shape.Kind kind, String name, int lane, int middle, int dy) {
    Shape event =
        add(
            new Shape(
                id, kind, name, lane, new Box(middle - EVENT / 2, dy - EVENT / 2, EVENT, EVENT)));
    event.label = under(event, name);
    event.usualLabel = true;
    return event;
  }

  /** Labels wrap at 90 pixels, as bpmn-js wraps them. */
  static Box under(Shape shape, String name) {
    int lines = TextSize.lines(name, FONT, 90);
    int width = Math.min(90, width(name));
    return new Box(
        shape.box.middle() - width / 2, shape.box.bottom() + 4, width, lines * LINE_HEIGHT);
  }

  private void note(String id, String text, int x) {
    String shown = Names.shown(text, 300);
    int lines = TextSize.lines(shown, 12, 300);
    add(new Shape(id, Shape.Kind.NOTE, shown, 0, new Box(x, 0, 320, lines * 15 + 10)));
  }

  private Shape add(Shape shape) {
    shapes.add(shape);
    return shape;
  }
}
