package vn.motcua.letter;

import java.util.List;
import vn.motcua.dossier.FeeLine;
import vn.motcua.language.Dong;

/**
 * What a paper about money is to say.
 *
 * @param form {@code fee-receipt} or {@code fee-refund}
 * @param occasion what it is about, unique among all letters
 * @param code dossier
 * @param payer who pays, or gets it back
 * @param lines what is paid for
 * @param amount taken or given back, above nought
 * @param way how, in words
 * @param paper number of the printed receipt form, or of the transfer; null without one
 * @param reason why it is given back or was wrong; null for a receipt
 * @param undone number of the receipt that it is about; null for a receipt
 * @param returned true if money is given back
 */
public record MoneyOrder(
    String form,
    String occasion,
    String code,
    String payer,
    List<FeeLine> lines,
    Dong amount,
    String way,
    String paper,
    String reason,
    String undone,
    boolean returned) {}
