package vn.motcua.dossier;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.motcua.calendar.Calendars;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.dossier.Delay.Scope;
import vn.motcua.language.Dates;
import vn.motcua.language.Texts;

/**
 * Asks for the cause when a step or a dossier has passed its limit, once for each limit: what one
 * official has said about the dossier's date the next need not say again. Nobody is asked while the
 * clock stands still or after processing has ended, for then nobody is late.
 */
@Component
class Delays {

  static final int MOST_WORDS = 1000;

  private static final Texts TEXTS = Texts.of("dossier");

  private final DelayRows rows;
  private final Calendars calendars;
  private final Clock clock;

  Delays(DelayRows rows, Calendars calendars, Clock clock) {
    this.rows = rows;
    this.calendars = calendars;
    this.clock = clock;
  }

  /**
   * A step on somebody's desk.
   *
   * @param due when it is due, or null
   */
  record Desk(String taskId, String stepId, String stepName, String post, Instant due) {}

  /** A limit that has passed. */
  record Passed(Scope scope, Instant due) {}

  /** What has passed its limit; empty while nobody is late. */
  List<Passed> passed(DossierFile file, Instant stepDue) {
    List<Passed> passed = new ArrayList<>();
    if (file.pausedSince() == null && file.stoppedAt() == null) {
      Instant now = clock.instant();
      if (stepDue != null && now.isAfter(stepDue)) {
        passed.add(new Passed(Scope.STEP, stepDue));
      }
      if (file.dueAt() != null && now.isAfter(file.dueAt())) {
        passed.add(new Passed(Scope.DOSSIER, file.dueAt()));
      }
    }
    return passed;
  }

  /** The last answer about a limit. */
  static Optional<Delay> answer(List<Delay> said, Desk desk, Passed limit) {
    return said.stream()
        .filter(d -> d.scope() == limit.scope() && d.due().equals(limit.due()))
        .filter(d -> d.scope() == Scope.DOSSIER || d.taskId().equals(desk.taskId()))
        .reduce((first, second) -> second);
  }

  /** What was said about a dossier so far. */
  List<Delay> of(String code) {
    return rows.of(code);
  }

  /**
   * A step is about to be done: keeps the cause that comes with it, and insists on one.
   *
   * @param word the cause; null if none came
   * @throws NotAllowed if a limit has passed and nobody has said why
   */
  void done(DossierFile file, Desk desk, String person, String word, String words) {
    List<Passed> passed = passed(file, desk.due());
    if (passed.isEmpty()) {
      return;
    }
    List<Delay> said = rows.of(file.code());
    List<Passed> open = passed.stream().filter(p -> answer(said, desk, p).isEmpty()).toList();
    if (word != null) {
      add(file, desk, person, asked(said, desk, passed), word, words);
    } else if (!open.isEmpty()) {
      Passed first = open.get(0);
      throw new NotAllowed(
          TEXTS.get(
              "late." + Word.of(first.scope()) + ".unexplained",
              first.scope() == Scope.STEP ? desk.stepName() : file.code(),
              Dates.moment(first.due().atZone(WorkingCalendar.ZONE))));
    }
  }

  /**
   * Somebody says why, before the step is done; said again, the last word counts.
   *
   * @throws NotAllowed if nothing is late, or the cause is none of the list
   */
  void explain(DossierFile file, Desk desk, String person, String word, String words) {
    List<Passed> passed = passed(file, desk.due());
    if (passed.isEmpty()) {
      throw new NotAllowed(TEXTS.get("late.not", desk.stepName()));
    }
    add(file, desk, person, asked(rows.of(file.code()), desk, passed), word, words);
  }

  /** What nobody has explained; if all is explained, what this step may say better. */
  private static List<Passed> asked(List<Delay> said, Desk desk, List<Passed> passed) {
    List<Passed> open = passed.stream().filter(p -> answer(said, desk, p).isEmpty()).toList();
    List<Passed> own =
        passed.stream()
            .filter(
                p ->
                    answer(said, desk, p).filter(d -> d.taskId().equals(desk.taskId())).isPresent())
            .toList();
    return !open.isEmpty() ? open : !own.isEmpty() ? own : passed;
  }

  private void add(
      DossierFile file, Desk desk, String person, List<Passed> limits, String word, String words) {
    DelayCause cause =
        DelayCause.read(word)
            .orElseThrow(
                () ->
                    new NotAllowed(
                        word == null || word.isBlank()
                            ? TEXTS.get("late.cause.missing")
                            : TEXTS.get(
                                "late.cause.unknown",
                                word,
                                String.join(", ", DelayCause.allWords()))));
    String own = words == null || words.isBlank() ? null : words.strip();
    if (own == null && cause.needsWords()) {
      throw new NotAllowed(TEXTS.get("late.words.missing", Word.words(cause)));
    }
    if (own != null && own.length() > MOST_WORDS) {
      throw new NotAllowed(TEXTS.get("late.words.long", MOST_WORDS, own.length()));
    }
    Instant now = clock.instant();
    for (Passed limit : limits) {
      rows.add(
          file.code(),
          new Delay(
              desk.taskId(),
              desk.stepId(),
              desk.stepName(),
              limit.scope(),
              cause,
              own,
              person,
              desk.post(),
              now,
              limit.due(),
              calendars
                  .calendar()
                  .workingTime(
                      limit.due().atZone(WorkingCalendar.ZONE),
                      now.atZone(WorkingCalendar.ZONE),
                      file.asRead().place().lead())));
    }
  }
}
