package vn.motcua.access;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GLOBAL;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;

/**
 * One row of rights in the engine. There are few, and none for tasks (docs/decisions/0004).
 *
 * @param group who has the right; {@code *} means everybody with an account
 * @param resource kind of thing
 * @param id which thing, {@code *} for all
 * @param permissions what may be done with it
 */
record Grant(String group, Resource resource, String id, List<Permission> permissions) {

  private static final Permission[] READ_DOSSIERS = {
    Permissions.READ,
    Permissions.READ_INSTANCE,
    Permissions.READ_TASK,
    Permissions.READ_HISTORY,
    ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE,
    ProcessDefinitionPermissions.READ_HISTORY_VARIABLE
  };

  /** Everybody: Tasklist and Welcome, and the published procedures, which hold no personal data. */
  static Stream<Grant> ofEverybody() {
    return Stream.of(
        to(ANY, Resources.APPLICATION, "tasklist", Permissions.ACCESS),
        to(ANY, Resources.APPLICATION, "welcome", Permissions.ACCESS),
        to(ANY, Resources.PROCESS_DEFINITION, ANY, Permissions.READ));
  }

  /** An inspector sees in Cockpit whatever happened, and changes nothing. */
  static Stream<Grant> ofInspectors(String group) {
    return Stream.of(
        to(group, Resources.APPLICATION, "cockpit", Permissions.ACCESS),
        to(group, Resources.PROCESS_DEFINITION, ANY, READ_DOSSIERS),
        to(group, Resources.PROCESS_INSTANCE, ANY, Permissions.READ),
        to(group, Resources.DEPLOYMENT, ANY, Permissions.READ),
        to(group, Resources.OPERATION_LOG_CATEGORY, ANY, UserOperationLogCategoryPermissions.READ));
  }

  /**
   * An administrator keeps accounts and the system going: retries and suspends, but neither
   * completes nor moves nor deletes a dossier.
   */
  static Stream<Grant> ofAdministrators() {
    String group = Oversight.ADMINISTRATORS;
    Stream<Grant> accounts =
        Stream.of(
                Resources.APPLICATION,
                Resources.USER,
                Resources.GROUP,
                Resources.GROUP_MEMBERSHIP,
                Resources.TENANT,
                Resources.TENANT_MEMBERSHIP,
                Resources.AUTHORIZATION,
                Resources.FILTER)
            .map(resource -> to(group, resource, ANY, Permissions.ALL));
    Permission[] procedures =
        Stream.concat(
                Arrays.stream(READ_DOSSIERS),
                Stream.of(
                    ProcessDefinitionPermissions.SUSPEND,
                    ProcessDefinitionPermissions.SUSPEND_INSTANCE,
                    ProcessDefinitionPermissions.RETRY_JOB))
            .toArray(Permission[]::new);
    Stream<Grant> system =
        Stream.of(
            to(group, Resources.PROCESS_DEFINITION, ANY, procedures),
            to(
                group,
                Resources.PROCESS_INSTANCE,
                ANY,
                Permissions.READ,
                ProcessInstancePermissions.RETRY_JOB,
                ProcessInstancePermissions.SUSPEND),
            to(group, Resources.DEPLOYMENT, ANY, Permissions.READ, Permissions.CREATE),
            to(group, Resources.BATCH, ANY, Permissions.READ, Permissions.READ_HISTORY),
            to(
                group,
                Resources.OPERATION_LOG_CATEGORY,
                ANY,
                UserOperationLogCategoryPermissions.READ),
            to(group, Resources.SYSTEM, ANY, SystemPermissions.READ));
    return Stream.concat(accounts, system);
  }

  private static Grant to(String group, Resource resource, String id, Permission... permissions) {
    return new Grant(group, resource, id, List.of(permissions));
  }

  int type() {
    return group.equals(ANY) ? AUTH_TYPE_GLOBAL : AUTH_TYPE_GRANT;
  }

  /** True if the row is about the same people and the same thing. */
  boolean isAbout(Authorization row) {
    return row.getAuthorizationType() == type()
        && row.getResourceType() == resource.resourceType()
        && id.equals(row.getResourceId())
        && (group.equals(ANY) || group.equals(row.getGroupId()));
  }

  void fill(Authorization row) {
    if (group.equals(ANY)) {
      row.setUserId(ANY);
    } else {
      row.setGroupId(group);
    }
    row.setResource(resource);
    row.setResourceId(id);
    row.setPermissions(permissions.toArray(Permission[]::new));
  }

  boolean isGivenBy(Authorization row) {
    Permission[] wanted = permissions.toArray(Permission[]::new);
    return Arrays.stream(wanted).allMatch(row::isPermissionGranted)
        && row.getPermissions(wanted).length == wanted.length;
  }
}
