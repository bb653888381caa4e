package vn.motcua.warning;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.motcua.access.Colleagues;
import vn.motcua.access.Substitutes;
import vn.motcua.agency.Organisation;
import vn.motcua.calendar.Calendars;
import vn.motcua.warning.Bundle.Risk;
import vn.motcua.warning.Recipients.Warned;
import vn.motcua.warning.Rungs.Reached;

/**
 * Looks at every dossier whose clock runs: notes each rung that somebody has to be warned of, and
 * puts together what each person is to be told today.
 */
@Component
class Gathering {

  private static final int PAGE = 1000;

  private final OpenDossiers open;
  private final Ladder ladder;
  private final Warnings warnings;
  private final Organisation organisation;
  private final Colleagues colleagues;
  private final Substitutes substitutes;
  private final Calendars calendars;
  private final ObjectProvider<Notices> notices;
  private final Clock clock;

  Gathering(
      OpenDossiers open,
      Ladder ladder,
      Warnings warnings,
      Organisation organisation,
      Colleagues colleagues,
      Substitutes substitutes,
      Calendars calendars,
      ObjectProvider<Notices> notices,
      Clock clock) {
    this.open = open;
    this.ladder = ladder;
    this.warnings = warnings;
    this.organisation = organisation;
    this.colleagues = colleagues;
    this.substitutes = substitutes;
    this.calendars = calendars;
    this.notices = notices;
    this.clock = clock;
  }

  /** What each person is to be told, by id of account. */
  Map<String, Bundle> gather(LocalDate day) {
    Map<String, Bundle> bundles = new HashMap<>();
    ladder.on(day).ifPresent(valid -> climb(valid, day, bundles));
    notices.stream()
        .forEach(
            source -> source.each(day, notice -> bundle(bundles, notice.person()).add(notice)));
    return bundles;
  }

  private void climb(Ladder.Valid valid, LocalDate day, Map<String, Bundle> bundles) {
    Instant now = clock.instant();
    Rungs rungs = new Rungs(calendars.calendar(), now);
    Recipients recipients = new Recipients(organisation, colleagues, substitutes, day);
    String after = "";
    for (List<OpenDossier> page = open.page(after, PAGE);
        !page.isEmpty();
        page = open.page(after, PAGE)) {
      List<Warning> found = new ArrayList<>();
      for (OpenDossier d : page) {
        List<Reached> whole = rungs.of(d);
        List<OpenStep> steps = d.steps().isEmpty() ? noStep() : d.steps();
        for (OpenStep step : steps) {
          Map<String, Risk> told = new LinkedHashMap<>();
          for (Reached r : whole) {
            warn(new At(d, step, "", r), valid, recipients, found, told);
          }
          if (step != null) {
            for (Reached r : rungs.of(d, step)) {
              warn(new At(d, step, step.taskId(), r), valid, recipients, found, told);
            }
          }
          told.forEach((person, risk) -> bundle(bundles, person).add(risk));
        }
        after = d.code();
      }
      warnings.addMissing(found, valid.basis(), day, now);
    }
  }

  /** A rung of a step, or with an empty task of the dossier whose step this is. */
  private record At(OpenDossier dossier, OpenStep step, String taskId, Reached reached) {}

  private static void warn(
      At at,
      Ladder.Valid valid,
      Recipients recipients,
      List<Warning> found,
      Map<String, Risk> told) {
    for (Recipient role : valid.warnedAt(at.reached.rung())) {
      for (Warned who : recipients.of(role, at.dossier, at.step)) {
        String stepName = at.taskId.isEmpty() ? null : at.step.name();
        found.add(new Warning(at.dossier.code(), at.taskId, stepName, at.reached, role, who));
        if (!who.person().equals(Recipients.NOBODY)) {
          Risk risk = new Risk(at.dossier, at.step, at.reached.rung(), role, at.reached.due());
          told.merge(who.person(), risk, Gathering::worse);
        }
      }
    }
  }

  /** The higher rung; the nearer limit if both are the same. */
  private static Risk worse(Risk a, Risk b) {
    int byRung = a.rung().compareTo(b.rung());
    return byRung > 0 || byRung == 0 && !a.due().isAfter(b.due()) ? a : b;
  }

  private static Bundle bundle(Map<String, Bundle> bundles, String person) {
    return bundles.computeIfAbsent(person, p -> new Bundle());
  }

  private static List<OpenStep> noStep() {
    List<OpenStep> none = new ArrayList<>(1);
    none.add(null);
    return none;
  }
}
