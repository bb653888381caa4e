package vn.motcua.dossier;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.springframework.stereotype.Component;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.deadline.ClockReading;
import vn.motcua.deadline.ClockReason;
import vn.motcua.deadline.Clocks;
import vn.motcua.deadline.Policy;
import vn.motcua.deadline.SupplementExpiry;
import vn.motcua.language.Texts;
import vn.motcua.procedure.Act;

/**
 * Requests for papers (yêu cầu bổ sung, NĐ 61/2018/NĐ-CP Điều 11, Điều 15, Điều 19 khoản 4): once,
 * soon after the clock began, and through the one-stop unit only. More often or later needs a
 * listed ground and the head of the agency, and is counted apart. How long the applicant has, and
 * what follows, is a policy.
 */
@Component
class Supplements {

  static final String GUIDANCE = "shared-guidance";
  static final String SUPPLEMENT = "shared-supplement";

  private static final Texts TEXTS = Texts.of("dossier");
  private static final String REQUEST = "supplement";

  private final DossierPolicies policies;
  private final DossierClock dossierClock;
  private final Clocks clocks;
  private final Clock clock;

  Supplements(DossierPolicies policies, DossierClock dossierClock, Clocks clocks, Clock clock) {
    this.policies = policies;
    this.dossierClock = dossierClock;
    this.clocks = clocks;
    this.clock = clock;
  }

  /** Refuses a request that comes too often or too late, unless on an exceptional ground. */
  void ask(DossierFile file, Act act, Reason reason) {
    if (reason.exceptional()) {
      return;
    }
    boolean atCounter = act == Act.RECEIVE;
    Policy<Integer> most = policies.supplementRequests(file);
    if ((atCounter ? file.guidanceCount() : file.supplementCount()) >= most.value()) {
      throw new NotAllowed(
          TEXTS.get("supplement.often", file.code(), "%02d".formatted(most.value()), most.basis()));
    }
    if (!atCounter && isLate(file)) {
      Policy<TimeLimit> within = policies.supplementRequestWithin(file);
      throw new NotAllowed(
          TEXTS.get(
              "supplement.late",
              file.code(),
              within.value(),
              ReckoningWords.MOMENT.format(askableUntil(file).atZone(WorkingCalendar.ZONE)),
              within.basis()));
    }
  }

  /** The head of room may let out by himself only what is usual. */
  void review(DossierFile file, String outcome) {
    if ("forward".equals(outcome) && (isBeyond(file) || isLate(file) || onException(file))) {
      throw new NotAllowed(
          TEXTS.get(
              "supplement.submit",
              file.code(),
              file.asRead().leadName(),
              TEXTS.get("outcome.review.submit")));
    }
  }

  /** The request has left the one-stop unit: the clock stands, the applicant's time runs. */
  Date released(DossierFile file) {
    if (isBeyond(file)) {
      file.set("supplements_beyond", file.supplementsBeyond() + 1);
    }
    if (isLate(file)) {
      file.set("supplements_late", file.supplementsLate() + 1);
    }
    file.set("supplement_count", file.supplementCount() + 1);
    String because =
        file.supplementCount() == 1
            ? TEXTS.get("paused.supplement")
            : TEXTS.get("paused.supplement.again", file.supplementCount());
    dossierClock.pause(file, ClockReason.SUPPLEMENT, because);
    return papersDue(file);
  }

  /** The counter has told the applicant what is missing: the dossier is not complete yet. */
  Date guided(DossierFile file) {
    file.set("guidance_count", file.guidanceCount() + 1);
    dossierClock.pause(file, ClockReason.GUIDANCE, TEXTS.get("paused.guidance"));
    return papersDue(file);
  }

  /** What the counter may do once the applicant's time has passed. */
  void close(DossierFile file, String outcome) {
    Policy<SupplementExpiry> policy = policies.supplementExpiry(file);
    boolean allowed =
        switch (outcome) {
          case "refuse" -> policy.value() == SupplementExpiry.REFUSE;
          case "not-supplemented" -> policy.value() != SupplementExpiry.REFUSE;
          case "keep-waiting" -> policy.value() == SupplementExpiry.REMIND;
          default -> true;
        };
    if (!allowed) {
      throw new NotAllowed(
          TEXTS.get(
              "supplement.expiry",
              file.code(),
              TEXTS.get("supplement.expiry." + policy.value().name()),
              policy.basis()));
    }
  }

  /** The end of the applicant's time, if it begins now. */
  Date papersDue(DossierFile file) {
    return Date.from(policies.papersDue(file, clock.instant()).orElse(Reception.NEVER));
  }

  private boolean isBeyond(DossierFile file) {
    return file.supplementCount() >= policies.supplementRequests(file).value();
  }

  private boolean isLate(DossierFile file) {
    return clock.instant().isAfter(askableUntil(file));
  }

  private Instant askableUntil(DossierFile file) {
    Instant started =
        clocks.find(file.code()).map(ClockReading::startedAt).orElse(file.asRead().receivedAt());
    return policies.end(file, started, policies.supplementRequestWithin(file).value());
  }

  private static boolean onException(DossierFile file) {
    return file.acts().stream()
        .filter(a -> REQUEST.equals(a.outcome()))
        .reduce((first, second) -> second)
        .flatMap(a -> Reason.of(REQUEST, a.reasonCode()))
        .map(Reason::exceptional)
        .orElse(false);
  }
}
