package vn.motcua.access;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.language.Dates;
import vn.motcua.language.Texts;

/**
 * Absence and substitution: who is away, who works in the place, a form to enter it and a button to
 * end it. What is refused is said at the top, and what was typed stays.
 */
@Controller
class AbsencePage {

  private static final Texts TEXTS = Texts.of("access");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");
  private static final Duration SHOWN = Duration.ofDays(30);

  private final Absences absences;
  private final Memberships memberships;
  private final Who who;
  private final Clock clock;

  AbsencePage(Absences absences, Memberships memberships, Who who, Clock clock) {
    this.absences = absences;
    this.memberships = memberships;
    this.who = who;
    this.clock = clock;
  }

  /** What was typed into the form, as it was typed. */
  record Typed(
      String person,
      String substitute,
      String from,
      String fromTime,
      String to,
      String toTime,
      String scope,
      List<String> posts,
      String reason) {

    Typed {
      posts = posts == null ? List.of() : posts;
    }
  }

  /** One row of the list. */
  record Row(
      long id,
      String person,
      String substitute,
      String from,
      String until,
      List<String> posts,
      String reason,
      String enteredBy,
      String state,
      boolean mayEnd) {}

  /** A person or post that can be chosen. */
  record Choice(String id, String words) {}

  @GetMapping("/absence")
  String show(@RequestParam(defaultValue = "") String person, Model page) {
    String today = Dates.day(LocalDate.now(clock));
    return page(new Typed(person, "", today, "", today, "", "all", List.of(), ""), null, page);
  }

  @PostMapping("/absence")
  String enter(@ModelAttribute Typed typed, Model page) {
    try {
      absences.enter(
          new Absences.Entry(
              typed.person(),
              typed.substitute(),
              moment(typed.from(), typed.fromTime(), 0),
              moment(typed.to(), typed.toTime(), 1),
              posts(typed),
              typed.reason()),
          who.now());
      return "redirect:/absence?entered";
    } catch (AbsenceRefused refusal) {
      return page(typed, refusal.getMessage(), page);
    }
  }

  @PostMapping("/absence/{id}/end")
  String end(@PathVariable long id, Model page) {
    try {
      absences.end(id, who.now());
      return "redirect:/absence?ended";
    } catch (AbsenceRefused refusal) {
      page.addAttribute("refusal", refusal.getMessage());
      return page(
          new Typed("", "", "", "", "", "", "all", List.of(), ""), refusal.getMessage(), page);
    }
  }

  private static Set<String> posts(Typed typed) {
    if (!"chosen".equals(typed.scope())) {
      return Set.of();
    }
    if (typed.posts().isEmpty()) {
      throw new AbsenceRefused(TEXTS.get("absence.posts.none"));
    }
    return new TreeSet<>(typed.posts());
  }

  /** Without a time: the beginning of the day, or the end of the last one. */
  private ZonedDateTime moment(String day, String time, int daysLater) {
    LocalDate date;
    try {
      date = Dates.parse(day == null ? "" : day.strip());
    } catch (DateTimeParseException wrong) {
      throw new AbsenceRefused(TEXTS.get("absence.day", day));
    }
    if (time == null || time.isBlank()) {
      return date.plusDays(daysLater).atStartOfDay(clock.getZone());
    }
    try {
      return date.atTime(LocalTime.parse(time.strip(), TIME)).atZone(clock.getZone());
    } catch (DateTimeParseException wrong) {
      throw new AbsenceRefused(TEXTS.get("absence.time", time));
    }
  }

  /** The first moment of a day says little: people mean the end of the day before. */
  private static String until(ZonedDateTime moment) {
    return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? TEXTS.get("absence.until.day", Dates.day(moment.minusDays(1)))
        : Dates.moment(moment);
  }

  private String page(Typed typed, String refusal, Model page) {
    CurrentOfficial me = who.now();
    List<Staff.Member> people = absences.enterableBy(me);
    String person =
        typed.person() != null && !typed.person().isBlank() || people.isEmpty()
            ? typed.person()
            : people.get(0).userId();
    page.addAttribute("texts", TEXTS);
    page.addAttribute("typed", typed);
    page.addAttribute("person", person);
    page.addAttribute("refusal", refusal);
    page.addAttribute("people", choices(people));
    page.addAttribute("anybody", absences.isAdministrator(me));
    page.addAttribute("posts", postsOf(person));
    page.addAttribute("substitutes", choices(absences.possibleSubstitutes(String.valueOf(person))));
    page.addAttribute("rows", rows(me, people));
    return "absence";
  }

  private static List<Choice> choices(List<Staff.Member> people) {
    return people.stream()
        .map(p -> new Choice(p.userId(), p.name() + " (" + p.userId() + ")"))
        .toList();
  }

  private List<Choice> postsOf(String person) {
    List<String> posts =
        memberships.postsOf(String.valueOf(person)).stream()
            .filter(Memberships::mayBeStoodInFor)
            .toList();
    Map<String, String> words = memberships.wordsOfPosts(posts);
    return posts.stream().map(p -> new Choice(p, words.getOrDefault(p, p))).toList();
  }

  private List<Row> rows(CurrentOfficial me, List<Staff.Member> people) {
    List<Absence> seen = absences.seenBy(me, clock.instant().minus(SHOWN));
    Map<String, String> names = absences.names(seen);
    Map<String, String> words =
        memberships.wordsOfPosts(seen.stream().flatMap(a -> a.posts().stream()).toList());
    boolean all = absences.isAdministrator(me);
    List<String> mine = people.stream().map(Staff.Member::userId).toList();
    return seen.stream()
        .map(
            a -> {
              boolean over = !clock.instant().isBefore(a.until());
              return new Row(
                  a.id(),
                  names.getOrDefault(a.person(), a.person()),
                  names.getOrDefault(a.substitute(), a.substitute()),
                  Dates.moment(a.from().atZone(clock.getZone())),
                  until(a.until().atZone(clock.getZone())),
                  a.posts().stream().map(p -> words.getOrDefault(p, p)).toList(),
                  a.reason(),
                  names.getOrDefault(a.enteredBy(), a.enteredBy()),
                  over ? "over" : a.isAt(clock.instant()) ? "now" : "later",
                  !over && (all || mine.contains(a.person())));
            })
        .toList();
  }
}
