package vn.motcua.dossier;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.language.Dates;
import vn.motcua.language.Texts;
import vn.motcua.procedure.Step;

/**
 * The number of what is sealed: the next one of the agency's register, unless the document carries
 * a number of another register already (a certificate's serial). A letter has the number under
 * which it was issued (NĐ 30/2020/NĐ-CP Điều 15).
 */
@Component
class Sealing {

  private static final Texts TEXTS = Texts.of("dossier");

  /** Letters that shared processes seal. */
  private static final Map<String, String> LETTERS =
      Map.of(
          "shared-refusal", "refusal", "shared-withdrawal", "stop", Apologies.PROCESS, "apology");

  private final DocumentBook book;
  private final LinkedResults linked;
  private final Clock clock;

  Sealing(DocumentBook book, LinkedResults linked, Clock clock) {
    this.book = book;
    this.linked = linked;
    this.clock = clock;
  }

  /**
   * Takes the words of the form and makes the trace of the act.
   *
   * @throws NotAllowed if a letter is to be sealed that was neither issued nor numbered by hand
   */
  String trace(DelegateTask task, DossierFile file, String process, String person) {
    String number = FormWords.take(task, "documentNumber");
    String kind = FormWords.take(task, "documentKind");
    String date = FormWords.take(task, "documentDate");
    Instant now = clock.instant();
    if (number == null && LETTERS.containsKey(process)) {
      number =
          book.ofLetter(file.code(), LETTERS.get(process))
              .orElseThrow(
                  () -> new NotAllowed(TEXTS.get("trace.documentNumber.missing", task.getName())));
    } else if (number == null) {
      number = book.next(unit(task), symbol(kind), file.code(), person, now);
      date = date == null ? Dates.day(now.atZone(WorkingCalendar.ZONE)) : date;
    }
    String trace = TEXTS.get("trace.documentNumber", number);
    return date == null
        ? trace
        : trace + "; " + TEXTS.get("trace.documentDate", FormMoment.plain(date));
  }

  /** A result was sealed with this act. True if the dossier waits for no other. */
  boolean ofLast(DossierFile file, Step step, DossierAct act) {
    return linked.issued(file, step, act.trace(), act.completedAt());
  }

  private static String symbol(String kind) {
    return kind == null
        ? DocumentKind.DECISION.symbol()
        : Word.read(DocumentKind.class, kind)
            .orElseThrow(() -> new NotAllowed(TEXTS.get("document-kind.unknown", kind)))
            .symbol();
  }

  private static String unit(DelegateTask task) {
    return task.getTenantId().substring(0, task.getTenantId().lastIndexOf('.'));
  }
}
