package vn.motcua.dossier;

import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.language.Texts;

/**
 * Says in the log of the server why a command failed, in place of the engine: that writes every
 * refusal with its whole trace as an error, and a real fault among them is not seen.
 *
 * <p>A refusal of ours is one line that names the rule and no person: its message may hold what was
 * typed. What the engine expects to happen (no right, a task that somebody else took, two who wrote
 * at once) stays as quiet as the engine keeps it. All else is an error with its trace. A job that
 * fails is written by the job executor as well, whatever the reason.
 */
final class FailureLog extends CommandInterceptor {

  private static final Logger LOG = LoggerFactory.getLogger(FailureLog.class);
  private static final Texts TEXTS = Texts.of("dossier");

  private final boolean ownTransaction;

  /**
   * @param ownTransaction whether commands that come this way always open a transaction of their
   *     own; otherwise one that was given inside another fails with that one, and is written once
   */
  FailureLog(boolean ownTransaction) {
    this.ownTransaction = ownTransaction;
  }

  @Override
  public <T> T execute(Command<T> command) {
    boolean written = !ownTransaction && Context.getCommandContext() != null;
    try {
      return next.execute(command);
    } catch (RuntimeException | Error failed) {
      if (!written) {
        write(name(command), failed);
      }
      throw failed;
    }
  }

  private static void write(String command, Throwable failed) {
    Optional<Throwable> refusal = refusal(failed);
    if (refusal.isPresent()) {
      LOG.info(TEXTS.get("log.refused", name(refusal.get()), rule(refusal.get()), command));
    } else if (isExpected(failed)) {
      LOG.debug(TEXTS.get("log.failed", command), failed);
    } else {
      LOG.error(TEXTS.get("log.failed", command), failed);
    }
  }

  /** A dossier that a page asks for may be unknown; one that a listener needs may not. */
  private static Optional<Throwable> refusal(Throwable failed) {
    if (failed instanceof UnknownDossier || failed instanceof UnknownProcedure) {
      return Optional.of(failed);
    }
    return Stream.iterate(failed, cause -> cause != null, Throwable::getCause)
        .filter(cause -> cause instanceof NotAllowed || cause instanceof FieldProblems)
        .findFirst();
  }

  private static boolean isExpected(Throwable failed) {
    return failed instanceof AuthorizationException
        || failed instanceof BadUserRequestException
        || failed instanceof OptimisticLockingException
        || failed instanceof TaskAlreadyClaimedException;
  }

  /** The place in our code that refused: {@code Completion.java:107}. */
  private static String rule(Throwable refusal) {
    return Stream.of(refusal.getStackTrace())
        .filter(frame -> !frame.getClassName().startsWith(FieldProblems.class.getName()))
        .findFirst()
        .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
        .orElse("?");
  }

  private static String name(Object thing) {
    String name = thing.getClass().getName().replaceFirst("\\$\\$Lambda.*", "");
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
