package vn.motcua.letter;

import java.util.Optional;
import vn.motcua.language.CodeWord;

/** The forms that the house can fill in; a form set says which of them there are, and how named. */
enum FormKind {
  SLIP,
  /** One slip for several dossiers of one applicant, handed in together. */
  SLIPS,
  SUPPLEMENT,
  REFUSAL,
  APOLOGY,
  STOP,
  /** Notice that a dossier stands still on a legal ground. */
  SUSPENSION,
  CONTROL,
  RECEIPT,
  /** Money taken; made by the room that takes it. */
  FEE_RECEIPT,
  /** Money given back, or a receipt that was wrong; made by the room that takes money. */
  FEE_REFUND,
  /** Minutes of a visit to the place. */
  INSPECTION,
  /** Minutes of a council. */
  COUNCIL,
  /** What is put up for the public to read. */
  POSTING,
  /** Minutes of the end of a public posting. */
  POSTING_END,
  HAND_OVER,
  RESULT_HAND_OVER,
  REGISTER;

  /** {@code result-hand-over}: in data, addresses and the database. */
  String word() {
    return CodeWord.of(this);
  }

  static Optional<FormKind> find(String word) {
    return CodeWord.find(FormKind.class, word);
  }

  /** One paper for many dossiers. */
  boolean sheet() {
    return this == SLIPS || this == HAND_OVER || this == RESULT_HAND_OVER;
  }

  /** Tells of money, and so is made only together with the row that says what was paid. */
  boolean ofMoney() {
    return this == FEE_RECEIPT || this == FEE_REFUND;
  }

  /** The form whose numbers it takes: a slip is a slip, for one dossier or for several. */
  FormKind numberedAs() {
    return this == SLIPS ? SLIP : this;
  }
}
