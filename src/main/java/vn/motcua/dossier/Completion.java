package vn.motcua.dossier;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.motcua.access.Substitutes;
import vn.motcua.agency.Organisation;
import vn.motcua.agency.Place;
import vn.motcua.language.Texts;
import vn.motcua.procedure.Act;
import vn.motcua.procedure.Procedures;
import vn.motcua.procedure.Step;

/**
 * What must hold before a step is done, and the act that is written when it is. Everything a form
 * asks for is asked here again, because a task may be completed without its form.
 */
@Component
class Completion {

  private static final Texts TEXTS = Texts.of("dossier");
  private static final String ADMINISTRATOR = ".administrator";

  private final Steps steps;
  private final Duties duties;
  private final Delays delays;
  private final Register register;
  private final Supplements supplements;
  private final Apologies apologies;
  private final Silence silence;
  private final Sealing sealing;
  private final Collecting collecting;
  private final Minutes minutes;
  private final Organisation organisation;
  private final Procedures procedures;
  private final Substitutes substitutes;
  private final IdentityService identity;
  private final Clock clock;

  Completion(
      Steps steps,
      Duties duties,
      Delays delays,
      Register register,
      Supplements supplements,
      Apologies apologies,
      Silence silence,
      Sealing sealing,
      Collecting collecting,
      Minutes minutes,
      Organisation organisation,
      Procedures procedures,
      Substitutes substitutes,
      @Lazy IdentityService identity,
      Clock clock) {
    this.steps = steps;
    this.duties = duties;
    this.delays = delays;
    this.register = register;
    this.supplements = supplements;
    this.apologies = apologies;
    this.silence = silence;
    this.sealing = sealing;
    this.collecting = collecting;
    this.minutes = minutes;
    this.organisation = organisation;
    this.procedures = procedures;
    this.substitutes = substitutes;
    this.identity = identity;
    this.clock = clock;
  }

  void completed(DelegateTask task) {
    if (silence.isDeemed(task)) {
      return;
    }
    String person = personWhoMay(task);
    String absent = inPlaceOf(task, person);
    DossierFile file = steps.fileOf(task);
    file.onBehalfOf(absent);
    GivenVariables.check(task, file);
    if (file.state() == DossierState.SUSPENDED) {
      throw new NotAllowed(TEXTS.get("suspended", file.code(), file.asRead().pausedBecause()));
    }
    Step step = steps.of(task);
    String outcome = outcome(task, step);
    Optional<Reason> reason = reason(task, step, outcome);
    String note = FormWords.take(task, "note");
    String lateCause = FormWords.take(task, "lateCause");
    String lateWords = FormWords.take(task, "lateWords");
    if (reason.isPresent() && Reason.compulsoryFor(outcome) && note == null) {
      throw new NotAllowed(TEXTS.get("reason.words.missing"));
    }
    delegated(file, step, outcome);
    Optional<String> exception = duties.check(file, step.act(), person, absent, steps.today());
    String process = steps.keyOf(task);
    follow(task, file, process, step, outcome, reason);
    Instant now = clock.instant();
    DossierAct act =
        new DossierAct(
            task.getId(),
            process,
            step.id(),
            step.name(),
            step.act().word(),
            person,
            task.getTenantId(),
            task.getCreateTime().toInstant(),
            task.getDueDate() == null ? null : task.getDueDate().toInstant(),
            now,
            outcome,
            reason.map(Reason::word).orElse(null),
            reason.map(Reason::words).orElse(null),
            note,
            trace(task, file, step, process, person, note, now),
            exception.orElse(null),
            absent);
    delays.done(file, desk(act), person, lateCause, lateWords);
    register.add(file.code(), act);
    file.add(act);
    if (step.act() == Act.SEAL
        && sealing.ofLast(file, step, act)
        && file.finishedAt() == null
        && !process.equals(Apologies.PROCESS)) {
      file.set("finished_at", processingEnded(file, process, act.completedAt()));
    }
  }

  private String trace(
      DelegateTask task,
      DossierFile file,
      Step step,
      String process,
      String person,
      String note,
      Instant now) {
    return switch (step.act()) {
      case RETURN -> collecting.whole(FormWords.of(task), file.asRead(), note, now);
      case SEAL -> sealing.trace(task, file, process, person);
      default ->
          Minutes.Kind.of(process, step.act())
              .map(kind -> minutes.trace(task, file, kind, note))
              .orElseGet(() -> FormWords.trace(task, step.act()));
    };
  }

  /** What the law makes of this step, or why it does not allow it. */
  private void follow(
      DelegateTask task,
      DossierFile file,
      String process,
      Step step,
      String outcome,
      Optional<Reason> reason) {
    if ("supplement".equals(outcome)) {
      supplements.ask(file, step.act(), reason.orElseThrow());
    }
    if (step.act() == Act.REVIEW) {
      supplements.review(file, outcome);
    }
    if (step.act() == Act.CONSULT) {
      silence.ends(task);
    }
    switch (process + " " + step.id()) {
      case Supplements.SUPPLEMENT + " release" ->
          task.setVariable("expiresAt", supplements.released(file));
      case Supplements.SUPPLEMENT + " close-wait", Supplements.GUIDANCE + " close-wait" -> {
        supplements.close(file, outcome);
        task.setVariable("expiresAt", supplements.papersDue(file));
      }
      case Apologies.PROCESS + " sign-apology" -> {
        if ("send-back".equals(outcome)) {
          apologies.declined(file);
        }
      }
      case Apologies.PROCESS + " release-apology" -> apologies.released(file);
      default -> {}
    }
  }

  /** Refused because papers never came: processing ended when they were asked for. */
  private static Instant processingEnded(DossierFile file, String process, Instant now) {
    return process.equals("shared-refusal") && file.pausedSince() != null
        ? file.pausedSince()
        : now;
  }

  private static Delays.Desk desk(DossierAct act) {
    return new Delays.Desk(act.taskId(), act.stepId(), act.stepName(), act.post(), act.dueAt());
  }

  private String personWhoMay(DelegateTask task) {
    Authentication who = identity.getCurrentAuthentication();
    if (who == null || who.getUserId() == null) {
      throw new NotAllowed(TEXTS.get("person.none", task.getName()));
    }
    List<String> groups = Optional.ofNullable(who.getGroupIds()).orElse(List.of());
    List<String> tenants = Optional.ofNullable(who.getTenantIds()).orElse(List.of());
    if (groups.contains("camunda-admin")
        || groups.stream().anyMatch(g -> g.endsWith(ADMINISTRATOR))) {
      throw new NotAllowed(TEXTS.get("person.administrator"));
    }
    if (Stream.concat(groups.stream(), tenants.stream())
        .noneMatch(post -> post.equals(task.getTenantId()))) {
      throw new NotAllowed(TEXTS.get("person.post", task.getName()));
    }
    return who.getUserId();
  }

  /** The absent person in whose place somebody completes a task; null in the own name. */
  private String inPlaceOf(DelegateTask task, String person) {
    String assignee = task.getAssignee();
    Optional<String> absent =
        substitutes.onBehalf(person, task.getTenantId(), assignee, task.getOwner());
    boolean mine = assignee == null || assignee.equals(person) || person.equals(task.getOwner());
    if (!mine && absent.isEmpty()) {
      throw new NotAllowed(TEXTS.get("person.other", task.getName(), assignee));
    }
    return absent.orElse(null);
  }

  private static String outcome(DelegateTask task, Step step) {
    if (step.act() == Act.CONSULT) {
      return Position.taken(task);
    }
    Object given = task.getVariable("outcome");
    if (step.outcomes().isEmpty()) {
      if (given != null && !given.equals("done")) {
        throw new NotAllowed(TEXTS.get("outcome.none-offered", step.name(), given));
      }
      return null;
    }
    if (given == null) {
      throw new NotAllowed(TEXTS.get("outcome.missing", step.name()));
    }
    if (!step.outcomes().contains(given)) {
      throw new NotAllowed(
          TEXTS.get("outcome.not-offered", step.name(), given, String.join(", ", step.outcomes())));
    }
    return given.toString();
  }

  private static Optional<Reason> reason(DelegateTask task, Step step, String outcome) {
    String word = FormWords.take(task, "reason");
    Optional<Reason> reason = Reason.of(outcome, word);
    if (Reason.compulsoryFor(outcome) && reason.isEmpty()) {
      throw new NotAllowed(
          word == null
              ? TEXTS.get("reason.missing", step.name())
              : TEXTS.get("reason.unknown", word, outcome));
    }
    return reason;
  }

  /** TT 01/2018/TT-VPCP Điều 6: approval at the counter needs power handed to it on that day. */
  private void delegated(DossierFile file, Step step, String outcome) {
    if (step.act() != Act.APPROVE || "send-back".equals(outcome)) {
      return;
    }
    Dossier dossier = file.asRead();
    Place place = dossier.place();
    boolean onTheSpot = procedures.ofDefinition(dossier.procedure().definitionId()).onTheSpot();
    if (onTheSpot
        && organisation
            .delegation(place.lead(), dossier.procedure().code(), steps.today())
            .isEmpty()) {
      throw new NotAllowed(
          TEXTS.get("delegation.missing", dossier.leadName(), dossier.procedure().code()));
    }
  }
}
