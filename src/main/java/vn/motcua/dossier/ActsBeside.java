package vn.motcua.dossier;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.access.StandIn;
import vn.motcua.procedure.Act;

/**
 * Acts that other rooms record on a dossier beside its route, such as its hand-over: they stand
 * among its acts with person, post and time, and move neither its state nor its clock. Who may do
 * what is decided by the room that records it. Safe for use by many threads; always within the
 * caller's transaction.
 */
@Component
public class ActsBeside {

  private final Register register;
  private final Notices notices;
  private final Clock clock;

  ActsBeside(Register register, Notices notices, Clock clock) {
    this.register = register;
    this.notices = notices;
    this.clock = clock;
  }

  /**
   * What was done.
   *
   * @param stepId word of the act in its room, {@code hand-over}
   * @param stepName in Vietnamese
   * @param outcome word with a text {@code outcome.transfer.<word>}
   * @param startedAt since when it could have been done
   * @param reasonCode null if nothing had to be justified
   */
  public record Beside(
      String stepId,
      String stepName,
      String outcome,
      Instant startedAt,
      String reasonCode,
      String reasonWords,
      String note,
      String trace) {}

  /** Records that a dossier was carried from one unit to another, or taken there. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void transfer(Dossier dossier, Beside act, CurrentOfficial official, String post) {
    register.add(
        dossier.code(),
        new DossierAct(
            null,
            "procedure-" + dossier.procedure().code(),
            act.stepId(),
            act.stepName(),
            Act.TRANSFER.word(),
            official.userId(),
            post,
            act.startedAt(),
            null,
            clock.instant(),
            act.outcome(),
            act.reasonCode(),
            act.reasonWords(),
            act.note(),
            act.trace(),
            null,
            official.standsIn(post).map(StandIn::person).orElse(null)));
  }

  /** Tells a post that papers which it gave did not arrive as they were counted. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void tellOfDifference(Dossier dossier, String post) {
    notices.add(dossier.code(), null, Notices.Kind.HAND_OVER_DIFFERENCE, post);
  }
}
