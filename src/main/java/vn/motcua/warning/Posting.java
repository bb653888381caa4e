package vn.motcua.warning;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.motcua.access.Colleague;
import vn.motcua.access.Colleagues;
import vn.motcua.warning.Digest.State;

/**
 * Sends the digests of a day, each once. One that fails stays in line and is tried again with the
 * next round; after a few failures in a row the server is left alone until then.
 */
@Component
class Posting {

  private static final Logger LOG = LoggerFactory.getLogger(Posting.class);
  private static final int MOST_FAILURES = 5;

  private final Digests digests;
  private final DigestMail mail;
  private final Colleagues colleagues;
  private final Clock clock;

  Posting(Digests digests, DigestMail mail, Colleagues colleagues, Clock clock) {
    this.digests = digests;
    this.mail = mail;
    this.colleagues = colleagues;
    this.clock = clock;
  }

  void send(LocalDate day) {
    int done = 0;
    int failures = 0;
    while (failures < MOST_FAILURES) {
      Optional<Digest> next = digests.claim(day, clock.instant());
      if (next.isEmpty()) {
        break;
      }
      done++;
      failures = send(next.get()) ? 0 : failures + 1;
    }
    if (done > 0) {
      LOG.info("Went through {} digests of {}: {}", done, day, digests.counts(1).get(day));
    }
  }

  /** False if the mail server would not take it. */
  private boolean send(Digest digest) {
    Optional<Colleague> to = colleagues.find(digest.person());
    if (!mail.hasServer()) {
      digests.notSent(digest, State.NO_SERVER);
      return true;
    }
    if (to.isEmpty() || to.get().email() == null) {
      digests.notSent(digest, State.NO_ADDRESS);
      return true;
    }
    try {
      mail.send(digest, to.get());
      digests.sent(digest, to.get().email(), clock.instant());
      return true;
    } catch (RuntimeException | MessagingException refused) {
      LOG.warn("No digest for {} yet: {}", digest.person(), refused.toString());
      digests.failed(digest, to.get().email(), refused.toString());
      return false;
    }
  }
}
