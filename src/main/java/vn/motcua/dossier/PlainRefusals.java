package vn.motcua.dossier;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Tells a person our own refusal and not the engine's wrapping of it ("ENGINE-03051 There was an
 * exception …"): REST and Tasklist then answer 400 with the Vietnamese sentence alone. The
 * outermost interceptor, so what was begun is rolled back before it speaks.
 */
class PlainRefusals extends CommandInterceptor {

  @Override
  public <T> T execute(Command<T> command) {
    try {
      return next.execute(command);
    } catch (BadUserRequestException plain) {
      throw plain;
    } catch (ProcessEngineException wrapped) {
      for (Throwable cause = wrapped; cause != null; cause = cause.getCause()) {
        if (cause instanceof NotAllowed refusal) {
          throw new BadUserRequestException(refusal.getMessage(), wrapped);
        }
      }
      throw wrapped;
    }
  }
}
