package vn.motcua;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.CallerRunsRejectedJobsHandler;
import org.springframework.stereotype.Component;

/**
 * While the queue of the job executor is full, the thread that looks for due jobs runs one itself.
 * By default it would look again at once for the three or four that just found a place, a thousand
 * times for ten thousand timers; so it comes back when there is room for a whole portion.
 */
@Component
class HelpingAcquisition extends AbstractProcessEnginePlugin {

  @Override
  public void postInit(ProcessEngineConfigurationImpl engine) {
    if (engine.getJobExecutor() != null) {
      engine.getJobExecutor().setRejectedJobsHandler(new CallerRunsRejectedJobsHandler());
    }
  }
}
