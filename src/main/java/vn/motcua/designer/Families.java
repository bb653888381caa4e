package vn.motcua.designer;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.language.Accentless;
import vn.motcua.procedure.Act;

/**
 * The families of routes and the rules that choose one for a procedure, as {@code families.yaml}
 * writes them. What comes from here is a proposal. Immutable.
 */
final class Families {

  /** A rule of the file: if everything in {@code when} holds, this family. */
  record Rule(
      String family, String route, String why, FamilyConditions when, List<String> partners) {

    Rule {
      route = route == null ? family : route;
      partners = partners == null ? List.of() : partners;
    }
  }

  /** A route of the file; {@code onSpot} is 5, 4 or null. */
  record Route(Integer onSpot, String end, List<Result> results, List<Entry> steps) {

    Route {
      results = results == null ? List.of() : results;
    }
  }

  /** A result of a linked procedure; {@code named} are words of which one is in its name. */
  record Result(String id, String name, String unit, String limit, List<String> named) {}

  /** A line of a route: a step, a wait, or steps side by side. */
  record Entry(
      String id,
      String name,
      String act,
      String role,
      String unit,
      String phase,
      String sendBack,
      int share,
      String result,
      String form,
      @JsonProperty("wait") String calls,
      String reason,
      String parallel,
      List<Entry> steps) {}

  private record File(
      List<Rule> rules,
      List<String> noResult,
      List<String> unsealed,
      Map<String, String> units,
      Map<String, Route> routes) {}

  private final File file;

  private Families(File file) {
    this.file = file;
  }

  /** The families that the application ships. */
  static Families shipped() {
    return new Families(load("/families.yaml", File.class));
  }

  static <T> T load(String resource, Class<T> type) {
    try (InputStream yaml = Families.class.getResourceAsStream(resource)) {
      return new ObjectMapper(new YAMLFactory())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .readValue(yaml, type);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The first rule that holds; the last rule of the file always does. */
  Rule choose(CatalogueRow row) {
    boolean noResult = saysNothing(row.result(), file.noResult);
    boolean unsealed = saysNothing(row.result(), file.unsealed);
    return file.rules.stream()
        .filter(rule -> rule.when().hold(row, noResult, unsealed))
        .findFirst()
        .orElseThrow();
  }

  private static boolean saysNothing(String result, List<String> words) {
    String folded = Accentless.fold(result).strip();
    return words.stream()
        .map(Accentless::fold)
        .anyMatch(word -> word.isEmpty() ? folded.isEmpty() : folded.contains(word));
  }

  Route route(Rule rule) {
    return file.routes.get(rule.route());
  }

  /** Vietnamese names of units, by the word of the property {@code unit}. */
  Map<String, String> units() {
    return file.units;
  }

  /** The route of a rule with the times of these limits, by case id. */
  List<Part> parts(Rule rule, Map<String, TimeLimit> limits, String lead) {
    Route route = route(rule);
    List<Integer> shares = new ArrayList<>();
    for (Entry entry : route.steps()) {
      if (entry.calls() == null) {
        shares.add(entry.share());
      }
    }
    Map<String, List<TimeLimit>> times = new LinkedHashMap<>();
    limits.forEach((id, limit) -> times.put(id, Shares.split(limit, shares)));
    List<String> partners =
        rule.partners().stream()
            .map(partner -> partner.equals("commune") ? partner : "agency:" + partner)
            .filter(partner -> !partner.equals("agency:" + lead))
            .filter(partner -> !partner.equals("commune") || !lead.equals("ubnd-xa"))
            .toList();
    List<Part> parts = new ArrayList<>();
    int at = 0;
    for (Entry entry : route.steps()) {
      if (entry.calls() != null) {
        parts.add(new Part.Wait(entry.id(), entry.name(), entry.calls(), entry.reason(), ""));
        continue;
      }
      Map<String, TimeLimit> allowances = allowances(times, at++);
      if (entry.parallel() == null) {
        parts.add(work(entry, entry.unit(), allowances));
      } else {
        parts.add(parallel(entry, partners, allowances));
      }
    }
    return parts;
  }

  private static Part parallel(
      Entry entry, List<String> partners, Map<String, TimeLimit> allowances) {
    List<Part.Work> works = new ArrayList<>();
    for (Entry step : entry.steps()) {
      String unit = step.unit();
      if (unit.startsWith("partner-")) {
        int number = Integer.parseInt(unit.substring("partner-".length()));
        if (number > partners.size()) {
          continue;
        }
        unit = partners.get(number - 1);
      }
      works.add(work(step, unit, allowances));
    }
    return new Part.Parallel(entry.parallel(), works);
  }

  /** The route of a linked procedure, which has several results; empty for any other rule. */
  Optional<LinkedRoute> linked(Rule rule, String name, Map<String, TimeLimit> limits) {
    Route route = route(rule);
    return route.results().isEmpty()
        ? Optional.empty()
        : Optional.of(new LinkedRoute(route, name, limits));
  }

  private static Map<String, TimeLimit> allowances(Map<String, List<TimeLimit>> times, int at) {
    Map<String, TimeLimit> allowances = new LinkedHashMap<>();
    times.forEach((id, all) -> allowances.put(id, all.get(at)));
    return allowances;
  }

  static Part.Work work(Entry entry, String unit, Map<String, TimeLimit> allowances) {
    return new Part.Work(
        entry.id(),
        entry.name(),
        act(entry.act()),
        entry.role(),
        unit,
        entry.phase(),
        null,
        entry.sendBack(),
        entry.result(),
        entry.form(),
        allowances,
        Map.of());
  }

  static Act act(String word) {
    for (Act act : Act.values()) {
      if (act.word().equals(word)) {
        return act;
      }
    }
    throw new IllegalArgumentException("Unknown act in families.yaml: " + word);
  }
}
