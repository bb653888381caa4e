package vn.motcua.dossier;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.deadline.DueDates;
import vn.motcua.deadline.TimeLeft;
import vn.motcua.language.Dates;
import vn.motcua.language.Texts;

/**
 * The results of a linked dossier as people see them: agency, its own date and why, what became.
 */
@Component
class ResultLines {

  private static final Texts TEXTS = Texts.of("dossier");

  private final LinkedResults linked;
  private final ReckoningWords reckoning;
  private final DueDates dueDates;
  private final Clock clock;

  ResultLines(LinkedResults linked, ReckoningWords reckoning, DueDates dueDates, Clock clock) {
    this.linked = linked;
    this.reckoning = reckoning;
    this.dueDates = dueDates;
    this.clock = clock;
  }

  /**
   * @param left working time left; null once it is issued
   * @param stage what became of it so far, in words
   * @param why why the date is this one
   * @param waits true if it can be given to the applicant now
   */
  record ResultLine(
      String id,
      String name,
      String agency,
      String limit,
      Instant firstDue,
      Instant due,
      Sheets.Left left,
      String stage,
      String paper,
      String why,
      boolean waits) {}

  /** None for an ordinary dossier. */
  List<ResultLine> of(Dossier d) {
    return linked.of(d).stream().map(r -> line(d, r)).toList();
  }

  private ResultLine line(Dossier d, DossierResult r) {
    return new ResultLine(
        r.id(),
        r.name(),
        r.agency(),
        r.limit().toString(),
        r.firstDue(),
        r.due(),
        left(d, r),
        stage(r),
        r.paper(),
        why(d, r),
        r.waits());
  }

  private Sheets.Left left(Dossier d, DossierResult r) {
    if (r.issued() != null || d.endedAt() != null) {
      return null;
    }
    Instant from = r.received() == null ? d.receivedAt() : r.received();
    TimeLeft left =
        dueDates.timeLeft(
            from.atZone(WorkingCalendar.ZONE),
            r.due().atZone(WorkingCalendar.ZONE),
            ZonedDateTime.ofInstant(clock.instant(), WorkingCalendar.ZONE),
            d.pausedSince() != null,
            r.unit());
    return new Sheets.Left(left.state().word(), left.state().label(), left.words());
  }

  private static String stage(DossierResult r) {
    if (r.returned() != null) {
      return TEXTS.get("result.returned", moment(r.returned()));
    }
    if (r.issued() != null) {
      return TEXTS.get(
          r.issued().isAfter(r.due()) ? "result.issued.late" : "result.issued.in-time",
          moment(r.issued()));
    }
    return r.received() == null
        ? TEXTS.get("result.expected")
        : TEXTS.get("result.received", moment(r.received()));
  }

  private String why(Dossier d, DossierResult r) {
    return r.received() == null
        ? TEXTS.get(
            "result.why.promised",
            reckoning.of(r.promise(), d.receivedAt(), r.due()),
            r.agency(),
            r.limit())
        : TEXTS.get(
            "result.why.received", r.agency(), reckoning.of(r.limit(), r.received(), r.due()));
  }

  private static String moment(Instant moment) {
    return Dates.moment(moment.atZone(WorkingCalendar.ZONE));
  }
}
