package vn.motcua.dossier;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.motcua.deadline.ClockReason;
import vn.motcua.language.Texts;
import vn.motcua.procedure.Act;
import vn.motcua.procedure.Step;

/**
 * When a dossier waits for something that is not the agency's work. A request for papers stops the
 * clock when it leaves the one-stop unit, not while the agency still writes it; every other call
 * stops it, if the route says so, from its beginning to its end.
 */
@Component
class SharedWaits {

  private static final Texts TEXTS = Texts.of("dossier");
  private static final String GUIDANCE = "shared-guidance";
  private static final String SUPPLEMENT = "shared-supplement";

  private final Files files;
  private final DossierClock clock;

  SharedWaits(Files files, DossierClock clock) {
    this.files = files;
    this.clock = clock;
  }

  void reached(DossierFile file, String process, Step step) {
    if (step.act() != Act.WAIT) {
      return;
    }
    if (process.equals(SUPPLEMENT)) {
      file.set("supplement_count", file.supplementCount() + 1);
      clock.pause(file, ClockReason.SUPPLEMENT, TEXTS.get("paused.supplement"));
    } else if (process.equals(GUIDANCE)) {
      file.set("guidance_count", file.guidanceCount() + 1);
      clock.pause(file, ClockReason.GUIDANCE, TEXTS.get("paused.guidance"));
    }
  }

  void callBegins(DelegateExecution execution, Call call) {
    if (call.stopsClock() && !asksForPapers(call)) {
      clock.pause(
          files.open(execution.getProcessBusinessKey()), ClockReason.EXCLUDED_WAIT, call.because());
    }
  }

  void callEnds(DelegateExecution execution, Call call) {
    if (execution.isCanceled() || !(call.stopsClock() || asksForPapers(call))) {
      return;
    }
    DossierFile file = files.open(execution.getProcessBusinessKey());
    if (asksForPapers(call)) {
      papersCame(file, call, execution.getVariable("outcome"));
    } else if (call.stopsClock()) {
      clock.resume(file, ClockReason.WAIT_OVER);
    }
  }

  private void papersCame(DossierFile file, Call call, Object outcome) {
    if ("not-supplemented".equals(outcome)) {
      return;
    }
    if (call.called().equals(GUIDANCE)) {
      clock.restart(file);
    } else {
      clock.resumeSupplemented(file);
    }
  }

  private static boolean asksForPapers(Call call) {
    return call.called().equals(GUIDANCE) || call.called().equals(SUPPLEMENT);
  }

  /**
   * A call activity as its model has it.
   *
   * @param called key of the shared process
   * @param because why the clock stands still, in words
   */
  record Call(String called, boolean stopsClock, String because) {}
}
