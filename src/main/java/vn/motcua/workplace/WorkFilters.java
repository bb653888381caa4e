package vn.motcua.workplace;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Keeps the filters of {@link WorkFilter} in the engine, readable by everyone, changed by nobody
 * but an administrator. Run again it writes only what differs; two nodes that start at once end
 * with one of each.
 */
@Component
class WorkFilters {

  private final FilterService filters;
  private final TaskService tasks;
  private final AuthorizationService authorizations;

  WorkFilters(FilterService filters, TaskService tasks, AuthorizationService authorizations) {
    this.filters = filters;
    this.tasks = tasks;
    this.authorizations = authorizations;
  }

  @EventListener(ApplicationStartedEvent.class)
  @Order(0)
  void keep() {
    for (WorkFilter wanted : WorkFilter.values()) {
      keep(wanted);
      removeDoubles(wanted);
    }
    allowReading();
  }

  private void keep(WorkFilter wanted) {
    List<Filter> stored = stored(wanted);
    TaskQuery query = wanted.narrow(tasks.createTaskQuery());
    Filter fresh =
        filters.newTaskFilter(wanted.label()).setQuery(query).setProperties(wanted.properties());
    if (stored.isEmpty()) {
      filters.saveFilter(fresh);
    } else if (!same(stored.get(0), fresh)) {
      filters.saveFilter(
          stored
              .get(0)
              .setName(fresh.getName())
              .setQuery(query)
              .setProperties(fresh.getProperties()));
    }
  }

  /** Another node may have made the same filter at the same time; both keep the same one. */
  private void removeDoubles(WorkFilter wanted) {
    stored(wanted).stream()
        .skip(1)
        .map(Filter::getId)
        .filter(id -> filters.createFilterQuery().filterId(id).count() > 0)
        .forEach(filters::deleteFilter);
  }

  private List<Filter> stored(WorkFilter wanted) {
    return filters.createFilterQuery().filterResourceType(EntityTypes.TASK).list().stream()
        .filter(filter -> wanted.word().equals(filter.getProperties().get(WorkFilter.MARK)))
        .sorted(Comparator.comparing(Filter::getId))
        .toList();
  }

  private static boolean same(Filter stored, Filter fresh) {
    return stored.getName().equals(fresh.getName()) && words(stored).equals(words(fresh));
  }

  /** In order and as text: what comes back from the engine has other types of number and map. */
  private static String words(Filter filter) {
    return new TreeMap<>(filter.getProperties()).toString();
  }

  private void allowReading() {
    boolean allowed =
        authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GLOBAL)
                .resourceType(Resources.FILTER)
                .resourceId(Authorization.ANY)
                .count()
            > 0;
    if (!allowed) {
      Authorization reading = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
      reading.setUserId(Authorization.ANY);
      reading.setResource(Resources.FILTER);
      reading.setResourceId(Authorization.ANY);
      reading.addPermission(Permissions.READ);
      authorizations.saveAuthorization(reading);
    }
  }
}
