package vn.motcua.procedure.deployment;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;
import vn.motcua.procedure.deployment.ManifestRow.Status;

/**
 * Says in health which models are refused. The node still serves, with their old versions, so it is
 * {@code DEGRADED} and not down: a load balancer must not take it away for that.
 */
@Component("models")
class ModelsHealth implements HealthIndicator {

  static final String DEGRADED = "DEGRADED";

  private final Manifest manifest;

  ModelsHealth(Manifest manifest) {
    this.manifest = manifest;
  }

  @Override
  public Health health() {
    List<ManifestRow> rows = manifest.rows();
    Map<String, List<String>> refused = new TreeMap<>();
    for (ManifestRow row : rows) {
      if (row.failures() != null) {
        refused.put(row.path(), row.failures().lines().toList());
      }
    }
    Health.Builder health =
        refused.isEmpty()
            ? Health.up()
            : Health.status(new org.springframework.boot.actuate.health.Status(DEGRADED));
    return health
        .withDetail("deployed", rows.stream().filter(r -> r.status() == Status.DEPLOYED).count())
        .withDetail("retired", rows.stream().filter(r -> r.status() == Status.RETIRED).count())
        .withDetail("refused", refused)
        .build();
  }
}
