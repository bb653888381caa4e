package vn.motcua.designer;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.calendar.TimeLimit.Unit;
import vn.motcua.language.Texts;
import vn.motcua.procedure.Act;

/**
 * The parts of a model from the approved routes of one procedure. Routes that differ only in time
 * become one way with times by case; others share their first and last steps as far as these are
 * the same and run on branches of their own between.
 */
final class RouteParts {

  private static final Texts TEXTS = Texts.of("designer");
  private static final int LONGEST_NAME = 255;

  private final RouteWords words;
  private final String lead;
  private final List<String> notes;

  /**
   * @param lead agency id of the model, so that its own steps become {@code lead}
   * @param notes collects what a person has to look at
   */
  RouteParts(RouteWords words, String lead, List<String> notes) {
    this.words = words;
    this.lead = lead;
    this.notes = notes;
  }

  /** One way; {@code difficult} tells whether the times in difficult areas are to be stated. */
  List<Part> of(RouteSheet sheet, String caseId, boolean difficult) {
    List<Part> parts = new ArrayList<>();
    Set<Act> done = EnumSet.noneOf(Act.class);
    String approving = "lead";
    String before = "";
    int number = 0;
    for (RouteSheet.Row row : sheet.steps()) {
      number++;
      RouteWords.Actor actor = words.actor(row.unit());
      String unit = actor.unit().equals("last") ? approving : unit(actor.unit());
      if (actor.role().equals("approver")) {
        approving = unit;
      }
      boolean silent = row.work().isBlank();
      String name = silent ? TEXTS.get("route.silent", before) : row.work();
      RouteWords.Meaning meaning = words.act(silent ? "trinh" : name, actor.role(), done::contains);
      if (silent) {
        notes.add(TEXTS.get("missing.work", number, row.unit()));
      } else {
        before = name;
      }
      if (name.length() > LONGEST_NAME) {
        notes.add(TEXTS.get("missing.long", number, name));
      }
      if (!row.helper().isBlank()) {
        notes.add(TEXTS.get("missing.helper", number, row.helper()));
      }
      done.add(meaning.act());
      parts.add(
          new Part.Work(
              meaning.id(),
              capital(Names.cut(name, LONGEST_NAME)),
              meaning.act(),
              meaning.act() == Act.RETURN ? "return-clerk" : actor.role(),
              unit,
              row.phase().isBlank() ? null : row.phase(),
              row.unit(),
              null,
              Map.of(caseId, row.allowance()),
              difficult ? Map.of(caseId, row.difficult()) : Map.of()));
      if (!row.stopReason().isBlank()) {
        RouteWords.Stop stop = words.stop(row.stopReason());
        parts.add(pause(stop, row));
      }
    }
    if (!done.contains(Act.RETURN)) {
      notes.add(TEXTS.get("missing.return"));
      parts.add(returning(caseId, difficult));
    }
    return parts;
  }

  /** What is no time in the stated length is part of the reason. */
  private static Part pause(RouteWords.Stop stop, RouteSheet.Row row) {
    String length = row.stopWait().replaceFirst("\\s*\\(.*$", "");
    boolean time = Limits.one(length).isPresent();
    String remark = time ? row.stopWait().substring(length.length()).strip() : row.stopWait();
    String reason =
        remark.isBlank()
            ? row.stopReason()
            : row.stopReason() + " – " + remark.replaceAll("[()]", "");
    return new Part.Wait(stop.id(), stop.name(), stop.called(), reason, time ? length : "");
  }

  /** Every result is returned, also where the decision does not write the step down. */
  private static Part.Work returning(String caseId, boolean difficult) {
    Map<String, TimeLimit> nothing = Map.of(caseId, TimeLimit.of(0, Unit.WORKING_DAY));
    return new Part.Work(
        "return",
        TEXTS.get("route.return"),
        Act.RETURN,
        "return-clerk",
        "reception",
        null,
        null,
        null,
        nothing,
        difficult ? nothing : Map.of());
  }

  private String unit(String unit) {
    boolean leads =
        unit.equals("agency:" + lead)
            || unit.equals("commune") && lead.equals("ubnd-xa")
            || unit.equals("province") && lead.equals("ubnd-tinh");
    return leads ? "lead" : unit;
  }

  private static String capital(String name) {
    return name.substring(0, 1).toUpperCase() + name.substring(1);
  }

  /** The ways of all cases as one; {@code ways} and {@code names} by case id. */
  static List<Part> join(Map<String, List<Part>> ways, Map<String, String> names) {
    Map<String, List<String>> alike = new LinkedHashMap<>();
    ways.forEach(
        (id, way) ->
            alike
                .computeIfAbsent(String.join("\n", likeness(way)), k -> new ArrayList<>())
                .add(id));
    List<List<Part>> distinct = new ArrayList<>();
    for (List<String> ids : alike.values()) {
      distinct.add(merged(ids.stream().map(ways::get).toList()));
    }
    if (distinct.size() == 1) {
      return numbered(distinct.get(0));
    }
    int shortest = distinct.stream().mapToInt(List::size).min().orElseThrow();
    int first = 0;
    while (first < shortest - 1 && received(distinct, first) && same(distinct, first, true)) {
      first++;
    }
    int last = 0;
    while (last < shortest - first - 1 && plain(distinct, last) && same(distinct, last, false)) {
      last++;
    }
    List<Part> parts = new ArrayList<>(merged(heads(distinct, first)));
    List<Part.Branch> branches = new ArrayList<>();
    int at = 0;
    for (List<String> ids : alike.values()) {
      Map<String, String> cases = new LinkedHashMap<>();
      ids.forEach(id -> cases.put(id, names.get(id)));
      List<Part> way = distinct.get(at++);
      branches.add(
          new Part.Branch(cases, prefixed(ids.get(0), way.subList(first, way.size() - last))));
    }
    parts.add(new Part.Branches(branches));
    parts.addAll(merged(tails(distinct, last)));
    return numbered(parts);
  }

  private static List<List<Part>> heads(List<List<Part>> ways, int first) {
    return ways.stream().map(way -> way.subList(0, first)).toList();
  }

  private static List<List<Part>> tails(List<List<Part>> ways, int last) {
    return ways.stream().map(way -> way.subList(way.size() - last, way.size())).toList();
  }

  /** The case is picked at reception, so what the counter does first is the same for all. */
  private static boolean received(List<List<Part>> ways, int at) {
    return ways.get(0).get(at) instanceof Part.Work work && work.act() == Act.RECEIVE;
  }

  /** A step that may send back stays on its branch, where the work it sends back was done. */
  private static boolean plain(List<List<Part>> ways, int at) {
    List<Part> way = ways.get(0);
    return way.get(way.size() - 1 - at) instanceof Part.Work work
        && work.act().outcomes().isEmpty();
  }

  private static boolean same(List<List<Part>> ways, int at, boolean fromStart) {
    Set<String> seen = new LinkedHashSet<>();
    for (List<Part> way : ways) {
      seen.add(likeness(List.of(way.get(fromStart ? at : way.size() - 1 - at))).get(0));
    }
    return seen.size() == 1;
  }

  private static List<String> likeness(List<Part> way) {
    return way.stream()
        .map(
            part ->
                part instanceof Part.Work work
                    ? work.likeness()
                    : part instanceof Part.Wait wait
                        ? String.join("|", wait.called(), wait.reason(), wait.length())
                        : part.toString())
        .toList();
  }

  /** Ways that are alike as one, with the times of all their cases. */
  private static List<Part> merged(List<List<Part>> ways) {
    List<Part> merged = new ArrayList<>();
    for (int i = 0; i < ways.get(0).size(); i++) {
      Part part = ways.get(0).get(i);
      if (part instanceof Part.Work work) {
        Map<String, TimeLimit> allowances = new LinkedHashMap<>();
        Map<String, TimeLimit> difficult = new LinkedHashMap<>();
        Set<String> unitNames = new LinkedHashSet<>();
        String phase = null;
        for (List<Part> way : ways) {
          Part.Work other = (Part.Work) way.get(i);
          allowances.putAll(other.allowances());
          difficult.putAll(other.difficult());
          if (other.unitName() != null) {
            unitNames.add(other.unitName());
          }
          phase = phase == null ? other.phase() : phase;
        }
        merged.add(
            new Part.Work(
                work.id(),
                work.name(),
                work.act(),
                work.role(),
                work.unit(),
                phase,
                unitNames.isEmpty() ? null : String.join(" / ", unitNames),
                work.sendBack(),
                allowances,
                difficult));
      } else {
        merged.add(part);
      }
    }
    return merged;
  }

  private static List<Part> prefixed(String caseId, List<Part> way) {
    List<Part> parts = new ArrayList<>();
    for (Part part : way) {
      if (part instanceof Part.Work work) {
        parts.add(work.as(caseId + "-" + work.id(), null));
      } else if (part instanceof Part.Wait wait) {
        parts.add(
            new Part.Wait(
                caseId + "-" + wait.id(),
                wait.name(),
                wait.called(),
                wait.reason(),
                wait.length()));
      }
    }
    return parts;
  }

  /** A repeated id takes a number. */
  private static List<Part> numbered(List<Part> parts) {
    return numbered(parts, new HashMap<>());
  }

  private static List<Part> numbered(List<Part> parts, Map<String, Integer> used) {
    List<Part> numbered = new ArrayList<>();
    for (Part part : parts) {
      if (part instanceof Part.Work work) {
        numbered.add(work.as(next(work.id(), used), work.sendBack()));
      } else if (part instanceof Part.Wait wait) {
        numbered.add(
            new Part.Wait(
                next(wait.id(), used), wait.name(), wait.called(), wait.reason(), wait.length()));
      } else if (part instanceof Part.Branches fork) {
        numbered.add(
            new Part.Branches(
                fork.branches().stream()
                    .map(b -> new Part.Branch(b.cases(), numbered(b.parts(), used)))
                    .toList()));
      } else {
        numbered.add(part);
      }
    }
    return numbered;
  }

  private static String next(String id, Map<String, Integer> used) {
    int count = used.merge(id, 1, Integer::sum);
    return count == 1 ? id : id + "-" + count;
  }
}
