package vn.motcua.procedure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.procedure.Fact.Place;

/** Turns the properties of a file into typed values and notes every value that is not one. */
final class FactReader {

  static final String KNOWN = "known-facts";
  static final String READABLE = "readable-facts";

  private final Draft draft;
  private final Route route;

  FactReader(Draft draft, Route route) {
    this.draft = draft;
    this.route = route;
  }

  Procedure read() {
    Map<String, String> facts = draft.facts;
    check(Place.PROCEDURE, draft.factsOn, facts);
    List<Case> cases = cases();
    Map<String, Step> steps = steps();
    return new Procedure(
        draft.key,
        facts.getOrDefault("code", ""),
        facts.getOrDefault("fullName", draft.processName),
        facts.getOrDefault("field", ""),
        lines(facts.getOrDefault("level", "").replace('+', '\n')),
        facts.getOrDefault("agency", ""),
        cases,
        lines(facts.getOrDefault("documents", "")),
        steps,
        results(cases, steps),
        waits(cases),
        facts);
  }

  private void check(Place place, String element, Map<String, String> properties) {
    properties.forEach(
        (name, value) -> {
          Optional<Fact> fact = Fact.find(place, name);
          if (fact.isEmpty()) {
            draft.error(element, KNOWN, "fact.unknown", name, value);
          } else {
            fact.get()
                .form()
                .refuse(value)
                .ifPresent(
                    expected ->
                        draft.error(element, READABLE, "fact.unreadable", name, value, expected));
          }
        });
  }

  private List<Case> cases() {
    Set<String> ids = ids("case.");
    if (ids.isEmpty()) {
      return List.of(caseWith("", ""));
    }
    List<Case> cases = new ArrayList<>();
    ids.forEach(id -> cases.add(caseWith(id, "case." + id + ".")));
    return List.copyOf(cases);
  }

  /** What stands between this and the last dot, in the order of the facts. */
  private Set<String> ids(String prefix) {
    Set<String> ids = new LinkedHashSet<>();
    for (String property : draft.facts.keySet()) {
      if (property.startsWith(prefix) && property.lastIndexOf('.') > prefix.length()) {
        ids.add(property.substring(prefix.length(), property.lastIndexOf('.')));
      }
    }
    return ids;
  }

  private List<LinkedResult> results(List<Case> cases, Map<String, Step> steps) {
    List<LinkedResult> results = new ArrayList<>();
    for (String id : ids("result.")) {
      String prefix = "result." + id + ".";
      Map<String, TimeLimit> promised = new LinkedHashMap<>();
      for (Case one : cases) {
        new TimeUntil(route, steps, one).result(id).ifPresent(t -> promised.put(one.id(), t));
      }
      results.add(
          new LinkedResult(
              id,
              draft.facts.getOrDefault(prefix + "name", ""),
              draft.facts.getOrDefault(prefix + "unit", ""),
              time(prefix + "limit"),
              promised));
    }
    return List.copyOf(results);
  }

  private Case caseWith(String id, String prefix) {
    return new Case(
        id,
        prefix.isEmpty() ? "" : draft.facts.getOrDefault(prefix + "name", ""),
        time(prefix + "limit"),
        time(prefix + "committed"),
        time(prefix + "difficultLimit"));
  }

  private TimeLimit time(String property) {
    String text = draft.facts.get(property);
    return text == null ? null : Times.read(text).orElse(null);
  }

  private Map<String, Step> steps() {
    Map<String, Step> steps = new LinkedHashMap<>();
    for (Node node : route.nodes()) {
      switch (node.kind()) {
        case USER_TASK -> {
          check(Place.STEP, node.id(), node.properties());
          steps.put(node.id(), step(node));
        }
        case CALL_ACTIVITY -> check(Place.CALL, node.id(), node.properties());
        default ->
            node.properties()
                .forEach(
                    (name, value) -> draft.error(node.id(), KNOWN, "fact.misplaced", name, value));
      }
    }
    return steps;
  }

  /** Only what every dossier of the case passes on its way forward; a supplement need not come. */
  private Map<String, List<ExcludedWait>> waits(List<Case> cases) {
    if (route.all(Node::isCall).stream().noneMatch(FactReader::stopsClock)) {
      return Map.of();
    }
    Map<String, List<ExcludedWait>> waits = new LinkedHashMap<>();
    for (Case one : cases) {
      List<ExcludedWait> here =
          route.forward(one.id()).stream()
              .filter(node -> node.isCall() && stopsClock(node))
              .map(FactReader::wait)
              .toList();
      if (!here.isEmpty()) {
        waits.put(one.id(), here);
      }
    }
    return waits;
  }

  private static boolean stopsClock(Node call) {
    return call.property("clock").filter("stopped"::equals).isPresent();
  }

  private static ExcludedWait wait(Node call) {
    return new ExcludedWait(
        call.id(),
        call.setting(Node.Setting.CALLED_ELEMENT),
        call.property("reason").orElse(call.name()),
        call.property("wait").orElse(null));
  }

  private Step step(Node node) {
    Map<String, String> facts = node.properties();
    return new Step(
        node.id(),
        node.name(),
        node.act().orElse(null),
        facts.getOrDefault("role", ""),
        facts.getOrDefault("unit", ""),
        times(facts, "allowance"),
        times(facts, "difficultAllowance"),
        facts.get("phase"),
        facts.get("unitName"),
        facts.get("result"),
        "true".equals(facts.get("excluded")),
        node.settings().get(Node.Setting.FORM_REF),
        route.outcomes(node));
  }

  /** Times by case id: {@code allowance} stands for "", {@code allowance.case-1} for case-1. */
  private static Map<String, TimeLimit> times(Map<String, String> facts, String property) {
    Map<String, TimeLimit> times = new LinkedHashMap<>();
    facts.forEach(
        (name, value) -> {
          if (name.startsWith(property)) {
            String rest = name.substring(property.length());
            if (rest.isEmpty() || rest.startsWith(".")) {
              String caseId = rest.isEmpty() ? "" : rest.substring(1);
              Times.read(value).ifPresent(time -> times.put(caseId, time));
            }
          }
        });
    return times;
  }

  /** Camunda Modeler edits single lines, so a bar between blanks parts entries as well. */
  private static List<String> lines(String text) {
    return Arrays.stream(text.replace(" | ", "\n").split("\n"))
        .map(String::strip)
        .filter(s -> !s.isEmpty())
        .toList();
  }
}
