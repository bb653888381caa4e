package vn.motcua.deadline;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.calendar.Calendars;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.language.Dates;
import vn.motcua.language.Texts;

/**
 * Looks for any dossier of which ledger, clock and engine do not say the same. Reads only, page by
 * page, each page as it stood at one moment, so that it may run while people work.
 */
@Component
public class ClockAgreement {

  private static final Texts TEXTS = Texts.of("deadline");
  private static final int PAGE = 500;
  private static final int MOST_TOLD = 200;
  private static final int ACTIVE = 1;

  private final Ledger ledger;
  private final JdbcTemplate jdbc;
  private final Calendars calendars;
  private final TransactionTemplate atOneMoment;
  private final Clock clock;

  ClockAgreement(
      Ledger ledger,
      JdbcTemplate jdbc,
      Calendars calendars,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.ledger = ledger;
    this.jdbc = jdbc;
    this.calendars = calendars;
    this.clock = clock;
    this.atOneMoment = new TransactionTemplate(transactions);
    atOneMoment.setReadOnly(true);
    atOneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /**
   * What does not agree.
   *
   * @param words in Vietnamese, with both values
   */
  public record Disagreement(String dossierCode, String words) {}

  /**
   * @param checked dossiers looked at: all whose process still runs
   * @param disagreements at most two hundred
   * @param count all of them
   */
  public record Report(long checked, List<Disagreement> disagreements, long count) {}

  private record Timer(Instant due, boolean active) {}

  /** Checks every dossier whose process runs. */
  public Report check() {
    Findings findings = new Findings();
    long checked = 0;
    String after = "";
    for (List<ClockReading> page = page(after, findings);
        !page.isEmpty();
        page = page(after, findings)) {
      checked += page.size();
      after = page.get(page.size() - 1).dossierCode();
    }
    atOneMoment.executeWithoutResult(status -> strays(findings));
    return new Report(checked, findings.told, findings.count);
  }

  private List<ClockReading> page(String after, Findings findings) {
    return atOneMoment.execute(
        status -> {
          List<ClockReading> page = ledger.running(after, PAGE);
          if (!page.isEmpty()) {
            compare(page, findings);
          }
          return page;
        });
  }

  private void compare(List<ClockReading> page, Findings findings) {
    Map<String, List<LedgerRow>> ledgers =
        ledger.rows(page.stream().map(ClockReading::dossierCode).toList());
    Map<String, Timer> timers = timers(page.stream().map(ClockReading::instanceId).toList());
    Instant now = clock.instant();
    for (ClockReading one : page) {
      sum(one, ledgers.getOrDefault(one.dossierCode(), List.of()), findings);
      timer(one, EngineTimers.DUE, one.due(), timers, now, findings);
      timer(one, EngineTimers.WARNING, one.warnAt(), timers, now, findings);
    }
  }

  private void sum(ClockReading one, List<LedgerRow> rows, Findings findings) {
    ClockState sum = ClockState.sum(rows, one.unit(), calendars::at);
    findings.same(one, "agree.due", sum.due(), one.due());
    findings.same(one, "agree.statutory", sum.statutoryDue(), one.statutoryDue());
    findings.same(one, "agree.paused", instant(sum.stoodSince()), one.pausedSince());
    findings.same(one, "agree.stopped", instant(sum.stopped()), one.stoppedAt());
    if (rows.size() != one.rows()) {
      findings.add(one, TEXTS.get("agree.rows", rows.size(), one.rows()));
    }
  }

  private static Instant instant(ZonedDateTime moment) {
    return moment == null ? null : moment.toInstant();
  }

  private static void timer(
      ClockReading one,
      String activity,
      Instant at,
      Map<String, Timer> timers,
      Instant now,
      Findings findings) {
    if (at == null) {
      return;
    }
    String name = TEXTS.get("agree.timer." + activity);
    Timer timer = timers.get(one.instanceId() + " " + EngineTimers.SCOPES.get(activity));
    if (timer == null) {
      Instant until = one.pausedSince() != null ? one.pausedSince() : now;
      if (at.isAfter(until) && one.stoppedAt() == null) {
        findings.add(one, TEXTS.get("agree.missing", name, moment(at)));
      }
      return;
    }
    if (!timer.due().equals(at.truncatedTo(ChronoUnit.SECONDS))) {
      findings.add(one, TEXTS.get("agree.timer", name, moment(at), moment(timer.due())));
    }
    if (timer.active() == one.stands()) {
      findings.add(one, TEXTS.get(timer.active() ? "agree.fires" : "agree.held", name));
    }
  }

  private Map<String, Timer> timers(List<String> instances) {
    String marks = instances.stream().map(i -> "?").collect(Collectors.joining(","));
    Map<String, Timer> timers = new HashMap<>();
    jdbc.query(
        "select PROCESS_INSTANCE_ID_, HANDLER_CFG_, DUEDATE_, SUSPENSION_STATE_ from ACT_RU_JOB"
            + " where HANDLER_TYPE_ = '"
            + EngineRows.TIMER
            + "' and PROCESS_INSTANCE_ID_ in ("
            + marks
            + ")",
        row -> {
          timers.put(
              row.getString(1) + " " + row.getString(2),
              new Timer(
                  row.getTimestamp(3).toInstant().truncatedTo(ChronoUnit.SECONDS),
                  row.getInt(4) == ACTIVE));
        },
        instances.toArray());
    return timers;
  }

  /** Clocks that run without a process, and processes without a clock. */
  private void strays(Findings findings) {
    jdbc.query(
        "select c.dossier_code from dossier_clock c left join ACT_RU_EXECUTION e"
            + " on e.ID_ = c.instance_id where c.stopped_at is null and e.ID_ is null",
        row -> {
          findings.add(row.getString(1), TEXTS.get("agree.no-process"));
        });
    jdbc.query(
        "select e.BUSINESS_KEY_ from ACT_RU_EXECUTION e left join dossier_clock c"
            + " on c.instance_id = e.ID_ where e.PARENT_ID_ is null and e.SUPER_EXEC_ is null"
            + " and c.dossier_code is null",
        row -> {
          findings.add(row.getString(1), TEXTS.get("agree.no-clock"));
        });
  }

  private static String moment(Instant moment) {
    return moment == null
        ? TEXTS.get("agree.none")
        : Dates.moment(moment.atZone(WorkingCalendar.ZONE));
  }

  /** Collects; keeps the first ones and counts all. */
  private static final class Findings {

    private final List<Disagreement> told = new ArrayList<>();
    private long count;

    void same(ClockReading one, String key, Instant sum, Instant row) {
      if (!Objects.equals(sum, row)) {
        add(one, TEXTS.get(key, moment(sum), moment(row)));
      }
    }

    void add(ClockReading one, String words) {
      add(one.dossierCode(), words);
    }

    void add(String code, String words) {
      count++;
      if (told.size() < MOST_TOLD) {
        told.add(new Disagreement(code, words));
      }
    }
  }
}
