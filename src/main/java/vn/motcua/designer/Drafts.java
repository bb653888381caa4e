package vn.motcua.designer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.language.Accentless;
import vn.motcua.language.Texts;

/** Makes drafts from what the sources say: approved routes where there are any, else families. */
final class Drafts {

  private static final int LONGEST_NAME = 255;
  private static final Texts TEXTS = Texts.of("designer");
  private static final Pattern DATE = Pattern.compile("\\b(\\d{1,2})/(\\d{1,2})/(\\d{4})\\b");
  private static final Pattern PLACE = Pattern.compile("[ ,-]+(tinh|thanh pho) .*$");

  private final Families families = Families.shipped();
  private final RouteWords words = RouteWords.shipped();

  /** All drafts of the sources, by code. */
  List<Draft> of(Harvest harvest) {
    Map<String, List<RouteSheet>> routes = new LinkedHashMap<>();
    for (RouteSheet sheet : harvest.routes) {
      String code =
          sheet.code().isBlank() ? Names.ownCode(sheet.level(), sheet.name()) : sheet.code();
      routes.computeIfAbsent(code, c -> new ArrayList<>()).add(sheet);
    }
    List<Draft> drafts = new ArrayList<>();
    Set<String> known = new LinkedHashSet<>();
    for (CatalogueRow row : harvest.rows) {
      known.add(row.code());
      if (!harvest.refusedCodes.contains(row.code())) {
        List<RouteSheet> own = routes.get(row.code());
        drafts.add(own == null ? proposal(row) : decided(row.code(), row, own));
      }
    }
    routes.forEach(
        (code, own) -> {
          if (known.contains(code) || harvest.refusedCodes.contains(code)) {
            return;
          }
          RouteSheet first = own.get(0);
          if (first.name().isBlank() || first.field().isBlank() || first.agency().isBlank()) {
            harvest.refuse(code, TEXTS.get("refused.unknown", first.place(), code));
          } else {
            drafts.add(decided(code, null, own));
          }
        });
    drafts.sort(Comparator.comparing(Draft::code));
    return drafts;
  }

  private Draft proposal(CatalogueRow row) {
    Families.Rule rule = families.choose(row);
    Families.Route route = families.route(rule);
    Facts facts = new Facts();
    List<String> missing = new ArrayList<>();
    head(facts, row.code(), row.name(), row.field(), row.ministry(), row.level());
    facts.put("agency", row.agency());
    facts.put("agencyBasis", row.agencyBasis());
    Map<String, TimeLimit> limits = limits(facts, row, missing);
    tail(facts, row, missing);
    Optional<LinkedRoute> linked = families.linked(rule, row.name(), limits);
    linked.ifPresent(
        group -> {
          group.facts().forEach(facts::put);
          missing.add(TEXTS.get(group.fits() ? "missing.results" : "missing.results.none"));
        });
    facts.put("family", rule.family());
    facts.put("routeBasis", "proposal");
    facts.put("onSpot", route.onSpot() == null ? "" : route.onSpot().toString());
    facts.put("missing", String.join("\n", missing));
    List<Part> parts =
        linked.map(LinkedRoute::parts).orElseGet(() -> families.parts(rule, limits, row.agency()));
    String end = route.end() == null ? "returned" : route.end();
    return draft(row.code(), row.field(), row.name(), facts, parts, row.agencyName(), end);
  }

  private static Map<String, TimeLimit> limits(
      Facts facts, CatalogueRow row, List<String> missing) {
    Map<String, TimeLimit> limits = new LinkedHashMap<>();
    List<Limits.Stated> stated = row.limits();
    if (stated.size() == 1) {
      facts.put("limit", stated.get(0).limit().toString());
      limits.put("", stated.get(0).limit());
    }
    facts.put("limitText", row.limitText());
    if (stated.size() > 1) {
      for (Limits.Stated one : stated) {
        facts.put("case." + one.id() + ".name", TEXTS.get("case.limit", one.words()));
        facts.put("case." + one.id() + ".limit", one.limit().toString());
        limits.put(one.id(), one.limit());
      }
    }
    if (stated.isEmpty()) {
      missing.add(TEXTS.get("missing.limit"));
    } else if (row.structured() != null
        && stated.stream().noneMatch(one -> one.limit().equals(row.structured()))) {
      missing.add(TEXTS.get("missing.unit", row.structured(), row.limitText()));
    }
    return limits;
  }

  private Draft decided(String code, CatalogueRow row, List<RouteSheet> unsorted) {
    List<RouteSheet> sheets = new ArrayList<>(unsorted);
    sheets.sort(Comparator.comparing(sheet -> natural(sheet.decision())));
    RouteSheet first = sheets.get(0);
    String agencyWords = Accentless.fold(first.agency());
    boolean communes =
        first.level().equals("xa")
            && (agencyWords.startsWith("ubnd") || agencyWords.startsWith("uy ban"));
    boolean fromDecision = row == null || communes;
    String agency = !fromDecision ? row.agency() : communes ? "ubnd-xa" : agencyId(first.agency());
    String agencyName =
        !fromDecision
            ? row.agencyName()
            : communes ? TEXTS.get("agency.commune") : agencyName(first.agency());
    Facts facts = new Facts();
    List<String> missing = new ArrayList<>();
    String name = row == null ? first.name() : row.name();
    String field = row == null ? first.field() : row.field();
    head(
        facts,
        code,
        name,
        field,
        row == null ? "" : row.ministry(),
        row == null ? first.level() : row.level());
    facts.put("agency", agency);
    facts.put("agencyBasis", fromDecision ? "source" : row.agencyBasis());
    if (row == null) {
      missing.add(TEXTS.get(code.startsWith("0.") ? "missing.code" : "missing.row"));
      missing.add(TEXTS.get("missing.ministry"));
    } else if (!Accentless.slug(row.name()).equals(Accentless.slug(first.name()))) {
      missing.add(TEXTS.get("missing.name", first.name()));
    }

    boolean cases = sheets.size() > 1 || !first.caseName().isBlank();
    Map<String, List<Part>> ways = new LinkedHashMap<>();
    Map<String, String> names = new LinkedHashMap<>();
    RouteParts parts = new RouteParts(words, agency, missing);
    if (row != null) {
      facts.put("limitText", row.limitText());
    }
    int number = 0;
    for (RouteSheet sheet : sheets) {
      String id = cases ? "case-" + ++number : "";
      String caseName =
          sheet.caseName().isBlank() ? TEXTS.get("case.number", number) : sheet.caseName();
      if (cases) {
        facts.put("case." + id + ".name", caseName);
        names.put(id, caseName);
      }
      promise(facts, cases ? "case." + id + "." : "", sheet, row, missing);
      boolean difficult = difficult(facts, id, sheet, missing);
      ways.put(id, parts.of(sheet, id, difficult));
      authority(sheet, missing);
    }
    if (row != null && row.limits().size() > 1) {
      missing.add(TEXTS.get("missing.cases", row.limitText()));
    }
    tail(facts, row, missing);
    facts.put("family", "own-route");
    facts.put("routeBasis", "decision");
    Set<String> decisions = new LinkedHashSet<>();
    sheets.forEach(sheet -> decisions.add(sheet.decision()));
    facts.put("decision", String.join("\n", decisions));
    facts.put("effectiveFrom", date(first.decision()));
    Set<String> eachOnce = new LinkedHashSet<>(missing);
    facts.put("missing", String.join("\n", eachOnce));
    return draft(code, field, name, facts, RouteParts.join(ways, names), agencyName, "returned");
  }

  /** The total of the route is a shortened limit only if the catalogue states one longer limit. */
  private static void promise(
      Facts facts, String prefix, RouteSheet sheet, CatalogueRow row, List<String> missing) {
    List<Limits.Stated> stated = row == null ? List.of() : row.limits();
    TimeLimit total = sheet.total();
    if (stated.size() == 1) {
      TimeLimit law = stated.get(0).limit();
      boolean comparable = Limits.comparable(law, total);
      int order = comparable ? Limits.roughHours(total).compareTo(Limits.roughHours(law)) : 1;
      if (order < 0) {
        facts.put(prefix + "limit", law.toString());
        facts.put(prefix + "committed", total.toString());
        return;
      }
      if (order > 0) {
        missing.add(TEXTS.get("missing.longer", row.limitText(), sheet.totalText()));
      }
    }
    facts.put(prefix + "limit", total.toString());
  }

  private static boolean difficult(Facts facts, String id, RouteSheet sheet, List<String> missing) {
    if (sheet.difficultText().isBlank()) {
      return false;
    }
    TimeLimit stated = Limits.one(sheet.difficultText()).orElse(null);
    boolean adds =
        stated != null
            && sheet.steps().stream().allMatch(step -> step.difficult() != null)
            && Sums.of(
                    sheet.steps().stream().map(RouteSheet.Row::difficult).toList(), stated.unit())
                .filter(sum -> sum.compareTo(stated.amount()) == 0)
                .isPresent();
    if (adds) {
      facts.put((id.isEmpty() ? "" : "case." + id + ".") + "difficultLimit", stated.toString());
      return true;
    }
    List<String> steps =
        sheet.steps().stream()
            .map(step -> step.difficult() == null ? "–" : step.difficult().toString())
            .toList();
    missing.add(
        (id.isEmpty() ? "" : id + ", ")
            + TEXTS.get("missing.difficult", sheet.difficultText(), String.join("; ", steps)));
    return false;
  }

  private static void authority(RouteSheet sheet, List<String> missing) {
    String authority = Accentless.slug(sheet.authority());
    if (!authority.isEmpty()
        && sheet.steps().stream().noneMatch(s -> Accentless.slug(s.unit()).contains(authority))) {
      missing.add(TEXTS.get("missing.authority", sheet.authority()));
    }
  }

  private static void head(
      Facts facts, String code, String name, String field, String ministry, String level) {
    facts.put("code", code);
    facts.put("fullName", name);
    facts.put("field", field);
    facts.put("ministry", ministry);
    facts.put("level", level);
  }

  /** Facts that only the catalogue has, and a note for each that it lacks. */
  private static void tail(Facts facts, CatalogueRow row, List<String> missing) {
    BiConsumer<String, String> fact =
        (property, value) -> {
          facts.put(property, value);
          if (value.isBlank()) {
            missing.add(TEXTS.get("missing." + property));
          }
        };
    fact.accept("fee", row == null ? "" : row.fee());
    fact.accept("online", row == null ? "" : row.online());
    fact.accept("documents", row == null ? "" : String.join("\n", row.documents()));
    fact.accept("result", row == null ? "" : row.result());
    missing.add(TEXTS.get("missing.legalBasis"));
  }

  private Draft draft(
      String code,
      String field,
      String name,
      Facts facts,
      List<Part> parts,
      String agencyName,
      String end) {
    Map<String, String> units = new LinkedHashMap<>(families.units());
    units.put("lead", agencyName);
    return new Draft(
        code,
        Names.file(field, code, name),
        Names.cut(name, LONGEST_NAME),
        facts.values,
        parts,
        units,
        end);
  }

  private static String agencyName(String words) {
    int at = words.indexOf(" tỉnh ");
    return (at < 0 ? words : words.substring(0, at)).replaceAll("[ ,]+$", "");
  }

  private static String agencyId(String words) {
    return Accentless.slug(PLACE.matcher(Accentless.fold(words)).replaceFirst(""));
  }

  private static String date(String decision) {
    Matcher date = DATE.matcher(decision);
    return date.find()
        ? "%02d/%02d/%s"
            .formatted(
                Integer.parseInt(date.group(1)), Integer.parseInt(date.group(2)), date.group(3))
        : "";
  }

  /** Numbers in a text compare by size. */
  private static String natural(String text) {
    return Pattern.compile("\\d+")
        .matcher(text)
        .replaceAll(number -> "%09d".formatted(Long.parseLong(number.group())));
  }

  /** Facts in the order they are stated; blank ones are left out. */
  private static final class Facts {
    private final Map<String, String> values = new LinkedHashMap<>();

    void put(String property, String value) {
      if (value != null && !value.isBlank()) {
        values.put(property, value.strip());
      }
    }
  }
}
