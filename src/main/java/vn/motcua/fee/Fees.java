package vn.motcua.fee;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.dossier.Application;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.DossierReading;
import vn.motcua.dossier.FeeLine;
import vn.motcua.dossier.WholeDossier;
import vn.motcua.language.Dong;
import vn.motcua.letter.Letter;
import vn.motcua.letter.Letters;
import vn.motcua.letter.MoneyOrder;

/**
 * Money at the counter: charged, remitted, taken, given back. Everything is a row that is added; a
 * receipt, its number, its paper and what it was for come in one transaction. Money is taken once,
 * whoever presses however often. Safe for use by many threads and on several nodes.
 *
 * <p>Everything refuses with {@link vn.motcua.dossier.UnknownDossier} if the official may not know
 * of the dossier, and with {@link FeeRefused} if the official takes no money at its counter.
 */
@Service
public class Fees {

  private static final int MOST_WORDS = 500;
  private static final int MOST_PAPER = 60;
  private static final int MOST_NAME = 255;

  private final FeeLedger ledger;
  private final Receipts receipts;
  private final DossierReading reading;
  private final Letters letters;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Fees(
      FeeLedger ledger,
      Receipts receipts,
      DossierReading reading,
      Letters letters,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.ledger = ledger;
    this.receipts = receipts;
    this.reading = reading;
    this.letters = letters;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /**
   * How it stands with the money of a dossier.
   *
   * @param mine true if this person takes money for it
   */
  record Account(
      Dossier dossier, List<FeeLine> lines, List<FeeReceipt> receipts, Dong owed, boolean mine) {}

  /** Whoever may read the dossier may know what was paid for it. */
  Account account(String code, CurrentOfficial official) {
    WholeDossier whole = reading.whole(code, official);
    Dossier d = whole.dossier();
    return new Account(
        d,
        whole.fees(),
        d.feeOwed() == null ? List.of() : receipts.of(code),
        owed(d),
        Till.post(d.place().reception(), official).isPresent());
  }

  /**
   * A payment.
   *
   * @param way word of the closed list: {@code cash}, {@code transfer}, {@code online}, {@code
   *     post}
   * @param paper number of a printed receipt form or of the transfer; compulsory for the latter
   * @param payer who pays; null for the applicant
   * @param expected what the official asked the payer for, in figures; null if nobody was asked
   */
  public record Payment(String way, String paper, String payer, String expected) {}

  /** The receipt that was made. */
  public record Made(long id, long letterId, String number, Dong amount) {}

  /**
   * Writes down more that is to be paid.
   *
   * @throws FeeRefused also if a line is wrong
   */
  public void charge(String code, List<Application.Fee> fees, CurrentOfficial official) {
    Map<String, String> problems = ledger.problems(fees);
    if (!problems.isEmpty() || fees.isEmpty()) {
      throw problems.isEmpty()
          ? FeeWords.refused("charge.none")
          : new FeeRefused(String.join(" ", problems.values()));
    }
    transaction.executeWithoutResult(
        status -> {
          Dossier d = reading.whole(code, official).dossier();
          ledger.charge(d, fees, post(d, official), official, now());
        });
  }

  /**
   * Remits a line that is not paid yet (miễn, giảm).
   *
   * @param relief word of the closed list of grounds
   * @param amount by how much less; null or blank for all of it
   * @param words what proves the ground; compulsory for some
   * @throws FeeRefused also if there is no such line, it is paid, or ground or amount do not fit
   */
  public void remit(
      String code,
      long line,
      String relief,
      String amount,
      String words,
      CurrentOfficial official) {
    Relief ground = FeeWords.read(Relief.class, relief);
    try {
      String proof = Charge.words(ground, words);
      transaction.executeWithoutResult(
          status -> remit(code, line, ground, Charge.text(amount), proof, official));
    } catch (Charge.Wrong wrong) {
      throw new FeeRefused(wrong.getMessage());
    }
  }

  private void remit(
      String code, long id, Relief ground, String amount, String proof, CurrentOfficial official) {
    WholeDossier whole = reading.whole(code, official);
    Dossier d = whole.dossier();
    String post = post(d, official);
    FeeLine line =
        whole.fees().stream()
            .filter(l -> l.id() == id)
            .findFirst()
            .orElseThrow(() -> FeeWords.refused("remit.unknown", code));
    if (line.receipt() != null) {
      throw FeeWords.refused("remit.paid", line.name(), line.receipt());
    }
    if (line.amount().isZero()) {
      throw FeeWords.refused("remit.nothing", line.name());
    }
    Dong less = amount == null ? line.amount() : Charge.money("reliefAmount", amount);
    Charge.remitted(less, line.amount());
    if (!ledger.remit(d, line, ground, less, proof, post, official, now())) {
      throw FeeWords.refused("meanwhile", code);
    }
  }

  /**
   * Takes all that is owed, against a receipt.
   *
   * @throws FeeRefused also if nothing is owed, it is not what was asked for, or the way is wrong
   */
  public Made pay(String code, Payment payment, CurrentOfficial official) {
    Way way = FeeWords.read(Way.class, payment.way());
    String paper = limited(payment.paper(), MOST_PAPER, "pay.paper.long");
    if (paper == null && way.needsPaper()) {
      throw FeeWords.refused("pay.paper", FeeWords.words(way));
    }
    String payer = limited(payment.payer(), MOST_NAME, "pay.payer.long");
    return transaction.execute(
        status -> pay(code, way, paper, payer, payment.expected(), official));
  }

  private Made pay(
      String code, Way way, String paper, String payer, String expected, CurrentOfficial official) {
    WholeDossier whole = reading.whole(code, official);
    Dossier d = whole.dossier();
    String post = post(d, official);
    Dong owed = owed(d);
    if (owed.isZero()) {
      throw whole.fees().stream()
          .map(FeeLine::receipt)
          .filter(number -> number != null)
          .reduce((first, second) -> second)
          .map(number -> FeeWords.refused("pay.already", code, number))
          .orElseGet(() -> FeeWords.refused("pay.nothing", code));
    }
    if (Charge.text(expected) != null && !Dong.read(expected).equals(owed)) {
      throw FeeWords.refused("pay.changed", code, owed, Dong.read(expected));
    }
    if (!ledger.settle(code, owed)) {
      throw FeeWords.refused("meanwhile", code);
    }
    List<FeeLine> lines =
        whole.fees().stream()
            .filter(line -> line.receipt() == null && !line.amount().isZero())
            .toList();
    String from = payer == null ? d.applicant().name() : payer;
    Letter letter =
        letters.money(
            new MoneyOrder(
                "fee-receipt",
                "fee-receipt/" + UUID.randomUUID(),
                code,
                from,
                lines,
                owed,
                FeeWords.words(way),
                paper,
                null,
                null,
                false),
            official);
    long id =
        receipts.add(
            row(d, Move.PAYMENT, letter, owed, way, paper, from, null, null, post, official),
            lines);
    return new Made(id, letter.id(), letter.number(), owed);
  }

  /**
   * Undoes a receipt: as wrong, so that what it was for is to be paid again, on its own day and
   * before the result is given; or with the money given back.
   *
   * @param move word: {@code cancellation} or {@code refund}
   * @param reason why, in words
   * @param way how money is given back; for a refund only
   * @throws FeeRefused also if there is no such receipt, it is undone already, it is too late, or
   *     the reason is missing
   */
  public Made undo(
      String code, long receipt, String move, String reason, String way, CurrentOfficial official) {
    Move how = FeeWords.read(Move.class, move);
    String why = limited(reason, MOST_WORDS, "undo.reason.long");
    if (how == Move.PAYMENT) {
      throw FeeWords.refused("move.unknown", move);
    }
    if (why == null) {
      throw FeeWords.refused("undo.reason");
    }
    try {
      return transaction.execute(status -> undo(code, receipt, how, why, way, official));
    } catch (DuplicateKeyException undoneMeanwhile) {
      throw FeeWords.refused("meanwhile", code);
    }
  }

  private Made undo(
      String code, long id, Move how, String why, String way, CurrentOfficial official) {
    String post = post(reading.whole(code, official).dossier(), official);
    payment(id, code);
    // Whoever gives the result out at this moment goes first or waits: what is read next stays so.
    ledger.lock(code);
    WholeDossier whole = reading.whole(code, official);
    Dossier d = whole.dossier();
    FeeReceipt wrong = payment(id, code);
    if (wrong.undone() != null) {
      throw FeeWords.refused("undo.already", wrong.number(), FeeWords.words(wrong.undone()));
    }
    boolean back = how == Move.REFUND;
    if (!back && (d.returnedAt() != null || !day(wrong.at()).equals(day(now())))) {
      throw FeeWords.refused("undo.late", wrong.number());
    }
    Way by = back ? FeeWords.read(Way.class, way) : wrong.way();
    Letter letter =
        letters.money(
            new MoneyOrder(
                "fee-refund",
                "fee-refund/" + wrong.id(),
                code,
                wrong.payer(),
                whole.fees().stream().filter(l -> wrong.number().equals(l.receipt())).toList(),
                wrong.amount(),
                FeeWords.words(by),
                null,
                why,
                wrong.number(),
                back),
            official);
    Dong less = Dong.ZERO.minus(wrong.amount());
    long made =
        receipts.add(
            row(d, how, letter, less, by, null, wrong.payer(), id, why, post, official), List.of());
    if (!back) {
      ledger.reopen(code, wrong.amount());
    }
    return new Made(made, letter.id(), letter.number(), less);
  }

  private FeeReceipt payment(long id, String code) {
    return receipts
        .find(id, code)
        .filter(r -> r.move() == Move.PAYMENT)
        .orElseThrow(() -> FeeWords.refused("undo.unknown", code));
  }

  private FeeReceipt row(
      Dossier d,
      Move move,
      Letter letter,
      Dong amount,
      Way way,
      String paper,
      String payer,
      Long undoes,
      String reason,
      String post,
      CurrentOfficial official) {
    return new FeeReceipt(
        0,
        d.code(),
        d.place().reception(),
        move,
        letter.id(),
        letter.number(),
        amount,
        way,
        paper,
        payer,
        undoes,
        reason,
        official.userId(),
        post,
        FeeLedger.absent(official, post),
        now(),
        null);
  }

  private static Dong owed(Dossier d) {
    return d.feeOwed() == null ? Dong.ZERO : new Dong(d.feeOwed());
  }

  private static String post(Dossier d, CurrentOfficial official) {
    return Till.post(d.place().reception(), official)
        .orElseThrow(() -> FeeWords.refused("not-yours", d.code(), d.receptionName()));
  }

  private static String limited(String typed, int most, String key) {
    String text = Charge.text(typed);
    if (text != null && text.length() > most) {
      throw FeeWords.refused(key, most);
    }
    return text;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, WorkingCalendar.ZONE);
  }
}
