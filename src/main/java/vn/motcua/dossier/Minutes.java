package vn.motcua.dossier;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.deadline.DueDates;
import vn.motcua.language.Dates;
import vn.motcua.language.Texts;
import vn.motcua.procedure.Act;
import vn.motcua.procedure.ExcludedWait;
import vn.motcua.procedure.Procedures;

/**
 * Work away from the desk is believed by its minutes: when, where, who was there, what was found
 * (NĐ 61/2018/NĐ-CP Điều 19 khoản 3). Minutes tell what has been, so not of tomorrow; and a public
 * posting lasts as long as the law says, before anybody may say that it is over.
 */
@Component
class Minutes {

  private static final Texts TEXTS = Texts.of("dossier");
  private static final String POSTING_PROCESS = "shared-public-posting";

  private final Procedures procedures;
  private final DueDates dueDates;
  private final Clock clock;

  Minutes(Procedures procedures, DueDates dueDates, Clock clock) {
    this.procedures = procedures;
    this.dueDates = dueDates;
    this.clock = clock;
  }

  /** What minutes are about, with the words they need and those they may have. */
  enum Kind {
    VISIT(List.of("inspectedOn"), List.of("place", "participants"), List.of()),
    COUNCIL(List.of("councilOn"), List.of("place", "participants"), List.of("minutes")),
    POSTING(List.of("postedOn", "postedUntil"), List.of("place"), List.of("eventPaper"));

    private final List<String> moments;
    private final List<String> needed;
    private final List<String> more;

    Kind(List<String> moments, List<String> needed, List<String> more) {
      this.moments = moments;
      this.needed = needed;
      this.more = more;
    }

    /** Empty for a step that leaves no minutes. */
    static Optional<Kind> of(String process, Act act) {
      return switch (act) {
        case INSPECT -> Optional.of(VISIT);
        case COUNCIL -> Optional.of(COUNCIL);
        case WAIT -> process.equals(POSTING_PROCESS) ? Optional.of(POSTING) : Optional.empty();
        default -> Optional.empty();
      };
    }
  }

  /**
   * Takes the words of the form and makes the trace of the act.
   *
   * @param note what was found, concluded or heard
   * @throws NotAllowed naming what is missing or cannot be
   */
  String trace(DelegateTask task, DossierFile file, Kind kind, String note) {
    List<String> parts = new ArrayList<>();
    Map<String, LocalDate> days = new HashMap<>();
    for (String name : kind.moments) {
      FormMoment moment = moment(task, name, file);
      days.put(name, moment.day());
      parts.add(TEXTS.get("trace." + name, moment.words()));
    }
    for (String name : kind.needed) {
      parts.add(TEXTS.get("trace." + name, needed(task, name, FormWords.take(task, name))));
    }
    for (String name : kind.more) {
      String words = FormWords.take(task, name);
      if (words != null) {
        parts.add(TEXTS.get("trace." + name, words));
      }
    }
    needed(task, kind == Kind.POSTING ? "heard" : "note", note);
    if (kind == Kind.POSTING) {
      lasted(task, file, days.get("postedOn"), days.get("postedUntil"));
    }
    return String.join("; ", parts);
  }

  private static String needed(DelegateTask task, String name, String words) {
    if (words == null) {
      throw new NotAllowed(
          TEXTS.get("minutes.missing", task.getName(), TEXTS.get("minutes.word." + name)));
    }
    return words;
  }

  private FormMoment moment(DelegateTask task, String name, DossierFile file) {
    String words = needed(task, name, FormWords.take(task, name));
    String what = TEXTS.get("minutes.word." + name);
    FormMoment moment =
        FormMoment.read(words)
            .orElseThrow(() -> new NotAllowed(TEXTS.get("minutes.no-day", what, words)));
    if (moment.isAfter(LocalDateTime.ofInstant(clock.instant(), WorkingCalendar.ZONE))) {
      throw new NotAllowed(TEXTS.get("minutes.not-yet", what, moment.words()));
    }
    LocalDate received = LocalDate.ofInstant(file.asRead().receivedAt(), WorkingCalendar.ZONE);
    if (moment.day().isBefore(received)) {
      throw new NotAllowed(
          TEXTS.get("minutes.too-early", what, moment.words(), Dates.day(received)));
    }
    return moment;
  }

  private void lasted(DelegateTask task, DossierFile file, LocalDate from, LocalDate until) {
    if (until.isBefore(from)) {
      throw new NotAllowed(TEXTS.get("minutes.posting.order", Dates.day(until), Dates.day(from)));
    }
    wait(task, file.asRead().procedure().caseId())
        .flatMap(ExcludedWait::time)
        .ifPresent(
            time -> {
              LocalDate first =
                  dueDates
                      .reckon(
                          from.atTime(8, 0).atZone(WorkingCalendar.ZONE),
                          time,
                          file.asRead().place().reception())
                      .due()
                      .toLocalDate();
              if (until.isBefore(first)) {
                throw new NotAllowed(
                    TEXTS.get("minutes.posting.short", time, Dates.day(from), Dates.day(first)));
              }
            });
  }

  /** The wait of the route that called for the posting. */
  private Optional<ExcludedWait> wait(DelegateTask task, String caseId) {
    DelegateExecution call = task.getExecution().getProcessInstance().getSuperExecution();
    return procedures
        .ofDefinition(call.getProcessDefinitionId())
        .waits(Objects.toString(caseId, ""))
        .stream()
        .filter(wait -> wait.id().equals(call.getCurrentActivityId()))
        .findFirst();
  }
}
