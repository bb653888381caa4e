package vn.motcua.dossier;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.deadline.DueDates;

/**
 * Finds dossiers among those that a person may read, the one at most risk first. The database is
 * asked for one condition of that right at a time, so that each uses its own index and none reads
 * more than it shows.
 */
@Component
class Search {

  /** More is not counted: nobody leafs through it, one narrows the question instead. */
  static final int MOST = 1000;

  private final JdbcTemplate jdbc;
  private final DossierAccess access;
  private final DueDates dueDates;
  private final Clock clock;

  Search(JdbcTemplate jdbc, DossierAccess access, DueDates dueDates, Clock clock) {
    this.jdbc = jdbc;
    this.access = access;
    this.dueDates = dueDates;
    this.clock = clock;
  }

  /** Codes in the order of risk; one more than {@link #MOST} if there are more. */
  List<String> codes(Question asked, CurrentOfficial official) {
    List<Condition> reach = access.reach(official);
    Set<String> phrases = SearchWords.phrases(asked.words());
    if (phrases.isEmpty()) {
      return asked.words().isBlank() ? codes(asked, reach, Condition.ALWAYS) : List.of();
    }
    List<String> found =
        codes(asked, reach, Condition.any(phrases.stream().map(Search::beginsWith).toList()));
    List<String> singly = SearchWords.singly(asked.words());
    return found.isEmpty() && singly.size() > 1
        ? codes(asked, reach, singly.stream().map(Search::beginsWith).reduce(Condition::and).get())
        : found;
  }

  private static Condition beginsWith(String phrase) {
    return Condition.of(
        "d.code in (select w.dossier_code from dossier_word w where w.word >= ? and w.word < ?)",
        phrase,
        phrase + "\u007f");
  }

  private List<String> codes(Question asked, List<Condition> reach, Condition words) {
    Condition all = words.and(filters(asked));
    Set<String> found = new LinkedHashSet<>();
    for (Standing.Segment segment : asked.standing().segments(moments())) {
      if (found.size() <= MOST) {
        found.addAll(codes(segment, reach, all.and(segment.condition())));
      }
    }
    return List.copyOf(found).subList(0, Math.min(found.size(), MOST + 1));
  }

  private List<String> codes(Standing.Segment segment, List<Condition> reach, Condition all) {
    List<String> parts = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    for (Condition one : reach) {
      Condition both = one.and(all);
      parts.add(
          "(select d.code, "
              + segment.sort()
              + " as sorted from dossier d join dossier_clock c on c.dossier_code = d.code where "
              + both.sql()
              + " order by "
              + segment.order()
              + " limit "
              + (MOST + 1)
              + ")");
      values.addAll(both.values());
    }
    String descending = segment.order().endsWith(" desc") ? " desc" : "";
    return jdbc
        .queryForList(
            "select code, sorted from ("
                + String.join(" union ", parts)
                + ") found order by sorted"
                + descending
                + ", code limit "
                + (MOST + 1),
            values.toArray())
        .stream()
        .map(row -> (String) row.get("code"))
        .toList();
  }

  private static Condition filters(Question asked) {
    Condition all = Condition.ALWAYS;
    if (asked.procedures() != null) {
      all = all.and(Condition.in("d.procedure_code", asked.procedures()));
    }
    if (asked.units() != null) {
      all =
          all.and(
              Condition.any(
                  List.of(
                      Condition.in("d.reception_unit", asked.units()),
                      Condition.in("d.lead_unit", asked.units()))));
    }
    if (asked.from() != null) {
      all = all.and(Condition.of("d.received_at >= ?", begin(asked.from())));
    }
    if (asked.to() != null) {
      all = all.and(Condition.of("d.received_at < ?", begin(asked.to().plusDays(1))));
    }
    return all;
  }

  private static Object begin(LocalDate day) {
    return Register.utc(day.atStartOfDay(WorkingCalendar.ZONE).toInstant());
  }

  private Standing.Moments moments() {
    ZonedDateTime now = clock.instant().atZone(WorkingCalendar.ZONE);
    return new Standing.Moments(
        now.toInstant(),
        now.toLocalDate().plusDays(1).atStartOfDay(WorkingCalendar.ZONE).toInstant(),
        dueDates.soonUntil(now).toInstant());
  }
}
