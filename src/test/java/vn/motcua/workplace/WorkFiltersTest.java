package vn.motcua.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The lists of a day of work, on a real engine. */
class WorkFiltersTest {

  private static ProcessEngine engine;
  private static WorkFilters filters;

  @BeforeAll
  static void startEngine() {
    engine =
        ProcessEngineConfiguration.createStandaloneInMemProcessEngineConfiguration()
            .setJdbcUrl("jdbc:h2:mem:filters;DB_CLOSE_DELAY=-1")
            .setProcessEngineName("filters")
            .buildProcessEngine();
    filters =
        new WorkFilters(
            engine.getFilterService(), engine.getTaskService(), engine.getAuthorizationService());
  }

  @AfterAll
  static void stopEngine() {
    engine.close();
  }

  @BeforeEach
  void startTheServer() {
    filters.keep();
  }

  @AfterEach
  void empty() {
    engine.getIdentityService().clearAuthentication();
    engine
        .getTaskService()
        .createTaskQuery()
        .list()
        .forEach(task -> engine.getTaskService().deleteTask(task.getId(), true));
    engine
        .getFilterService()
        .createFilterQuery()
        .list()
        .forEach(filter -> engine.getFilterService().deleteFilter(filter.getId()));
  }

  @Test
  void existOnceHoweverOftenTheServerStarts() {
    filters.keep();
    filters.keep();

    assertThat(engine.getFilterService().createFilterQuery().list())
        .extracting(Filter::getName)
        .containsExactlyInAnyOrder(
            "Việc của tôi",
            "Việc của đơn vị",
            "Đến hạn hôm nay",
            "Sắp đến hạn",
            "Quá hạn",
            "Chờ bổ sung");
    assertThat(engine.getAuthorizationService().createAuthorizationQuery().count()).isOne();
  }

  @Test
  void areRepairedWithoutANewOne() {
    Filter changed = stored("overdue");
    engine.getFilterService().saveFilter(changed.setName("Sai tên"));

    filters.keep();

    assertThat(stored("overdue").getName()).isEqualTo("Quá hạn");
    assertThat(stored("overdue").getId()).isEqualTo(changed.getId());
  }

  @Test
  void leaveAFilterOfAnAdministratorAlone() {
    Filter own =
        engine.getFilterService().newTaskFilter("Riêng").setProperties(Map.of("color", "#000"));
    engine.getFilterService().saveFilter(own.setQuery(engine.getTaskService().createTaskQuery()));

    filters.keep();

    assertThat(engine.getFilterService().createFilterQuery().filterName("Riêng").count()).isOne();
  }

  @Test
  void sortTasksByTheirDueDateIntoOneListEach() {
    ZonedDateTime now = ZonedDateTime.now();
    task("late", now.minusMinutes(5));
    task("tonight", now.with(LocalTime.of(23, 59, 58)));
    task("tomorrow", now.plusDays(1).with(LocalTime.NOON));
    task("next month", now.plusDays(30));

    assertThat(names("overdue")).containsExactly("late");
    assertThat(names("due-today")).containsExactly("tonight");
    assertThat(names("due-soon")).containsExactly("tomorrow");
    assertThat(names("unit")).containsExactly("late", "tonight", "tomorrow", "next month");
  }

  @Test
  void showMeWhatIHaveClaimed() {
    Task mine = task("mine", ZonedDateTime.now().plusDays(1));
    task("of another", ZonedDateTime.now());
    engine.getTaskService().claim(mine.getId(), "lan");

    engine.getIdentityService().setAuthenticatedUserId("lan");
    assertThat(names("mine")).containsExactly("mine");
  }

  private Task task(String name, ZonedDateTime due) {
    Task task = engine.getTaskService().newTask();
    task.setName(name);
    task.setDueDate(Date.from(due.toInstant()));
    engine.getTaskService().saveTask(task);
    return task;
  }

  private List<String> names(String word) {
    List<Task> found = engine.getFilterService().list(stored(word).getId());
    return found.stream().map(Task::getName).toList();
  }

  private Filter stored(String word) {
    return engine
        .getFilterService()
        .createFilterQuery()
        .filterResourceType(EntityTypes.TASK)
        .list()
        .stream()
        .filter(filter -> word.equals(filter.getProperties().get(WorkFilter.MARK)))
        .findFirst()
        .orElseThrow();
  }
}
