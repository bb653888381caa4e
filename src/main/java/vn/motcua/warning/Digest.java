package vn.motcua.warning;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The one digest of a person on a day.
 *
 * @param content null when it is so old that it was let go
 * @param problem why it was not sent, or null
 */
record Digest(
    String person,
    LocalDate day,
    State state,
    String address,
    Content content,
    int attempts,
    Instant sentAt,
    String problem) {

  /** Where a digest stands on its way. */
  enum State {
    WAITING,
    /** A node is sending it. */
    CLAIMED,
    SENT,
    /** Will be tried again the same day. */
    FAILED,
    /** The account has no address; the page shows it all the same. */
    NO_ADDRESS,
    /** There is no mail server; the page shows it all the same. */
    NO_SERVER
  }
}
