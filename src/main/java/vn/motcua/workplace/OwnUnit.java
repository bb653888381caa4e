package vn.motcua.workplace;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.motcua.access.Absence;
import vn.motcua.access.Absences;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.access.Heads;
import vn.motcua.access.Names;
import vn.motcua.access.Staff;
import vn.motcua.agency.Organisation;
import vn.motcua.agency.Post;
import vn.motcua.agency.Unit;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.dossier.WorkList;
import vn.motcua.language.Dates;

/**
 * What a head sees of the units led: who has how much to do, what is late, who is absent. Two
 * statements, however many people there are; one more where work lies with somebody who has left.
 */
@Component
class OwnUnit {

  private final Heads heads;
  private final Staff staff;
  private final Names names;
  private final Absences absences;
  private final Organisation organisation;
  private final WorkList work;
  private final Clock clock;

  OwnUnit(
      Heads heads,
      Staff staff,
      Names names,
      Absences absences,
      Organisation organisation,
      WorkList work,
      Clock clock) {
    this.heads = heads;
    this.staff = staff;
    this.names = names;
    this.absences = absences;
    this.organisation = organisation;
    this.work = work;
    this.clock = clock;
  }

  /**
   * Work of one person.
   *
   * @param person account; empty for what nobody has taken
   * @param left true if work lies with somebody who holds no post here any more
   * @param substitute name of who stands in now or soon; null if the person is not absent
   * @param absent from when to when, in words
   */
  record Line(
      String person,
      String name,
      int open,
      int overdue,
      int today,
      int soon,
      int paused,
      boolean left,
      String substitute,
      String absent) {}

  /**
   * Everything of the units led.
   *
   * @param people who may be given work
   */
  record View(List<String> units, List<Line> lines, List<Staff.Member> people) {}

  /** True if the official leads somebody. */
  boolean isHead(CurrentOfficial official) {
    return !heads.unitsLedBy(official).isEmpty();
  }

  View view(CurrentOfficial official) {
    List<Unit> units = heads.unitsLedBy(official);
    List<Staff.Member> people = staff.of(units.stream().map(Unit::id).toList());
    Map<String, WorkList.Load> loads =
        work.loads(posts(units)).stream()
            .collect(Collectors.toMap(WorkList.Load::person, load -> load));
    return new View(units.stream().map(Unit::name).toList(), lines(people, loads), people);
  }

  /**
   * Open steps of the units led.
   *
   * @param person account; empty for those that nobody has taken, null for all
   */
  WorkList.Page work(String person, CurrentOfficial official) {
    return work.of(posts(heads.unitsLedBy(official)), person, official);
  }

  private List<String> posts(List<Unit> units) {
    Set<String> led = units.stream().map(Unit::id).collect(Collectors.toSet());
    return organisation.posts(LocalDate.now(clock)).stream()
        .filter(p -> led.contains(p.unit().id()))
        .map(Post::id)
        .toList();
  }

  private List<Line> lines(List<Staff.Member> people, Map<String, WorkList.Load> loads) {
    Map<String, String> known = new HashMap<>();
    people.forEach(p -> known.put(p.userId(), p.name()));
    List<String> gone =
        loads.keySet().stream().filter(p -> !p.isEmpty() && !known.containsKey(p)).toList();
    Map<String, String> others = names.of(gone);
    List<Absence> away = absences.of(known.keySet());
    Map<String, String> standIns =
        names.of(away.stream().map(Absence::substitute).distinct().toList());
    List<Line> lines = new ArrayList<>();
    lines.add(line("", "", loads, false, null, standIns));
    gone.forEach(p -> lines.add(line(p, others.getOrDefault(p, p), loads, true, null, standIns)));
    people.stream()
        .map(
            p ->
                line(
                    p.userId(),
                    p.name(),
                    loads,
                    false,
                    away.stream()
                        .filter(a -> a.person().equals(p.userId()))
                        .min(Comparator.comparing(Absence::from))
                        .orElse(null),
                    standIns))
        .sorted(
            Comparator.comparingInt(Line::overdue)
                .thenComparingInt(Line::today)
                .thenComparingInt(Line::open)
                .reversed())
        .forEach(lines::add);
    return lines;
  }

  private static Line line(
      String person,
      String name,
      Map<String, WorkList.Load> loads,
      boolean left,
      Absence absence,
      Map<String, String> standIns) {
    WorkList.Load load = loads.getOrDefault(person, new WorkList.Load(person, 0, 0, 0, 0, 0));
    return new Line(
        person,
        name,
        load.open(),
        load.overdue(),
        load.today(),
        load.soon(),
        load.paused(),
        left,
        absence == null ? null : standIns.getOrDefault(absence.substitute(), absence.substitute()),
        absence == null
            ? null
            : Dates.moment(absence.from().atZone(WorkingCalendar.ZONE))
                + " – "
                + Dates.moment(absence.until().atZone(WorkingCalendar.ZONE)));
  }
}
