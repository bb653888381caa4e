package vn.motcua.designer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.calendar.TimeLimit.Unit;
import vn.motcua.designer.Families.Entry;
import vn.motcua.designer.Families.Result;
import vn.motcua.designer.Families.Route;
import vn.motcua.language.Accentless;

/**
 * The route of one linked procedure (liên thông, family A13): one reception, each result by its own
 * agency in its own time. Which results it has says its name. Where their times do not fit into the
 * limit of the whole, it has the steps but promises no single result. Immutable.
 */
final class LinkedRoute {

  private final Route route;
  private final List<Result> results;
  private final Map<String, TimeLimit> limits;
  private final boolean fits;

  /**
   * @param name of the procedure
   * @param limits of the whole, by case id
   */
  LinkedRoute(Route route, String name, Map<String, TimeLimit> limits) {
    this.route = route;
    this.limits = limits;
    String words = " " + Accentless.slug(name).replace('-', ' ') + " ";
    this.results = route.results().stream().filter(r -> isNamed(r, words)).toList();
    this.fits = fit();
  }

  private static boolean isNamed(Result result, String words) {
    return result.named().stream()
        .anyMatch(w -> words.contains(" " + Accentless.slug(w).replace('-', ' ') + " "));
  }

  private boolean fit() {
    TimeLimit whole = limits.get("");
    TimeLimit longest = longest();
    return limits.size() == 1
        && whole != null
        && results.size() > 1
        && results.get(0).unit().equals("lead")
        && longest != null
        && longest.unit() == whole.unit()
        && longest.amount().compareTo(whole.amount()) < 0;
  }

  /** The longest time of those made side by side; null if their units differ. */
  private TimeLimit longest() {
    List<TimeLimit> times =
        results.stream()
            .map(r -> TimeLimit.parse(r.limit()))
            .filter(t -> t.unit() != Unit.SAME_DAY)
            .toList();
    return times.stream().map(TimeLimit::unit).distinct().count() == 1
        ? times.stream().max(Comparator.comparing(TimeLimit::amount)).orElseThrow()
        : null;
  }

  boolean fits() {
    return fits;
  }

  /** Facts of the results, by property. */
  Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    if (fits) {
      for (Result result : results) {
        String prefix = "result." + result.id() + ".";
        facts.put(prefix + "name", result.name());
        facts.put(prefix + "unit", result.unit());
        facts.put(prefix + "limit", result.limit());
      }
    }
    return facts;
  }

  List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    List<Map<String, TimeLimit>> times = times();
    int at = 0;
    for (Entry entry : route.steps()) {
      Map<String, TimeLimit> time = times.get(at++);
      if (entry.parallel() == null) {
        parts.add(work(entry, time));
      } else {
        List<List<Part.Work>> chains = chains(entry, time);
        if (chains.size() == 1) {
          parts.addAll(chains.get(0));
        } else {
          parts.add(new Part.Chains(entry.parallel(), chains));
        }
      }
    }
    return parts;
  }

  /** Times of the entries: the longest result first, what is left by shares. */
  private List<Map<String, TimeLimit>> times() {
    List<Map<String, TimeLimit>> times = new ArrayList<>();
    route.steps().forEach(entry -> times.add(new LinkedHashMap<>()));
    limits.forEach(
        (id, limit) -> {
          TimeLimit side = fits ? longest() : null;
          TimeLimit left =
              fits ? new TimeLimit(limit.amount().subtract(side.amount()), limit.unit()) : limit;
          List<TimeLimit> split =
              Shares.split(
                  left,
                  route.steps().stream()
                      .map(entry -> fits && entry.parallel() != null ? 0 : entry.share())
                      .toList());
          for (int i = 0; i < split.size(); i++) {
            boolean apart = fits && route.steps().get(i).parallel() != null;
            times.get(i).put(id, apart ? side : split.get(i));
          }
        });
    return times;
  }

  private List<List<Part.Work>> chains(Entry side, Map<String, TimeLimit> whole) {
    Map<String, List<Entry>> byResult = new LinkedHashMap<>();
    for (Entry step : side.steps()) {
      if (!fits || result(step) != null) {
        byResult.computeIfAbsent(step.result(), r -> new ArrayList<>()).add(step);
      }
    }
    return byResult.values().stream().map(steps -> chain(steps, whole)).toList();
  }

  private List<Part.Work> chain(List<Entry> steps, Map<String, TimeLimit> whole) {
    List<Integer> shares = steps.stream().map(Entry::share).toList();
    List<Map<String, TimeLimit>> times = new ArrayList<>();
    steps.forEach(step -> times.add(new LinkedHashMap<>()));
    whole.forEach(
        (id, all) -> {
          TimeLimit own = fits ? TimeLimit.parse(result(steps.get(0)).limit()) : all;
          List<TimeLimit> split = Shares.split(own, shares);
          for (int i = 0; i < split.size(); i++) {
            times.get(i).put(id, split.get(i));
          }
        });
    List<Part.Work> chain = new ArrayList<>();
    for (Entry step : steps) {
      chain.add(work(step, times.get(chain.size())));
    }
    return chain;
  }

  private Result result(Entry step) {
    return results.stream().filter(r -> r.id().equals(step.result())).findFirst().orElse(null);
  }

  private Part.Work work(Entry entry, Map<String, TimeLimit> times) {
    Part.Work work = Families.work(entry, entry.unit(), times);
    return fits ? work : work.forTheWhole();
  }
}
