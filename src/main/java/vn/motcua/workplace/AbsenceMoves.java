package vn.motcua.workplace;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.motcua.access.Absence;
import vn.motcua.access.AbsenceChanged;
import vn.motcua.access.Absences;
import vn.motcua.dossier.NotAllowed;
import vn.motcua.dossier.Reassignment;

/**
 * When an absence begins, the open work moves to the substitute; when it is over, what is left
 * moves back. Each step in its own transaction. One node does it; while nothing begins or ends, a
 * round costs one small statement.
 */
@Component
class AbsenceMoves {

  private static final Logger LOG = LoggerFactory.getLogger(AbsenceMoves.class);

  private final Absences absences;
  private final Reassignment reassignment;
  private final Clock clock;

  AbsenceMoves(Absences absences, Reassignment reassignment, Clock clock) {
    this.absences = absences;
    this.reassignment = reassignment;
    this.clock = clock;
  }

  @Scheduled(
      initialDelayString = "${motcua.absence.first:PT1M}",
      fixedDelayString = "${motcua.absence.every:PT30S}")
  void round() {
    absences.toMove().forEach(this::move);
  }

  @EventListener
  void entered(AbsenceChanged change) {
    Absence absence = absences.find(change.absence());
    if (absence.endedAt() != null) {
      back(absence);
    } else {
      round();
    }
  }

  private void move(Absence absence) {
    if (absence.isAt(clock.instant())) {
      if (absences.begin(absence)) {
        each(reassignment.leftBehind(absence), task -> reassignment.toSubstitute(task, absence));
      }
    } else if (absences.close(absence)) {
      back(absence);
    }
  }

  private void back(Absence absence) {
    each(reassignment.heldFor(absence), task -> reassignment.backFromSubstitute(task, absence));
  }

  /** What may not move by separation of duties stays where it is; the head sees it there. */
  private static void each(List<String> tasks, Consumer<String> move) {
    for (String task : tasks) {
      try {
        move.accept(task);
      } catch (NotAllowed stays) {
        LOG.info("Task {} stays: {}", task, stays.getMessage());
      } catch (RuntimeException problem) {
        if (refusal(problem) == null) {
          LOG.warn("Task {} could not be moved", task, problem);
        }
      }
    }
  }

  private static NotAllowed refusal(Throwable problem) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof NotAllowed refusal) {
        return refusal;
      }
    }
    return null;
  }
}
