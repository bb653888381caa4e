package vn.motcua.access;

import static org.camunda.bpm.engine.authorization.Permissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.ProcessDefinitionStatisticsQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * The engine's authorizations, except that a list of tasks is not joined with authorization rows: a
 * person sees the tasks of the own posts, {@code TENANT_ID_ in (my posts)}, which is one range of
 * an index per post and stays linear (docs/decisions/0004).
 */
class PostAuthorizations extends AuthorizationManager {

  /** A tenant that cannot exist: every post has a dot in its id. */
  private static final String NOBODY = "-";

  @Override
  public void configureTaskQuery(TaskQueryImpl query) {
    query.getAuthCheck().getPermissionChecks().clear();
    query.getAuthCheck().setAuthorizationCheckEnabled(false);
    if (isWatched() && !Oversight.has(getCurrentAuthentication())) {
      keepToPosts(query, getCurrentAuthentication());
    }
  }

  /** No row stands for a single task (see {@link NoTaskRows}), so none has to be looked for. */
  @Override
  public void deleteAuthorizationsByResourceId(Resource resource, String id) {
    if (resource != Resources.TASK) {
      super.deleteAuthorizationsByResourceId(resource, id);
    }
  }

  /** Numbers of running dossiers are for those who may read dossiers, not for every reader. */
  @Override
  public void configureProcessDefinitionStatisticsQuery(
      ProcessDefinitionStatisticsQueryImpl query) {
    configureQuery(query, PROCESS_DEFINITION, "RES.KEY_", READ_INSTANCE);
  }

  /** True if a person gives this command, not the application for itself. */
  boolean isWatched() {
    return isAuthCheckExecuted();
  }

  private void keepToPosts(TaskQueryImpl query, Authentication person) {
    if (query.isWithoutTenantId()) {
      throw new AuthorizationException(person.getUserId(), "READ", "Task", null);
    }
    List<String> posts = person.getTenantIds() == null ? List.of() : person.getTenantIds();
    String[] asked = query.getTenantIds();
    Stream<String> seen = asked == null ? posts.stream() : Stream.of(asked).filter(posts::contains);
    String[] tenants = seen.toArray(String[]::new);
    query.tenantIdIn(tenants.length == 0 ? new String[] {NOBODY} : tenants);
  }
}
