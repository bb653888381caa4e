package vn.motcua.dossier;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;
import vn.motcua.deadline.ClockReason;
import vn.motcua.procedure.Act;
import vn.motcua.procedure.Step;

/**
 * When a dossier waits for something that is not the agency's work. A request for papers stops the
 * clock when it leaves the one-stop unit, not while the agency still writes it; every other call
 * stops it, if the route says so, from its beginning to its end.
 */
@Component
class SharedWaits {

  /** Where a shared process keeps the moment at which its timer fires. */
  private static final String EXPIRES = "expiresAt";

  private final Files files;
  private final DossierClock clock;
  private final Supplements supplements;
  private final Apologies apologies;
  private final Silence silence;
  private final Notices notices;

  SharedWaits(
      Files files,
      DossierClock clock,
      Supplements supplements,
      Apologies apologies,
      Silence silence,
      Notices notices) {
    this.files = files;
    this.clock = clock;
    this.supplements = supplements;
    this.apologies = apologies;
    this.silence = silence;
    this.notices = notices;
  }

  /** A step begins that somebody else's time hangs on. */
  void reached(DelegateTask task, DossierFile file, String process, Step step) {
    if (step.act() == Act.CONSULT) {
      silence.begins(task);
    } else if (asksForPapers(process) && step.id().equals("close-wait")) {
      notices.add(file, task.getId(), Notices.Kind.PAPERS_LATE, task.getTenantId());
    }
  }

  /**
   * The engine makes the timers of a called process before anything of it is asked, so the moment
   * must be there when the call begins.
   */
  void callBegins(DelegateExecution execution, Call call) {
    DossierFile file = files.open(execution.getProcessBusinessKey());
    switch (call.called()) {
      case Supplements.GUIDANCE -> execution.setVariableLocal(EXPIRES, supplements.guided(file));
      case Supplements.SUPPLEMENT ->
          execution.setVariableLocal(EXPIRES, Date.from(Reception.NEVER));
      case Apologies.PROCESS -> execution.setVariableLocal(EXPIRES, apologies.lastMoment(file));
      default -> {
        if (call.stopsClock()) {
          clock.pause(file, ClockReason.EXCLUDED_WAIT, call.because());
        }
      }
    }
  }

  /** A called process says by its end what became of it, whatever was the last to be chosen. */
  void ended(DelegateExecution execution, String process) {
    String end = execution.getCurrentActivityId();
    if (asksForPapers(process)) {
      execution.setVariable(
          "outcome", end.startsWith("supplemented") ? "supplemented" : "not-supplemented");
    } else if (end.equals("apology-lapsed")) {
      apologies.lapsed(files.open(execution.getProcessBusinessKey()));
    }
  }

  void callEnds(DelegateExecution execution, Call call) {
    if (execution.isCanceled() || !(call.stopsClock() || asksForPapers(call.called()))) {
      return;
    }
    DossierFile file = files.open(execution.getProcessBusinessKey());
    if (asksForPapers(call.called())) {
      papersCame(file, call, execution.getVariable("outcome"));
    } else if (call.stopsClock()) {
      clock.resume(file, ClockReason.WAIT_OVER);
    }
  }

  private void papersCame(DossierFile file, Call call, Object outcome) {
    if ("not-supplemented".equals(outcome)) {
      return;
    }
    if (call.called().equals(Supplements.GUIDANCE)) {
      clock.restart(file);
    } else {
      clock.resumeSupplemented(file);
    }
  }

  private static boolean asksForPapers(String process) {
    return process.equals(Supplements.GUIDANCE) || process.equals(Supplements.SUPPLEMENT);
  }

  /**
   * A call activity as its model has it.
   *
   * @param called key of the shared process
   * @param because why the clock stands still, in words
   */
  record Call(String called, boolean stopsClock, String because) {}
}
