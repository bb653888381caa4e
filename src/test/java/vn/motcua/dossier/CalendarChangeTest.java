package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.dossier.Counter.official;
import static vn.motcua.dossier.Government.storm;
import static vn.motcua.dossier.Government.swap;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import vn.motcua.calendar.CalendarStore;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.deadline.ClockAgreement;
import vn.motcua.deadline.ClockEvent;
import vn.motcua.deadline.ClockReading;
import vn.motcua.deadline.Clocks;
import vn.motcua.deadline.DueDates;
import vn.motcua.deadline.LedgerRow;
import vn.motcua.deadline.Recalculation;
import vn.motcua.language.Dates;
import vn.motcua.procedure.Procedures;

/** The government announces late: every open dossier follows, once, and says why. */
@CalendarStory
class CalendarChangeTest {

  @Autowired Counter counter;
  @Autowired Clocks clocks;
  @Autowired Dossiers dossiers;
  @Autowired ClockAgreement agreement;
  @Autowired Recalculation recalculation;
  @Autowired DueDates dueDates;
  @Autowired Procedures procedures;
  @Autowired CalendarStore store;
  @Autowired PlatformTransactionManager transactions;

  private Government government;

  @BeforeEach
  void government() {
    government = new Government(store, transactions, counter.time);
  }

  @AfterEach
  void ownTime() {
    ClockUtil.reset();
  }

  /** Also the engine's time, which its tasks bear. */
  private void at(int day, int month, int hour, int minute) {
    counter.time.at(day, month, hour, minute);
    ClockUtil.setCurrentTime(Date.from(counter.time.instant()));
  }

  @Test
  void aStormAndASwapMoveWhatTheyTouchAndLeaveTheRest() {
    at(2, 3, 8, 0);
    String moves = counter.desk();
    counter.does("clerk", moves, "outcome", "accept");
    counter.does("head", moves);
    String stays = counter.land();
    assertThat(due(moves)).isEqualTo("17:00 09/03/2026");
    assertThat(due(stays)).isEqualTo("17:00 16/03/2026");
    at(3, 3, 10, 0);
    int version =
        government.announces(
            "Bão; hoán đổi thứ Sáu",
            storm(SmallProvince.JUSTICE, "04/03", "04/03"),
            swap("06/03", "07/03"));

    Recalculation.Progress done = recalculation.apply(progress -> {});

    assertThat(done.moved()).isEqualTo(1);
    assertThat(done.left()).isZero();
    List<LedgerRow> ledger = clocks.ledger(moves);
    assertThat(ledger)
        .extracting(LedgerRow::event)
        .containsExactly(ClockEvent.START, ClockEvent.RECALCULATE);
    LedgerRow row = ledger.get(1);
    assertThat(row.used().toMinutes()).as("2/3 from 08:00, 3/3 until 10:00").isEqualTo(420 + 150);
    assertThat(row.cause().person()).isEqualTo(Government.WHO);
    assertThat(row.cause().words()).isEqualTo("Bão; hoán đổi thứ Sáu");
    assertThat(row.cause().legalBasis()).isEqualTo(Government.BASIS);
    assertThat(row.calendarVersion()).isEqualTo(version);
    assertThat(moment(row.due().before())).isEqualTo("17:00 09/03/2026");
    assertThat(moment(row.due().after())).isEqualTo("17:00 10/03/2026");
    assertThat(moment(counter.dossier(moves).dueAt())).isEqualTo("17:00 10/03/2026");
    assertThat(moment(counter.dossier(moves).statutoryDueAt())).isEqualTo("17:00 10/03/2026");
    assertThat(moment(counter.dossier(moves).firstDueAt())).isEqualTo("17:00 09/03/2026");
    timersFollow(moves);
    stepsAreDueByTheCalendarInForce(moves);

    assertThat(clocks.ledger(stays)).hasSize(1);
    assertThat(clocks.find(stays).orElseThrow().calendarVersion()).isEqualTo(version);
    assertThat(due(stays)).isEqualTo("17:00 16/03/2026");
    agree(moves, stays);

    assertThat(recalculation.apply(progress -> {}).moved()).isZero();
    assertThat(clocks.ledger(moves)).hasSize(2);
  }

  @Test
  void aStepMovesAlthoughItsDossierKeepsItsDate() {
    at(4, 5, 8, 0);
    String code = counter.desk();
    counter.does("clerk", code, "outcome", "accept");
    counter.does("head", code);
    government.announces("Bão", storm(SmallProvince.JUSTICE, "05/05", "05/05"));
    // Saturday is worked instead: the dossier is due as before, the step is not.
    government.announces("Làm bù", swap("22/05", "09/05"));
    Date before = counter.task(code).getDueDate();
    recalculation.apply(progress -> {});

    assertThat(due(code)).isEqualTo("17:00 11/05/2026");
    assertThat(clocks.ledger(code)).hasSize(1);
    assertThat(counter.task(code).getDueDate()).isAfter(before);
    stepsAreDueByTheCalendarInForce(code);
    agree(code);
  }

  @Test
  void aClockThatStandsMovesTooAndRunsOnWithWhatWasLeft() {
    at(6, 4, 8, 0);
    String code = counter.land();
    counter.does("clerk", code, "outcome", "accept");
    at(8, 4, 8, 0);
    counter.does("an", code, "outcome", "forward");
    assertThat(due(code)).isEqualTo("17:00 20/04/2026");
    at(10, 4, 9, 0);
    government.announces("Bão", storm(null, "09/04", "09/04"));
    recalculation.apply(progress -> {});

    assertThat(due(code)).isEqualTo("17:00 21/04/2026");
    assertThat(clocks.find(code).orElseThrow().pausedSince()).isNotNull();
    assertThat(clocks.ledger(code).get(2).used()).as("it stood").isZero();
    timersFollow(code);
    agree(code);

    counter.does("clerk", code);
    at(13, 4, 8, 0);
    counter.does("clerk", code, "eventPaper", "BL 123");
    // On 8/4 at 08:00 nine days were left, the first of them half an hour short; the storm was
    // while
    // it stood.
    assertThat(due(code)).isEqualTo("17:00 23/04/2026");
    agree(code);
  }

  @Test
  void aDueDateThatHadPassedIsFutureAgainAndHasItsTimer() {
    at(1, 6, 8, 0);
    String code = counter.desk();
    at(9, 6, 8, 0);
    for (String timer : List.of("warning-time", "due-time")) {
      counter.timers(code, timer).forEach(t -> counter.management.executeJob(t.getId()));
      assertThat(counter.timers(code, timer)).isEmpty();
    }
    assertThat(counter.dossier(code).overdueNotedAt()).isNotNull();
    government.announces("Bão, thông báo muộn", storm(SmallProvince.JUSTICE, "03/06", "05/06"));

    recalculation.apply(progress -> {});

    assertThat(due(code)).isEqualTo("17:00 11/06/2026");
    assertThat(counter.timers(code, "due-time")).hasSize(1);
    timersFollow(code);
    agree(code);
    at(12, 6, 8, 0);
    counter.timers(code, "due-time").forEach(t -> counter.management.executeJob(t.getId()));
    assertThat(counter.timers(code, "due-time")).isEmpty();
    agree(code);
  }

  @Test
  void anActBeforeItsTurnFirstWritesTheNewCalendarAndTheRunLeavesItAlone() {
    at(6, 7, 8, 0);
    String code = counter.land();
    counter.does("clerk", code, "outcome", "accept");
    at(7, 7, 8, 0);
    government.announces("Bão", storm(null, "08/07", "08/07"));
    counter.does("an", code, "outcome", "forward");

    assertThat(clocks.ledger(code))
        .extracting(LedgerRow::event)
        .containsExactly(ClockEvent.START, ClockEvent.RECALCULATE, ClockEvent.PAUSE);
    assertThat(clocks.ledger(code))
        .extracting(r -> r.cause().person())
        .containsExactly("clerk", Government.WHO, "an");
    assertThat(clocks.ledger(code).get(1).cause().words()).isEqualTo("Bão");
    assertThat(due(code)).isEqualTo("17:00 21/07/2026");
    agree(code);

    recalculation.apply(progress -> {});
    assertThat(clocks.ledger(code)).hasSize(3);
    agree(code);
  }

  @Test
  void anActBeforeItsTurnMovesTheOtherOpenSteps() {
    at(3, 8, 8, 0);
    String code = counter.desk();
    counter.does("clerk", code, "outcome", "accept");
    counter.does("head", code);
    at(4, 8, 9, 0);
    government.announces("Bão", storm(SmallProvince.JUSTICE, "05/08", "06/08"));
    at(4, 8, 10, 0);

    dossiers.suspend(code, "court", "QĐ 9/2026/QĐ-TA", official("leader", "so-tu-phap.approver"));

    assertThat(clocks.ledger(code))
        .extracting(LedgerRow::event)
        .containsExactly(ClockEvent.START, ClockEvent.RECALCULATE, ClockEvent.PAUSE);
    stepsAreDueByTheCalendarInForce(code);
    agree(code);
    recalculation.apply(progress -> {});
    stepsAreDueByTheCalendarInForce(code);
    agree(code);
  }

  @Test
  void theTimeOfAConsultedAgencyMovesWithItsTimer() {
    at(5, 1, 8, 0);
    String code = counter.receives("9.000013", "");
    counter.does("clerk", code, "outcome", "accept");
    counter.does("head", code);
    counter.does("an", code, "outcome", "forward");
    Date before = counter.task(code, "consult-1").getDueDate();
    assertThat(silences(code)).hasSize(2).allMatch(before::equals);
    at(6, 1, 8, 0);
    government.announces("Bão", storm(SmallProvince.LAND, "07/01", "08/01"));

    recalculation.apply(progress -> {});

    Date after = counter.task(code, "consult-1").getDueDate();
    assertThat(after).isAfter(before);
    assertThat(silences(code)).hasSize(2).allMatch(after::equals);
    agree(code);
  }

  private List<Date> silences(String code) {
    return counter
        .management
        .createJobQuery()
        .processInstanceId(counter.dossier(code).instanceId())
        .timers()
        .list()
        .stream()
        .filter(j -> ((JobEntity) j).getJobHandlerType().equals(SilenceJob.TYPE))
        .map(Job::getDuedate)
        .toList();
  }

  @Test
  void aStepBegunUnderTheNewCalendarIsNotMovedOnceMore() {
    at(7, 9, 8, 0);
    String code = counter.desk();
    at(7, 9, 9, 0);
    government.announces("Bão", storm(SmallProvince.JUSTICE, "08/09", "09/09"));
    at(7, 9, 10, 0);
    counter.does("clerk", code, "outcome", "accept");
    counter.does("head", code);
    assertThat(clocks.ledger(code)).as("these acts do not touch the clock").hasSize(1);

    recalculation.apply(progress -> {});

    assertThat(clocks.ledger(code)).hasSize(2);
    stepsAreDueByTheCalendarInForce(code);
    agree(code);
  }

  @Test
  void whatIsInterruptedIsContinuedAndNothingMovesTwice() {
    at(5, 10, 8, 0);
    List<String> codes = Stream.generate(counter::desk).limit(5).toList();
    government.announces("Bão", storm(SmallProvince.JUSTICE, "07/10", "07/10"));

    assertThatThrownBy(
            () ->
                recalculation.apply(
                    progress -> {
                      if (progress.moved() > 0) {
                        throw new IllegalStateException("interrupted");
                      }
                    }))
        .hasMessage("interrupted");

    long waiting = codes.stream().filter(c -> clocks.ledger(c).size() == 1).count();
    assertThat(waiting).isBetween(3L, 4L);
    assertThat(recalculation.left()).isGreaterThanOrEqualTo(waiting);
    agree(codes.toArray(String[]::new));
    assertThat(recalculation.apply(progress -> {}).moved()).isEqualTo(waiting);
    assertThat(recalculation.left()).isZero();
    assertThat(codes).extracting(c -> clocks.ledger(c).size()).containsOnly(2);
    assertThat(codes).extracting(this::due).containsOnly("17:00 13/10/2026");
    agree(codes.toArray(String[]::new));
  }

  private void timersFollow(String code) {
    ClockReading clock = clocks.find(code).orElseThrow();
    assertThat(counter.timers(code, "due-time"))
        .extracting(Job::getDuedate)
        .extracting(Date::toInstant)
        .containsExactly(clock.due());
    assertThat(counter.timers(code, "warning-time"))
        .extracting(Job::getDuedate)
        .extracting(Date::toInstant)
        .allMatch(clock.warnAt()::equals);
    assertThat(counter.runtime.getVariable(clock.instanceId(), "dueAt"))
        .isEqualTo(Date.from(clock.due()));
  }

  private void stepsAreDueByTheCalendarInForce(String code) {
    Dossier dossier = counter.dossier(code);
    List<Task> open = counter.openTasks(code);
    assertThat(open).isNotEmpty();
    for (Task task : open) {
      var step =
          procedures
              .ofDefinition(task.getProcessDefinitionId())
              .steps()
              .get(task.getTaskDefinitionKey());
      assertThat(task.getDueDate().toInstant())
          .as(step.id())
          .isEqualTo(
              dueDates
                  .stepDue(
                      task.getCreateTime().toInstant().atZone(WorkingCalendar.ZONE),
                      step,
                      dossier.procedure().caseId(),
                      dossier.difficultArea(),
                      dossier.place().lead())
                  .orElseThrow()
                  .toInstant());
    }
  }

  private void agree(String... codes) {
    assertThat(agreement.check().disagreements())
        .filteredOn(d -> List.of(codes).contains(d.dossierCode()))
        .isEmpty();
  }

  private String due(String code) {
    return moment(clocks.find(code).orElseThrow().due());
  }

  private static String moment(Instant moment) {
    return Dates.moment(moment.atZone(WorkingCalendar.ZONE));
  }
}
