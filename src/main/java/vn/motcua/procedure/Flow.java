package vn.motcua.procedure;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sequence flow.
 *
 * @param id element id
 * @param source id of the node it leaves
 * @param target id of the node it enters
 * @param condition condition as written; "" if it has none
 */
public record Flow(String id, String source, String target, String condition) {

  private static final Pattern OUTCOME = Pattern.compile("\\$\\{outcome == '([^']*)'}");
  private static final Pattern CASE = Pattern.compile("\\$\\{caseId == '([^']*)'}");

  /** The outcome of the step before that leads here. */
  public Optional<String> outcome() {
    return word(OUTCOME);
  }

  /** The case that leads here. */
  public Optional<String> caseId() {
    return word(CASE);
  }

  private Optional<String> word(Pattern form) {
    if (condition.isEmpty()) {
      return Optional.empty();
    }
    Matcher matcher = form.matcher(condition);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
