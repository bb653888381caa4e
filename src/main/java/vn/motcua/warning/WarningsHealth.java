package vn.motcua.warning;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;
import vn.motcua.language.Dates;
import vn.motcua.warning.Digest.State;

/**
 * Says in health how the digests of the last day stand. Mail that does not go out is a matter for
 * an administrator; the node serves all the same, so it is {@code DEGRADED} and not down.
 */
@Component("warningMail")
class WarningsHealth implements HealthIndicator {

  private final Digests digests;
  private final DigestMail mail;

  WarningsHealth(Digests digests, DigestMail mail) {
    this.digests = digests;
    this.mail = mail;
  }

  @Override
  public Health health() {
    Health.Builder health = Health.up().withDetail("mail-server", mail.hasServer());
    for (Map.Entry<LocalDate, Map<State, Long>> day : digests.counts(1).entrySet()) {
      health.withDetail("day", Dates.day(day.getKey()));
      day.getValue()
          .forEach((state, many) -> health.withDetail(state.name().toLowerCase(Locale.ROOT), many));
      if (day.getValue().containsKey(State.FAILED)) {
        health.status(new Status("DEGRADED"));
      }
    }
    return health.build();
  }
}
