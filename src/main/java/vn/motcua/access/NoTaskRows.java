package vn.motcua.access;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.UPDATE;
import static org.camunda.bpm.engine.authorization.Resources.USER;

import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.Task;

/**
 * Writes no authorization row for a task, so that lists stay linear (docs/decisions/0004), and
 * grants nothing else by itself but this: a person reads the own account and changes its password,
 * a group reads its own name.
 */
class NoTaskRows extends DefaultAuthorizationProvider {

  @Override
  public AuthorizationEntity[] newUser(User user) {
    AuthorizationEntity own = new AuthorizationEntity(AUTH_TYPE_GRANT);
    own.setUserId(user.getId());
    own.setResource(USER);
    own.setResourceId(user.getId());
    own.addPermission(READ);
    own.addPermission(UPDATE);
    return new AuthorizationEntity[] {own};
  }

  @Override
  public AuthorizationEntity[] tenantMembershipCreated(Tenant tenant, User user) {
    return null;
  }

  @Override
  public AuthorizationEntity[] newDeployment(Deployment deployment) {
    return null;
  }

  @Override
  public AuthorizationEntity[] newTaskAssignee(Task task, String old, String assignee) {
    return null;
  }

  @Override
  public AuthorizationEntity[] newTaskOwner(Task task, String old, String owner) {
    return null;
  }

  @Override
  public AuthorizationEntity[] newTaskUserIdentityLink(Task task, String user, String type) {
    return null;
  }

  @Override
  public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String group, String type) {
    return null;
  }
}
