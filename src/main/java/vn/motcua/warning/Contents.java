package vn.motcua.warning;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.deadline.DueDates;
import vn.motcua.language.Dates;
import vn.motcua.warning.Bundle.Risk;

/** Puts what is at risk into the words of a digest, as it stands at this moment. */
@Component
class Contents {

  private final DueDates dueDates;
  private final Clock clock;

  Contents(DueDates dueDates, Clock clock) {
    this.dueDates = dueDates;
    this.clock = clock;
  }

  Content of(Bundle bundle) {
    Instant now = clock.instant();
    return new Content(
        bundle.count(Rung.OVER),
        bundle.count(Rung.SOON),
        bundle.count(Rung.HALF),
        bundle.worst().stream().map(risk -> item(risk, now)).toList(),
        bundle.notices());
  }

  private Content.Item item(Risk risk, Instant now) {
    OpenDossier d = risk.dossier();
    OpenStep step = risk.step();
    Instant stepDue = step == null ? null : step.due();
    return new Content.Item(
        d.code(),
        d.procedureCode(),
        d.procedure(),
        step != null && risk.role() == Recipient.HOLDER ? step.taskId() : null,
        step == null ? null : step.name(),
        risk.rung().percent(),
        risk.role().word(),
        moment(stepDue),
        left(stepDue, now, d.unit()),
        moment(d.due()),
        left(d.due(), now, d.unit()));
  }

  private static String moment(Instant due) {
    return due == null ? null : Dates.moment(due.atZone(WorkingCalendar.ZONE));
  }

  private String left(Instant due, Instant now, String unit) {
    if (due == null) {
      return null;
    }
    var at = due.atZone(WorkingCalendar.ZONE);
    return dueDates.timeLeft(at, at, now.atZone(WorkingCalendar.ZONE), false, unit).words();
  }
}
