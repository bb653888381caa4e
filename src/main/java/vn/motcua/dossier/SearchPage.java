package vn.motcua.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.access.Who;
import vn.motcua.agency.Organisation;
import vn.motcua.agency.Unit;
import vn.motcua.language.Accentless;
import vn.motcua.language.Dates;
import vn.motcua.language.Texts;
import vn.motcua.procedure.Procedure;
import vn.motcua.procedure.Procedures;

/**
 * Finding dossiers: by a page whose address says what was asked for, so that whoever comes back
 * finds the same place, and by a short answer for the search box of Tasklist.
 */
@Controller
class SearchPage {

  static final int PAGE = 50;

  private static final Texts TEXTS = Texts.of("dossier");
  private static final int SHORT = 10;
  private static final int MOST_PROCEDURES = 200;

  private final FoundDossiers found;
  private final Procedures procedures;
  private final Organisation organisation;
  private final Who who;
  private final Clock clock;

  SearchPage(
      FoundDossiers found, Procedures procedures, Organisation organisation, Who who, Clock clock) {
    this.found = found;
    this.procedures = procedures;
    this.organisation = organisation;
    this.who = who;
    this.clock = clock;
  }

  /** What was typed and chosen, as it was. */
  record Typed(
      String q,
      String standing,
      String procedure,
      String unit,
      String from,
      String to,
      Integer page) {

    Typed {
      q = clean(q);
      standing = clean(standing);
      procedure = clean(procedure);
      unit = clean(unit);
      from = clean(from);
      to = clean(to);
      page = page == null ? 1 : page;
    }

    private static String clean(String text) {
      return text == null ? "" : text.strip();
    }

    /** True if more than words was asked for. */
    public boolean narrowed() {
      return !(procedure + unit + from + to).isEmpty();
    }

    /** What stands behind the question mark of the address of one of the pages. */
    public String address(int number) {
      Map<String, String> parts = new LinkedHashMap<>();
      parts.put("q", q);
      parts.put("standing", standing);
      parts.put("procedure", procedure);
      parts.put("unit", unit);
      parts.put("from", from);
      parts.put("to", to);
      parts.put("page", number > 1 ? String.valueOf(number) : "");
      return parts.entrySet().stream()
          .filter(part -> !part.getValue().isEmpty())
          .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), UTF_8))
          .collect(Collectors.joining("&"));
    }
  }

  @GetMapping("/dossiers")
  String show(@ModelAttribute Typed typed, Locale language, Model page) {
    page.addAttribute("texts", TEXTS);
    page.addAttribute("typed", typed);
    page.addAttribute("dates", new DossierPage.Moments());
    page.addAttribute("standings", List.of(Standing.values()));
    page.addAttribute("units", unitNames());
    try {
      page.addAttribute("found", found.page(asked(typed), typed.page(), PAGE, who.now()));
    } catch (NotAllowed wrong) {
      page.addAttribute("refusal", wrong.getMessage());
    }
    return "dossier/dossiers";
  }

  /** The first few, whatever their state, for the box in Tasklist. */
  @GetMapping("/api/dossiers")
  @ResponseBody
  FoundDossiers.Page few(@RequestParam(defaultValue = "") String q) {
    CurrentOfficial me = who.now();
    return q.isBlank()
        ? new FoundDossiers.Page(0, false, 1, 1, List.of())
        : found.page(Question.of(q.strip(), Standing.ALL), 1, SHORT, me);
  }

  private Question asked(Typed typed) {
    Standing standing =
        typed.standing().isEmpty()
            ? (typed.q().isEmpty() ? Standing.OPEN : Standing.ALL)
            : Word.read(Standing.class, typed.standing())
                .orElseThrow(() -> new NotAllowed(TEXTS.get("find.no-standing", typed.standing())));
    return new Question(
        typed.q(),
        standing,
        procedures(typed.procedure()),
        units(typed.unit()),
        day(typed.from()),
        day(typed.to()));
  }

  /** One by its code, whether it still serves or not; else all whose names have the words. */
  private List<String> procedures(String words) {
    if (words.isEmpty()) {
      return null;
    }
    if (words.chars().noneMatch(Character::isLetter)) {
      return List.of(words);
    }
    List<String> codes =
        procedures.search(words, MOST_PROCEDURES).stream().map(Procedure::code).toList();
    if (codes.isEmpty()) {
      throw new NotAllowed(TEXTS.get("find.no-procedure", words));
    }
    return codes;
  }

  private List<String> units(String words) {
    if (words.isEmpty()) {
      return null;
    }
    List<Unit> all = organisation.units(LocalDate.now(clock));
    String plain = Accentless.slug(words);
    List<String> exactly = ids(all, unit -> Accentless.slug(unit.name()).equals(plain));
    List<String> ids =
        exactly.isEmpty()
            ? ids(all, unit -> Accentless.slug(unit.name()).contains(plain))
            : exactly;
    if (ids.isEmpty()) {
      throw new NotAllowed(TEXTS.get("find.no-unit", words));
    }
    return ids;
  }

  private static List<String> ids(List<Unit> units, Predicate<Unit> wanted) {
    return units.stream().filter(wanted).map(Unit::id).toList();
  }

  private List<String> unitNames() {
    return organisation.units(LocalDate.now(clock)).stream()
        .filter(unit -> !"room".equals(unit.kind()) && !"partner".equals(unit.kind()))
        .map(Unit::name)
        .sorted()
        .toList();
  }

  private static LocalDate day(String typed) {
    try {
      return typed.isEmpty() ? null : Dates.parse(typed);
    } catch (DateTimeParseException wrong) {
      throw new NotAllowed(TEXTS.get("page.day", typed));
    }
  }
}
