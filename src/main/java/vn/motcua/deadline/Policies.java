package vn.motcua.deadline;

import java.io.InputStream;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.deadline.PolicyData.Period;
import vn.motcua.language.DataFile;
import vn.motcua.language.Dates;
import vn.motcua.language.Texts;
import vn.motcua.procedure.Procedure;

/**
 * What the law leaves to a policy, as dated data ({@code policies.yaml}), each value with its legal
 * basis. A fact of the same name in the procedure's model goes before it. Ask for the day on which
 * the dossier was received: a running dossier keeps the rules it was received under. A day before
 * the first rule is refused with {@link NoPolicy}. Immutable and safe for use by many threads.
 */
public final class Policies {

  private static final String FILE = "policies.yaml";
  private static final Texts TEXTS = Texts.of("deadline");

  private final Map<PolicySwitch, List<Period>> periods;

  private Policies(Map<PolicySwitch, List<Period>> periods) {
    this.periods = periods;
  }

  /** The policies that the application carries. */
  public static Policies standard() {
    return new Policies(DataFile.ofClasspath(FILE, PolicyData.class).checked(FILE));
  }

  /**
   * Reads policies of the same form as {@code policies.yaml}; the stream stays open.
   *
   * @param file how messages call it
   * @throws vn.motcua.language.BadData in Vietnamese, naming the switch that does not fit
   */
  public static Policies read(InputStream in, String file) {
    return new Policies(DataFile.read(in, file, PolicyData.class).checked(file));
  }

  /** How often papers may be asked for without an exceptional ground. */
  public Policy<Integer> supplementRequests(Procedure procedure, LocalDate day) {
    return of(PolicySwitch.SUPPLEMENT_REQUESTS, procedure, day);
  }

  /** Until when, from the start of the clock, the appraiser may ask for papers. */
  public Policy<TimeLimit> supplementRequestWithin(Procedure procedure, LocalDate day) {
    return of(PolicySwitch.SUPPLEMENT_REQUEST_WITHIN, procedure, day);
  }

  /** How long the applicant has for the papers; empty if the law sets no time. */
  public Policy<Optional<TimeLimit>> applicantDeadline(Procedure procedure, LocalDate day) {
    return of(PolicySwitch.SUPPLEMENT_APPLICANT_DEADLINE, procedure, day);
  }

  /** What the clock does once the papers have come. */
  public Policy<SupplementClock> supplementClock(Procedure procedure, LocalDate day) {
    return of(PolicySwitch.SUPPLEMENT_CLOCK, procedure, day);
  }

  /** What follows if they do not come in time. */
  public Policy<SupplementExpiry> supplementExpiry(Procedure procedure, LocalDate day) {
    return of(PolicySwitch.SUPPLEMENT_ON_EXPIRY, procedure, day);
  }

  /** How long before the due date an apology must have been sent. */
  public Policy<TimeLimit> apologyLeadTime(Procedure procedure, LocalDate day) {
    return of(PolicySwitch.APOLOGY_LEAD_TIME, procedure, day);
  }

  /** How often a dossier may be given a new date. */
  public Policy<Integer> apologies(Procedure procedure, LocalDate day) {
    return of(PolicySwitch.APOLOGY_EXTENSIONS, procedure, day);
  }

  /**
   * How long a financial obligation takes as a rule, for the date that a slip projects; empty if
   * nothing can be said.
   */
  public Policy<Optional<TimeLimit>> obligationTime(Procedure procedure, LocalDate day) {
    return of(PolicySwitch.OBLIGATION_USUAL_TIME, procedure, day);
  }

  /** What the silence of a consulted agency means. */
  public Policy<ConsultSilence> consultSilence(Procedure procedure, LocalDate day) {
    return of(PolicySwitch.CONSULT_SILENCE, procedure, day);
  }

  /** What is received until this hour goes on its way the same day, later on the next morning. */
  public Policy<LocalTime> handOverCutoff(Procedure procedure, LocalDate day) {
    return of(PolicySwitch.HAND_OVER_CUTOFF, procedure, day);
  }

  /** How often an applicant is told at least that a result waits. */
  public Policy<Integer> invitations(Procedure procedure, LocalDate day) {
    return of(PolicySwitch.RESULT_INVITATIONS, procedure, day);
  }

  /** How long after one invitation the next may follow. */
  public Policy<TimeLimit> inviteAgainAfter(Procedure procedure, LocalDate day) {
    return of(PolicySwitch.RESULT_INVITE_AGAIN, procedure, day);
  }

  /** In which time what came in online is accepted, sent back for papers, or refused. */
  public Policy<TimeLimit> onlineAcceptance(Procedure procedure, LocalDate day) {
    return of(PolicySwitch.ONLINE_ACCEPTANCE, procedure, day);
  }

  @SuppressWarnings("unchecked")
  private <T> Policy<T> of(PolicySwitch asked, Procedure procedure, LocalDate day) {
    Optional<String> own = procedure.fact(asked.word());
    if (own.isPresent()) {
      return new Policy<>((T) asked.read(own.get()), basis(procedure));
    }
    Period period =
        periods.get(asked).stream()
            .filter(p -> !day.isBefore(p.from()) && (p.to() == null || !day.isAfter(p.to())))
            .findFirst()
            .orElseThrow(() -> new NoPolicy(asked.word(), Dates.day(day)));
    return new Policy<>((T) asked.read(period.value()), period.basis());
  }

  /** A rule of one procedure rests on what the procedure rests on. */
  private static String basis(Procedure procedure) {
    return procedure
        .fact("legalBasis")
        .or(() -> procedure.fact("decision"))
        .map(words -> words.replace("\n", "; "))
        .orElseGet(() -> TEXTS.get("policy.own", procedure.code()));
  }
}
