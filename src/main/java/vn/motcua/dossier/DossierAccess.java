package vn.motcua.dossier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import vn.motcua.access.CurrentOfficial;

/**
 * Who may read a dossier: the unit that received it, the approver of the agency that resolves it
 * (who decides on suspension and withdrawal whoever holds a task), its seal clerk while it is
 * suspended (who issues the notice), whoever has or had a task of it, and those who watch over all
 * (inspectors, administrators). To everybody else it does not exist.
 */
@Component
class DossierAccess {

  private final TaskService tasks;
  private final IdentityService identity;

  DossierAccess(TaskService tasks, IdentityService identity) {
    this.tasks = tasks;
    this.identity = identity;
  }

  boolean mayRead(DossierFile file, CurrentOfficial official) {
    Set<String> posts = official.postIds();
    String reception = file.asRead().place().reception() + ".";
    String lead = file.asRead().place().lead();
    return posts.stream().anyMatch(p -> p.startsWith(reception))
        || posts.contains(lead + ".approver")
        || (file.state() == DossierState.SUSPENDED && posts.contains(lead + ".seal-clerk"))
        || oversees(official)
        || file.acts().stream()
            .anyMatch(a -> a.person().equals(official.userId()) || posts.contains(a.post()))
        || hasTask(file, posts);
  }

  /**
   * The same right for a list: a dossier may be read if one of these conditions holds. Each looks
   * first for what the official has to do with, whichever dossiers that are.
   */
  List<Condition> reach(CurrentOfficial official) {
    return reach(official, "", "");
  }

  /** The same for dossiers that are known already: each condition looks at one of them alone. */
  Condition reachOfFew(CurrentOfficial official) {
    return Condition.any(
        reach(official, "a.dossier_code = d.code and ", "e.BUSINESS_KEY_ = d.code and "));
  }

  private List<Condition> reach(CurrentOfficial official, String act, String task) {
    if (oversees(official)) {
      return List.of(Condition.ALWAYS);
    }
    String acts = "d.code in (select a.dossier_code from dossier_act a where " + act;
    Collection<String> posts = new TreeSet<>(official.postIds());
    List<Condition> any = new ArrayList<>();
    any.add(Condition.of("a.person = ?", official.userId()).within(acts, ")"));
    if (!posts.isEmpty()) {
      any.add(Condition.in("d.reception_unit", units(posts, "")));
      any.add(Condition.in("a.post", posts).within(acts, ")"));
      any.add(
          Condition.in("t.TENANT_ID_", posts)
              .within(
                  "d.code in (select e.BUSINESS_KEY_ from ACT_RU_TASK t join ACT_RU_EXECUTION e"
                      + " on e.ID_ = t.PROC_INST_ID_ where "
                      + task,
                  ")"));
    }
    List<String> decides = units(posts, ".approver");
    if (!decides.isEmpty()) {
      any.add(Condition.in("d.lead_unit", decides));
    }
    List<String> seals = units(posts, ".seal-clerk");
    if (!seals.isEmpty()) {
      any.add(
          Condition.in("d.lead_unit", seals)
              .and(Condition.of("d.state = ?", DossierState.SUSPENDED.name())));
    }
    return any;
  }

  private static List<String> units(Collection<String> posts, String ending) {
    return posts.stream()
        .filter(post -> post.endsWith(ending))
        .map(post -> post.substring(0, post.lastIndexOf('.')))
        .distinct()
        .toList();
  }

  /** True if a task of this post is one that the official sees in Tasklist. */
  boolean seesTaskOf(String post, CurrentOfficial official) {
    return official.holds(post) || oversees(official);
  }

  /** The book of a unit is read by who works there, and by those who watch over all. */
  boolean mayReadRegister(String unit, CurrentOfficial official) {
    return official.postIds().stream().anyMatch(p -> p.startsWith(unit + "."))
        || oversees(official);
  }

  /** Open tasks that the official sees: those of the own posts, or all for those who watch. */
  List<Task> visible(List<String> taskIds, CurrentOfficial official) {
    var query = tasks.createTaskQuery().taskIdIn(taskIds.toArray(String[]::new));
    if (!oversees(official)) {
      if (official.postIds().isEmpty()) {
        return List.of();
      }
      query.tenantIdIn(official.postIds().toArray(String[]::new));
    }
    return query.list();
  }

  private boolean oversees(CurrentOfficial official) {
    Authentication who = identity.getCurrentAuthentication();
    return official.postIds().stream()
            .anyMatch(p -> p.endsWith(".inspector") || p.endsWith(".administrator"))
        || (who != null
            && official.userId().equals(who.getUserId())
            && who.getGroupIds() != null
            && who.getGroupIds().contains("camunda-admin"));
  }

  private boolean hasTask(DossierFile file, Set<String> posts) {
    return !posts.isEmpty()
        && tasks
                .createTaskQuery()
                .processInstanceBusinessKey(file.code())
                .tenantIdIn(posts.toArray(String[]::new))
                .count()
            > 0;
  }
}
