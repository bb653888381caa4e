package vn.motcua.procedure;

import java.util.Comparator;
import vn.motcua.language.Texts;

/**
 * Something that is not right in a model: where, against which rule, and in Vietnamese what is
 * wrong and what to do. Immutable.
 *
 * @param file file as it was given to the reader
 * @param element element id; the process id if it concerns the whole model
 * @param rule id of the rule, see {@code vn.motcua.procedure.rule}
 * @param severity an error keeps the model from being deployed, a warning does not
 * @param message Vietnamese: names property and value where there are any, and what to do; file and
 *     element stand in their own components, {@link #toString()} puts all together
 */
public record Finding(String file, String element, String rule, Severity severity, String message) {

  private static final Texts TEXTS = Texts.of("procedure");

  /** How much a finding weighs. */
  public enum Severity {
    ERROR,
    WARNING
  }

  /** By file, then errors first, then element and rule: the order people work through. */
  public static final Comparator<Finding> BY_PLACE =
      Comparator.comparing(Finding::file)
          .thenComparing(Finding::severity)
          .thenComparing(Finding::element)
          .thenComparing(Finding::rule);

  /** True if the model may not run with it. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** The whole finding in one Vietnamese sentence. */
  @Override
  public String toString() {
    return TEXTS.get("finding", file, element, message, rule);
  }
}
