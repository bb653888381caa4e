package vn.motcua.procedure.deployment;

import java.util.List;

/**
 * A change after it was judged.
 *
 * @param change what was judged
 * @param key id of its process or form; null if it has none
 * @param name official name; null for forms
 * @param parsed the engine's parse; null for forms and for what is refused
 * @param failures why it is refused, in Vietnamese; empty if it is good
 */
record Examined(Change change, String key, String name, ParsedModel parsed, List<String> failures) {

  static Examined refused(Change change, String key, List<String> failures) {
    return new Examined(change, key, null, null, failures);
  }

  Examined refusedFor(String failure) {
    return refused(change, key, List.of(failure));
  }

  boolean isGood() {
    return failures.isEmpty();
  }
}
