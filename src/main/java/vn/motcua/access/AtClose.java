package vn.motcua.access;

import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandContextListener;

/** Looks at the work of a command before it is written; what it throws undoes the command. */
record AtClose(Runnable check) implements CommandContextListener {

  @Override
  public void onCommandContextClose(CommandContext command) {
    check.run();
  }

  @Override
  public void onCommandFailed(CommandContext command, Throwable cause) {
    // nothing was written
  }
}
