package vn.motcua.dossier;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import vn.motcua.agency.Organisation;
import vn.motcua.agency.Unit;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.language.Dong;
import vn.motcua.procedure.Case;
import vn.motcua.procedure.FeeTerms;
import vn.motcua.procedure.Procedure;

/** What the start form has to know of a procedure. */
record ProcedureFacts(
    String code,
    String name,
    String field,
    List<String> levels,
    String lead,
    List<CaseFacts> cases,
    List<String> papers,
    List<PaperLine> checklist,
    String fee,
    List<CaseFees> fees,
    String result,
    boolean onTheSpot,
    boolean difficultLimits,
    String supplement,
    List<UnitChoice> communes,
    List<UnitChoice> receptions) {

  record CaseFacts(String id, String name, String limit, String committed, String difficult) {}

  /** What is paid in a case; without amounts there are only words. */
  record CaseFees(String caseId, String text, boolean free, List<FeeOffer> items) {}

  /** One thing to pay for; prices as {@code 8.000}, several to choose from. */
  record FeeOffer(String kind, String name, String unit, List<String> prices) {}

  record UnitChoice(String id, String name) {}

  static ProcedureFacts of(
      Procedure p, Organisation organisation, LocalDate day, List<String> receptionIds) {
    return new ProcedureFacts(
        p.code(),
        p.name(),
        p.field(),
        p.levels(),
        organisation.unit(p.agency(), day).map(Unit::name).orElse(null),
        p.cases().stream().map(ProcedureFacts::caseFacts).toList(),
        p.documents(),
        p.documents().stream().map(PaperLine::of).toList(),
        p.fact("fee").orElse(null),
        p.cases().stream().map(c -> fees(c.id(), p.fees(c.id()))).toList(),
        p.fact("result").orElse(null),
        p.onTheSpot(),
        p.cases().stream().anyMatch(c -> c.difficultLimit() != null),
        p.fact("supplement.clock").orElse("RESTART"),
        organisation.units(day).stream()
            .filter(u -> "commune".equals(u.kind()))
            .map(u -> new UnitChoice(u.id(), u.name()))
            .sorted(Comparator.comparing(UnitChoice::name))
            .toList(),
        receptionIds.stream()
            .flatMap(id -> organisation.unit(id, day).stream())
            .map(u -> new UnitChoice(u.id(), u.name()))
            .toList());
  }

  private static CaseFacts caseFacts(Case c) {
    return new CaseFacts(
        c.id(), c.name(), text(c.limit()), text(c.committed()), text(c.difficultLimit()));
  }

  private static CaseFees fees(String caseId, FeeTerms terms) {
    return new CaseFees(
        caseId,
        terms.text(),
        terms.free(),
        terms.items().stream()
            .map(
                i ->
                    new FeeOffer(
                        i.kind().word(),
                        i.name(),
                        i.unit(),
                        i.prices().stream().map(Dong::figures).toList()))
            .toList());
  }

  private static String text(TimeLimit limit) {
    return limit == null ? null : limit.toString();
  }
}
