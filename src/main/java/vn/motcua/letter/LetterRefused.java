package vn.motcua.letter;

import java.util.Map;

/**
 * A letter that cannot be written now, or not by this official; the message is Vietnamese and says
 * why. Nothing was written and no number used.
 */
public class LetterRefused extends RuntimeException {

  private final transient Map<String, String> problems;

  LetterRefused(String message) {
    this(message, Map.of());
  }

  LetterRefused(String message, Map<String, String> problems) {
    super(message);
    this.problems = Map.copyOf(problems);
  }

  /** Why, by code of the dossier, where many were asked for; else empty. */
  public Map<String, String> problems() {
    return problems;
  }
}
