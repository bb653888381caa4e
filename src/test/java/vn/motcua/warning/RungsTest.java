package vn.motcua.warning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.motcua.agency.Place;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.warning.OpenDossier.Stood;
import vn.motcua.warning.Rungs.Reached;

/** When 50, 80 and 100 % of a step's working time are used, also across a stop of the clock. */
class RungsTest {

  private static final WorkingCalendar CALENDAR = WorkingCalendar.standard();

  private static Instant at(int day, int hour, int minute) {
    return ZonedDateTime.of(2026, 11, day, hour, minute, 0, 0, WorkingCalendar.ZONE).toInstant();
  }

  private static OpenDossier dossier(Stood... stood) {
    return new OpenDossier(
        "H49",
        "1",
        "Thủ tục",
        new Place(null, null, null, null),
        "so-tu-phap",
        null,
        null,
        null,
        List.of(),
        List.of(stood));
  }

  private static OpenStep step(Instant created, Instant due) {
    return new OpenStep("t", "Thẩm định", "p", null, created, due);
  }

  private static List<Reached> reached(Instant now, OpenDossier d, OpenStep step) {
    return new Rungs(CALENDAR, now).of(d, step);
  }

  @Test
  void countsWorkingTimeOnly() {
    // Friday 20/11 07:30 to Wednesday 25/11 17:00, Tuesday being a holiday: three days of 7.5
    // hours.
    OpenStep step = step(at(20, 7, 30), at(25, 17, 0));

    assertThat(reached(at(23, 8, 44), dossier(), step)).isEmpty();
    assertThat(reached(at(23, 10, 15), dossier(), step))
        .as("11.25 hours: Friday and until 11:15 on Monday")
        .isEmpty();
    assertThat(reached(at(23, 11, 15), dossier(), step))
        .containsExactly(new Reached(Rung.HALF, at(23, 11, 15), at(25, 17, 0)));
    assertThat(reached(at(25, 10, 30), dossier(), step))
        .extracting(Reached::rung, Reached::at)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Rung.HALF, at(23, 11, 15)),
            org.assertj.core.groups.Tuple.tuple(Rung.SOON, at(25, 10, 30)));
  }

  @Test
  void theLastMinuteIsStillInTime() {
    OpenStep step = step(at(20, 7, 30), at(25, 17, 0));

    assertThat(reached(at(25, 17, 0), dossier(), step))
        .extracting(Reached::rung)
        .doesNotContain(Rung.OVER);
    assertThat(reached(at(25, 17, 0).plusSeconds(1), dossier(), step))
        .extracting(Reached::rung)
        .containsExactly(Rung.HALF, Rung.SOON, Rung.OVER);
  }

  @Test
  void timeInWhichTheClockStoodIsNotUsed() {
    // Two days of 7.5 hours from Wednesday 18/11, stopped Wednesday 17:00 to Friday 17:00.
    OpenStep step = step(at(18, 7, 30), at(23, 17, 0));
    OpenDossier d = dossier(new Stood(at(18, 17, 0), at(20, 17, 0)));

    assertThat(reached(at(20, 17, 0), d, step))
        .as("one of two days is used, half of the time")
        .extracting(Reached::rung, Reached::at)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Rung.HALF, at(18, 17, 0)));
    assertThat(reached(at(23, 13, 30), d, step))
        .extracting(Reached::rung)
        .containsExactly(Rung.HALF);
    assertThat(reached(at(23, 14, 0), d, step))
        .extracting(Reached::rung, Reached::at)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Rung.HALF, at(18, 17, 0)),
            org.assertj.core.groups.Tuple.tuple(Rung.SOON, at(23, 14, 0)));
  }

  @Test
  void aStepThatBeganWhileTheClockStoodIsMeasuredByItsOwnTime() {
    OpenStep step = step(at(19, 7, 30), at(20, 17, 0));
    OpenDossier d = dossier(new Stood(at(18, 17, 0), at(20, 11, 30)));

    assertThat(reached(at(19, 17, 0), d, step))
        .extracting(Reached::at)
        .containsExactly(at(19, 17, 0));
  }

  @Test
  void aStepWithoutTimeHasNoRung() {
    assertThat(reached(at(25, 17, 0), dossier(), step(at(20, 7, 30), null))).isEmpty();
  }
}
