package vn.motcua.dossier;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.access.Who;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.language.Dates;
import vn.motcua.language.Dong;
import vn.motcua.language.Texts;
import vn.motcua.procedure.Procedures;

/**
 * Trả kết quả: whoever came for a result, and the results nobody came for. What is refused is said
 * at the top, and what was typed stays.
 */
@Controller
class ReturnPage {

  private static final Texts TEXTS = Texts.of("dossier");
  private static final List<String> FIELDS =
      List.of(
          "collector",
          "receiverName",
          "receiverIdentity",
          "authorisation",
          "postalItem",
          "originalsReturned",
          "fee",
          "feePaper",
          "ratingAsked",
          "note");

  /** Words that the room of fees reads. */
  private static final List<String> PAY_WAYS = List.of("cash", "transfer", "online");

  private final Returns returns;
  private final Register register;
  private final ResultLines results;
  private final FeeBook fees;
  private final Procedures procedures;
  private final Who who;

  ReturnPage(
      Returns returns,
      Register register,
      ResultLines results,
      FeeBook fees,
      Procedures procedures,
      Who who) {
    this.returns = returns;
    this.register = register;
    this.results = results;
    this.fees = fees;
    this.procedures = procedures;
    this.who = who;
  }

  /** One result that waits, in words. */
  record Line(
      String code,
      String procedure,
      String owner,
      String phone,
      String way,
      String finished,
      String days,
      boolean old,
      String told) {}

  /** The dossier at the counter. */
  record AtCounter(
      String code,
      String procedure,
      String owner,
      String applicant,
      String identity,
      String way,
      String collector,
      String finished,
      String result,
      String originals,
      String told,
      List<FeeLine> fees,
      Dong owed,
      String feeRule) {}

  @GetMapping("/returns")
  String show(
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String done,
      @RequestParam(defaultValue = "") String invited,
      @RequestParam(defaultValue = "") String part,
      @RequestParam(required = false) Long paper,
      Locale language,
      Model page) {
    if (!part.isBlank()) {
      page.addAttribute("doneCode", part);
      page.addAttribute("done", TEXTS.get(language, "returns.part.done", part));
    }
    if (!done.isBlank() || !invited.isBlank()) {
      page.addAttribute("doneCode", done.isBlank() ? invited : done);
      page.addAttribute(
          "done",
          done.isBlank()
              ? TEXTS.get(language, "returns.invited", invited)
              : TEXTS.get(language, "returns.done", done));
    }
    page.addAttribute("paper", paper);
    return page(code, null, Map.of(), language, page);
  }

  @PostMapping("/returns/{code}")
  String give(
      @PathVariable String code,
      @RequestParam Map<String, String> form,
      @RequestParam(name = "result", required = false) Set<String> chosen,
      Locale language,
      Model page) {
    page.addAttribute("chosen", chosen);
    Map<String, String> words = new HashMap<>();
    FIELDS.forEach(
        field -> {
          if (form.get(field) != null && !form.get(field).isBlank()) {
            words.put(field, form.get(field));
          }
        });
    try {
      Set<String> given = chosen == null ? Set.of() : chosen;
      boolean all = returns.give(code, words, given, who.now());
      return "redirect:/returns?" + (all ? "done=" : "part=") + code;
    } catch (OptimisticLockingException givenMeanwhile) {
      return page(code, TEXTS.get(language, "returns.meanwhile", code), form, language, page);
    } catch (NotAllowed | UnknownDossier | BadUserRequestException refusal) {
      return page(code, refusal.getMessage(), form, language, page);
    }
  }

  @PostMapping("/returns/{code}/invite")
  String invite(
      @PathVariable String code,
      @RequestParam Map<String, String> form,
      Locale language,
      Model page) {
    try {
      returns.invite(code, form.get("way"), form.get("words"), who.now());
      return "redirect:/returns?invited=" + code;
    } catch (NotAllowed refusal) {
      return page(code, refusal.getMessage(), form, language, page);
    }
  }

  private String page(
      String code, String refusal, Map<String, String> typed, Locale language, Model page) {
    CurrentOfficial me = who.now();
    String asked = code.strip().toUpperCase(Locale.ROOT);
    page.addAttribute("texts", TEXTS);
    page.addAttribute("dates", new DossierPage.Moments());
    page.addAttribute("asked", asked);
    page.addAttribute("refusal", refusal);
    page.addAttribute("typed", typed);
    page.addAttribute("collectors", choices(Collector.values()));
    page.addAttribute("fees", choices(FeeState.values()));
    page.addAttribute("ways", choices(InviteWay.values()));
    page.addAttribute("payWays", PAY_WAYS);
    if (!asked.isEmpty()) {
      Uncollected.Waiting waiting = returns.waiting(asked, me);
      if (waiting != null) {
        page.addAttribute("dossier", atCounter(waiting, language));
        page.addAttribute("results", results.of(waiting.dossier()));
      } else if (refusal == null) {
        page.addAttribute("refusal", TEXTS.get(language, "invite.none", asked));
      }
    }
    List<Uncollected.Waiting> all = returns.waiting(me);
    page.addAttribute("lines", all.stream().map(w -> line(w, language)).toList());
    page.addAttribute(
        "ages",
        TEXTS.get(
            language,
            "returns.ages",
            all.stream().filter(w -> w.days() < 7).count(),
            all.stream().filter(w -> w.days() >= 7 && w.days() <= 30).count(),
            all.stream().filter(w -> w.days() > 30).count()));
    return "dossier/returns";
  }

  private Line line(Uncollected.Waiting w, Locale language) {
    Dossier d = w.dossier();
    return new Line(
        d.code(),
        d.procedure().name(),
        d.owner().name(),
        d.applicant().phone(),
        Word.words(d.returnWay()),
        moment(d.finishedAt()),
        TEXTS.get(language, "returns.days.count", w.days()),
        w.days() > 30,
        told(w, language));
  }

  private AtCounter atCounter(Uncollected.Waiting w, Locale language) {
    Dossier d = w.dossier();
    String originals =
        register.papers(d.code()).stream()
            .filter(p -> p.ticked() && p.kind().equals(Word.of(PaperKind.ORIGINAL)))
            .map(p -> p.name() + " (" + p.count() + ")")
            .collect(Collectors.joining("; "));
    String result =
        register.open(d.code()).orElseThrow().acts().stream()
            .filter(a -> a.act().equals("seal") && a.trace() != null)
            .map(DossierAct::trace)
            .reduce((first, second) -> second)
            .orElse("");
    Collector usual =
        switch (d.returnWay()) {
          case COUNTER -> Collector.OWNER;
          case POST -> Collector.POST;
          case ONLINE -> Collector.ONLINE;
        };
    return new AtCounter(
        d.code(),
        d.procedure().name(),
        d.owner().name(),
        d.applicant().name(),
        d.applicant().identityNumber(),
        Word.words(d.returnWay()),
        Word.of(usual),
        moment(d.finishedAt()),
        result,
        originals,
        told(w, language),
        d.feeOwed() == null ? List.of() : fees.lines(d.code()),
        d.feeOwed() == null ? Dong.ZERO : new Dong(d.feeOwed()),
        procedures.ofDefinition(d.procedure().definitionId()).fees(d.procedure().caseId()).text());
  }

  private static String told(Uncollected.Waiting w, Locale language) {
    int count = w.invitations().count();
    if (count == 0) {
      return TEXTS.get(language, "returns.invite.never");
    }
    if (w.enough()) {
      return TEXTS.get(language, "returns.invite.count", count)
          + ". "
          + TEXTS.get(language, "returns.invite.enough");
    }
    return TEXTS.get(language, "returns.invite.count", count)
        + (w.again() == null
            ? ""
            : "; " + TEXTS.get(language, "returns.invite.again", day(w.again())));
  }

  private static List<Sheets.ReasonChoice> choices(Enum<?>[] values) {
    return Stream.of(values).map(v -> new Sheets.ReasonChoice(Word.of(v), Word.words(v))).toList();
  }

  private static String day(Instant moment) {
    return Dates.day(moment.atZone(WorkingCalendar.ZONE));
  }

  private static String moment(Instant moment) {
    return moment == null ? "" : Dates.moment(moment.atZone(WorkingCalendar.ZONE));
  }
}
