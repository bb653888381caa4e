package vn.motcua.dossier;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes away every night the drafts that nobody went on with, and their scans: people's data is not
 * kept longer than it is needed. Two nodes may do it at once.
 */
@Component
class DraftRound {

  private static final Logger LOG = LoggerFactory.getLogger(DraftRound.class);

  private final Drafts drafts;
  private final Clock clock;
  private final Duration kept;

  DraftRound(Drafts drafts, Clock clock, @Value("${motcua.drafts.kept:P14D}") Duration kept) {
    this.drafts = drafts;
    this.clock = clock;
    this.kept = kept;
  }

  @Scheduled(cron = "${motcua.drafts.round:0 40 1 * * *}", zone = "Asia/Ho_Chi_Minh")
  void go() {
    int gone = drafts.removeUntouched(clock.instant().minus(kept));
    if (gone > 0) {
      LOG.info("Removed {} drafts untouched for {} days", gone, kept.toDays());
    }
  }

  Duration kept() {
    return kept;
  }
}
