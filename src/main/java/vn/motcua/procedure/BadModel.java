package vn.motcua.procedure;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A model that cannot be used, with everything that is wrong in it. The message is Vietnamese and
 * has one line for each finding.
 */
public class BadModel extends RuntimeException {

  private final transient List<Finding> findings;

  public BadModel(List<Finding> findings) {
    super(findings.stream().map(Finding::toString).collect(Collectors.joining("\n")));
    this.findings = List.copyOf(findings);
  }

  /** Everything that is wrong, at least one. */
  public List<Finding> findings() {
    return findings;
  }
}
