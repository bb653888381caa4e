package vn.motcua.province;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.Incident;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.motcua.Application;
import vn.motcua.dossier.Reception;
import vn.motcua.procedure.Procedure;
import vn.motcua.procedure.Procedures;

/**
 * Five in the afternoon on two nodes and PostgreSQL, with the settings that a province runs with:
 * what is due at one moment fires once each and none is lost, while an official goes on working, a
 * third node has died with timers in its hands, and one timer fails.
 */
@Tag("slow")
class StormOfTimersTest {

  private static final int DOSSIERS = 120;
  private static final int IN_DEAD_HANDS = 30;
  private static final Duration MOST = Duration.ofMinutes(3);

  @TempDir Path work;

  @Test
  void eachFiresOnceAndNoneIsLost() throws Exception {
    Path models = SomeModels.copy(12, work);
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
        ConfigurableApplicationContext first = node(postgres, models);
        ConfigurableApplicationContext second = node(postgres, models)) {
      JdbcTemplate jdbc = first.getBean(JdbcTemplate.class);
      receive(first);
      watch(jdbc);
      String unlucky = refuseOne(jdbc);
      List<Map<String, Object>> ledger = ledger(jdbc);
      int due = makeDue(jdbc);
      assertThat(due).isGreaterThan(DOSSIERS);

      Officials official = new Officials(first.getBean(ProcessEngine.class), jdbc, true, 10);
      official.begin();
      List.of(first, second).forEach(node -> executor(node).start());
      until(jdbc, 0);
      official.end();

      assertThat(official.done()).isPositive();
      assertThat(official.refused()).as("acts of the official that a timer undid").isZero();
      assertThat(marks(jdbc)).hasSize(due - 1).doesNotHaveDuplicates();
      assertThat(ledgerOfUntouched(ledger, jdbc)).isEqualTo(ledgerOfUntouched(ledger(jdbc), jdbc));
      theFailedOneIsAnIncidentUntilItIsMended(first, jdbc, unlucky);

      assertThat(marks(jdbc)).hasSize(due).doesNotHaveDuplicates();
      theHistoryTellsEachOnce(jdbc, due);
    }
  }

  private static void theFailedOneIsAnIncidentUntilItIsMended(
      ConfigurableApplicationContext node, JdbcTemplate jdbc, String unlucky) throws Exception {
    ProcessEngine engine = node.getBean(ProcessEngine.class);
    Incident incident = engine.getRuntimeService().createIncidentQuery().singleResult();
    assertThat(incident.getActivityId()).isEqualTo("due-time");
    assertThat(incident.getIncidentMessage()).contains("not today");
    assertThat(
            engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(incident.getProcessInstanceId())
                .singleResult()
                .getBusinessKey())
        .isEqualTo(unlucky);

    jdbc.execute("drop trigger refuse_one on dossier");
    engine.getManagementService().setJobRetries(incident.getConfiguration(), 1);
    until(jdbc, 0);

    assertThat(engine.getRuntimeService().createIncidentQuery().count()).isZero();
  }

  private static void theHistoryTellsEachOnce(JdbcTemplate jdbc, int due) {
    for (List<String> told :
        List.of(
            List.of("overdue", "due-time", "overdue-noted"),
            List.of("warning", "warning-time", "warned"))) {
      List<Long> counts = new ArrayList<>();
      for (String activity : told) {
        List<String> instances =
            jdbc.queryForList(
                "select PROC_INST_ID_ from ACT_HI_ACTINST where ACT_ID_ = ?"
                    + " and END_TIME_ is not null",
                String.class,
                activity);
        assertThat(instances).as(activity).isNotEmpty().doesNotHaveDuplicates();
        counts.add((long) instances.size());
      }
      assertThat(counts).as("%s", told).containsOnly(counts.get(0));
    }
    assertThat(
            jdbc.queryForList(
                "select JOB_ID_ from ACT_HI_JOB_LOG where JOB_STATE_ = 2", String.class))
        .as("jobs that were done")
        .hasSize(due)
        .doesNotHaveDuplicates();
  }

  private static ConfigurableApplicationContext node(EmbeddedPostgres postgres, Path models) {
    ConfigurableApplicationContext node =
        new SpringApplicationBuilder(Application.class)
            .profiles("postgres")
            .run(
                "--server.port=0",
                "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                "--spring.datasource.username=postgres",
                "--motcua.models=" + models);
    executor(node).shutdown();
    return node;
  }

  private static JobExecutor executor(ConfigurableApplicationContext node) {
    return node.getBean(JobExecutor.class);
  }

  private static void receive(ConfigurableApplicationContext node) {
    Reception reception = node.getBean(Reception.class);
    List<Procedure> procedures = node.getBean(Procedures.class).all();
    for (int i = 0; i < DOSSIERS; i++) {
      Procedure procedure = procedures.get(i % procedures.size());
      Received.one(reception, procedure, procedure.cases().get(0));
    }
  }

  /** Writes down each mark that a timer leaves in the register. */
  private static void watch(JdbcTemplate jdbc) {
    jdbc.execute(
        """
        create table mark (code varchar(60) not null, what varchar(20) not null);
        create function note_mark() returns trigger language plpgsql as $$ begin
          if new.warned_at is distinct from old.warned_at then
            insert into mark values (new.code, 'warned');
          end if;
          if new.overdue_noted_at is distinct from old.overdue_noted_at then
            insert into mark values (new.code, 'overdue');
          end if;
          return new; end $$;
        create trigger note_mark after update of warned_at, overdue_noted_at on dossier
          for each row execute function note_mark()\
        """);
  }

  private static String refuseOne(JdbcTemplate jdbc) {
    String code =
        jdbc.queryForObject(
            "select max(BUSINESS_KEY_) from ACT_RU_EXECUTION e where exists (select from"
                + " ACT_RU_JOB j join ACT_RU_JOBDEF d on d.ID_ = j.JOB_DEF_ID_ and d.ACT_ID_ ="
                + " 'due-time' where j.PROCESS_INSTANCE_ID_ = e.ID_)",
            String.class);
    jdbc.execute(
        """
        create function refuse_one() returns trigger language plpgsql as $$ begin
          raise exception 'not today'; end $$;
        create trigger refuse_one before update of overdue_noted_at on dossier
          for each row when (new.code = '%s') execute function refuse_one()\
        """
            .formatted(code));
    return code;
  }

  /** All statutory timers become due at once; some were taken by a node that is no more. */
  private static int makeDue(JdbcTemplate jdbc) {
    int due =
        jdbc.update(
            "update ACT_RU_JOB set DUEDATE_ = ? where JOB_DEF_ID_ in"
                + " (select ID_ from ACT_RU_JOBDEF where ACT_ID_ in ('due-time', 'warning-time'))",
            Timestamp.from(Instant.now().minusSeconds(1)));
    int taken =
        jdbc.update(
            "update ACT_RU_JOB set LOCK_OWNER_ = 'a node that died', LOCK_EXP_TIME_ = ? where ID_"
                + " in (select ID_ from ACT_RU_JOB where DUEDATE_ < ? order by ID_ limit ?)",
            Timestamp.from(Instant.now().plusSeconds(3)),
            Timestamp.from(Instant.now()),
            IN_DEAD_HANDS);
    assertThat(taken).isEqualTo(IN_DEAD_HANDS);
    return due;
  }

  private static void until(JdbcTemplate jdbc, int left) throws InterruptedException {
    long end = System.nanoTime() + MOST.toNanos();
    while (left < due(jdbc)) {
      assertThat(System.nanoTime()).as("timers left: %d", due(jdbc)).isLessThan(end);
      Thread.sleep(100);
    }
  }

  private static int due(JdbcTemplate jdbc) {
    return jdbc.queryForObject(
        "select count(*) from ACT_RU_JOB where DUEDATE_ <= ? and RETRIES_ > 0",
        Integer.class,
        Timestamp.from(Instant.now()));
  }

  private static List<String> marks(JdbcTemplate jdbc) {
    return jdbc.queryForList("select code || ' ' || what from mark", String.class);
  }

  private static List<Map<String, Object>> ledger(JdbcTemplate jdbc) {
    return jdbc.queryForList("select * from clock_ledger order by dossier_code, no");
  }

  private static List<Map<String, Object>> ledgerOfUntouched(
      List<Map<String, Object>> ledger, JdbcTemplate jdbc) {
    List<String> touched = jdbc.queryForList("select dossier_code from dossier_act", String.class);
    return ledger.stream().filter(row -> !touched.contains(row.get("dossier_code"))).toList();
  }
}
