package vn.motcua.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.motcua.agency.DutyException;
import vn.motcua.agency.Organisation;
import vn.motcua.language.Texts;
import vn.motcua.procedure.Act;

/**
 * Separation of duties on one dossier: who received does not approve, who appraised does not
 * approve, who approved does not seal. Who stands in for somebody is bound by what either of the
 * two did. A small commune may be excepted by data, which leaves a trace in the act; appraiser and
 * approver are never one person.
 */
@Component
class Duties {

  private static final Texts TEXTS = Texts.of("dossier");
  private static final List<Pair> SEPARATE =
      List.of(
          new Pair(Act.RECEIVE, Act.APPROVE, true),
          new Pair(Act.APPRAISE, Act.APPROVE, false),
          new Pair(Act.APPROVE, Act.SEAL, true));

  private final Organisation organisation;

  Duties(Organisation organisation) {
    this.organisation = organisation;
  }

  /**
   * The decision that excepts this person, if one was needed.
   *
   * @param onBehalfOf the absent person in whose place it is done, or null
   * @throws NotAllowed if either did an act of this dossier that excludes this one
   */
  Optional<String> check(
      DossierFile file, Act act, String person, String onBehalfOf, LocalDate day) {
    String trace = null;
    for (Pair pair : SEPARATE) {
      Act other = pair.other(act);
      if (other != null
          && (did(file, other, person) || onBehalfOf != null && did(file, other, onBehalfOf))) {
        trace = exception(file, pair, day).map(DutyException::decision).orElse(null);
        if (trace == null) {
          throw new NotAllowed(
              TEXTS.get("duty." + pair.first.word() + "-" + pair.second.word(), file.code()));
        }
      }
    }
    return Optional.ofNullable(trace);
  }

  private Optional<DutyException> exception(DossierFile file, Pair pair, LocalDate day) {
    return pair.mayBeExcepted
        ? organisation.dutyException(
            file.asRead().place().lead(), pair.first.word(), pair.second.word(), day)
        : Optional.empty();
  }

  private static boolean did(DossierFile file, Act act, String person) {
    return act == Act.RECEIVE && person.equals(file.asRead().receivedBy())
        || file.acts().stream().anyMatch(a -> a.act().equals(act.word()) && a.isOf(person));
  }

  private record Pair(Act first, Act second, boolean mayBeExcepted) {
    Act other(Act act) {
      return act == first ? second : act == second ? first : null;
    }
  }
}
