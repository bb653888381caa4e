package vn.motcua.letter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.agency.Organisation;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.deadline.Clocks;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.DossierReading;
import vn.motcua.dossier.RegisterRow;
import vn.motcua.dossier.UnknownDossier;
import vn.motcua.language.Texts;

/**
 * Letters of dossiers: looked at as drafts, issued once for each occasion, printed again as they
 * were. Who reads a letter must be able to read its dossiers. Safe for use by many threads and on
 * several nodes.
 *
 * <p>Everything refuses with {@link UnknownForm} if the form set of the day has no such form, with
 * {@link UnknownDossier} if the official may not know of the dossier, with {@link LetterRefused} if
 * the form does not fit its state, and with {@link FaultyTemplate} if a template has a mistake.
 */
@Service
public class Letters {

  /** Most dossiers in one bundle. */
  public static final int MOST = 500;

  /** More rows than this are no paper any more. */
  private static final int MOST_ROWS = 2000;

  private static final Texts TEXTS = Texts.of("letter");

  private final Forms forms;
  private final Drafting drafting;
  private final Issuing issuing;
  private final PlainParts plain;
  private final Typesetter typesetter;
  private final LetterStore store;
  private final DossierReading reading;
  private final Clocks clocks;
  private final Organisation organisation;
  private final Clock clock;

  Letters(
      Forms forms,
      Drafting drafting,
      Issuing issuing,
      PlainParts plain,
      Typesetter typesetter,
      LetterStore store,
      DossierReading reading,
      Clocks clocks,
      Organisation organisation,
      Clock clock) {
    this.forms = forms;
    this.drafting = drafting;
    this.issuing = issuing;
    this.plain = plain;
    this.typesetter = typesetter;
    this.store = store;
    this.reading = reading;
    this.clocks = clocks;
    this.organisation = organisation;
    this.clock = clock;
  }

  /**
   * A form that fits a dossier now.
   *
   * @param mayIssue true if this official may issue it now
   * @param why why not; null if so
   */
  public record Offer(String form, String name, String label, boolean mayIssue, String why) {}

  /** Letters of a dossier that were issued, oldest first. */
  public List<Letter> issued(String code, CurrentOfficial official) {
    open(code, official);
    return store.ofDossier(code);
  }

  /** Forms that fit a dossier now and were not issued on the same occasion. */
  public List<Offer> offered(String code, CurrentOfficial official) {
    OpenDossier file = open(code, official);
    Set<String> issued = store.occasions(code);
    List<Offer> offers = new ArrayList<>();
    for (Form form : forms.forms(today())) {
      if (form.kind().sheet() || form.kind().ofMoney()) {
        // Made by the hand-over itself, which counts the papers and asks for both signatures; by
        // the counter for several dossiers at once; or with the money.
        continue;
      }
      try {
        Ground ground = Grounds.of(form, file);
        if (issued.contains(Issuing.occasion(form, List.of(ground)))) {
          continue;
        }
        String why = issuing.whyNot(form, ground, file, official);
        offers.add(new Offer(form.kind().word(), form.name(), form.label(), why == null, why));
      } catch (LetterRefused doesNotFit) {
        // Not offered.
      }
    }
    return offers;
  }

  /** The letter as it would be issued now, marked as a draft, without a number. */
  public byte[] preview(String code, String form, CurrentOfficial official) {
    Form wanted = forms.form(form, today());
    OpenDossier file = open(code, official);
    Ground ground = Grounds.of(wanted, file);
    Drafting.Frame frame = new Drafting.Frame(wanted, null, clock.instant(), official);
    return typesetter.draft(wanted, issuing.content(frame, ground, List.of(file)));
  }

  /**
   * Issues a letter, or finds the one that was issued on the same occasion: asked twice, it is done
   * once.
   *
   * @throws LetterRefused also if the official may not issue it
   */
  public Letter issue(String code, String form, CurrentOfficial official) {
    Form wanted = forms.form(form, today());
    return issuing.issue(wanted, List.of(open(code, official)), official);
  }

  /**
   * Issues one sheet about all these dossiers, or finds the one that was issued.
   *
   * @throws LetterRefused also if the form is no sheet, or they do not belong on one
   */
  public Letter issue(List<String> codes, String form, CurrentOfficial official) {
    Form wanted = forms.form(form, today());
    List<String> asked = codes == null ? List.of() : codes.stream().distinct().toList();
    if (asked.isEmpty() || asked.size() > MOST || !wanted.kind().sheet()) {
      throw new LetterRefused(TEXTS.get("bundle.size", asked.size(), MOST));
    }
    return issuing.issue(wanted, allOrNone(asked, wanted, official), official);
  }

  /**
   * Issues a letter for each dossier, or one sheet for all of them, and gives them as one paper in
   * the order of the codes. What was issued before is printed as it was.
   *
   * @throws LetterRefused with the reasons by code if any of them cannot be had; then none was
   *     issued
   */
  public byte[] print(List<String> codes, String form, CurrentOfficial official) {
    List<String> asked = codes == null ? List.of() : codes.stream().distinct().toList();
    if (asked.isEmpty() || asked.size() > MOST) {
      throw new LetterRefused(TEXTS.get("bundle.size", asked.size(), MOST));
    }
    Form wanted = forms.form(form, today());
    List<OpenDossier> files = allOrNone(asked, wanted, official);
    if (wanted.kind().sheet()) {
      return store.pdf(issuing.issue(wanted, files, official).id());
    }
    return Bundle.of(
        files.stream()
            .map(file -> store.pdf(issuing.issue(wanted, List.of(file), official).id()))
            .toList());
  }

  /**
   * Issues the sheet of a hand-over in the caller's transaction: its number, its paper and the
   * caller's rows come together or not at all. The caller has asked who may hand over.
   *
   * @throws UnknownDossier if the official may not know of one of the dossiers
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Letter sheet(SheetOrder order, CurrentOfficial official) {
    Form form = forms.form(order.form(), today());
    List<OpenDossier> files =
        order.papers().keySet().stream().map(code -> open(code, official)).toList();
    return issuing.sheet(form, order, files, official);
  }

  /**
   * Issues the receipt for money taken, or the paper about money given back, in the caller's
   * transaction: its number, its paper and the caller's rows come together or not at all. The
   * caller has asked who may take money.
   *
   * @throws UnknownDossier if the official may not know of the dossier
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Letter money(MoneyOrder order, CurrentOfficial official) {
    Form form = forms.form(order.form(), today());
    return issuing.money(form, order, open(order.code(), official), official);
  }

  /** The paper of a sheet, for a room that has asked whether this person may see it. */
  public byte[] sheetPdf(long id) {
    return store.pdf(id);
  }

  private List<OpenDossier> allOrNone(List<String> codes, Form form, CurrentOfficial official) {
    Map<String, String> problems = new LinkedHashMap<>();
    List<OpenDossier> files = new ArrayList<>();
    for (String code : codes) {
      try {
        OpenDossier file = open(code, official);
        files.add(file);
        String why = issuing.whyNot(form, Grounds.of(form, file), file, official);
        if (why != null) {
          problems.put(code, why);
        } else if (form.kind() == FormKind.SLIPS && !sameApplicant(files.get(0), file)) {
          problems.put(code, TEXTS.get("sheet.other-applicant", code, files.get(0).code()));
        }
      } catch (UnknownDossier | LetterRefused refused) {
        problems.put(code, refused.getMessage());
      }
    }
    if (!problems.isEmpty()) {
      throw new LetterRefused(
          TEXTS.get("bundle.some", problems.size(), codes.size(), form.name()), problems);
    }
    return files;
  }

  private static boolean sameApplicant(OpenDossier one, OpenDossier other) {
    Dossier a = one.dossier();
    Dossier b = other.dossier();
    return a.place().reception().equals(b.place().reception())
        && a.applicant().identityNumber().equals(b.applicant().identityNumber());
  }

  /**
   * A letter that was issued.
   *
   * @throws UnknownLetter if there is none, or the official may not read each of its dossiers
   */
  public Letter find(long id, CurrentOfficial official) {
    Letter letter = store.find(id).orElseThrow(() -> new UnknownLetter(id));
    try {
      store.dossiers(id).forEach(code -> reading.whole(code, official));
    } catch (UnknownDossier notForThem) {
      throw new UnknownLetter(id);
    }
    return letter;
  }

  /** The paper of a letter, byte for byte as it was issued; rights as in {@link #find}. */
  public byte[] pdf(long id, CurrentOfficial official) {
    return store.pdf(find(id, official).id());
  }

  /**
   * The register book of a unit for a period (TT 01/2018/TT-VPCP Điều 10), both days included. It
   * is a view of the register, so it has no number and is not stored.
   *
   * @throws LetterRefused if the period is not within one year, or too long for a paper
   * @throws vn.motcua.dossier.NotAllowed if the official may not read the book of the unit
   */
  public byte[] register(String unit, LocalDate from, LocalDate to, CurrentOfficial official) {
    Form form = forms.form(FormKind.REGISTER.word(), today());
    if (from.isAfter(to) || from.getYear() != to.getYear()) {
      throw new LetterRefused(TEXTS.get("register.period", When.of(from).day(), When.of(to).day()));
    }
    if (organisation.unit(unit, today()).isEmpty()) {
      throw new LetterRefused(TEXTS.get("register.unit", unit));
    }
    if (reading.countReceived(unit, from, to) > MOST_ROWS) {
      throw new LetterRefused(TEXTS.get("register.long", MOST_ROWS));
    }
    List<RegisterRow> rows = reading.received(unit, from, to, official);
    Drafting.Frame frame = new Drafting.Frame(form, null, clock.instant(), official);
    return typesetter.print(form, plain.of(drafting.of(frame, unit, from, to, rows)));
  }

  private OpenDossier open(String code, CurrentOfficial official) {
    return new OpenDossier(reading.whole(code, official), clocks.ledger(code));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
  }
}
