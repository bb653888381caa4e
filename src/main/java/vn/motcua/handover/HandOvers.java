package vn.motcua.handover;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.dossier.ActsBeside;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.handover.HandOverRows.Answer;
import vn.motcua.handover.HandOverRows.PaperPlace;
import vn.motcua.letter.Letter;
import vn.motcua.letter.Letters;
import vn.motcua.letter.SheetOrder;

/**
 * Papers and results handed over between the one-stop unit and the agency, one sheet for many
 * dossiers: given by one person, taken by another, each with post and time (NĐ 61/2018/NĐ-CP Điều
 * 18, 20). It is an act beside the route: neither state nor clock of a dossier moves. The number of
 * the sheet, its paper and all rows come in one transaction. Safe for use by many threads and on
 * several nodes; the same dossier is never on two sheets at once.
 */
@Service
public class HandOvers {

  private static final int MOST_PAPERS = 9999;

  private final HandOverRows rows;
  private final Hands hands;
  private final Dossiers dossiers;
  private final ActsBeside acts;
  private final Letters letters;
  private final TransactionTemplate transaction;
  private final Clock clock;

  HandOvers(
      HandOverRows rows,
      Hands hands,
      Dossiers dossiers,
      ActsBeside acts,
      Letters letters,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.rows = rows;
    this.hands = hands;
    this.dossiers = dossiers;
    this.acts = acts;
    this.letters = letters;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /**
   * How dossiers are given.
   *
   * @param direction {@code to-agency} or {@code to-reception}
   * @param papers papers counted by hand, by code of the dossier
   * @param carrier {@code hand} or {@code post}
   * @param postalNumber number of the postal item; compulsory by post
   * @param note words of the giver, or null
   */
  public record Giving(
      String direction,
      Map<String, Integer> papers,
      String carrier,
      String postalNumber,
      String note) {}

  /**
   * What the taker found of one dossier.
   *
   * @param outcome {@code received}, {@code short} or {@code refused}
   * @param papers papers counted; only asked for if short
   * @param reason word of the closed list, and words of one's own: both compulsory for a difference
   */
  public record Taking(String outcome, Integer papers, String reason, String words) {}

  /** The sheet that was given: its id and number. */
  public record Given(long id, String number) {}

  /**
   * Gives dossiers to the other side, on one sheet.
   *
   * @throws HandOverRefused if there is none or there are too many, they do not go the same way,
   *     one of them cannot be given now, or the official may not give them; with the reason for
   *     each
   */
  public Given give(Giving giving, CurrentOfficial official) {
    Direction direction = Words.read(Direction.class, giving.direction());
    Carrier carrier = Words.read(Carrier.class, giving.carrier());
    SortedMap<String, Integer> papers = new TreeMap<>(giving.papers());
    if (papers.isEmpty() || papers.size() > Letters.MOST) {
      throw Words.refused("give.size", papers.size(), Letters.MOST);
    }
    String postal = text(giving.postalNumber());
    if (carrier == Carrier.POST && postal == null) {
      throw Words.refused("give.postal-number");
    }
    papers.forEach(HandOvers::counted);
    return transaction.execute(
        status -> give(direction, carrier, postal, papers, text(giving.note()), official));
  }

  private static void counted(String code, Integer count) {
    if (count == null || count < 0 || count > MOST_PAPERS) {
      throw Words.refused("give.papers", code, MOST_PAPERS);
    }
  }

  private Given give(
      Direction direction,
      Carrier carrier,
      String postal,
      SortedMap<String, Integer> papers,
      String note,
      CurrentOfficial official) {
    List<Dossier> all = papers.keySet().stream().map(this::dossier).toList();
    Map<String, PaperPlace> places = rows.places(papers.keySet());
    Dossier first = all.get(0);
    List<String> problems = new ArrayList<>();
    for (Dossier d : all) {
      String why = whyNot(direction, d, places.get(d.code()), official);
      if (why == null && !sameWay(first, d)) {
        why = Words.TEXTS.get("give.other-way", d.code(), first.code());
      }
      if (why != null) {
        problems.add(why);
      }
    }
    if (!problems.isEmpty()) {
      throw new HandOverRefused(String.join("\n", problems));
    }
    String post = hands.givingPost(direction, first.place(), today(), official).orElseThrow();
    Instant now = now();
    Letter letter =
        letters.sheet(
            new SheetOrder(
                direction.form(),
                direction.form() + "/" + UUID.randomUUID(),
                direction == Direction.TO_AGENCY,
                papers,
                carrierWords(carrier, postal),
                note),
            official);
    Sheet sheet =
        sheet(direction, carrier, postal, letter, papers, note, first, official, post, now);
    long id = rows.add(sheet, papers);
    for (Dossier d : all) {
      if (!rows.sendOff(d.code(), direction, id, places.get(d.code()))) {
        throw Words.refused("give.meanwhile", d.code());
      }
      acts.transfer(
          d,
          act(direction, letter.number(), "given", now, null, null, note, papers.get(d.code())),
          official,
          post);
    }
    return new Given(id, letter.number());
  }

  private Sheet sheet(
      Direction direction,
      Carrier carrier,
      String postal,
      Letter letter,
      SortedMap<String, Integer> papers,
      String note,
      Dossier first,
      CurrentOfficial official,
      String post,
      Instant now) {
    boolean there = direction == Direction.TO_AGENCY;
    return new Sheet(
        0,
        direction,
        there ? first.place().reception() : first.place().lead(),
        there ? first.receptionName() : first.leadName(),
        hands.takingUnit(direction, first.place(), today()),
        there ? first.leadName() : first.receptionName(),
        carrier,
        postal,
        letter.id(),
        letter.number(),
        papers.values().stream().mapToInt(Integer::intValue).sum(),
        note,
        official.userId(),
        post,
        now,
        first.place(),
        List.of());
  }

  private static String carrierWords(Carrier carrier, String postal) {
    return Words.TEXTS.get("carrier.paper." + Words.of(carrier), postal == null ? "" : postal);
  }

  private static boolean sameWay(Dossier a, Dossier b) {
    return a.place().reception().equals(b.place().reception())
        && a.place().lead().equals(b.place().lead());
  }

  /** Why a dossier cannot be given now, in words; null if it can. */
  private String whyNot(
      Direction direction, Dossier d, PaperPlace place, CurrentOfficial official) {
    if (hands.givingPost(direction, d.place(), today(), official).isEmpty()) {
      return Words.TEXTS.get("give.not-yours." + Words.of(direction), d.code());
    }
    if (place != null && place.sheet() != null) {
      return Words.TEXTS.get("give.on-the-way", d.code(), place.sheet());
    }
    boolean more = direction == Direction.TO_AGENCY && place != null && place.moreCame();
    if (place != null && !more && !place.holder().equals(direction.from())) {
      return Words.TEXTS.get("give.not-here", d.code());
    }
    if (d.state().ended()) {
      return Words.TEXTS.get("give.ended", d.code(), d.state().words());
    }
    boolean ready =
        direction == Direction.TO_RECEPTION
            ? d.finishedAt() != null
            : d.finishedAt() == null && d.state().nationalCode() >= 4;
    return ready
        ? null
        : Words.TEXTS.get("give.state." + Words.of(direction), d.code(), d.state().words());
  }

  /**
   * Takes what a sheet brings, dossier by dossier; a difference is told to who gave it. What is
   * refused stays with the giver.
   *
   * @param found by code of the dossier; those left out stay on the way
   * @throws HandOverRefused if there is no such sheet for this person, nothing is answered, a
   *     difference has no reason or words, or somebody else has answered meanwhile
   */
  public void take(long id, Map<String, Taking> found, CurrentOfficial official) {
    transaction.executeWithoutResult(status -> take(sheet(id, official), found, official));
  }

  private void take(Sheet sheet, Map<String, Taking> found, CurrentOfficial official) {
    String post =
        hands
            .takingPost(sheet.direction(), sheet.place(), today(), official)
            .orElseThrow(() -> Words.refused("take.not-yours", sheet.number(), sheet.takerName()));
    if (official.userId().equals(sheet.givenBy())) {
      throw Words.refused("take.same-person", sheet.number());
    }
    Map<String, Sheet.Row> listed = new LinkedHashMap<>();
    sheet.rows().forEach(row -> listed.put(row.code(), row));
    if (found.isEmpty()) {
      throw Words.refused("take.nothing", sheet.number());
    }
    Instant now = now();
    new TreeMap<>(found)
        .forEach(
            (code, taking) -> {
              Sheet.Row row = listed.get(code);
              if (row == null) {
                throw Words.refused("take.not-listed", code, sheet.number());
              }
              take(sheet, row, answer(row, taking), official, post, now);
            });
  }

  private void take(
      Sheet sheet,
      Sheet.Row row,
      Answer answer,
      CurrentOfficial official,
      String post,
      Instant now) {
    Direction direction = sheet.direction();
    String holder = answer.outcome() == Outcome.REFUSED ? null : direction.to();
    if (!rows.arrived(row.code(), holder, sheet.id())) {
      throw Words.refused("take.meanwhile", row.code(), sheet.number());
    }
    rows.answer(sheet.id(), answer, official.userId(), post, now);
    Dossier d = dossier(row.code());
    acts.transfer(
        d,
        act(
            direction,
            sheet.number(),
            Words.of(answer.outcome()),
            sheet.givenAt(),
            answer.reason(),
            answer.reasonWords(),
            answer.words(),
            answer.found()),
        official,
        post);
    if (answer.outcome() != Outcome.RECEIVED) {
      acts.tellOfDifference(d, sheet.givenPost());
    }
  }

  private static Answer answer(Sheet.Row row, Taking taking) {
    Outcome outcome = Words.read(Outcome.class, taking.outcome());
    if (outcome == Outcome.RECEIVED) {
      return new Answer(row.code(), outcome, row.papers(), null, null, text(taking.words()));
    }
    String words = text(taking.words());
    if (words == null || text(taking.reason()) == null) {
      throw Words.refused("take.reason", row.code());
    }
    int papers = outcome == Outcome.REFUSED ? 0 : taking.papers() == null ? -1 : taking.papers();
    if (papers < 0 || outcome == Outcome.SHORT && papers >= row.papers()) {
      throw Words.refused("take.papers", row.code(), row.papers());
    }
    Difference reason = Words.read(Difference.class, taking.reason());
    return new Answer(
        row.code(),
        outcome,
        papers,
        reason,
        Words.TEXTS.get("difference." + Words.of(reason)),
        words);
  }

  /** A sheet for who gave it or may take it. */
  Sheet sheet(long id, CurrentOfficial official) {
    return rows.find(id)
        .filter(
            s ->
                hands.takingPost(s.direction(), s.place(), today(), official).isPresent()
                    || hands.givingPost(s.direction(), s.place(), today(), official).isPresent())
        .orElseThrow(() -> Words.refused("sheet.unknown", String.valueOf(id)));
  }

  private static ActsBeside.Beside act(
      Direction direction,
      String number,
      String outcome,
      Instant since,
      Difference reason,
      String reasonWords,
      String note,
      Integer papers) {
    return new ActsBeside.Beside(
        direction.form(),
        Words.TEXTS.get("act." + Words.of(direction)),
        outcome,
        since,
        reason == null ? null : Words.of(reason),
        reasonWords,
        note,
        Words.TEXTS.get("act.trace", number, String.valueOf(papers)));
  }

  private Dossier dossier(String code) {
    return dossiers.find(code).orElseThrow(() -> Words.refused("dossier.unknown", code));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private static String text(String words) {
    return words == null || words.isBlank() ? null : words.strip();
  }
}
