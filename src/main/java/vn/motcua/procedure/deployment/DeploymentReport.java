package vn.motcua.procedure.deployment;

import java.util.List;
import java.util.Map;

/**
 * What a deployment did.
 *
 * @param deployed paths of units that got a new version
 * @param returned keys that serve again
 * @param retired keys that no longer start
 * @param refused reasons by path
 */
record DeploymentReport(
    List<String> deployed,
    List<String> returned,
    List<String> retired,
    Map<String, List<String>> refused) {

  static final DeploymentReport NOTHING =
      new DeploymentReport(List.of(), List.of(), List.of(), Map.of());
}
