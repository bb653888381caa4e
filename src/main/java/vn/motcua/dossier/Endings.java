package vn.motcua.dossier;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.motcua.deadline.ClockReason;

/** An end event is reached: the dossier's last state, or the mark of a statutory timer. */
@Component
class Endings {

  private final Files files;
  private final Register register;
  private final DossierClock dossierClock;
  private final Clock clock;

  Endings(Files files, Register register, DossierClock dossierClock, Clock clock) {
    this.files = files;
    this.register = register;
    this.dossierClock = dossierClock;
    this.clock = clock;
  }

  void reached(DelegateExecution execution) {
    String end = execution.getCurrentActivityId();
    String code = execution.getProcessBusinessKey();
    switch (end) {
      case "warned" -> register.change(code, Map.of("warned_at", clock.instant()));
      case "overdue-noted" -> register.change(code, Map.of("overdue_noted_at", clock.instant()));
      default ->
          StateOf.end(end)
              .ifPresent(state -> close(files.open(code), refused(files.open(code), state)));
    }
  }

  private void close(DossierFile file, DossierState state) {
    Instant now = clock.instant();
    file.state(state);
    file.set("ended_at", now);
    if (file.finishedAt() == null) {
      file.set("finished_at", processingEnded(file, now));
    }
    dossierClock.stop(file, ClockReason.CLOSED);
    if (state.nationalCode() == 10) {
      file.set("returned_at", now);
    }
  }

  /** Papers that never came: processing ended when they were asked for (QĐ 766/QĐ-TTg). */
  private static Instant processingEnded(DossierFile file, Instant now) {
    return file.pausedSince() != null ? file.pausedSince() : now;
  }

  /**
   * Where papers never came and the law says so, a dossier that stops is refused; at the counter it
   * was not received.
   */
  private static DossierState refused(DossierFile file, DossierState state) {
    if (state != DossierState.STOPPED) {
      return state;
    }
    if (file.state() == DossierState.REFUSAL_ISSUED) {
      return DossierState.REFUSED;
    }
    boolean atCounter =
        file.acts().stream()
            .reduce((first, second) -> second)
            .filter(a -> a.processKey().equals(Supplements.GUIDANCE))
            .filter(a -> "refuse".equals(a.outcome()))
            .isPresent();
    return atCounter ? DossierState.NOT_RECEIVED : state;
  }
}
