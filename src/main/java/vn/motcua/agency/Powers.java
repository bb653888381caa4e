package vn.motcua.agency;

import java.util.List;
import vn.motcua.agency.OrganisationData.DelegationRule;
import vn.motcua.agency.OrganisationData.DutyRule;
import vn.motcua.agency.OrganisationData.Pattern;
import vn.motcua.language.BadData;
import vn.motcua.language.Texts;

/** Writes out the delegations and exceptions of duties of organisation.yaml, unit by unit. */
final class Powers {

  private final String file;
  private final Structure structure;

  Powers(String file, Structure structure) {
    this.file = file;
    this.structure = structure;
  }

  void add(OrganisationData data) {
    data.delegations().forEach(this::delegation);
    data.dutyExceptions().forEach(this::exception);
  }

  private void delegation(DelegationRule rule) {
    List<Unit> leads =
        structure.units().stream()
            .map(DatedUnit::unit)
            .filter(u -> rule.kinds().contains(u.kind()) && !rule.except().contains(u.id()))
            .toList();
    leads.forEach(lead -> delegation(rule, lead.id(), lead.name()));
    if (rule.lead() != null) {
      delegation(rule, rule.lead(), rule.lead());
    }
  }

  private void delegation(DelegationRule rule, String lead, String name) {
    if (rule.decision() == null || rule.procedures() == null) {
      refuse("delegation.incomplete", lead);
    }
    Period period = Period.of(file, lead, rule.from(), rule.to());
    structure
        .delegations()
        .add(
            new Delegation(
                lead,
                rule.procedures(),
                Pattern.named(rule.decision(), name),
                period.from(),
                period.to()));
  }

  private void exception(DutyRule rule) {
    if (rule.acts().size() != 2) {
      refuse("exception.acts", rule.unit(), rule.acts());
    }
    structure
        .exceptions()
        .add(
            new Structure.DatedException(
                new DutyException(
                    rule.unit(), rule.acts().get(0), rule.acts().get(1), rule.decision()),
                Period.of(file, rule.unit(), rule.from(), rule.to())));
  }

  private void refuse(String key, Object... words) {
    throw new BadData(file + ": " + Texts.of("agency").get(key, words));
  }
}
