package vn.motcua.fee;

import java.time.Instant;
import vn.motcua.language.Dong;

/**
 * One row of the register of receipts.
 *
 * @param amount what the till has more after it; below nought for money given back
 * @param paper number of a printed receipt form or of the transfer; null without one
 * @param undoes id of the receipt that it undoes; null for a payment
 * @param reason why; null for a payment
 * @param undone how this receipt was undone; null while it stands
 */
record FeeReceipt(
    long id,
    String dossier,
    String unit,
    Move move,
    long letterId,
    String number,
    Dong amount,
    Way way,
    String paper,
    String payer,
    Long undoes,
    String reason,
    String person,
    String post,
    String onBehalfOf,
    Instant at,
    Move undone) {}
