package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.motcua.calendar.Calendars;
import vn.motcua.calendar.WorkingCalendar;

/** What comes in online is answered within eight working hours (NĐ 45/2020/NĐ-CP Điều 11). */
@DossierStory
class OnlineAcceptanceTest {

  @Autowired Counter counter;
  @Autowired Calendars calendars;

  @BeforeEach
  void mondayAtTen() {
    counter.time.at(23, 11, 10, 0);
  }

  @Test
  void theCounterHasEightWorkingHoursWhereTheRouteAllowsADay() {
    ZonedDateTime start = ZonedDateTime.of(2026, 11, 23, 10, 0, 0, 0, WorkingCalendar.ZONE);

    assertThat(due("1.013995", null, "tinh", "online"))
        .isEqualTo(calendars.calendar().plus(start, Duration.ofHours(8), SmallProvince.CENTRE))
        .isBefore(due("1.013995", null, "tinh", "counter"));
  }

  @Test
  void aShorterTimeOfTheRouteStays() {
    assertThat(due("1.013830", "case-1", null, "online"))
        .isEqualTo(due("1.013830", "case-1", null, "counter"));
  }

  private ZonedDateTime due(String procedure, String caseId, String level, String channel) {
    Application a = Counter.application(procedure, caseId, level, null);
    Application typed =
        new Application(
            a.procedureCode(),
            a.caseId(),
            a.level(),
            a.receptionUnit(),
            a.commune(),
            a.difficultArea(),
            channel,
            a.assisted(),
            a.priority(),
            a.returnWay(),
            a.content(),
            a.applicant(),
            a.owner(),
            a.papers());
    String code = counter.reception.receive(typed, counter.centreClerk()).code();
    return counter.task(code).getDueDate().toInstant().atZone(WorkingCalendar.ZONE);
  }
}
