package vn.motcua.dossier;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a person or an organisation is identified by, and the only form its number may have. */
public enum IdentityKind {
  CCCD("\\d{12}"),
  CMND("\\d{9}"),
  PASSPORT("[A-Z]{1,2}\\d{6,8}"),
  TAX_CODE("\\d{10}(-?\\d{3})?"),
  ESTABLISHMENT_DECISION("\\S.{0,28}\\S");

  private final Pattern form;

  IdentityKind(String form) {
    this.form = Pattern.compile(form);
  }

  /**
   * The number without what people put between the digits; null if nothing was typed.
   *
   * @param by null if not known: then as for a card
   */
  static String plain(IdentityKind by, String typed) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    return by == ESTABLISHMENT_DECISION
        ? typed.strip()
        : typed.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
  }

  boolean accepts(String number) {
    return form.matcher(number).matches();
  }
}
