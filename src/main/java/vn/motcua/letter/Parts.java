package vn.motcua.letter;

import java.util.List;
import vn.motcua.language.CodeWord;

/**
 * What a template can print, under the names that docs/tasks/sua-mau-giay-to.md lists. Everything
 * is text for people; null where nothing is known, so that the template can leave a line open.
 */
final class Parts {

  private Parts() {}

  /** The words if there are any, else null. */
  static String known(String words) {
    return words == null || words.isBlank() ? null : words.strip();
  }

  /** {@code AT_HOME} as {@code at-home}: a template chooses the words. */
  static String word(Enum<?> value) {
    return CodeWord.of(value);
  }

  /** {@code form}. */
  record FormPart(String name, String label, String basis) {}

  /**
   * {@code letter}.
   *
   * @param number null in a preview, and where the form has none
   * @param issuer full name of who issues it
   */
  record LetterPart(String number, When day, String issuer) {}

  /**
   * {@code head}: the unit that issues.
   *
   * @param superior unit above it, as a head names it; null if it names none
   * @param place where it sits, before the date
   */
  record HeadPart(String superior, String unit, String place, String phone, String lookUp) {}

  /**
   * {@code dossier}.
   *
   * @param channel word of {@link vn.motcua.dossier.Channel}, such as {@code at-home}
   * @param returnWay word of {@link vn.motcua.dossier.ReturnWay}
   * @param limit promised limit, null if the law states none
   * @param statutoryLimit limit by the law
   * @param shortened true if the province promises less than the law allows
   * @param due what is promised
   * @param firstDue what the first slip promised
   */
  record DossierPart(
      String code,
      String procedure,
      String procedureCode,
      String caseName,
      String content,
      String channel,
      boolean assisted,
      String returnWay,
      String state,
      String reception,
      String lead,
      String receivedBy,
      When received,
      String limit,
      String statutoryLimit,
      boolean shortened,
      When due,
      When firstDue,
      When finished,
      When returned) {}

  /** {@code applicant}, {@code owner}. */
  record PartyPart(
      String name,
      boolean organisation,
      String identityKind,
      String identity,
      String phone,
      String email,
      String address) {}

  /** One of {@code papers}: handed in, counted by kind. */
  record PaperPart(String no, String name, String originals, String certified, String copies) {}

  /**
   * One of {@code phases}: what the limit does not count.
   *
   * @param usual true if the time is what it takes as a rule, not what the route says
   */
  record PhasePart(String words, String time, boolean usual) {}

  /**
   * {@code ground}: the decision that a letter tells of.
   *
   * @param reason coded reason in words
   * @param notes words of the official, a line each
   * @param facts what the act left behind, such as time and place of a visit, a line each
   * @param person full name of who signed, or of who decided
   * @param before date promised so far
   * @param after date that an apology promises; only its day is known before it is sent
   */
  record GroundPart(
      String reason,
      List<String> notes,
      List<String> facts,
      String person,
      When at,
      When before,
      When after) {}

  /**
   * One of {@code steps}: an act on the way of a dossier.
   *
   * @param timing {@code before}, {@code on} or {@code overdue}; null if it had no time of its own
   */
  record StepPart(
      String no,
      String unit,
      String step,
      String person,
      When from,
      When to,
      String timing,
      String outcome) {}

  /**
   * {@code result}.
   *
   * @param paper number and date of the document, as the seal clerk wrote them
   * @param sealedBy full name
   * @param collected who collected it, as the counter wrote it
   * @param returnedBy full name
   */
  record ResultPart(String paper, String sealedBy, String collected, String returnedBy) {}

  /**
   * One of {@code results} of a linked dossier.
   *
   * @param limit time of its agency
   * @param due its own promised moment
   * @param paper number and date; null before
   * @param given true if it is handed out with this receipt
   */
  record LinkedPart(
      String no, String name, String agency, String limit, When due, String paper, boolean given) {}

  /**
   * One line of what is paid for; {@code remitted} and {@code relief} only if less is paid, {@code
   * kind} only if the name does not say it.
   */
  record FeePart(
      String no,
      String kind,
      String name,
      String price,
      String count,
      String remitted,
      String relief,
      String amount) {}

  /**
   * {@code fees}; null if the dossier costs nothing.
   *
   * @param total of all lines, {@code 8.000 đồng}
   * @param words the same in words
   * @param paid what was paid of it, null if nothing
   * @param owed what is still to be paid, null if nothing
   * @param receipts numbers of the receipts, null without one
   */
  record FeesPart(
      List<FeePart> lines, String total, String words, String paid, String owed, String receipts) {}

  /**
   * {@code money}: taken or given back.
   *
   * @param way how, in words
   * @param paper number of the receipt form or of the transfer, null without one
   * @param reason why it is given back or was wrong; null for a receipt
   * @param undone number of the receipt that it is about; null for a receipt
   * @param returned true if money is given back, false if the receipt was only wrong
   */
  record MoneyPart(
      List<FeePart> lines,
      String total,
      String words,
      String payer,
      String way,
      String paper,
      String reason,
      String undone,
      boolean returned) {}

  /** One of {@code rows} of a hand-over sheet or of the register book. */
  record RowPart(
      String no,
      String code,
      String procedure,
      String owner,
      String address,
      String phone,
      String lead,
      String papers,
      When received,
      When due,
      When forwarded,
      When finished,
      When returned,
      String returnWay,
      String result,
      String collected,
      String state) {}
}
