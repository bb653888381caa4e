package vn.motcua.dossier;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.access.StandIn;
import vn.motcua.agency.Role;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.language.Dates;
import vn.motcua.language.Texts;
import vn.motcua.procedure.Act;
import vn.motcua.procedure.Procedures;
import vn.motcua.procedure.Step;

/**
 * Results given to people at the one-stop unit, and people invited to fetch them. Giving completes
 * the step of the route, with the rules of {@link Collecting}; inviting is an act beside it and
 * moves neither state nor clock. Safe for use by many threads.
 */
@Service
public class Returns {

  /** Word of the act of inviting, among the acts of a dossier. */
  static final String INVITE = "invite";

  private static final Texts TEXTS = Texts.of("dossier");
  private static final List<Role> HANDS = List.of(Role.RETURN_CLERK, Role.COUNTER_CLERK);

  private final Register register;
  private final Uncollected uncollected;
  private final LinkedResults linked;
  private final PartReturns parts;
  private final Procedures procedures;
  private final EngineRights engine;
  private final TaskService tasks;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Returns(
      Register register,
      Uncollected uncollected,
      LinkedResults linked,
      PartReturns parts,
      Procedures procedures,
      EngineRights engine,
      TaskService tasks,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.register = register;
    this.uncollected = uncollected;
    this.linked = linked;
    this.parts = parts;
    this.procedures = procedures;
    this.engine = engine;
    this.tasks = tasks;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** Results that wait at the units at which this person gives them out. */
  List<Uncollected.Waiting> waiting(CurrentOfficial official) {
    return uncollected.of(units(official));
  }

  /** How the result of one dossier waits; null if it has none, or this is not its counter. */
  Uncollected.Waiting waiting(String code, CurrentOfficial official) {
    return register
        .find(code)
        .filter(d -> units(official).contains(d.place().reception()) && waits(d))
        .map(uncollected::of)
        .orElse(null);
  }

  private boolean waits(Dossier d) {
    return d.endedAt() == null
        && (d.state() == DossierState.FINISHED
            || d.state() == DossierState.REFUSAL_ISSUED
            || linked.of(d).stream().anyMatch(DossierResult::waits));
  }

  private static Set<String> units(CurrentOfficial official) {
    Set<String> units = new TreeSet<>();
    for (String post : official.postIds()) {
      HANDS.stream()
          .map(role -> "." + role.word())
          .filter(post::endsWith)
          .forEach(end -> units.add(post.substring(0, post.length() - end.length())));
    }
    return units;
  }

  /**
   * Gives the result to whoever came for it.
   *
   * @param words what the form of the step asks, by the names of its fields
   * @throws NotAllowed if there is no result to give, the official may not, or the person who came
   *     is not the right one
   * @throws UnknownDossier if there is none
   */
  public void give(String code, Map<String, String> words, CurrentOfficial official) {
    Dossier d = register.find(code).orElseThrow(() -> new UnknownDossier(code));
    engine.lent(
        official,
        () -> {
          Task task =
              tasks.createTaskQuery().processInstanceBusinessKey(code).list().stream()
                  .filter(this::returns)
                  .findFirst()
                  .orElseThrow(
                      () -> new NotAllowed(TEXTS.get("returns.none", code, d.state().words())));
          if (!official.holds(task.getTenantId())) {
            throw new NotAllowed(TEXTS.get("returns.not-yours", code, d.receptionName()));
          }
          tasks.complete(task.getId(), Map.copyOf(words));
          return null;
        });
  }

  /**
   * Gives some results of a linked dossier, or the last ones: then the dossier ends with the step
   * of its route.
   *
   * @param chosen ids of the results
   * @return true if the applicant has all of them now
   * @throws NotAllowed also if one of them is not there yet or was given before, or if they are the
   *     last ones and the route has not come to their return
   */
  public boolean give(
      String code, Map<String, String> words, Set<String> chosen, CurrentOfficial official) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              Dossier d = register.find(code).orElseThrow(() -> new UnknownDossier(code));
              List<DossierResult> all = linked.lock(d);
              boolean last =
                  all.stream().allMatch(r -> r.returned() != null || chosen.contains(r.id()));
              if (all.isEmpty()) {
                give(code, words, official);
                return true;
              }
              PartReturns.check(d, all, chosen);
              if (last && d.state() != DossierState.FINISHED) {
                throw new NotAllowed(TEXTS.get("returns.last", code, d.state().words()));
              }
              if (last) {
                give(code, words, official);
              } else {
                parts.give(
                    d,
                    words,
                    all.stream().filter(r -> chosen.contains(r.id())).toList(),
                    post(d, official),
                    official);
              }
              return last;
            }));
  }

  private static String post(Dossier d, CurrentOfficial official) {
    return HANDS.stream()
        .map(role -> d.place().reception() + "." + role.word())
        .filter(official::holds)
        .findFirst()
        .orElseThrow(
            () -> new NotAllowed(TEXTS.get("returns.not-yours", d.code(), d.receptionName())));
  }

  private boolean returns(Task task) {
    Step step =
        procedures
            .ofDefinition(task.getProcessDefinitionId())
            .steps()
            .get(task.getTaskDefinitionKey());
    return step.act() == Act.RETURN;
  }

  /**
   * Notes that the applicant was told to fetch the result (TT 17/2017/TT-BTTTT Điều 5 khoản 2 điểm
   * h: at least twice, two working days apart).
   *
   * @param way word of the closed list: {@code phone}, {@code sms}, {@code email}, {@code post},
   *     {@code household}
   * @param words whom one spoke to, what was said
   * @throws NotAllowed if no result waits at this person's counter, the words are missing, or the
   *     applicant was told too lately
   */
  public void invite(String code, String way, String words, CurrentOfficial official) {
    InviteWay chosen =
        Word.read(InviteWay.class, way).orElseThrow(() -> new NotAllowed(TEXTS.get("invite.way")));
    if (words == null || words.isBlank()) {
      throw new NotAllowed(TEXTS.get("invite.words"));
    }
    transaction.executeWithoutResult(
        status -> {
          Uncollected.Waiting waiting = waiting(code, official);
          if (waiting == null) {
            throw new NotAllowed(TEXTS.get("invite.none", code));
          }
          if (waiting.again() != null) {
            throw new NotAllowed(TEXTS.get("invite.early", code, day(waiting.again())));
          }
          register.add(code, invitation(waiting, chosen, words.strip(), official));
        });
  }

  private DossierAct invitation(
      Uncollected.Waiting waiting, InviteWay way, String words, CurrentOfficial official) {
    Dossier d = waiting.dossier();
    Instant now = clock.instant();
    String post = post(d, official);
    return new DossierAct(
        null,
        "procedure-" + d.procedure().code(),
        INVITE,
        TEXTS.get("invite.act", waiting.invitations().count() + 1),
        Act.WORK.word(),
        official.userId(),
        post,
        now,
        null,
        now,
        null,
        Word.of(way),
        Word.words(way),
        words,
        null,
        null,
        official.standsIn(post).map(StandIn::person).orElse(null));
  }

  private static String day(Instant moment) {
    return Dates.day(moment.atZone(WorkingCalendar.ZONE));
  }
}
