package vn.motcua.dossier;

import java.util.concurrent.Callable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import vn.motcua.language.Texts;

/**
 * The one door through which a dossier comes in. A procedure that is started in any other way, by
 * Tasklist's stock start form or by REST, is refused: it would have no code, no row in the register
 * and no due date.
 */
final class Door implements ExecutionListener {

  private static final Texts TEXTS = Texts.of("dossier");
  private static final ThreadLocal<String> OPEN_FOR = new ThreadLocal<>();

  /** Does the work with the door open for one code. */
  static <T> T open(String code, Callable<T> work) throws Exception {
    OPEN_FOR.set(code);
    try {
      return work.call();
    } finally {
      OPEN_FOR.remove();
    }
  }

  @Override
  public void notify(DelegateExecution execution) {
    String code = execution.getProcessBusinessKey();
    boolean called = execution.getSuperExecution() != null;
    if (!called && (code == null || !code.equals(OPEN_FOR.get()))) {
      throw new NotAllowed(TEXTS.get("door.closed"));
    }
  }
}
