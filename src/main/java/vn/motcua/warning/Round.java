package vn.motcua.warning;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.motcua.calendar.Calendars;

/**
 * The round of a working day: from its hour on, digests are gathered once and sent, whatever node
 * does it; every later round of the day only sends what has not gone out. Before that hour and on
 * days off it costs nothing, afterwards two look-ups by key.
 */
@Component
class Round {

  private static final Logger LOG = LoggerFactory.getLogger(Round.class);

  /** Days after which what a digest said is let go. */
  private static final int KEPT_DAYS = 90;

  private final Digests digests;
  private final Gathering gathering;
  private final Contents contents;
  private final Posting posting;
  private final Calendars calendars;
  private final Clock clock;
  private final LocalTime hour;

  Round(
      Digests digests,
      Gathering gathering,
      Contents contents,
      Posting posting,
      Calendars calendars,
      Clock clock,
      @Value("${motcua.warning.hour:07:00}") String hour) {
    this.digests = digests;
    this.gathering = gathering;
    this.contents = contents;
    this.posting = posting;
    this.calendars = calendars;
    this.clock = clock;
    this.hour = LocalTime.parse(hour);
  }

  @Scheduled(
      initialDelayString = "${motcua.warning.first:PT2M}",
      fixedDelayString = "${motcua.warning.every:PT10M}")
  void go() {
    ZonedDateTime now = ZonedDateTime.now(clock);
    LocalDate day = now.toLocalDate();
    if (now.toLocalTime().isBefore(hour) || !calendars.calendar().isWorkingDay(day)) {
      return;
    }
    if (digests.claimDay(day, now.toInstant())) {
      gather(day);
    }
    posting.send(day);
  }

  private void gather(LocalDate day) {
    try {
      Map<String, Bundle> bundles = gathering.gather(day);
      bundles.forEach((person, bundle) -> digests.add(person, day, contents.of(bundle)));
      digests.forget(day.minusDays(KEPT_DAYS));
      digests.gathered(day, clock.instant());
      LOG.info("{} people have something at risk on {}", bundles.size(), day);
    } catch (RuntimeException failed) {
      digests.releaseDay(day);
      throw failed;
    }
  }
}
