package vn.motcua.dossier;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;

/** The engine's timer of a consultation: fires when the consulted agency's own time has passed. */
final class SilenceJob implements JobHandler<SilenceJob.OfTask> {

  static final String TYPE = "consult-silence";

  private final Supplier<Silence> silence;

  SilenceJob(Supplier<Silence> silence) {
    this.silence = silence;
  }

  @Override
  public String getType() {
    return TYPE;
  }

  @Override
  public void execute(
      OfTask task, ExecutionEntity execution, CommandContext context, String tenantId) {
    silence.get().passed(task.id());
  }

  @Override
  public OfTask newConfiguration(String text) {
    return new OfTask(text);
  }

  @Override
  public void onDelete(OfTask task, JobEntity job) {
    // Nothing else hangs on it.
  }

  /** Whose time it is. */
  record OfTask(String id) implements JobHandlerConfiguration {
    @Override
    public String toCanonicalString() {
      return id;
    }
  }
}
