package vn.motcua.dossier;

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

  boolean accepts(String number) {
    return form.matcher(number).matches();
  }
}
