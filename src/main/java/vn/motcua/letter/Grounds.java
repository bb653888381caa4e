package vn.motcua.letter;

import static java.time.temporal.ChronoUnit.SECONDS;
import static vn.motcua.dossier.DossierState.ASKING_SUPPLEMENT;
import static vn.motcua.dossier.DossierState.AWAITING_GUIDED_PAPERS;
import static vn.motcua.dossier.DossierState.AWAITING_SUPPLEMENT;
import static vn.motcua.dossier.DossierState.FINISHED;
import static vn.motcua.dossier.DossierState.INSPECTING;
import static vn.motcua.dossier.DossierState.IN_COUNCIL;
import static vn.motcua.dossier.DossierState.NOT_RECEIVED;
import static vn.motcua.dossier.DossierState.POSTED_PUBLICLY;
import static vn.motcua.dossier.DossierState.REFUSAL_ISSUED;
import static vn.motcua.dossier.DossierState.REFUSED;
import static vn.motcua.dossier.DossierState.REFUSING;
import static vn.motcua.dossier.DossierState.RETURNED;
import static vn.motcua.dossier.DossierState.STOPPED;
import static vn.motcua.dossier.DossierState.SUSPENDED;
import static vn.motcua.dossier.DossierState.WITHDRAWING;
import static vn.motcua.dossier.DossierState.WITHDRAWN;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import vn.motcua.deadline.ClockEvent;
import vn.motcua.deadline.ClockReason;
import vn.motcua.deadline.LedgerRow;
import vn.motcua.dossier.DossierAct;
import vn.motcua.dossier.DossierState;
import vn.motcua.language.Texts;

/**
 * Which form fits which dossier: a letter tells of a decision, so without the decision there is no
 * letter. A draft may be looked at before it is approved or signed; a letter is issued only after
 * (NĐ 30/2020/NĐ-CP Điều 15, NĐ 61/2018/NĐ-CP Điều 17 and 19).
 */
final class Grounds {

  private static final Texts TEXTS = Texts.of("letter");

  private static final String APOLOGY = "shared-apology";
  private static final String PUBLIC_POSTING = "shared-public-posting";
  private static final Set<DossierState> ASKED =
      Set.of(AWAITING_GUIDED_PAPERS, ASKING_SUPPLEMENT, AWAITING_SUPPLEMENT);
  private static final Set<DossierState> REFUSALS =
      Set.of(NOT_RECEIVED, REFUSING, REFUSAL_ISSUED, REFUSED);
  private static final Set<DossierState> STOPS = Set.of(WITHDRAWING, WITHDRAWN, STOPPED);
  private static final Set<DossierState> RESULTS = Set.of(FINISHED, REFUSAL_ISSUED);
  private static final Set<DossierState> HANDED_OUT = Set.of(RETURNED, REFUSED);

  private final Form form;
  private final OpenDossier file;
  private final DossierState state;

  private Grounds(Form form, OpenDossier file) {
    this.form = form;
    this.file = file;
    this.state = file.dossier().state();
  }

  /**
   * @throws LetterRefused if the form does not fit the dossier
   */
  static Ground of(Form form, OpenDossier file) {
    Grounds grounds = new Grounds(form, file);
    return switch (form.kind()) {
      case SLIP, SLIPS -> grounds.slip();
      case SUPPLEMENT -> grounds.supplement();
      case REFUSAL -> grounds.refusal();
      case APOLOGY -> grounds.apology();
      case STOP -> grounds.stop();
      case SUSPENSION -> grounds.suspension();
      case CONTROL -> grounds.control();
      case RECEIPT -> grounds.receipt();
      // Another room makes them, together with what they tell of.
      case FEE_RECEIPT, FEE_REFUND, HAND_OVER, RESULT_HAND_OVER, REGISTER -> throw grounds.unfit();
      case INSPECTION -> grounds.minutes(a -> a.act().equals("inspect"), INSPECTING);
      case COUNCIL -> grounds.minutes(a -> a.act().equals("council"), IN_COUNCIL);
      case POSTING -> grounds.posting();
      case POSTING_END ->
          grounds.minutes(a -> a.processKey().equals(PUBLIC_POSTING), POSTED_PUBLICLY);
    };
  }

  /** A new promise after a wait is a new slip; an apology is told by a letter of its own. */
  private Ground slip() {
    if (state == NOT_RECEIVED || state == AWAITING_GUIDED_PAPERS) {
      throw unfit();
    }
    Optional<LedgerRow> promise = file.lastRow(Grounds::promises);
    return ground(promise.map(LedgerRow::no).orElse(0), Ground.RECEPTION)
        .reckonedIn(promise.orElse(null));
  }

  private static boolean promises(LedgerRow row) {
    return row.event() == ClockEvent.START
        || row.event() != ClockEvent.EXTEND
            && !Objects.equals(row.due().before(), row.due().after());
  }

  private Ground supplement() {
    DossierAct asked = decision("supplement", ASKED);
    Ground ground = ground(file.ordinal(asked), Ground.RECEPTION).decidedBy(asked);
    if (atCounter(asked)) {
      return ground;
    }
    Optional<DossierAct> approved =
        file.lastAct(
            a ->
                a.processKey().equals("shared-supplement")
                    && List.of("forward", "approve").contains(String.valueOf(a.outcome()))
                    && file.ordinal(a) > file.ordinal(asked));
    return approved.isEmpty() ? ground.waitingFor(TEXTS.get("not-yet.supplement")) : ground;
  }

  private Ground refusal() {
    DossierAct refused = decision("refuse", REFUSALS);
    if (atCounter(refused)) {
      return ground(file.ordinal(refused), Ground.RECEPTION).decidedBy(refused);
    }
    Ground ground = ground(file.ordinal(refused), Ground.LEAD).decidedBy(refused);
    return file.lastAct(a -> a.processKey().equals("shared-refusal") && a.act().equals("approve"))
        .filter(a -> "approve".equals(a.outcome()))
        .map(ground::signedBy)
        .orElseGet(() -> ground.waitingFor(TEXTS.get("not-yet.refusal")));
  }

  /** Proposed, signed, sealed, sent; declined or lapsed it is no more. */
  private Ground apology() {
    DossierAct proposal =
        file.lastAct(a -> a.processKey().equals(APOLOGY) && a.stepId().equals("apologise"))
            .filter(a -> !state.ended())
            .orElseThrow(this::unfit);
    Optional<LedgerRow> sent =
        file.lastRow(
            row ->
                row.event() == ClockEvent.EXTEND
                    && row.cause().reason() == ClockReason.APOLOGY
                    && !row.at().isBefore(proposal.completedAt().truncatedTo(SECONDS)));
    if (sent.isEmpty() && file.dossier().proposedDue() == null) {
      throw unfit();
    }
    Ground ground =
        ground(file.ordinal(proposal), Ground.LEAD)
            .decidedBy(proposal)
            .reckonedIn(sent.orElse(null));
    return file.lastAct(
            a ->
                a.processKey().equals(APOLOGY)
                    && "approve".equals(a.outcome())
                    && file.ordinal(a) > file.ordinal(proposal))
        .map(ground::signedBy)
        .orElseGet(() -> ground.waitingFor(TEXTS.get("not-yet.apology")));
  }

  private Ground stop() {
    if (!STOPS.contains(state)) {
      throw unfit();
    }
    DossierAct decision =
        file.lastAct(a -> a.stepId().equals("withdraw") || "not-supplemented".equals(a.outcome()))
            .orElse(null);
    return ground(decision == null ? 0 : file.ordinal(decision), Ground.LEAD)
        .decidedBy(decision)
        .signedBy(decision);
  }

  private Ground suspension() {
    DossierAct decision =
        file.lastAct(a -> a.stepId().equals("suspend"))
            .filter(a -> state == SUSPENDED)
            .orElseThrow(this::unfit);
    return ground(file.ordinal(decision), Ground.LEAD).decidedBy(decision).signedBy(decision);
  }

  private Ground control() {
    if (state == NOT_RECEIVED) {
      throw unfit();
    }
    return ground(file.acts().size(), Ground.RECEPTION);
  }

  private Ground receipt() {
    boolean part = file.whole().results().stream().anyMatch(r -> r.returned() != null);
    if (!RESULTS.contains(state) && !HANDED_OUT.contains(state) && !part) {
      throw unfit();
    }
    return ground(file.acts().size(), Ground.RECEPTION);
  }

  /** Before they are written they are a paper to take along, with lines to write on. */
  private Ground minutes(Predicate<DossierAct> written, DossierState open) {
    Optional<DossierAct> act = file.lastAct(written);
    if (act.isEmpty() && state != open) {
      throw unfit();
    }
    return act.map(a -> ground(file.ordinal(a), Ground.DOER).decidedBy(a))
        .orElseGet(() -> ground(0, Ground.DOER).waitingFor(TEXTS.get("not-yet.minutes")));
  }

  /** While it hangs; each posting of a dossier has its own notice. */
  private Ground posting() {
    if (state != POSTED_PUBLICLY) {
      throw unfit();
    }
    return ground(file.acts().size(), Ground.RECEPTION);
  }

  private DossierAct decision(String outcome, Set<DossierState> states) {
    return file.lastAct(a -> outcome.equals(a.outcome()))
        .filter(a -> states.contains(state))
        .orElseThrow(this::unfit);
  }

  /** Decided at the counter: then or when the applicant's time had passed. */
  private static boolean atCounter(DossierAct act) {
    return act.act().equals("receive") || act.processKey().equals("shared-guidance");
  }

  private Ground ground(int ordinal, String side) {
    return Ground.of(form.kind(), file, ordinal, side);
  }

  private LetterRefused unfit() {
    return new LetterRefused(
        TEXTS.get(
            "unfit",
            form.name(),
            file.code(),
            state.words(),
            TEXTS.get("fits." + form.kind().word())));
  }
}
