package vn.motcua.fee;

/** What a row of the register of receipts tells. */
enum Move {
  PAYMENT,
  /** The receipt was wrong: what it was for is to be paid again. */
  CANCELLATION,
  /** The money went back, and nothing is to be paid. */
  REFUND
}
