package vn.motcua.fee;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.motcua.access.Who;
import vn.motcua.dossier.UnknownDossier;
import vn.motcua.language.NotMoney;

/** What the page of the counter asks about money, as JSON; amounts as {@code 8.000 đồng}. */
@RestController
@RequestMapping("/api/dossiers/{code}/fees")
class FeeController {

  private final Fees fees;
  private final Who who;

  FeeController(Fees fees, Who who) {
    this.fees = fees;
    this.who = who;
  }

  /** One receipt: its number, and the letter that is its paper. */
  record Receipt(long id, long letterId, String number, String amount, boolean stands) {}

  /**
   * @param owed in figures, {@code 8.000}; {@code owedText} for people, {@code owedWords} in words
   */
  record Standing(String owed, String owedText, String owedWords, List<Receipt> receipts) {}

  record Problem(String message, Map<String, List<String>> problems) {}

  @GetMapping
  Standing standing(@PathVariable String code) {
    Fees.Account account = fees.account(code, who.now());
    return new Standing(
        account.owed().figures(),
        account.owed().toString(),
        account.owed().inWords(),
        account.receipts().stream()
            .map(
                r ->
                    new Receipt(
                        r.id(),
                        r.letterId(),
                        r.number(),
                        r.amount().toString(),
                        r.move() == Move.PAYMENT && r.undone() == null))
            .toList());
  }

  @PostMapping("/receipts")
  ResponseEntity<Receipt> pay(@PathVariable String code, @RequestBody Fees.Payment payment) {
    Fees.Made made = fees.pay(code, payment, who.now());
    return ResponseEntity.created(URI.create("/api/letters/" + made.letterId() + ".pdf"))
        .body(
            new Receipt(made.id(), made.letterId(), made.number(), made.amount().toString(), true));
  }

  @ExceptionHandler({FeeRefused.class, NotMoney.class})
  @ResponseStatus(HttpStatus.CONFLICT)
  Problem refused(RuntimeException refused) {
    return new Problem(refused.getMessage(), Map.of());
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.NOT_FOUND)
  Problem unknown(UnknownDossier refused) {
    return new Problem(refused.getMessage(), Map.of());
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.UNPROCESSABLE_ENTITY)
  Problem unreadable(HttpMessageNotReadableException refused) {
    return new Problem(FeeWords.TEXTS.get("unreadable"), Map.of());
  }
}
