package vn.motcua.handover;

/** What the taker found: all that was counted, fewer, or something that is not taken. */
enum Outcome {
  RECEIVED,
  SHORT,
  REFUSED
}
