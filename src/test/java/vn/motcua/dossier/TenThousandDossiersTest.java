package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.agency.Organisation;
import vn.motcua.calendar.Calendars;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.deadline.ClockAgreement;
import vn.motcua.deadline.ClockEvent;
import vn.motcua.deadline.ClockReading;
import vn.motcua.deadline.Clocks;
import vn.motcua.deadline.LedgerRow;
import vn.motcua.procedure.Case;
import vn.motcua.procedure.Procedure;
import vn.motcua.procedure.Procedures;

/**
 * Ten thousand dossiers of procedures of the whole catalogue, received at any moment of 2019 to
 * 2027 and moved on at random, each by a clock of its own: after every act the slip, the ledger,
 * the engine's timers, the list and the register say the same moment.
 */
@Tag("slow")
@Tag("alone")
@Import({TenThousandDossiersTest.OwnTime.class, TenThousandDossiersTest.SameOrganisation.class})
@DirtiesContext
@SpringBootTest(
    properties = {
      "spring.datasource.url=jdbc:h2:mem:tenthousand",
      "camunda.bpm.job-execution.enabled=false",
      "camunda.bpm.history-level=none"
    })
class TenThousandDossiersTest {

  /** For one's own quick trial: {@code -Ddossiers=500}. */
  private static final int DOSSIERS = Integer.getInteger("dossiers", 10_000);

  private static final int AT_ONCE = 2;
  private static final int KEPT_OPEN = 500;
  private static final String CENTRE = "trung-tam-phuc-vu-hanh-chinh-cong";
  private static final String COMMUNE = "phuong-hong-gai";
  private static final int LONGEST_POSTING = 50;
  private static final LocalDate FIRST = LocalDate.of(2019, 1, 2);

  private static final Map<String, Object> FORM =
      Map.of(
          "note", "Theo kịch bản kiểm thử",
          "documentNumber", "15/GCN",
          "receiverName", "Nguyễn Thị Bình",
          "receiverIdentity", "022188001234",
          "reason", "missing-paper",
          "position", "agree",
          "lateCause", "complex-dossier",
          "lateWords", "Kịch bản kiểm thử",
          "place", "Tổ 5, phường Hồng Gai");

  @Autowired Reception reception;
  @Autowired Procedures procedures;
  @Autowired Register register;
  @Autowired Sheets sheets;
  @Autowired Clocks clocks;
  @Autowired ClockAgreement agreement;
  @Autowired TaskService tasks;
  @Autowired RuntimeService runtime;
  @Autowired ManagementService management;
  @Autowired IdentityService identity;
  @Autowired JdbcTemplate jdbc;
  @Autowired Calendars calendars;
  @Autowired OwnTime time;

  private final AtomicInteger acts = new AtomicInteger();
  private final AtomicInteger stops = new AtomicInteger();
  private final Collection<String> open = new ConcurrentLinkedQueue<>();

  @Test
  void slipLedgerTimersListAndRegisterAgreeAtEveryAct() throws Exception {
    List<Procedure> all = procedures.all();
    ExecutorService people = Executors.newFixedThreadPool(AT_ONCE);
    try {
      for (int from = 0; from < DOSSIERS; from += KEPT_OPEN) {
        List<Future<?>> lives = new ArrayList<>();
        for (int i = from; i < Math.min(DOSSIERS, from + KEPT_OPEN); i++) {
          int number = i;
          lives.add(people.submit(() -> live(all, new Random(number))));
        }
        for (Future<?> life : lives) {
          life.get();
        }
        assertThat(agreement.check().disagreements()).isEmpty();
        forget();
      }
    } finally {
      people.shutdownNow();
    }
    assertThat(stops.get()).as("clocks that stood still").isGreaterThan(DOSSIERS / 20);
    System.out.printf(
        "Clocks compared after every act: %d dossiers, %d acts, %d stops%n",
        DOSSIERS, acts.get(), stops.get());
  }

  private Void live(List<Procedure> all, Random random) {
    Procedure procedure = all.get(random.nextInt(all.size()));
    Case chosen = procedure.cases().get(random.nextInt(procedure.cases().size()));
    ZonedDateTime start = start(random);
    time.is(start);
    boolean difficult = chosen.difficultLimit() != null && random.nextBoolean();
    Receipt slip = receive(procedure, chosen, difficult);
    open.add(slip.code());
    compare(slip.code(), slip.due());
    onlyByTheDaysOfTheCalendar(
        difficult ? chosen.difficultLimit() : chosen.promised(), start, slip.due());
    for (int left = random.nextInt(6); left > 0; left--) {
      time.is(start = start.plusMinutes(random.nextInt(4 * 24 * 60)));
      if (isPosted(slip.code())) {
        time.is(start = start.plusDays(LONGEST_POSTING));
      }
      if (!act(slip.code(), random)) {
        break;
      }
      compare(slip.code(), slip.due());
    }
    return null;
  }

  private boolean isPosted(String code) {
    return tasks
            .createTaskQuery()
            .processInstanceBusinessKey(code)
            .taskDefinitionKey("await-posting")
            .count()
        > 0;
  }

  private static ZonedDateTime start(Random random) {
    LocalDate day = FIRST.plusDays(random.nextInt(2_700));
    return LocalDateTime.of(day.getYear(), day.getMonth(), day.getDayOfMonth(), 7, 0)
        .plusSeconds(random.nextInt(11 * 3_600))
        .atZone(WorkingCalendar.ZONE);
  }

  private Receipt receive(Procedure procedure, Case chosen, boolean difficult) {
    boolean atCommune = !procedure.levels().contains("tinh");
    String counter = atCommune ? COMMUNE + "-mot-cua" : CENTRE;
    String post = counter + ".counter-clerk";
    Application application =
        new Application(
            procedure.code(),
            chosen.id(),
            atCommune ? "xa" : "tinh",
            counter,
            COMMUNE,
            difficult,
            "counter",
            false,
            null,
            "counter",
            null,
            Counter.lan(),
            null,
            List.of());
    return as(
        post,
        () ->
            reception.receive(
                application, new CurrentOfficial(person(post), "Người tiếp nhận", Set.of(post))));
  }

  /** One open task is done; where papers may be asked for, every third time they are. */
  private boolean act(String code, Random random) {
    List<Task> here = tasks.createTaskQuery().processInstanceBusinessKey(code).list();
    if (here.isEmpty()) {
      return false;
    }
    Task task = here.get(random.nextInt(here.size()));
    List<String> outcomes =
        procedures
            .ofDefinition(task.getProcessDefinitionId())
            .steps()
            .get(task.getTaskDefinitionKey())
            .outcomes();
    boolean asks = outcomes.contains("supplement") && random.nextInt(3) == 0;
    List<String> tries = new ArrayList<>(asks ? List.of("supplement") : List.of());
    tries.addAll(outcomes);
    ClockReading before = clocks.find(code).orElseThrow();
    complete(task, tries);
    ClockReading after = clocks.find(code).orElseThrow();
    acts.incrementAndGet();
    if (before.pausedSince() == null && after.pausedSince() != null) {
      stops.incrementAndGet();
    }
    return true;
  }

  /** The first outcome that the law allows now: papers may be asked for once, and not late. */
  private void complete(Task task, List<String> tries) {
    Map<String, Object> said = new HashMap<>(FORM);
    said.put("participants", "Trưởng khu phố");
    LocalDate today = LocalDate.now(time);
    List.of("inspectedOn", "councilOn", "postedUntil")
        .forEach(day -> said.put(day, today.toString()));
    said.put("postedOn", today.minusDays(LONGEST_POSTING).toString());
    for (int i = 0; ; i++) {
      if (!tries.isEmpty()) {
        said.put("outcome", tries.get(i));
      }
      try {
        as(
            task.getTenantId(),
            () -> {
              tasks.complete(task.getId(), said);
              return null;
            });
        return;
      } catch (BadUserRequestException refused) {
        if (i + 1 >= tries.size()) {
          throw refused;
        }
      }
    }
  }

  private void compare(String code, Instant promisedFirst) {
    ClockReading clock = clocks.find(code).orElseThrow();
    List<LedgerRow> ledger = clocks.ledger(code);
    Dossier row = register.find(code).orElseThrow();
    assertThat(clock.firstDue()).as("first promise of %s", code).isEqualTo(promisedFirst);
    assertThat(ledger.get(0).due().after()).as("slip of %s", code).isEqualTo(promisedFirst);
    assertThat(ledger.get(ledger.size() - 1).due().after())
        .as("ledger of %s", code)
        .isEqualTo(clock.due());
    assertThat(row.dueAt()).as("register of %s", code).isEqualTo(clock.due());
    assertThat(row.statutoryDueAt()).isEqualTo(clock.statutoryDue());
    assertThat(row.pausedSince()).isEqualTo(clock.pausedSince());
    List<Task> here = tasks.createTaskQuery().processInstanceBusinessKey(code).list();
    for (Task task : here) {
      CurrentOfficial holder = new CurrentOfficial("x", "x", Set.of(task.getTenantId()));
      assertThat(sheets.cards(List.of(task.getId()), holder))
          .singleElement()
          .satisfies(card -> assertThat(card.due()).as("list of %s", code).isEqualTo(clock.due()));
    }
    for (Job timer :
        management
            .createJobQuery()
            .processInstanceId(clock.instanceId())
            .activityId("due-time")
            .list()) {
      if (clock.due() != null) {
        assertThat(timer.getDuedate().toInstant()).as("timer of %s", code).isEqualTo(clock.due());
      }
      assertThat(timer.isSuspended()).as("timer of %s held", code).isEqualTo(clock.stands());
    }
    if (ledger.get(ledger.size() - 1).event() == ClockEvent.PAUSE) {
      assertThat(clock.pausedSince()).isEqualTo(ledger.get(ledger.size() - 1).at());
    }
  }

  /** Counted once more the long way, day by day, for limits in whole days. */
  private void onlyByTheDaysOfTheCalendar(TimeLimit limit, ZonedDateTime start, Instant due) {
    if (limit == null
        || limit.amount().scale() > 0
        || (limit.unit() != TimeLimit.Unit.WORKING_DAY && limit.unit() != TimeLimit.Unit.DAY)) {
      return;
    }
    WorkingCalendar calendar = calendars.calendar();
    LocalDate day = start.toLocalDate();
    for (int left = limit.amount().intValue(); left > 0; ) {
      day = day.plusDays(1);
      left -= limit.unit() == TimeLimit.Unit.DAY || calendar.isWorkingDay(day) ? 1 : 0;
    }
    while (!calendar.isWorkingDay(day)) {
      day = day.plusDays(1);
    }
    assertThat(due).as("%s from %s", limit, start).isNotNull();
    assertThat(due.atZone(WorkingCalendar.ZONE).toLocalDate())
        .as("%s from %s", limit, start)
        .isEqualTo(day);
  }

  /** Ten thousand open dossiers would not fit into the memory of a test. */
  private void forget() {
    for (String code : open) {
      clocks
          .find(code)
          .map(ClockReading::instanceId)
          .filter(id -> runtime.createProcessInstanceQuery().processInstanceId(id).count() > 0)
          .ifPresent(id -> runtime.deleteProcessInstance(id, "seen", true, true));
    }
    jdbc.update("update dossier_clock set stopped_at = started_at where stopped_at is null");
    open.clear();
  }

  private <T> T as(String post, Callable<T> act) {
    identity.setAuthentication(person(post), List.of(post), List.of(post));
    try {
      return act.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      identity.clearAuthentication();
    }
  }

  private static String person(String post) {
    return "p-" + Integer.toHexString(post.hashCode());
  }

  /** The organisation of today at every day: its data begin with the two-tier government. */
  @TestConfiguration
  static class SameOrganisation {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @Bean
    @Primary
    Organisation always(@Qualifier("organisation") Organisation dated) {
      return (Organisation)
          Proxy.newProxyInstance(
              Organisation.class.getClassLoader(),
              new Class<?>[] {Organisation.class},
              (proxy, method, given) -> {
                Object[] asked = given == null ? null : given.clone();
                for (int i = 0; asked != null && i < asked.length; i++) {
                  asked[i] = asked[i] instanceof LocalDate ? DAY : asked[i];
                }
                return method.invoke(dated, asked);
              });
    }
  }

  /** A clock for each thread. */
  @TestConfiguration
  static class OwnTime extends Clock {

    private final ThreadLocal<Instant> now =
        ThreadLocal.withInitial(() -> Instant.parse("2026-11-23T01:00:00Z"));

    @Bean
    @Primary
    OwnTime ownTime() {
      return this;
    }

    void is(ZonedDateTime moment) {
      now.set(moment.toInstant());
    }

    @Override
    public ZoneId getZone() {
      return WorkingCalendar.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return Clock.offset(Clock.fixed(now.get(), zone), Duration.ZERO);
    }

    @Override
    public Instant instant() {
      return now.get();
    }
  }
}
