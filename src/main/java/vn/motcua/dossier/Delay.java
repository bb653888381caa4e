package vn.motcua.dossier;

import java.time.Duration;
import java.time.Instant;

/**
 * One answer to "why so late": what had passed its limit, the cause, who said so and when.
 *
 * @param words the person's own words, or null
 * @param late working time between the limit and the answer
 */
record Delay(
    String taskId,
    String stepId,
    String stepName,
    Scope scope,
    DelayCause cause,
    String words,
    String person,
    String post,
    Instant at,
    Instant due,
    Duration late) {

  /** Which of two limits had passed. */
  enum Scope {
    STEP,
    DOSSIER
  }
}
