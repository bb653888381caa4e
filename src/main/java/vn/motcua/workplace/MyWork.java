package vn.motcua.workplace;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Date;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.access.Who;
import vn.motcua.agency.Role;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.deadline.DueDates;

/** Tells Tasklist what to offer the person at work. Only a help: each door asks again. */
@RestController
class MyWork {

  private static final String CLERK = "." + Role.COUNTER_CLERK.word();

  private final Who who;
  private final TaskService tasks;
  private final DueDates dueDates;
  private final Clock clock;

  MyWork(Who who, TaskService tasks, DueDates dueDates, Clock clock) {
    this.who = who;
    this.tasks = tasks;
    this.dueDates = dueDates;
    this.clock = clock;
  }

  /**
   * @param receives true if this person sits at a counter and receives dossiers
   */
  record Me(String name, boolean receives) {}

  @GetMapping("/api/workplace/me")
  Me me() {
    var official = who.now();
    return new Me(
        official.name(), official.postIds().stream().anyMatch(post -> post.endsWith(CLERK)));
  }

  /** Numbers of tasks that this person has or may take, by how their steps stand. */
  record Due(long overdue, long today, long soon) {}

  @GetMapping("/api/workplace/due")
  Due due() {
    CurrentOfficial official = who.now();
    if (official.postIds().isEmpty()) {
      return new Due(0, 0, 0);
    }
    ZonedDateTime now = clock.instant().atZone(WorkingCalendar.ZONE);
    ZonedDateTime tomorrow = now.toLocalDate().plusDays(1).atStartOfDay(WorkingCalendar.ZONE);
    ZonedDateTime soon = dueDates.soonUntil(now);
    return new Due(
        mine(official).dueBefore(date(now)).count(),
        mine(official).dueAfter(date(now)).dueBefore(date(tomorrow)).count(),
        soon.isAfter(tomorrow)
            ? mine(official).dueAfter(date(tomorrow)).dueBefore(date(soon)).count()
            : 0);
  }

  private TaskQuery mine(CurrentOfficial official) {
    return tasks
        .createTaskQuery()
        .tenantIdIn(official.postIds().toArray(String[]::new))
        .or()
        .taskAssignee(official.userId())
        .taskUnassigned()
        .endOr();
  }

  private static Date date(ZonedDateTime moment) {
    return Date.from(moment.toInstant());
  }
}
