package vn.motcua.dossier;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.access.StandIn;
import vn.motcua.agency.NoSuchPost;
import vn.motcua.agency.Organisation;
import vn.motcua.agency.Role;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.language.Dates;
import vn.motcua.language.Texts;
import vn.motcua.procedure.Act;

/**
 * A result that was issued and is wrong: corrected, replaced or taken back at the agency's cost (NĐ
 * 61/2018/NĐ-CP Điều 21). The approver decides, the seal clerk numbers the new document, the
 * counter gives it out: three acts linked to the dossier, after the old document, which stays as it
 * was. State, clock and the figure of punctuality do not move. Safe for use by many threads.
 */
@Service
public class Corrections {

  static final String DECIDE = "correct";
  static final String ISSUE = "issue-correction";
  static final String DELIVER = "deliver-correction";

  private static final Texts TEXTS = Texts.of("dossier");
  private static final List<String> STEPS = List.of(DECIDE, ISSUE, DELIVER);

  private final Register register;
  private final DocumentBook book;
  private final Notices notices;
  private final Organisation organisation;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Corrections(
      Register register,
      DocumentBook book,
      Notices notices,
      Organisation organisation,
      JdbcTemplate jdbc,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.register = register;
    this.book = book;
    this.notices = notices;
    this.organisation = organisation;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** The one step of a correction that comes next and that this person may do; else none. */
  public List<String> offered(String code, CurrentOfficial official) {
    DossierFile file = register.open(code).orElseThrow(() -> new UnknownDossier(code));
    String next = next(file);
    return sealed(file).isPresent() && post(file, next).filter(official::holds).isPresent()
        ? List.of(next)
        : List.of();
  }

  /**
   * Decides that a result is wrong and what is done about it.
   *
   * @param kind word: {@code amend}, {@code replace} or {@code revoke}
   * @param reason word of the closed list
   * @param words what is wrong and what is right
   * @throws NotAllowed if the official is no approver of the lead agency, no result was issued,
   *     another correction is under way, or a reason is missing
   */
  public void decide(
      String code, String kind, String reason, String words, CurrentOfficial official) {
    CorrectionKind chosen =
        Word.read(CorrectionKind.class, kind)
            .orElseThrow(() -> new NotAllowed(TEXTS.get("correct.kind")));
    CorrectionReason why =
        Word.read(CorrectionReason.class, reason)
            .orElseThrow(() -> new NotAllowed(TEXTS.get("correct.ground")));
    step(
        code,
        DECIDE,
        words,
        official,
        (file, old) -> {
          tell(file, Notices.Kind.CORRECTION_DECIDED, ISSUE);
          return new Written(
              Word.of(why),
              Word.words(why),
              TEXTS.get("correct.trace", Word.words(chosen), old.trace()));
        });
  }

  /**
   * Numbers and issues what was decided, under the next number of the agency's register.
   *
   * @param kind word of the kind of document: {@code decision} …
   * @param words what is issued
   * @throws NotAllowed if the official is no seal clerk of the lead agency, has decided it, or
   *     nothing was decided
   */
  public void issue(String code, String kind, String words, CurrentOfficial official) {
    DocumentKind chosen =
        Word.read(DocumentKind.class, kind)
            .orElseThrow(() -> new NotAllowed(TEXTS.get("document-kind.unknown", kind)));
    step(
        code,
        ISSUE,
        words,
        official,
        (file, old) -> {
          DossierAct decided = last(file).orElseThrow();
          if (decided.person().equals(official.userId())) {
            throw new NotAllowed(TEXTS.get("duty.approve-seal", code));
          }
          String post = post(file, ISSUE).orElseThrow();
          Instant now = clock.instant();
          String number =
              book.next(
                  post.substring(0, post.lastIndexOf('.')),
                  chosen.symbol(),
                  code,
                  official.userId(),
                  now);
          tell(file, Notices.Kind.CORRECTION_ISSUED, DELIVER);
          return new Written(
              decided.reasonCode(),
              decided.reasonWords(),
              TEXTS.get(
                  "issue-correction.trace",
                  number,
                  Dates.day(now.atZone(WorkingCalendar.ZONE)),
                  decided.trace()));
        });
  }

  /**
   * Notes that the new document was given out and the old one taken back.
   *
   * @param words who received it, with which paper
   * @throws NotAllowed if the official is no return clerk of the unit that received the dossier, or
   *     nothing was issued
   */
  public void deliver(String code, String words, CurrentOfficial official) {
    step(
        code,
        DELIVER,
        words,
        official,
        (file, old) -> new Written(null, null, last(file).orElseThrow().trace()));
  }

  private void step(
      String code, String step, String words, CurrentOfficial official, Writing writing) {
    if (words == null || words.isBlank()) {
      throw new NotAllowed(TEXTS.get(step + ".reason"));
    }
    transaction.executeWithoutResult(
        status -> {
          // Two people who do the same step at once come here one after the other.
          jdbc.queryForList("select code from dossier where code = ? for update", code);
          DossierFile file = register.open(code).orElseThrow(() -> new UnknownDossier(code));
          String post =
              post(file, step)
                  .filter(official::holds)
                  .orElseThrow(() -> new NotAllowed(TEXTS.get(step + ".not-yours", code)));
          DossierAct old =
              sealed(file).orElseThrow(() -> new NotAllowed(TEXTS.get("correct.nothing", code)));
          if (!next(file).equals(step)) {
            throw new NotAllowed(TEXTS.get("correct.order", code, TEXTS.get(next(file) + ".act")));
          }
          Written written = writing.of(file, old);
          Instant now = clock.instant();
          register.add(
              code,
              new DossierAct(
                  null,
                  "procedure-" + file.asRead().procedure().code(),
                  step,
                  TEXTS.get(step + ".act"),
                  Act.WORK.word(),
                  official.userId(),
                  post,
                  now,
                  null,
                  now,
                  null,
                  written.reasonCode,
                  written.reasonWords,
                  words.strip(),
                  written.trace,
                  null,
                  official.standsIn(post).map(StandIn::person).orElse(null)));
        });
  }

  private record Written(String reasonCode, String reasonWords, String trace) {}

  private interface Writing {
    Written of(DossierFile file, DossierAct old);
  }

  private void tell(DossierFile file, Notices.Kind kind, String step) {
    post(file, step).ifPresent(post -> notices.add(file.code(), null, kind, post));
  }

  /** The document that stands, once processing has ended with one. */
  private static Optional<DossierAct> sealed(DossierFile file) {
    return file.acts().stream()
        .filter(a -> a.act().equals(Act.SEAL.word()) && a.trace() != null)
        .filter(a -> !a.processKey().equals(Apologies.PROCESS))
        .reduce((first, second) -> second)
        .filter(a -> file.finishedAt() != null);
  }

  private static Optional<DossierAct> last(DossierFile file) {
    return file.acts().stream()
        .filter(a -> STEPS.contains(a.stepId()))
        .reduce((first, second) -> second);
  }

  private static String next(DossierFile file) {
    return last(file)
        .map(a -> STEPS.get((STEPS.indexOf(a.stepId()) + 1) % STEPS.size()))
        .orElse(DECIDE);
  }

  private Optional<String> post(DossierFile file, String step) {
    boolean agency = !step.equals(DELIVER);
    Role role = step.equals(DECIDE) ? Role.APPROVER : agency ? Role.SEAL_CLERK : Role.RETURN_CLERK;
    LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
    try {
      return Optional.of(
          organisation
              .post(agency ? "lead" : "reception", role, file.asRead().place(), today)
              .id());
    } catch (NoSuchPost nobodyHasIt) {
      return Optional.empty();
    }
  }
}
