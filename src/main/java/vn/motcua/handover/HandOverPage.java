package vn.motcua.handover;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.access.Who;
import vn.motcua.dossier.UnknownDossier;
import vn.motcua.letter.Letters;
import vn.motcua.letter.PaperAnswer;

/**
 * Bàn giao hồ sơ: what waits to be given, what is on the way, what is to be confirmed. What is
 * refused is said at the top, and what was typed stays.
 */
@Controller
class HandOverPage {

  private final HandOvers handOvers;
  private final HandOverLists lists;
  private final Letters letters;
  private final Who who;

  HandOverPage(HandOvers handOvers, HandOverLists lists, Letters letters, Who who) {
    this.handOvers = handOvers;
    this.lists = lists;
    this.letters = letters;
    this.who = who;
  }

  /** A choice of a closed list. */
  record Choice(String value, String words) {}

  @GetMapping("/handover")
  String show(
      @RequestParam(required = false) Long given,
      @RequestParam(required = false) Long taken,
      Locale language,
      Model page) {
    CurrentOfficial me = who.now();
    for (Long id : Stream.of(given, taken).filter(Objects::nonNull).toList()) {
      page.addAttribute("doneId", id);
      page.addAttribute(
          "done",
          Words.TEXTS.get(
              language,
              given == null ? "page.taken" : "page.given",
              handOvers.sheet(id, me).number()));
    }
    return page(null, Map.of(), language, page);
  }

  @PostMapping("/handover")
  String give(@RequestParam MultiValueMap<String, String> form, Locale language, Model page) {
    try {
      Map<String, Integer> papers = new TreeMap<>();
      form.getOrDefault("code", List.of())
          .forEach(code -> papers.put(code, number(code, form.getFirst("papers-" + code))));
      HandOvers.Given given =
          handOvers.give(
              new HandOvers.Giving(
                  form.getFirst("direction"),
                  papers,
                  form.getFirst("carrier"),
                  form.getFirst("postalNumber"),
                  form.getFirst("note")),
              who.now());
      return "redirect:/handover?given=" + given.id();
    } catch (HandOverRefused | UnknownDossier refusal) {
      return page(refusal.getMessage(), form, language, page);
    }
  }

  @PostMapping("/handover/{id}")
  String take(
      @PathVariable long id,
      @RequestParam MultiValueMap<String, String> form,
      Locale language,
      Model page) {
    try {
      Map<String, HandOvers.Taking> found = new LinkedHashMap<>();
      for (String code : form.getOrDefault("code", List.of())) {
        found.put(
            code,
            new HandOvers.Taking(
                form.getFirst("outcome-" + code),
                number(code, form.getFirst("found-" + code)),
                form.getFirst("reason-" + code),
                form.getFirst("words-" + code)));
      }
      handOvers.take(id, found, who.now());
      return "redirect:/handover?taken=" + id;
    } catch (HandOverRefused refusal) {
      return page(refusal.getMessage(), form, language, page);
    }
  }

  @GetMapping("/handover/{id}/sheet.pdf")
  ResponseEntity<byte[]> sheet(@PathVariable long id) {
    Sheet sheet = handOvers.sheet(id, who.now());
    return PaperAnswer.of(
        Words.TEXTS.get("sheet.file", sheet.number().replace('/', '-')),
        letters.sheetPdf(sheet.letterId()));
  }

  private String page(
      String refusal, Map<String, List<String>> typed, Locale language, Model page) {
    page.addAttribute("texts", Words.TEXTS);
    page.addAttribute("refusal", refusal);
    page.addAttribute("typed", new Typed(typed));
    page.addAttribute("lists", lists.of(who.now(), language));
    page.addAttribute("outcomes", choices(language, "outcome.", Outcome.values()));
    page.addAttribute("differences", choices(language, "difference.", Difference.values()));
    return "handover/handover";
  }

  private static List<Choice> choices(Locale language, String list, Enum<?>[] values) {
    return Stream.of(values)
        .map(v -> new Choice(Words.of(v), Words.TEXTS.get(language, list + Words.of(v))))
        .toList();
  }

  private static Integer number(String code, String typed) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    try {
      return Integer.valueOf(typed.strip());
    } catch (NumberFormatException no) {
      throw Words.refused("number", typed, code);
    }
  }

  /** What was typed, as it was typed. */
  record Typed(Map<String, List<String>> form) {
    /** The value of a field, or another one if the form was not sent. */
    public Object of(String field, Object otherwise) {
      return form.containsKey(field) ? form.get(field).get(0) : otherwise;
    }

    /** True if the form was sent with this box ticked. */
    public boolean ticked(String code) {
      return form.getOrDefault("code", List.of()).contains(code);
    }
  }
}
