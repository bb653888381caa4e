package vn.motcua.procedure.rule;

import java.util.List;
import vn.motcua.procedure.Finding;
import vn.motcua.procedure.Finding.Severity;
import vn.motcua.procedure.Model;
import vn.motcua.procedure.Node;

/** Where one rule notes what it finds in one model. */
final class Report {

  private final Rule rule;
  private final Model model;
  private final List<Finding> findings;

  Report(Rule rule, Model model, List<Finding> findings) {
    this.rule = rule;
    this.model = model;
    this.findings = findings;
  }

  void error(Node node, String what, Object... arguments) {
    error(node.id(), what, arguments);
  }

  void error(String element, String what, Object... arguments) {
    add(element, Severity.ERROR, what, arguments);
  }

  void warning(String element, String what, Object... arguments) {
    add(element, Severity.WARNING, what, arguments);
  }

  void add(Finding finding) {
    findings.add(finding);
  }

  private void add(String element, Severity severity, String what, Object... arguments) {
    String message = Rule.TEXTS.get(rule.id() + "." + what, arguments);
    findings.add(new Finding(model.file(), element, rule.id(), severity, message));
  }
}
