package vn.motcua.dossier;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.deadline.DueDates;
import vn.motcua.dossier.Delays.Desk;
import vn.motcua.dossier.Delays.Passed;
import vn.motcua.language.Dates;
import vn.motcua.language.Texts;

/** What the person at a late task is asked, and the answer. */
@Component
class LateSteps {

  private static final Texts TEXTS = Texts.of("dossier");

  private final DossierAccess access;
  private final Register register;
  private final Delays delays;
  private final DueDates dueDates;
  private final EngineRights engine;
  private final PeopleInWords people;
  private final RuntimeService runtime;
  private final Clock clock;

  LateSteps(
      DossierAccess access,
      Register register,
      Delays delays,
      DueDates dueDates,
      EngineRights engine,
      PeopleInWords people,
      RuntimeService runtime,
      Clock clock) {
    this.access = access;
    this.register = register;
    this.delays = delays;
    this.dueDates = dueDates;
    this.engine = engine;
    this.people = people;
    this.runtime = runtime;
    this.clock = clock;
  }

  /**
   * @param words what is late and by how much
   * @param asked true while the step cannot be done because nobody has said why
   * @param given the last answer, or null
   */
  record Late(String words, boolean asked, List<Choice> causes, Given given) {}

  record Choice(String code, String words, boolean needsWords) {}

  record Given(String code, String cause, String words, String person, Instant at) {}

  /**
   * Empty if nothing is late, or the official cannot do the step.
   *
   * @throws UnknownDossier if the official may not know of the task
   */
  @Transactional(readOnly = true)
  public Optional<Late> of(String taskId, CurrentOfficial official) {
    Found found = engine.lent(() -> found(taskId, official));
    Desk desk = desk(found.task());
    return mayDo(found.task(), official) && !delays.passed(found.file(), desk.due()).isEmpty()
        ? Optional.of(late(found.file(), desk))
        : Optional.empty();
  }

  /**
   * Keeps the cause; the step can be done then.
   *
   * @throws NotAllowed if nothing is late, the cause is none of the list, or another does the step
   * @throws UnknownDossier if the official may not know of the task
   */
  @Transactional
  public Late explain(String taskId, String cause, String words, CurrentOfficial official) {
    Found found = engine.lent(() -> found(taskId, official));
    Task task = found.task();
    if (!official.holds(task.getTenantId())) {
      throw new NotAllowed(TEXTS.get("person.post", task.getName()));
    }
    if (!mayDo(task, official)) {
      throw new NotAllowed(TEXTS.get("person.other", task.getName(), name(task.getAssignee())));
    }
    delays.explain(found.file(), desk(task), official.userId(), cause, words);
    return late(found.file(), desk(task));
  }

  private Late late(DossierFile file, Desk desk) {
    List<Delay> said = delays.of(file.code());
    List<Passed> passed = delays.passed(file, desk.due());
    List<Optional<Delay>> answers =
        passed.stream().map(limit -> Delays.answer(said, desk, limit)).toList();
    return new Late(
        passed.stream().map(limit -> words(file, limit)).collect(Collectors.joining(" ")),
        answers.stream().anyMatch(Optional::isEmpty),
        Arrays.stream(DelayCause.values())
            .map(c -> new Choice(Word.of(c), Word.words(c), c.needsWords()))
            .toList(),
        answers.stream().flatMap(Optional::stream).findFirst().map(this::given).orElse(null));
  }

  private String words(DossierFile file, Passed limit) {
    var due = limit.due().atZone(WorkingCalendar.ZONE);
    String late =
        dueDates
            .timeLeft(
                due,
                due,
                clock.instant().atZone(WorkingCalendar.ZONE),
                false,
                file.asRead().place().lead())
            .words();
    return TEXTS.get("late." + Word.of(limit.scope()), Dates.moment(due), late);
  }

  private Given given(Delay d) {
    return new Given(
        Word.of(d.cause()), Word.words(d.cause()), d.words(), name(d.person()), d.at());
  }

  private String name(String account) {
    return people.persons(List.of(account)).apply(account);
  }

  private record Found(Task task, DossierFile file) {}

  private Found found(String taskId, CurrentOfficial official) {
    Task task =
        access.visible(List.of(taskId), official).stream()
            .findFirst()
            .orElseThrow(() -> new UnknownDossier(taskId));
    String code =
        runtime
            .createProcessInstanceQuery()
            .processInstanceId(task.getProcessInstanceId())
            .singleResult()
            .getBusinessKey();
    return new Found(task, register.open(code).orElseThrow(() -> new UnknownDossier(taskId)));
  }

  private static boolean mayDo(Task task, CurrentOfficial official) {
    return official.holds(task.getTenantId())
        && (task.getAssignee() == null || task.getAssignee().equals(official.userId()));
  }

  private static Desk desk(Task task) {
    return new Desk(
        task.getId(),
        task.getTaskDefinitionKey(),
        task.getName(),
        task.getTenantId(),
        task.getDueDate() == null ? null : task.getDueDate().toInstant());
  }
}
