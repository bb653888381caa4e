package vn.motcua.agency;

import java.util.ArrayList;
import java.util.List;

/**
 * Units and posts of all days, with the powers given in them; what organisation.yaml expands to.
 */
record Structure(
    OrganisationData.Province province,
    List<DatedUnit> units,
    List<DatedPost> posts,
    List<Delegation> delegations,
    List<DatedException> exceptions) {

  record DatedException(DutyException exception, Period period) {}

  static Structure empty(OrganisationData.Province province) {
    return new Structure(
        province, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }
}
