package vn.motcua.procedure;

import java.util.Comparator;

/**
 * Something that is not right in a model: where, against which rule, and in Vietnamese what is
 * wrong and what to do. Immutable.
 *
 * @param file file as it was given to the reader
 * @param element element id; the process id if it concerns the whole model
 * @param rule id of the rule, a key of docs/design/rules.md
 * @param severity an error keeps the model from being deployed, a warning does not
 * @param message Vietnamese, complete: names element, property and value where there are any
 */
public record Finding(String file, String element, String rule, Severity severity, String message) {

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

  @Override
  public String toString() {
    return file + " [" + element + "] " + message + " (" + rule + ")";
  }
}
