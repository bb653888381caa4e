package vn.motcua.procedure;

import java.util.Optional;

/**
 * A sequence flow.
 *
 * @param id element id
 * @param source id of the node it leaves
 * @param target id of the node it enters
 * @param condition condition as written; "" if it has none
 */
public record Flow(String id, String source, String target, String condition) {

  private static final String OUTCOME = "${outcome == '";
  private static final String CASE = "${caseId == '";
  private static final String END = "'}";

  /** The outcome of the step before that leads here. */
  public Optional<String> outcome() {
    return word(OUTCOME);
  }

  /** The case that leads here. */
  public Optional<String> caseId() {
    return word(CASE);
  }

  private Optional<String> word(String begin) {
    int end = condition.length() - END.length();
    boolean written =
        condition.startsWith(begin)
            && condition.endsWith(END)
            && condition.indexOf('\'', begin.length()) == end;
    return written ? Optional.of(condition.substring(begin.length(), end)) : Optional.empty();
  }
}
