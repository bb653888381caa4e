package vn.motcua.procedure.deployment;

import vn.motcua.language.Accentless;

/**
 * What finding a procedure needs.
 *
 * @param code national code
 * @param definition id of the process definition that serves
 * @param name official name
 */
record Entry(String code, String definition, String name) {

  static final String PREFIX = "procedure-";

  /** Name folded to plain words, with a blank before each and after the last. */
  String words() {
    return " " + Accentless.slug(name == null ? "" : name).replace('-', ' ') + " ";
  }
}
