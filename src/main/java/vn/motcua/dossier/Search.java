package vn.motcua.dossier;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
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
 * more than it shows. Words that few dossiers have are looked up first, and only those few are
 * looked at.
 */
@Component
class Search {

  /** More is not counted: nobody leafs through it, one narrows the question instead. */
  static final int MOST = 1000;

  /** So many are looked at one by one; with more it is quicker to go along the order of risk. */
  private static final int FEW = 4000;

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
    Set<String> phrases = SearchWords.phrases(asked.words());
    if (phrases.isEmpty()) {
      return asked.words().isBlank()
          ? codes(asked, access.reach(official), Condition.ALWAYS)
          : List.of();
    }
    List<String> found = codes(asked, official, phrases, Words.ANY);
    Set<String> singly = SearchWords.singly(asked.words());
    return found.isEmpty() && singly.size() > 1 ? codes(asked, official, singly, Words.ALL) : found;
  }

  /** How the words that were typed go together, and how the sets of their dossiers do. */
  private enum Words {
    ANY(" union all "),
    ALL(" intersect ");

    private final String sets;

    Words(String sets) {
      this.sets = sets;
    }

    Condition of(List<Condition> each) {
      return this == ANY ? Condition.any(each) : each.stream().reduce(Condition::and).get();
    }
  }

  private List<String> codes(
      Question asked, CurrentOfficial official, Set<String> words, Words together) {
    List<Condition> sets = words.stream().map(Search::dossiersOf).toList();
    Condition all = Condition.joined(together.sets, sets).within("", " limit " + (FEW + 1));
    List<String> hits = jdbc.queryForList(all.sql(), String.class, all.values().toArray());
    if (hits.isEmpty()) {
      return List.of();
    }
    if (hits.size() <= FEW) {
      return ofFew(hits.stream().distinct().toArray(String[]::new), asked, official);
    }
    return codes(
        asked,
        access.reach(official),
        together.of(sets.stream().map(set -> set.within("d.code in (", ")")).toList()));
  }

  private static Condition dossiersOf(String beginning) {
    return Condition.of(
        "select w.dossier_code from dossier_word w where w.word >= ? and w.word < ?",
        beginning,
        beginning + "\u007f");
  }

  private List<String> ofFew(String[] few, Question asked, CurrentOfficial official) {
    Condition all =
        new Condition("d.code = any (?)", List.of((Object) few))
            .and(filters(asked))
            .and(access.reachOfFew(official));
    List<Standing.Segment> segments = asked.standing().segments(moments());
    List<Condition> parts = new ArrayList<>();
    for (int i = 0; i < segments.size(); i++) {
      parts.add(
          all.and(segments.get(i).condition())
              .within(
                  "select d.code, %d as segment, %s as sorted from dossier d"
                          .formatted(i, segments.get(i).sort())
                      + " join dossier_clock c on c.dossier_code = d.code where ",
                  ""));
    }
    Condition union = Condition.joined(" union all ", parts);
    return jdbc
        .query(
            union.sql(),
            (row, n) -> new Hit(row.getString(1), row.getInt(2), row.getTimestamp(3)),
            union.values().toArray())
        .stream()
        .sorted(Hit.byRisk(segments))
        .limit(MOST + 1)
        .map(Hit::code)
        .toList();
  }

  /**
   * @param segment number of the segment
   * @param sorted by this within the segment; null comes last
   */
  private record Hit(String code, int segment, Timestamp sorted) {

    static Comparator<Hit> byRisk(List<Standing.Segment> segments) {
      Comparator<Timestamp> rising = Comparator.nullsLast(Comparator.naturalOrder());
      return Comparator.comparingInt(Hit::segment)
          .thenComparing(
              (one, other) ->
                  segments.get(one.segment).isDescending()
                      ? rising.compare(other.sorted, one.sorted)
                      : rising.compare(one.sorted, other.sorted))
          .thenComparing(Hit::code);
    }
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
    String descending = segment.isDescending() ? " desc" : "";
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
