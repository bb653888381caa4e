package vn.motcua.procedure.deployment;

import java.util.List;
import java.util.SortedMap;

/**
 * A unit that is new or not as deployed.
 *
 * @param unit the unit
 * @param contents content of each of its files, by path
 * @param before rows of the unit, empty if it is new
 */
record Change(ModelUnit unit, SortedMap<String, byte[]> contents, List<ManifestRow> before) {

  String path() {
    return unit.path();
  }

  byte[] main() {
    return contents.get(unit.path());
  }

  boolean wasRetired() {
    return before.stream().anyMatch(row -> row.status() == ManifestRow.Status.RETIRED);
  }
}
