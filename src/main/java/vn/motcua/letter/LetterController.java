package vn.motcua.letter;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.access.Names;
import vn.motcua.access.Who;
import vn.motcua.language.Texts;

/** What our own pages ask of letters: lists as JSON, papers as PDF. */
@RestController
@RequestMapping("/api")
class LetterController {

  private static final Texts TEXTS = Texts.of("letter");

  private final Letters letters;
  private final Names names;
  private final Who who;

  LetterController(Letters letters, Names names, Who who) {
    this.letters = letters;
    this.names = names;
    this.who = who;
  }

  record Issued(
      long id,
      String form,
      String name,
      String number,
      String issuedBy,
      String issuedByName,
      Instant issuedAt) {}

  /** Letters that there are, and forms that may become one. */
  record OfDossier(List<Issued> issued, List<Letters.Offer> offered) {}

  record ToPrint(List<String> codes, String form) {}

  @GetMapping("/dossiers/{code}/letters")
  OfDossier letters(@PathVariable String code) {
    CurrentOfficial official = who.now();
    List<Letter> issued = letters.issued(code, official);
    Map<String, String> people = names.of(issued.stream().map(Letter::issuedBy).toList());
    return new OfDossier(
        issued.stream().map(letter -> issued(letter, people)).toList(),
        letters.offered(code, official));
  }

  @GetMapping("/dossiers/{code}/letters/{form}/preview.pdf")
  ResponseEntity<byte[]> preview(@PathVariable String code, @PathVariable String form) {
    byte[] draft = letters.preview(code, form, who.now());
    return PaperAnswer.of(TEXTS.get("file.draft", form, code), draft);
  }

  @PostMapping("/dossiers/{code}/letters/{form}")
  ResponseEntity<Issued> issue(@PathVariable String code, @PathVariable String form) {
    CurrentOfficial official = who.now();
    Letter letter = letters.issue(code, form, official);
    return ResponseEntity.created(URI.create("/api/letters/" + letter.id() + ".pdf"))
        .body(issued(letter, names.of(List.of(letter.issuedBy()))));
  }

  /** One sheet about several dossiers. */
  @PostMapping("/letters")
  ResponseEntity<Issued> issueSheet(@RequestBody ToPrint asked) {
    CurrentOfficial official = who.now();
    Letter letter = letters.issue(asked.codes(), asked.form(), official);
    return ResponseEntity.created(URI.create("/api/letters/" + letter.id() + ".pdf"))
        .body(issued(letter, names.of(List.of(letter.issuedBy()))));
  }

  @GetMapping("/letters/{id}.pdf")
  ResponseEntity<byte[]> letter(@PathVariable long id) {
    CurrentOfficial official = who.now();
    Letter letter = letters.find(id, official);
    return PaperAnswer.of(TEXTS.get("file.letter", letter.name(), id), letters.pdf(id, official));
  }

  @PostMapping("/letters/print")
  ResponseEntity<byte[]> print(@RequestBody ToPrint asked) {
    byte[] all = letters.print(asked.codes(), asked.form(), who.now());
    return PaperAnswer.of(TEXTS.get("file.bundle", asked.form()), all);
  }

  @GetMapping("/register.pdf")
  ResponseEntity<byte[]> register(
      @RequestParam String unit,
      @RequestParam @DateTimeFormat(pattern = "dd/MM/yyyy") LocalDate from,
      @RequestParam @DateTimeFormat(pattern = "dd/MM/yyyy") LocalDate to) {
    byte[] book = letters.register(unit, from, to, who.now());
    return PaperAnswer.of(TEXTS.get("file.register", unit, from, to), book);
  }

  private static Issued issued(Letter letter, Map<String, String> people) {
    return new Issued(
        letter.id(),
        letter.form(),
        letter.name(),
        letter.number(),
        letter.issuedBy(),
        people.getOrDefault(letter.issuedBy(), letter.issuedBy()),
        letter.issuedAt());
  }
}
