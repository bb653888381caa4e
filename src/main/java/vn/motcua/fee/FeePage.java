package vn.motcua.fee;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.access.Names;
import vn.motcua.access.Who;
import vn.motcua.agency.Organisation;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.dossier.Application;
import vn.motcua.dossier.UnknownDossier;
import vn.motcua.language.Dates;
import vn.motcua.language.Dong;
import vn.motcua.language.NotMoney;
import vn.motcua.letter.LetterRefused;
import vn.motcua.procedure.FeeKind;
import vn.motcua.procedure.FeeTerms;
import vn.motcua.procedure.Procedures;

/**
 * Phí, lệ phí: the money of one dossier, and what a clerk took in a day. What is refused is said at
 * the top, and what was typed stays.
 */
@Controller
class FeePage {

  private static final String RETURNS = "returns";
  private static final String PAID = "done=paid&";

  private final Fees fees;
  private final DayList days;
  private final Procedures procedures;
  private final Organisation organisation;
  private final Names names;
  private final Who who;
  private final Clock clock;

  FeePage(
      Fees fees,
      DayList days,
      Procedures procedures,
      Organisation organisation,
      Names names,
      Who who,
      Clock clock) {
    this.fees = fees;
    this.days = days;
    this.procedures = procedures;
    this.organisation = organisation;
    this.names = names;
    this.who = who;
    this.clock = clock;
  }

  /** A choice of a closed list. */
  record Choice(String value, String words) {}

  /** A receipt as people read it. */
  record Row(
      long id,
      long letterId,
      String number,
      String dossier,
      String move,
      String at,
      String way,
      String paper,
      String payer,
      String person,
      String reason,
      Dong amount,
      boolean stands,
      boolean cancellable) {}

  /** What is left of one way of payment. */
  record Sum(String way, Dong amount) {}

  @GetMapping("/fees")
  String show(
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(required = false) Long paper,
      @RequestParam(defaultValue = "") String done,
      Locale language,
      Model page) {
    page.addAttribute("paper", paper);
    page.addAttribute("done", done.matches("charged|remitted|paid|undone") ? done : null);
    return page(code, from, null, Map.of(), language, page);
  }

  @PostMapping("/fees/{code}")
  String charge(
      @PathVariable String code,
      @RequestParam Map<String, String> form,
      Locale language,
      Model page) {
    return doing(
        code,
        "charge",
        form,
        language,
        page,
        me -> {
          fees.charge(
              code,
              List.of(
                  new Application.Fee(
                      form.get("kind"),
                      form.get("name"),
                      form.get("price"),
                      form.get("count"),
                      form.get("relief"),
                      form.get("reliefAmount"),
                      form.get("reliefWords"))),
              me);
          return "done=charged";
        });
  }

  @PostMapping("/fees/{code}/lines/{line}")
  String remit(
      @PathVariable String code,
      @PathVariable long line,
      @RequestParam Map<String, String> form,
      Locale language,
      Model page) {
    return doing(
        code,
        "line-" + line,
        form,
        language,
        page,
        me -> {
          fees.remit(
              code,
              line,
              form.get("relief"),
              form.get("reliefAmount"),
              form.get("reliefWords"),
              me);
          return "done=remitted";
        });
  }

  @PostMapping("/fees/{code}/pay")
  String pay(
      @PathVariable String code,
      @RequestParam Map<String, String> form,
      Locale language,
      Model page) {
    return doing(
        code,
        "pay",
        form,
        language,
        page,
        me -> {
          Fees.Made made =
              fees.pay(
                  code,
                  new Fees.Payment(
                      form.get("way"), form.get("paper"), form.get("payer"), form.get("expected")),
                  me);
          return PAID + "paper=" + made.letterId();
        });
  }

  @PostMapping("/fees/{code}/receipts/{id}")
  String undo(
      @PathVariable String code,
      @PathVariable long id,
      @RequestParam Map<String, String> form,
      Locale language,
      Model page) {
    return doing(
        code,
        "receipt-" + id,
        form,
        language,
        page,
        me -> {
          Fees.Made made =
              fees.undo(code, id, form.get("move"), form.get("reason"), form.get("way"), me);
          return "done=undone&paper=" + made.letterId();
        });
  }

  /** The list of a day, to be handed in with the cash. */
  @GetMapping("/fees/day")
  String day(@RequestParam(defaultValue = "") String day, Locale language, Model page) {
    CurrentOfficial me = who.now();
    LocalDate wanted = today();
    try {
      wanted = day.isBlank() ? wanted : Dates.parse(day.strip());
    } catch (DateTimeException no) {
      page.addAttribute("refusal", FeeWords.TEXTS.get(language, "day.wrong", day.strip()));
    }
    DayList.Day list = days.of(wanted, me);
    page.addAttribute("texts", FeeWords.TEXTS);
    page.addAttribute("me", me);
    page.addAttribute("typed", day.isBlank() ? Dates.day(wanted) : day.strip());
    page.addAttribute("day", Dates.day(wanted));
    page.addAttribute("units", Till.units(me).stream().map(this::unitName).toList());
    page.addAttribute("rows", rows(list.rows(), language));
    page.addAttribute("sums", sums(list, language));
    page.addAttribute("total", list.total());
    page.addAttribute("cash", list.cash());
    return "fee/day";
  }

  private String unitName(String unit) {
    return organisation.unit(unit, today()).map(u -> u.name()).orElse(unit);
  }

  private static List<Sum> sums(DayList.Day list, Locale language) {
    return list.ways().entrySet().stream()
        .map(e -> new Sum(FeeWords.words(language, e.getKey()), e.getValue()))
        .toList();
  }

  /** What is done in the name of a person; tells how the page goes on. */
  private interface Deed {
    String by(CurrentOfficial official);
  }

  /**
   * @param where the form of the page: {@code charge}, {@code pay}, {@code line-<id>} or {@code
   *     receipt-<id>}; if it is refused, it has what was typed and the focus, and no other has
   */
  private String doing(
      String code, String where, Map<String, String> form, Locale language, Model page, Deed deed) {
    boolean back = RETURNS.equals(form.get("from"));
    try {
      String next = deed.by(who.now());
      if (back && next.startsWith(PAID)) {
        return "redirect:/returns?code=" + code + "&" + next.substring(PAID.length());
      }
      return "redirect:/fees?code=" + code + (back ? "&from=" + RETURNS : "") + "&" + next;
    } catch (FeeRefused | NotMoney | LetterRefused | UnknownDossier refusal) {
      page.addAttribute("refused", where);
      return page(code, back ? RETURNS : "", refusal.getMessage(), form, language, page);
    }
  }

  private String page(
      String code,
      String from,
      String refusal,
      Map<String, String> typed,
      Locale language,
      Model page) {
    CurrentOfficial me = who.now();
    String asked = code.strip().toUpperCase(Locale.ROOT);
    page.addAttribute("texts", FeeWords.TEXTS);
    page.addAttribute("asked", asked);
    page.addAttribute("from", RETURNS.equals(from) ? RETURNS : null);
    page.addAttribute("refusal", refusal);
    page.addAttribute("typed", typed);
    page.addAttribute(
        "kinds", Stream.of(FeeKind.values()).map(k -> new Choice(k.word(), k.words())).toList());
    page.addAttribute("reliefs", choices(language, Relief.values()));
    page.addAttribute("ways", choices(language, Way.values()));
    if (!asked.isEmpty()) {
      try {
        account(fees.account(asked, me), language, page);
      } catch (UnknownDossier unknown) {
        page.addAttribute("refusal", unknown.getMessage());
      }
    }
    DayList.Day today = days.of(today(), me);
    page.addAttribute("takings", today.rows().size());
    page.addAttribute("sums", sums(today, language));
    page.addAttribute("cash", today.cash());
    page.addAttribute("owing", days.owing(me));
    return "fee/fees";
  }

  private void account(Fees.Account account, Locale language, Model page) {
    var d = account.dossier();
    FeeTerms terms =
        procedures.ofDefinition(d.procedure().definitionId()).fees(d.procedure().caseId());
    page.addAttribute("account", account);
    page.addAttribute("dossier", d);
    page.addAttribute("terms", terms);
    page.addAttribute("receipts", rows(account.receipts(), language));
    page.addAttribute("given", d.returnedAt() != null);
  }

  private List<Row> rows(List<FeeReceipt> receipts, Locale language) {
    Map<String, String> people =
        names.of(receipts.stream().flatMap(r -> Stream.ofNullable(r.person())).distinct().toList());
    UnaryOperator<String> name = person -> people.getOrDefault(person, person);
    LocalDate today = today();
    return receipts.stream().map(r -> row(r, language, name, today)).toList();
  }

  private static Row row(
      FeeReceipt r, Locale language, UnaryOperator<String> name, LocalDate today) {
    boolean stands = r.move() == Move.PAYMENT && r.undone() == null;
    String move =
        r.undone() == null
            ? FeeWords.words(language, r.move())
            : FeeWords.TEXTS.get(
                language,
                "page.undone",
                FeeWords.words(language, r.move()),
                FeeWords.words(language, r.undone()));
    return new Row(
        r.id(),
        r.letterId(),
        r.number(),
        r.dossier(),
        move,
        Dates.moment(r.at().atZone(WorkingCalendar.ZONE)),
        FeeWords.words(language, r.way()),
        r.paper(),
        r.payer(),
        name.apply(r.person()),
        r.reason(),
        r.amount(),
        stands,
        stands && r.at().atZone(WorkingCalendar.ZONE).toLocalDate().equals(today));
  }

  private static List<Choice> choices(Locale language, Enum<?>[] values) {
    return Stream.of(values)
        .map(v -> new Choice(FeeWords.of(v), FeeWords.words(language, v)))
        .toList();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
  }
}
