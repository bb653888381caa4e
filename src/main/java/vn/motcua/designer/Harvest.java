package vn.motcua.designer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What was read from the sources: good rows, and messages about rows that were refused with the
 * codes they concern, so that a refused route is not replaced by a proposal unnoticed.
 */
final class Harvest {

  final List<CatalogueRow> rows = new ArrayList<>();
  final List<RouteSheet> routes = new ArrayList<>();
  final List<String> refusals = new ArrayList<>();
  final Set<String> refusedCodes = new LinkedHashSet<>();

  void refuse(String code, String message) {
    refusals.add(message);
    if (!code.isBlank()) {
      refusedCodes.add(code);
    }
  }
}
