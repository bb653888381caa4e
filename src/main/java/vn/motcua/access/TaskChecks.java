package vn.motcua.access;

import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Answers every question of the engine about one task from the task's post, never from
 * authorization rows. Read: a task of the own posts, or oversight. Work: a task of the own posts
 * that nobody else has taken but an absent person whom one stands in for, and giving it back; what
 * somebody took over for a time remains its owner's. Hand over, create, delete: nobody; the route
 * does that.
 *
 * <p>What the application does for itself, without a person or inside a listener, is not asked.
 */
class TaskChecks extends AuthorizationCommandChecker {

  private final Substitutes substitutes;

  TaskChecks(Substitutes substitutes) {
    this.substitutes = substitutes;
  }

  @Override
  public void checkReadTask(TaskEntity task) {
    Authentication person = watched();
    if (person != null && !isOfPosts(task, person) && !Oversight.has(person)) {
      throw refusal(person, Permissions.READ, task);
    }
  }

  @Override
  public void checkReadTaskVariable(TaskEntity task) {
    checkReadTask(task);
  }

  @Override
  public void checkTaskWork(TaskEntity task) {
    Authentication person = watched();
    if (person == null) {
      return;
    }
    if (!isOfPosts(task, person) || !isFreeFor(task, person)) {
      throw refusal(person, TaskPermissions.TASK_WORK, task);
    }
    // A claim names the person it is for; whom it named shows only when the command is done.
    atClose(() -> task.isDeleted() || isFreeFor(task, person), person, task);
  }

  @Override
  public void checkUpdateTaskVariable(TaskEntity task) {
    checkTaskWork(task);
  }

  /** Of all that this question stands for, one thing is allowed: to give back one's own task. */
  @Override
  public void checkTaskAssign(TaskEntity task) {
    Authentication person = watched();
    if (person == null) {
      return;
    }
    if (!isOfPosts(task, person) || !person.getUserId().equals(task.getAssignee())) {
      throw refusal(person, TaskPermissions.TASK_ASSIGN, task);
    }
    atClose(() -> task.getAssignee() == null, person, task);
  }

  @Override
  public void checkCreateTask(TaskEntity task) {
    never(Permissions.CREATE, task);
  }

  @Override
  public void checkCreateTask() {
    never(Permissions.CREATE, null);
  }

  @Override
  public void checkDeleteTask(TaskEntity task) {
    never(Permissions.DELETE, task);
  }

  private static void atClose(BooleanSupplier right, Authentication person, TaskEntity task) {
    Context.getCommandContext()
        .registerCommandContextListener(
            new AtClose(
                () -> {
                  if (!right.getAsBoolean()) {
                    throw refusal(person, TaskPermissions.TASK_ASSIGN, task);
                  }
                }));
  }

  private void never(Permission permission, TaskEntity task) {
    Authentication person = watched();
    if (person != null) {
      throw refusal(person, permission, task);
    }
  }

  /** The person who gives this command, or null if the application acts for itself. */
  private Authentication watched() {
    boolean watched =
        getAuthorizationManager() instanceof PostAuthorizations posts && posts.isWatched();
    return watched ? Context.getCommandContext().getAuthentication() : null;
  }

  private static boolean isOfPosts(TaskEntity task, Authentication person) {
    return task.getTenantId() != null
        && person.getTenantIds() != null
        && person.getTenantIds().contains(task.getTenantId());
  }

  private boolean isFreeFor(TaskEntity task, Authentication person) {
    String me = person.getUserId();
    return task.getAssignee() == null
        || task.getAssignee().equals(me)
        || me.equals(task.getOwner())
        || substitutes
            .onBehalf(me, task.getTenantId(), task.getAssignee(), task.getOwner())
            .isPresent();
  }

  private static AuthorizationException refusal(
      Authentication person, Permission permission, TaskEntity task) {
    return new AuthorizationException(
        person.getUserId(),
        permission.getName(),
        Resources.TASK.resourceName(),
        task == null ? null : task.getId());
  }
}
