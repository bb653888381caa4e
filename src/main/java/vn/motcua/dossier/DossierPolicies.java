package vn.motcua.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import vn.motcua.calendar.Calendars;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.deadline.ConsultSilence;
import vn.motcua.deadline.Policies;
import vn.motcua.deadline.Policy;
import vn.motcua.deadline.SupplementClock;
import vn.motcua.deadline.SupplementExpiry;
import vn.motcua.procedure.Procedure;
import vn.motcua.procedure.Procedures;

/** The policies as they hold for one dossier: of its procedure, on the day it was received. */
@Component
class DossierPolicies {

  private final Policies policies;
  private final Procedures procedures;
  private final Calendars calendars;

  DossierPolicies(Policies policies, Procedures procedures, Calendars calendars) {
    this.policies = policies;
    this.procedures = procedures;
    this.calendars = calendars;
  }

  Policy<Integer> supplementRequests(DossierFile file) {
    return of(file, policies::supplementRequests);
  }

  Policy<TimeLimit> supplementRequestWithin(DossierFile file) {
    return of(file, policies::supplementRequestWithin);
  }

  SupplementClock supplementClock(DossierFile file) {
    return of(file, policies::supplementClock).value();
  }

  Policy<SupplementExpiry> supplementExpiry(DossierFile file) {
    return of(file, policies::supplementExpiry);
  }

  /** When the applicant's time for papers ends that are asked for now; empty if it has no end. */
  Optional<Instant> papersDue(DossierFile file, Instant now) {
    return of(file, policies::applicantDeadline).value().map(limit -> end(file, now, limit));
  }

  Policy<TimeLimit> apologyLeadTime(DossierFile file) {
    return of(file, policies::apologyLeadTime);
  }

  Policy<Integer> apologies(DossierFile file) {
    return of(file, policies::apologies);
  }

  Policy<ConsultSilence> consultSilence(DossierFile file) {
    return of(file, policies::consultSilence);
  }

  /** The end of a limit by the hours of the unit that resolves the dossier. */
  Instant end(DossierFile file, Instant start, TimeLimit limit) {
    ZonedDateTime from = start.atZone(WorkingCalendar.ZONE);
    return calendars.calendar().due(from, limit, file.asRead().place().lead()).toInstant();
  }

  private <T> T of(DossierFile file, BiFunction<Procedure, LocalDate, T> question) {
    Dossier dossier = file.asRead();
    return question.apply(
        procedures.ofDefinition(dossier.procedure().definitionId()),
        LocalDate.ofInstant(dossier.receivedAt(), WorkingCalendar.ZONE));
  }
}
