package vn.motcua.dossier;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.motcua.access.CurrentOfficial;

/** People at work in a story: they receive, take their next task, and complete it. */
class Counter {

  @Autowired Reception reception;
  @Autowired Register register;
  @Autowired TaskService tasks;
  @Autowired RuntimeService runtime;
  @Autowired HistoryService history;
  @Autowired ManagementService management;
  @Autowired IdentityService identity;
  @Autowired SmallProvince province;
  @Autowired FixedTime time;
  @Autowired JdbcTemplate jdbc;

  static CurrentOfficial official(String name, String... posts) {
    return new CurrentOfficial(name, name, Set.of(posts));
  }

  static Application.Person lan() {
    return new Application.Person(
        "Nguyễn Thị Lan", "person", "cccd", "022190000001", "0912345678", null, "Tổ 1, Hạ Long");
  }

  /** An application without a fault. */
  static Application application(String procedure, String caseId, String level, String commune) {
    return new Application(
        procedure,
        caseId,
        level,
        null,
        commune,
        false,
        "counter",
        false,
        null,
        "counter",
        null,
        lan(),
        null,
        List.of(new Application.Paper("Đơn đề nghị", "original", 1, true)));
  }

  CurrentOfficial wardClerk() {
    return official("clerk", SmallProvince.WARD_DESK + ".counter-clerk");
  }

  CurrentOfficial centreClerk() {
    return official("clerk", SmallProvince.CENTRE + ".counter-clerk");
  }

  String onTheSpot() {
    return reception.receive(application("2.000815", null, null, null), wardClerk()).code();
  }

  String desk() {
    return reception.receive(application("1.013830", "case-1", null, null), centreClerk()).code();
  }

  String land() {
    return reception.receive(application("1.013995", null, "tinh", null), centreClerk()).code();
  }

  /** Received at the centre for a ward, by the national code of the procedure. */
  String receives(String procedure, String caseId) {
    return reception
        .receive(application(procedure, caseId, null, SmallProvince.WARD), centreClerk())
        .code();
  }

  /** The one open task of the dossier. */
  Task task(String code) {
    return as(
        "system",
        List.of("camunda-admin"),
        () -> {
          List<Task> open = tasks.createTaskQuery().processInstanceBusinessKey(code).list();
          if (open.size() != 1) {
            throw new AssertionError("open tasks of " + code + ": " + open);
          }
          return open.get(0);
        });
  }

  List<Task> openTasks(String code) {
    return as(
        "system",
        List.of("camunda-admin"),
        () -> tasks.createTaskQuery().processInstanceBusinessKey(code).list());
  }

  /** The holder of the task's post completes it; words are name, value, name, value. */
  void does(String person, String code, Object... words) {
    Task task = task(code);
    does(person, task, words);
  }

  /** Goes to see the place, and writes what was found there. */
  void visits(String person, String code) {
    does(
        person,
        code,
        "inspectedOn",
        LocalDate.now(time).toString(),
        "place",
        "Khu phố 3, phường Hồng Gai",
        "participants",
        "Trưởng khu phố",
        "note",
        "Đúng như hồ sơ");
  }

  void does(String person, Task task, Object... words) {
    Map<String, Object> variables = new HashMap<>();
    for (int i = 0; i < words.length; i += 2) {
      variables.put(words[i].toString(), words[i + 1]);
    }
    // Stories jump in time; whoever is late for that says so.
    variables.putIfAbsent("lateCause", "complex-dossier");
    completes(person, task, variables);
  }

  /** Exactly these variables, not even a cause of delay. */
  void completes(String person, Task task, Map<String, Object> variables) {
    as(
        person,
        List.of(task.getTenantId()),
        () -> {
          tasks.complete(task.getId(), variables);
          return null;
        });
  }

  <T> T as(String person, List<String> posts, Supplier<T> work) {
    identity.setAuthentication(person, posts, posts);
    try {
      return work.get();
    } finally {
      identity.clearAuthentication();
    }
  }

  Dossier dossier(String code) {
    return register.find(code).orElseThrow();
  }

  List<DossierAct> acts(String code) {
    return register.open(code).orElseThrow().acts();
  }

  /** The open task of a step. */
  Task task(String code, String step) {
    return openTasks(code).stream()
        .filter(t -> t.getTaskDefinitionKey().equals(step))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no open " + step + " of " + code));
  }

  /** Timers of an element in any process of the dossier. */
  List<Job> allTimers(String code, String activity) {
    return runtime.createProcessInstanceQuery().processInstanceBusinessKey(code).list().stream()
        .flatMap(
            i ->
                management
                    .createJobQuery()
                    .processInstanceId(i.getId())
                    .activityId(activity)
                    .list()
                    .stream())
        .toList();
  }

  /** What has been told about the dossier: kind and post. */
  List<String> notices(String code) {
    return jdbc.queryForList(
        "select kind || ' ' || recipient_post from notice where dossier_code = ? order by id",
        String.class,
        code);
  }

  List<Job> timers(String code, String activity) {
    return management
        .createJobQuery()
        .processInstanceId(dossier(code).instanceId())
        .activityId(activity)
        .list();
  }

  void holds(String person, String... posts) {
    if (identity.createUserQuery().userId(person).count() == 0) {
      var user = identity.newUser(person);
      user.setPassword("mat-khau-thu-nghiem");
      identity.saveUser(user);
    }
    Arrays.stream(posts)
        .forEach(
            post -> {
              if (identity.createGroupQuery().groupId(post).count() == 0) {
                identity.saveGroup(identity.newGroup(post));
              }
              if (identity.createGroupQuery().groupMember(person).groupId(post).count() == 0) {
                identity.createMembership(person, post);
              }
            });
  }
}
