package vn.motcua.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.dossier.OpenSteps.OpenStep;
import vn.motcua.language.Dates;
import vn.motcua.language.Texts;
import vn.motcua.procedure.Procedure;
import vn.motcua.procedure.Procedures;
import vn.motcua.procedure.Step;

/** The route of a dossier as its model draws it: what is behind, where it is, what is ahead. */
@Component
class Course {

  private static final Texts TEXTS = Texts.of("dossier");

  private final Procedures procedures;
  private final OpenSteps openSteps;
  private final PeopleInWords people;

  Course(Procedures procedures, OpenSteps openSteps, PeopleInWords people) {
    this.procedures = procedures;
    this.openSteps = openSteps;
    this.people = people;
  }

  /** Whether a dossier has been at a step. */
  enum Passage {
    DONE,
    HERE,
    /** Sent back: done once, and to be done again. */
    AGAIN,
    AHEAD,
    /** The route went another way. */
    PASSED_BY
  }

  /**
   * One step of the route.
   *
   * @param passage word of {@link Passage}, for styles
   * @param words the same with who and when
   * @param left working time left here; null elsewhere
   */
  record Stop(String step, String passage, String words, Sheets.Left left) {}

  /**
   * @param left working time left, from the moment that a step began until it is due
   */
  List<Stop> of(DossierFile file, BiFunction<Instant, Instant, Sheets.Left> left) {
    Procedure procedure = procedures.ofDefinition(file.asRead().procedure().definitionId());
    List<OpenStep> open = openSteps.of(List.of(file.code())).getOrDefault(file.code(), List.of());
    UnaryOperator<String> names =
        people.persons(
            Stream.concat(
                    open.stream().map(OpenStep::person),
                    file.acts().stream().map(DossierAct::person))
                .toList());
    List<Step> steps = List.copyOf(procedure.steps().values());
    List<Stop> stops = new ArrayList<>();
    int last = -1;
    for (int at = 0; at < steps.size(); at++) {
      Step step = steps.get(at);
      List<OpenStep> here = at(open, file, step);
      Optional<DossierAct> done = file.lastAt(procedure.key(), step.id());
      Passage passage =
          !here.isEmpty()
              ? Passage.HERE
              : done.isEmpty()
                  ? Passage.AHEAD
                  : reopened(open, file, steps.subList(0, at), done.get())
                      ? Passage.AGAIN
                      : Passage.DONE;
      if (passage == Passage.HERE) {
        here.forEach(o -> stops.add(here(o, names, left)));
      } else {
        stops.add(new Stop(step.name(), Word.of(passage), words(passage, done, names), null));
      }
      if (passage == Passage.HERE || passage == Passage.DONE) {
        last = stops.size();
      }
    }
    List<Stop> elsewhere =
        open.stream()
            .filter(o -> !o.definitionId().equals(file.asRead().procedure().definitionId()))
            .map(o -> here(o, names, left))
            .toList();
    stops.addAll(Math.max(last, 0), elsewhere);
    return passedBy(stops, open.isEmpty() ? stops.size() : last);
  }

  /** What was not done although a later step was, or all has ended, is no more on the way. */
  private static List<Stop> passedBy(List<Stop> stops, int before) {
    String ahead = Word.of(Passage.AHEAD);
    for (int at = 0; at < before; at++) {
      Stop stop = stops.get(at);
      if (stop.passage().equals(ahead)) {
        stops.set(
            at,
            new Stop(
                stop.step(), Word.of(Passage.PASSED_BY), TEXTS.get("passage.passed-by"), null));
      }
    }
    return stops;
  }

  private static List<OpenStep> at(List<OpenStep> open, DossierFile file, Step step) {
    return open.stream()
        .filter(o -> o.definitionId().equals(file.asRead().procedure().definitionId()))
        .filter(o -> o.stepId().equals(step.id()))
        .toList();
  }

  /** True if an earlier step was opened after this act: then it was sent back. */
  private static boolean reopened(
      List<OpenStep> open, DossierFile file, List<Step> earlier, DossierAct act) {
    return earlier.stream()
        .flatMap(step -> at(open, file, step).stream())
        .anyMatch(o -> !o.since().isBefore(act.completedAt()));
  }

  private Stop here(
      OpenStep open, UnaryOperator<String> names, BiFunction<Instant, Instant, Sheets.Left> left) {
    String who =
        open.person() == null
            ? TEXTS.get("find.untaken", people.post(open.post()))
            : names.apply(open.person()) + " · " + people.post(open.post());
    return new Stop(
        open.name(),
        Word.of(Passage.HERE),
        TEXTS.get("passage.here", moment(open.since()), who),
        left.apply(open.since(), open.due()));
  }

  private static String words(
      Passage passage, Optional<DossierAct> done, UnaryOperator<String> names) {
    return done.map(
            act ->
                TEXTS.get(
                    "passage." + Word.of(passage),
                    moment(act.completedAt()),
                    names.apply(act.person())))
        .orElseGet(() -> TEXTS.get("passage.ahead"));
  }

  private static String moment(Instant moment) {
    return Dates.moment(moment.atZone(WorkingCalendar.ZONE));
  }
}
