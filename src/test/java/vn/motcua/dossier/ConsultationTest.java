package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.dossier.Counter.official;

import java.sql.Timestamp;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.language.Dates;

/** Agencies are consulted in parallel; each has its own time, answer, and silence. */
@DossierStory
class ConsultationTest {

  private static final CurrentOfficial LEADER =
      official("leader", "so-nong-nghiep-va-moi-truong.approver");

  @Autowired Counter counter;
  @Autowired WorkList work;
  @Autowired Dossiers dossiers;
  @Autowired Sheets sheets;

  @BeforeEach
  void mondayMorning() {
    counter.time.at(23, 11, 8, 0);
  }

  @Test
  void eachAgencyHasItsOwnTimeAndAnswer() {
    String code = consulted("9.000013");
    Task ward = counter.task(code, "consult-1");
    Task trade = counter.task(code, "consult-2");
    assertThat(ward.getTenantId()).isEqualTo("phuong-ha-long.partner");
    assertThat(trade.getTenantId()).isEqualTo("so-cong-thuong.partner");
    assertThat(silences(code))
        .extracting(Job::getDuedate)
        .containsExactlyInAnyOrder(ward.getDueDate(), trade.getDueDate());

    assertRefused(
        () -> counter.does("ward", ward), "hãy chọn ý kiến", "agree, agree-with-comments");
    assertRefused(() -> counter.does("ward", ward, "position", "maybe"), "“maybe”");
    assertRefused(
        () -> counter.does("ward", ward, "position", "disagree"), "hãy ghi nội dung ý kiến");
    counter.time.at(24, 11, 9, 0);
    counter.does("ward", ward, "position", "disagree", "opinion", "Trùng quy hoạch");
    assertThat(silences(code)).extracting(Job::getDuedate).containsExactly(trade.getDueDate());
    counter.time.at(25, 11, 9, 0);
    counter.does("trade", trade, "position", "agree");
    assertThat(silences(code)).isEmpty();

    assertThat(counter.acts(code))
        .filteredOn(a -> a.act().equals("consult"))
        .extracting(DossierAct::outcome, DossierAct::trace, DossierAct::post)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "disagree", "Ý kiến: Trùng quy hoạch", "phuong-ha-long.partner"),
            org.assertj.core.groups.Tuple.tuple("agree", null, "so-cong-thuong.partner"));
    assertThat(counter.openTasks(code))
        .extracting(Task::getTaskDefinitionKey)
        .containsExactly("verify");
    assertThat(sheets.dossier(code, counter.centreClerk()).acts())
        .extracting(Sheets.ActRow::outcome)
        .contains("Không đồng ý", "Đồng ý");
  }

  @Test
  void aConsultedAgencySeesItsOwnDateAndTheWholeOne() {
    String code = consulted("9.000013");
    Task trade = counter.task(code, "consult-2");
    Sheets.TaskSheet sheet =
        counter.as(
            "trade",
            List.of("so-cong-thuong.partner"),
            () -> sheets.task(trade.getId(), official("trade", "so-cong-thuong.partner")));

    assertThat(moment(sheet.stepDue())).isEqualTo("15:30 30/11/2026");
    assertThat(moment(sheet.dossier().due())).isEqualTo("17:00 11/12/2026");
  }

  @Test
  void whereTheLawSaysSoSilenceIsConsentWithATrace() {
    String code = consulted("9.000011");
    Task trade = counter.task(code, "consult-2");
    fires(code, trade);

    assertThat(counter.openTasks(code))
        .extracting(Task::getTaskDefinitionKey)
        .containsExactlyInAnyOrder("verify", "consult-1");
    assertThat(counter.acts(code))
        .last()
        .satisfies(
            act -> {
              assertThat(act.person()).isEqualTo("motcua");
              assertThat(act.outcome()).isEqualTo("deemed-consent");
              assertThat(act.note()).contains("15:30 30/11/2026", "coi như đồng ý");
              assertThat(act.trace()).isEqualTo("Căn cứ: NĐ 217 Đ54");
            });
    assertThat(sheets.dossier(code, counter.centreClerk()).acts())
        .last()
        .satisfies(
            row -> {
              assertThat(row.person()).isEqualTo("Hệ thống");
              assertThat(row.outcome()).isEqualTo("Coi như đồng ý");
            });
    fires(code, counter.task(code, "consult-1"));
    assertThat(
            work
                .mine(official("an", counter.task(code).getTenantId()), "")
                .kinds()
                .values()
                .stream()
                .filter(kind -> kind.act().equals("inspect")))
        .as("minutes are not written for many at once")
        .isNotEmpty()
        .allMatch(WorkList.Kind::alone);
    counter.visits("an", code);
    assertThat(counter.task(code).getTaskDefinitionKey()).isEqualTo("conclude");
    assertThat(counter.notices(code)).isEmpty();
  }

  @Test
  void orTheAgencyIsRemindedAndStillHasToAnswer() {
    String code = consulted("9.000012");
    Task trade = counter.task(code, "consult-2");
    fires(code, trade);
    assertThat(counter.notices(code)).containsExactly("consult-overdue so-cong-thuong.partner");
    assertThat(silences(code)).hasSize(1);
    counter.does("trade", trade, "position", "no-opinion");
    assertThat(counter.acts(code)).last().extracting(DossierAct::outcome).isEqualTo("no-opinion");
  }

  @Test
  void orElseTheHeadOfTheOneStopUnitIsTold() {
    String code = consulted("9.000013");
    fires(code, counter.task(code, "consult-1"));
    assertThat(counter.notices(code))
        .containsExactly("consult-escalated so-nong-nghiep-va-moi-truong.centre-director");
    assertThat(counter.task(code, "consult-1")).isNotNull();
  }

  @Test
  void theTimeOfAConsultationStandsWithTheClock() {
    String code = consulted("9.000011");
    begunInTheStory(code);
    counter.time.at(26, 11, 8, 0);
    dossiers.suspend(code, "court", "QĐ 9/2026/QĐ-TA", LEADER);
    assertThat(silences(code)).hasSize(2).allMatch(Job::isSuspended);
    counter.time.at(3, 12, 8, 0);
    dossiers.proceed(code, "QĐ 12/2026/QĐ-TA", LEADER);

    Task trade = counter.task(code, "consult-2");
    // From 26/11 08:00 to 30/11 15:30 there were 20 hours 30 minutes of work.
    assertThat(moment(trade.getDueDate().toInstant())).isEqualTo("15:30 07/12/2026");
    assertThat(silences(code))
        .hasSize(2)
        .noneMatch(Job::isSuspended)
        .allMatch(job -> job.getDuedate().equals(trade.getDueDate()));
  }

  @Test
  void nothingOfAConsultationIsLeftBehindAWithdrawal() {
    String code = consulted("9.000011");
    List<Job> before = silences(code);
    assertThat(before).hasSize(2);
    dossiers.withdraw(code, "Xin rút", LEADER);
    assertThat(before)
        .allSatisfy(
            job ->
                assertThat(counter.management.createJobQuery().jobId(job.getId()).count())
                    .isZero());
  }

  private String consulted(String procedure) {
    String code = counter.receives(procedure, "");
    counter.does("clerk", code, "outcome", "accept");
    counter.does("head", code);
    counter.does("an", code, "outcome", "forward");
    assertThat(counter.openTasks(code))
        .extracting(Task::getTaskDefinitionKey)
        .containsExactlyInAnyOrder("verify", "consult-1", "consult-2");
    return code;
  }

  /** The engine's own clock is not that of the story. */
  private void begunInTheStory(String code) {
    counter.jdbc.update(
        "update ACT_RU_TASK set CREATE_TIME_ = ? where PROC_INST_ID_ = ?",
        Timestamp.from(counter.time.instant()),
        counter.dossier(code).instanceId());
  }

  private void fires(String code, Task task) {
    Job timer =
        silences(code).stream()
            .filter(j -> ((JobEntity) j).getJobHandlerConfigurationRaw().equals(task.getId()))
            .findFirst()
            .orElseThrow();
    counter.time.at(30, 11, 15, 30);
    counter.management.executeJob(timer.getId());
  }

  private List<Job> silences(String code) {
    return counter
        .management
        .createJobQuery()
        .processInstanceId(counter.dossier(code).instanceId())
        .timers()
        .list()
        .stream()
        .filter(j -> ((JobEntity) j).getJobHandlerType().equals(SilenceJob.TYPE))
        .toList();
  }

  private static String moment(java.time.Instant moment) {
    return Dates.moment(moment.atZone(WorkingCalendar.ZONE));
  }

  private static void assertRefused(Runnable work, String... words) {
    assertThatThrownBy(work::run)
        .isInstanceOfAny(ProcessEngineException.class, NotAllowed.class)
        .hasMessageContainingAll(words);
  }
}
