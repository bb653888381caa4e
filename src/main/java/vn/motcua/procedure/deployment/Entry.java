package vn.motcua.procedure.deployment;

import vn.motcua.language.Accentless;

/**
 * What finding a procedure needs.
 *
 * @param code national code
 * @param definition id of the process definition that serves
 * @param name official name
 * @param words name folded to plain words, with a blank before each and after the last
 */
record Entry(String code, String definition, String name, String words) {

  static final String PREFIX = "procedure-";

  Entry(String code, String definition, String name) {
    this(code, definition, name, words(name));
  }

  static String words(String name) {
    return " " + Accentless.slug(name == null ? "" : name).replace('-', ' ') + " ";
  }
}
