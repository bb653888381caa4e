package vn.motcua.dossier;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.access.StandIn;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.language.Dates;
import vn.motcua.language.Texts;
import vn.motcua.procedure.Act;

/** Some results of a linked dossier given out while others are still made. */
@Component
class PartReturns {

  private static final String PART = "return-part";

  private static final Texts TEXTS = Texts.of("dossier");

  private final Collecting collecting;
  private final LinkedResults linked;
  private final Register register;
  private final Clock clock;

  PartReturns(Collecting collecting, LinkedResults linked, Register register, Clock clock) {
    this.collecting = collecting;
    this.linked = linked;
    this.register = register;
    this.clock = clock;
  }

  /**
   * @throws NotAllowed if nothing was chosen, or something that is not there yet or was given
   *     before
   */
  static void check(Dossier d, List<DossierResult> all, Set<String> chosen) {
    if (chosen.isEmpty()) {
      throw new NotAllowed(TEXTS.get("returns.choose-result", d.code()));
    }
    for (String id : chosen) {
      DossierResult result =
          all.stream()
              .filter(r -> r.id().equals(id))
              .findFirst()
              .orElseThrow(() -> new NotAllowed(TEXTS.get("returns.no-result", d.code(), id)));
      if (result.issued() == null) {
        throw new NotAllowed(
            TEXTS.get("returns.not-issued", result.name(), d.code(), result.agency()));
      }
      if (result.returned() != null) {
        throw new NotAllowed(
            TEXTS.get(
                "returns.returned-before",
                result.name(),
                d.code(),
                Dates.day(result.returned().atZone(WorkingCalendar.ZONE))));
      }
    }
  }

  /** An act beside the route: neither state nor clock of the whole move. */
  void give(
      Dossier d,
      Map<String, String> words,
      List<DossierResult> given,
      String post,
      CurrentOfficial official) {
    String step = TEXTS.get("returns.part");
    FormWords.Said said = FormWords.of(step, words);
    String note = said.take("note");
    String trace = collecting.trace(said, d, note);
    Instant now = clock.instant();
    linked.returned(d.code(), given, now, trace);
    register.add(
        d.code(),
        new DossierAct(
            null,
            "procedure-" + d.procedure().code(),
            PART,
            step,
            Act.RETURN.word(),
            official.userId(),
            post,
            now,
            null,
            now,
            null,
            null,
            null,
            note,
            trace + LinkedResults.words(given).map(what -> "; " + what).orElse(""),
            null,
            official.standsIn(post).map(StandIn::person).orElse(null)));
  }
}
