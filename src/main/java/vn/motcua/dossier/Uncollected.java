package vn.motcua.dossier;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.calendar.Calendars;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.deadline.Policies;
import vn.motcua.procedure.Procedure;
import vn.motcua.procedure.Procedures;

/** Results that nobody has fetched yet (có kết quả chưa nhận), the oldest first. */
@Component
class Uncollected {

  private static final int MOST = 500;

  private final JdbcTemplate jdbc;
  private final ResultRows results;
  private final Register register;
  private final Procedures procedures;
  private final Policies policies;
  private final Calendars calendars;
  private final Clock clock;

  Uncollected(
      JdbcTemplate jdbc,
      ResultRows results,
      Register register,
      Procedures procedures,
      Policies policies,
      Calendars calendars,
      Clock clock) {
    this.jdbc = jdbc;
    this.results = results;
    this.register = register;
    this.procedures = procedures;
    this.policies = policies;
    this.calendars = calendars;
    this.clock = clock;
  }

  /**
   * A result that waits.
   *
   * @param days days since there is a result
   * @param invitations how often the applicant was told
   * @param again when the applicant may be told again; null if now
   * @param enough true once told as often as the rule asks, and its time has passed
   */
  record Waiting(
      Dossier dossier, long days, Invitations invitations, Instant again, boolean enough) {}

  /** How often the applicant was told, and when last; null if never. */
  record Invitations(int count, Instant last) {
    static final Invitations NONE = new Invitations(0, null);
  }

  @Transactional(readOnly = true)
  public List<Waiting> of(Collection<String> units) {
    if (units.isEmpty()) {
      return List.of();
    }
    List<String> whole =
        jdbc.queryForList(
            "select code from dossier where reception_unit in ("
                + marks(units)
                + ") and ended_at is null and state in ('FINISHED', 'REFUSAL_ISSUED')"
                + " order by finished_at, code limit "
                + MOST,
            String.class,
            units.toArray());
    List<String> codes =
        Stream.concat(whole.stream(), results.waiting(units, MOST).stream())
            .distinct()
            .limit(MOST)
            .toList();
    Map<String, Dossier> dossiers = register.find(codes);
    Map<String, Invitations> invitations = invitations(codes);
    return codes.stream()
        .map(code -> waiting(dossiers.get(code), invitations.getOrDefault(code, Invitations.NONE)))
        .toList();
  }

  /** How one of them stands. */
  Waiting of(Dossier d) {
    return waiting(d, invitations(List.of(d.code())).getOrDefault(d.code(), Invitations.NONE));
  }

  private Waiting waiting(Dossier d, Invitations told) {
    Instant now = clock.instant();
    Instant since = d.finishedAt() == null ? now : d.finishedAt();
    Procedure procedure = procedures.ofDefinition(d.procedure().definitionId());
    LocalDate day = day(d.receivedAt());
    Instant again =
        told.last() == null
            ? null
            : calendars
                .calendar()
                .due(
                    told.last().atZone(WorkingCalendar.ZONE),
                    policies.inviteAgainAfter(procedure, day).value(),
                    d.place().reception())
                .toInstant();
    boolean over = again == null || !day(now).isBefore(day(again));
    return new Waiting(
        d,
        ChronoUnit.DAYS.between(day(since), day(now)),
        told,
        over ? null : again,
        over && told.count() >= policies.invitations(procedure, day).value());
  }

  private Map<String, Invitations> invitations(List<String> codes) {
    Map<String, Invitations> told = new HashMap<>();
    if (!codes.isEmpty()) {
      jdbc.query(
          "select dossier_code, count(*), max(completed_at) as last_told from dossier_act"
              + " where step_id = '"
              + Returns.INVITE
              + "' and dossier_code in ("
              + marks(codes)
              + ") group by dossier_code",
          row -> {
            told.put(
                row.getString(1),
                new Invitations(
                    row.getInt(2), row.getObject("last_told", OffsetDateTime.class).toInstant()));
          },
          codes.toArray());
    }
    return told;
  }

  private static String marks(Collection<String> values) {
    return values.stream().map(v -> "?").collect(Collectors.joining(","));
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, WorkingCalendar.ZONE);
  }
}
