package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import vn.motcua.agency.Delegation;

/** A refusal is a line in the server's log, a fault is a trace. */
@DossierStory
@ExtendWith(OutputCaptureExtension.class)
@ResourceLock(Resources.SYSTEM_OUT)
class FailureLogTest {

  private static final String TRACE = "\tat ";

  @Autowired Counter counter;
  @Autowired Sheets sheets;
  @Autowired ProcessEngine engine;

  @BeforeEach
  void mondayMorning() {
    counter.time.at(23, 11, 8, 0);
    counter.province.exceptions.clear();
    counter.province.delegations.clear();
    counter.province.delegations.add(
        new Delegation(SmallProvince.WARD, "*", "QĐ 12/QĐ-UBND", LocalDate.of(2026, 1, 1), null));
  }

  @AfterEach
  void mendTheProvince() {
    counter.province.exceptions.clear();
  }

  @Test
  void aRefusalIsOneLineThatNamesTheRuleAndNobody(CapturedOutput log) {
    String code = counter.onTheSpot();
    int before = log.getAll().length();

    assertThatThrownBy(() -> counter.does("clerk", code, "outcome", "022190000001"))
        .hasMessageContaining("022190000001");

    String said = log.getAll().substring(before);
    assertThat(said.lines())
        .singleElement()
        .asString()
        .contains("INFO", "Từ chối: NotAllowed tại Completion.java:", "CompleteTaskCmd")
        .doesNotContain("022190000001");
  }

  @Test
  void aDossierThatOneMayNotKnowOfIsNoError(CapturedOutput log) {
    String code = counter.desk();

    assertThatThrownBy(() -> sheets.dossier(code, Counter.official("doctor", "so-y-te.appraiser")))
        .isInstanceOf(UnknownDossier.class);

    assertThat(log)
        .contains("Từ chối: UnknownDossier tại Sheets.java:", "khi chạy lệnh EngineRights.")
        .doesNotContain("ERROR")
        .doesNotContain(TRACE);
  }

  @Test
  void aRightThatIsMissingIsNoError(CapturedOutput log) {
    Task task = counter.task(counter.onTheSpot());

    assertThatThrownBy(
            () ->
                counter.as(
                    "doctor",
                    List.of("so-y-te.appraiser"),
                    () -> {
                      counter.tasks.claim(task.getId(), "doctor");
                      return null;
                    }))
        .isInstanceOf(AuthorizationException.class);

    assertThat(log).doesNotContain("ERROR").doesNotContain(TRACE);
  }

  @Test
  void aFaultInAListenerIsAnErrorWithItsTraceOnce(CapturedOutput log) {
    String code = counter.onTheSpot();
    counter.does("clerk", code, "outcome", "accept");
    counter.does("appraiser", code, "outcome", "forward");
    counter.province.exceptions.add(null);

    assertThatThrownBy(() -> counter.does("clerk", code, "outcome", "approve"))
        .hasRootCauseInstanceOf(NullPointerException.class);

    assertThat(log)
        .contains("ERROR", "Lệnh CompleteTaskCmd bị lỗi.", "NullPointerException")
        .contains(TRACE + "vn.motcua.dossier.Duties.check(Duties.java:")
        .doesNotContain("Từ chối: ");
    assertThat(log.getAll().split("bị lỗi", -1)).as("written once").hasSize(2);
  }

  @Test
  void aJobThatFailsIsWrittenByTheJobExecutor(CapturedOutput log) {
    String code = counter.desk();
    Job due = counter.timers(code, "due-time").get(0);
    counter.jdbc.execute("alter table dossier rename column overdue_noted_at to gone");
    try {
      execute(due);
    } finally {
      counter.jdbc.execute("alter table dossier rename column gone to overdue_noted_at");
    }

    assertThat(log)
        .contains("ENGINE-14006", due.getId())
        .contains(TRACE + "vn.motcua.dossier.Endings.reached(Endings.java:");
    assertThat(counter.management.createJobQuery().jobId(due.getId()).singleResult().getRetries())
        .isEqualTo(2);
  }

  /** As a thread of the job executor does it, while none looks for the jobs of other stories. */
  private void execute(Job job) {
    ProcessEngineConfigurationImpl configuration =
        ((ProcessEngineImpl) engine).getProcessEngineConfiguration();
    JobExecutor usual = configuration.getJobExecutor();
    configuration.setJobExecutor(new OnlyWhatItIsGiven());
    try {
      new ExecuteJobsRunnable(List.of(job.getId()), (ProcessEngineImpl) engine).run();
    } finally {
      configuration.setJobExecutor(usual);
    }
  }

  private static final class OnlyWhatItIsGiven extends JobExecutor {

    OnlyWhatItIsGiven() {
      isActive = true;
    }

    @Override
    public void jobWasAdded() {}

    @Override
    protected void startExecutingJobs() {}

    @Override
    protected void stopExecutingJobs() {}

    @Override
    public void executeJobs(List<String> jobs, ProcessEngineImpl engine) {}
  }
}
