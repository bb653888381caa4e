package vn.motcua.dossier;

import java.time.Duration;
import java.time.Instant;
import vn.motcua.calendar.TimeLimit;

/** What a dossier asks of the statutory clock. */
interface Reckoning {

  /** When a limit that begins now or then ends. */
  Instant due(TimeLimit limit, Instant from);

  /** When people are to be warned that the end is near. */
  Instant warnAt(Instant from, Instant due);

  /** When a step that begins then must be done. */
  Instant stepDue(TimeLimit allowance, Instant from);

  /** Working time from one moment to the next; negative if the second comes first. */
  Duration between(Instant from, Instant to);

  /** The moment when so much working time has passed. */
  Instant after(Instant from, Duration working);

  /** Why a due date is what it is, in Vietnamese. */
  String words(TimeLimit limit, Instant from, Instant due);
}
