package vn.motcua.dossier;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.access.Who;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.language.Dates;
import vn.motcua.language.Texts;

/**
 * One dossier by its code, for whoever may read it: where it stands, why it is due then, and what
 * an official may do with it outside its route. What is refused is said at the top, and what was
 * typed stays.
 */
@Controller
class DossierPage {

  private static final Texts TEXTS = Texts.of("dossier");

  /** Closed lists of what a deed needs beside words: its ground, and its kind. */
  private static final Map<String, List<Sheets.ReasonChoice>> GROUNDS =
      Map.of(
          "suspend",
          choices(SuspensionGround.values()),
          "recall",
          choices(RecallReason.values()),
          Corrections.DECIDE,
          choices(CorrectionReason.values()));

  private static final Map<String, List<Sheets.ReasonChoice>> KINDS =
      Map.of(
          Corrections.DECIDE, choices(CorrectionKind.values()),
          Corrections.ISSUE, choices(DocumentKind.values()));

  private final Sheets sheets;
  private final Dossiers dossiers;
  private final Recalls recalls;
  private final Corrections corrections;
  private final Who who;

  DossierPage(Sheets sheets, Dossiers dossiers, Recalls recalls, Corrections corrections, Who who) {
    this.sheets = sheets;
    this.dossiers = dossiers;
    this.recalls = recalls;
    this.corrections = corrections;
    this.who = who;
  }

  /** What was typed into a form, as it was typed. */
  record Typed(String deed, String reason, String ground, String kind, String newDue) {
    static final Typed NOTHING = new Typed("", "", "", "", "");
  }

  @GetMapping("/dossier")
  String show(
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String back,
      Locale language,
      Model page) {
    page.addAttribute("back", back);
    return code.isBlank() ? "redirect:/dossiers" : page(code, null, Typed.NOTHING, language, page);
  }

  @PostMapping("/dossier/{code}/{deed}")
  String act(
      @PathVariable String code,
      @PathVariable String deed,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String ground,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String newDue,
      @RequestParam(defaultValue = "") String back,
      Locale language,
      Model page) {
    page.addAttribute("back", back);
    try {
      act(code, new Typed(deed, reason, ground, kind, newDue), who.now());
      return "redirect:/dossier?code=" + code + kept(back);
    } catch (NotAllowed refusal) {
      return page(
          code,
          refusal.getMessage(),
          new Typed(deed, reason, ground, kind, newDue),
          language,
          page);
    }
  }

  /**
   * The way back to the list from which the person came. It is the question of that list and never
   * an address: the page puts it behind its own {@code /dossiers?}, so it leads nowhere else.
   */
  private static String kept(String back) {
    return back.isEmpty() ? "" : "&back=" + UriUtils.encode(back, StandardCharsets.UTF_8);
  }

  private void act(String code, Typed typed, CurrentOfficial me) {
    String reason = typed.reason();
    String ground = typed.ground();
    switch (typed.deed()) {
      case "apologise" -> dossiers.apologise(code, reason, day(typed.newDue()), me);
      case "suspend" -> dossiers.suspend(code, ground.isEmpty() ? null : ground, reason, me);
      case "proceed" -> dossiers.proceed(code, reason, me);
      case "withdraw" -> dossiers.withdraw(code, reason, me);
      case "recall" -> recalls.recall(code, ground, reason, me);
      case Corrections.DECIDE -> corrections.decide(code, typed.kind(), ground, reason, me);
      case Corrections.ISSUE -> corrections.issue(code, typed.kind(), reason, me);
      case Corrections.DELIVER -> corrections.deliver(code, reason, me);
      default -> throw new NotAllowed(TEXTS.get("page.no-deed", typed.deed()));
    }
  }

  private static LocalDate day(String typed) {
    try {
      return Dates.parse(typed.strip());
    } catch (DateTimeParseException wrong) {
      throw new NotAllowed(TEXTS.get("page.day", typed));
    }
  }

  private String page(String code, String refusal, Typed typed, Locale language, Model page) {
    String asked = code.strip().toUpperCase(Locale.ROOT);
    page.addAttribute("texts", TEXTS);
    page.addAttribute("asked", asked);
    page.addAttribute("refusal", refusal);
    page.addAttribute("typed", typed);
    page.addAttribute("dates", new Moments());
    if (!asked.isEmpty()) {
      try {
        CurrentOfficial me = who.now();
        page.addAttribute("dossier", sheets.dossier(asked, me));
        page.addAttribute("clock", sheets.clock(asked, me, language));
        page.addAttribute("deeds", deeds(asked, me));
        page.addAttribute("grounds", GROUNDS);
        page.addAttribute("kinds", KINDS);
      } catch (UnknownDossier unknown) {
        page.addAttribute("refusal", unknown.getMessage());
      }
    }
    return "dossier/dossier";
  }

  private List<String> deeds(String code, CurrentOfficial me) {
    List<String> deeds = new ArrayList<>(dossiers.offered(code, me));
    if (recalls.offered(code, me)) {
      deeds.add("recall");
    }
    deeds.addAll(corrections.offered(code, me));
    return deeds;
  }

  private static List<Sheets.ReasonChoice> choices(Enum<?>[] values) {
    return Stream.of(values).map(v -> new Sheets.ReasonChoice(Word.of(v), Word.words(v))).toList();
  }

  /** Moments as people write them. */
  static final class Moments {
    public String of(Instant moment) {
      return moment == null ? "" : Dates.moment(moment.atZone(WorkingCalendar.ZONE));
    }
  }
}
