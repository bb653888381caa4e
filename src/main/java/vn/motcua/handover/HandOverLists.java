package vn.motcua.handover;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.access.Names;
import vn.motcua.calendar.Calendars;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.deadline.Policies;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.language.Dates;
import vn.motcua.procedure.Procedure;
import vn.motcua.procedure.Procedures;

/** What a person finds on the page: to be given, on the way, to be confirmed, done of late. */
@Component
class HandOverLists {

  /** Sheets that were answered in full stay on the page so long. */
  private static final Duration SHOWN = Duration.ofDays(14);

  private final HandOverRows rows;
  private final Hands hands;
  private final Dossiers dossiers;
  private final Procedures procedures;
  private final Policies policies;
  private final Calendars calendars;
  private final Names names;
  private final Clock clock;

  HandOverLists(
      HandOverRows rows,
      Hands hands,
      Dossiers dossiers,
      Procedures procedures,
      Policies policies,
      Calendars calendars,
      Names names,
      Clock clock) {
    this.rows = rows;
    this.hands = hands;
    this.dossiers = dossiers;
    this.procedures = procedures;
    this.policies = policies;
    this.calendars = calendars;
    this.names = names;
    this.clock = clock;
  }

  /**
   * Dossiers that wait to go the same way.
   *
   * @param id for the elements of the page
   */
  record Waiting(String id, String direction, String from, String to, List<Line> lines) {}

  /**
   * @param papers as the register counts them; the giver counts again
   * @param until until when the law wants it on its way, in words; null for results
   */
  record Line(
      String code,
      String procedure,
      String owner,
      int papers,
      String due,
      String until,
      boolean late) {}

  /** A sheet in words. */
  record SheetView(
      long id,
      String number,
      String direction,
      String from,
      String to,
      String carrier,
      String giver,
      String given,
      int papers,
      String note,
      List<RowView> rows) {}

  record RowView(
      String code,
      String procedure,
      String owner,
      int papers,
      String outcome,
      String found,
      String reason,
      String taker,
      String taken) {}

  /** Everything on the page. */
  record Lists(
      List<Waiting> waiting,
      List<SheetView> underWay,
      List<SheetView> toConfirm,
      List<SheetView> done) {}

  /** The lists of this person, as of now. */
  @Transactional(readOnly = true)
  public Lists of(CurrentOfficial official, Locale language) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
    Set<String> own = hands.ownUnits(today, official);
    List<Sheet> open = rows.underWay(own);
    List<Sheet> mine = open.stream().filter(s -> gives(s, today, official)).toList();
    List<Sheet> theirs = open.stream().filter(s -> takes(s, today, official)).toList();
    List<Sheet> done =
        rows.done(own, clock.instant().minus(SHOWN)).stream()
            .filter(s -> gives(s, today, official) || takes(s, today, official))
            .toList();
    Map<String, String> people =
        names.of(
            Stream.of(mine, theirs, done)
                .flatMap(List::stream)
                .flatMap(
                    s ->
                        Stream.concat(
                            Stream.of(s.givenBy()), s.rows().stream().map(Sheet.Row::takenBy)))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    List<Waiting> waiting = new ArrayList<>();
    for (Direction direction : Direction.values()) {
      waiting.addAll(waiting(direction, hands.givingUnits(direction, today, official), language));
    }
    return new Lists(
        waiting,
        mine.stream().map(s -> view(s, s.open(), people, language)).toList(),
        theirs.stream().map(s -> view(s, s.open(), people, language)).toList(),
        done.stream().map(s -> view(s, s.rows(), people, language)).toList());
  }

  private boolean gives(Sheet s, LocalDate today, CurrentOfficial official) {
    return hands.givingPost(s.direction(), s.place(), today, official).isPresent();
  }

  private boolean takes(Sheet s, LocalDate today, CurrentOfficial official) {
    return hands.takingPost(s.direction(), s.place(), today, official).isPresent();
  }

  private List<Waiting> waiting(Direction direction, Set<String> units, Locale language) {
    List<String> codes = rows.waiting(direction, units);
    Map<String, Integer> papers = rows.papers(codes);
    WorkingCalendar calendar = calendars.calendar();
    Map<String, Waiting> groups = new LinkedHashMap<>();
    for (String code : codes) {
      Dossier d = dossiers.find(code).orElseThrow();
      Procedure procedure = procedures.ofDefinition(d.procedure().definitionId());
      if (procedure.onTheSpot()) {
        // Resolved where it was received: its papers go nowhere (TT 01/2018/TT-VPCP Điều 6).
        continue;
      }
      boolean there = direction == Direction.TO_AGENCY;
      String way = Words.of(direction) + "-" + d.place().reception() + "-" + d.place().lead();
      groups
          .computeIfAbsent(
              way,
              id ->
                  new Waiting(
                      id,
                      Words.of(direction),
                      there ? d.receptionName() : d.leadName(),
                      there ? d.leadName() : d.receptionName(),
                      new ArrayList<>()))
          .lines()
          .add(
              there
                  ? line(d, papers.getOrDefault(code, 0), until(d, procedure, calendar), language)
                  : line(d, 1, null, language));
    }
    return List.copyOf(groups.values());
  }

  private Line line(Dossier d, int papers, Until until, Locale language) {
    return new Line(
        d.code(),
        d.procedure().name(),
        d.owner().name(),
        papers,
        d.dueAt() == null ? Words.TEXTS.get(language, "due.none") : moment(d.dueAt()),
        until == null ? null : until.words(language),
        until != null && clock.instant().isAfter(until.closing()));
  }

  /** NĐ 61/2018/NĐ-CP Điều 18 khoản 2: the same working day, or the beginning of the next one. */
  private Until until(Dossier d, Procedure procedure, WorkingCalendar calendar) {
    ZonedDateTime received = d.receivedAt().atZone(WorkingCalendar.ZONE);
    LocalDate day = received.toLocalDate();
    String unit = d.place().reception();
    boolean sameDay =
        calendar.isWorkingDay(day, unit)
            && received.toLocalTime().isBefore(policies.handOverCutoff(procedure, day).value());
    while (!sameDay) {
      day = day.plusDays(1);
      if (calendar.isWorkingDay(day, unit)) {
        break;
      }
    }
    return new Until(day, sameDay, calendar.closing(day, unit).toInstant());
  }

  /** Late only once that day is over: the law names no hour of the morning. */
  private record Until(LocalDate day, boolean sameDay, Instant closing) {
    String words(Locale language) {
      return Words.TEXTS.get(language, sameDay ? "until.day" : "until.morning", Dates.day(day));
    }
  }

  private static SheetView view(
      Sheet s, List<Sheet.Row> shown, Map<String, String> people, Locale language) {
    return new SheetView(
        s.id(),
        s.number(),
        Words.of(s.direction()),
        s.giverName(),
        s.takerName(),
        Words.TEXTS.get(
            language,
            "carrier." + Words.of(s.carrier()),
            s.postalNumber() == null ? "" : s.postalNumber()),
        people.getOrDefault(s.givenBy(), s.givenBy()),
        moment(s.givenAt()),
        s.papers(),
        s.note(),
        shown.stream().map(row -> view(row, people, language)).toList());
  }

  private static RowView view(Sheet.Row row, Map<String, String> people, Locale language) {
    boolean answered = row.outcome() != null;
    String reason =
        row.reason() == null
            ? row.words()
            : row.reason() + (row.words() == null ? "" : ": " + row.words());
    return new RowView(
        row.code(),
        row.procedure(),
        row.owner(),
        row.papers(),
        answered ? Words.of(row.outcome()) : null,
        answered
            ? Words.TEXTS.get(
                language, "found." + Words.of(row.outcome()), row.found(), row.papers())
            : null,
        reason,
        answered ? people.getOrDefault(row.takenBy(), row.takenBy()) : null,
        answered ? moment(row.takenAt()) : null);
  }

  private static String moment(Instant moment) {
    return Dates.moment(moment.atZone(WorkingCalendar.ZONE));
  }
}
