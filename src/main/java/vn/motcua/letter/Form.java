package vn.motcua.letter;

import java.util.List;
import vn.motcua.agency.Role;

/**
 * A form of a form set.
 *
 * @param name as the law calls it
 * @param label {@code Mẫu số 01}; null for a paper of practice
 * @param book null if the form has no number
 * @param symbol what stands behind the number
 * @param issuers posts that may issue it
 */
record Form(
    FormSet set,
    FormKind kind,
    String name,
    String label,
    Page page,
    Book book,
    String symbol,
    List<Issuer> issuers) {

  /** Name of the row of numbers for all documents of an agency. */
  static final String DOCUMENTS = "documents";

  /**
   * @param side {@link Ground#RECEPTION}, {@link Ground#LEAD} or {@link Ground#DOER}
   */
  record Issuer(String side, Role role) {}

  /** Sizes in millimetres. */
  record Page(float width, float height) {
    static Page of(boolean a4, boolean landscape) {
      float shorter = a4 ? 210 : 148;
      float longer = a4 ? 297 : 210;
      return landscape ? new Page(longer, shorter) : new Page(shorter, longer);
    }
  }

  /** Where the numbers of a form come from. */
  enum Book {
    /** The form has a row of numbers of its own. */
    OWN,
    /** One row for all documents of the agency (NĐ 30/2020/NĐ-CP Điều 15). */
    DOCUMENTS
  }

  /** Name of the row of numbers, within a unit and year; null without numbers. */
  String bookName() {
    return book == null ? null : book == Book.OWN ? kind.numberedAs().word() : DOCUMENTS;
  }

  /**
   * {@code 05/TNHS}; documents add the sign of the agency: {@code 05/TB-SNV}. A number below ten
   * has a nought before it (NĐ 30/2020/NĐ-CP, Phụ lục I).
   *
   * @param sign of the agency, or null
   */
  String numberText(int number, String sign) {
    return numberText(number, symbol, book == Book.DOCUMENTS ? sign : null);
  }

  static String numberText(int number, String symbol, String sign) {
    String figures = number < 10 ? "0" + number : String.valueOf(number);
    return figures + "/" + symbol + (sign == null ? "" : "-" + sign);
  }
}
