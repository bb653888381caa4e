package vn.motcua.dossier;

import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.access.Names;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.language.Dates;
import vn.motcua.language.Texts;

/** What became of a step that is not open any more, told to those of its post. Thread-safe. */
@Service
public class DoneSteps {

  private static final Texts TEXTS = Texts.of("dossier");

  private final HistoryService history;
  private final Register register;
  private final EngineRights engine;
  private final Names names;
  private final JdbcTemplate jdbc;

  DoneSteps(
      HistoryService history,
      Register register,
      EngineRights engine,
      Names names,
      JdbcTemplate jdbc) {
    this.history = history;
    this.register = register;
    this.engine = engine;
    this.names = names;
    this.jdbc = jdbc;
  }

  /** Who did the step, when and with which outcome, in Vietnamese; empty if that is not known. */
  public Optional<String> tell(String taskId, CurrentOfficial official) {
    return engine
        .lent(
            () ->
                Optional.ofNullable(
                    history.createHistoricTaskInstanceQuery().taskId(taskId).singleResult()))
        .filter(task -> task.getTenantId() == null || official.holds(task.getTenantId()))
        .flatMap(this::act)
        .filter(act -> official.holds(act.post()))
        .map(this::words);
  }

  private Optional<DossierAct> act(HistoricTaskInstance task) {
    return jdbc
        .queryForList(
            "select dossier_code from dossier_clock where instance_id = ?",
            String.class,
            task.getRootProcessInstanceId())
        .stream()
        .findFirst()
        .flatMap(register::open)
        .flatMap(
            file -> file.acts().stream().filter(a -> task.getId().equals(a.taskId())).findFirst());
  }

  private String words(DossierAct act) {
    String who =
        Names.signature(
            names.of(
                java.util.stream.Stream.of(act.person(), act.onBehalfOf())
                    .filter(java.util.Objects::nonNull)
                    .toList()),
            act.person(),
            act.onBehalfOf());
    String when = Dates.moment(act.completedAt().atZone(WorkingCalendar.ZONE));
    return act.outcome() == null
        ? TEXTS.get("task.done", who, when)
        : TEXTS.get("task.done.outcome", who, when, act.outcomeWords());
  }
}
