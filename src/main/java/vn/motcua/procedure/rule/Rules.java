package vn.motcua.procedure.rule;

import java.util.ArrayList;
import java.util.List;
import vn.motcua.procedure.Finding;
import vn.motcua.procedure.Model;
import vn.motcua.procedure.ModelReader;

/** All rules, and the judgement of a model by them. Safe for use by many threads. */
public final class Rules {

  /** Every rule; what makes a file readable first, then facts, route, law and drawing. */
  public static final List<Rule> ALL =
      List.of(
          new FoundByReader("schema"),
          new FoundByReader("allowed"),
          new FoundByReader("known-facts"),
          new FoundByReader("readable-facts"),
          new Size(),
          new Key(),
          new RequiredFacts(),
          new Decision(),
          new Cases(),
          new StepFacts(),
          new Forms(),
          new Outcomes(),
          new Sum(),
          new Ends(),
          new Terminate(),
          StatutoryEvent.timer("warning", "warning-time", "${warnAt}", "warned"),
          StatutoryEvent.timer("overdue", "due-time", "${dueAt}", "overdue-noted"),
          StatutoryEvent.message("withdrawal", "withdraw", true, "shared-withdrawal", "withdrawn"),
          StatutoryEvent.message("apology", "apologise", false, "shared-apology", "apologised"),
          new Calls(),
          new Supplement(),
          new Refusal(),
          new SealAfterApproval(),
          new ResultReached(),
          new LinkedResults(),
          new Duties(),
          new OnTheSpot(),
          new References(),
          new Reachable(),
          new DeadEnd(),
          new Parallel(),
          new ElementIds(),
          new Names(),
          new OneLane(),
          new Shapes(),
          new Edges());

  private Rules() {}

  /** Everything that is wrong with a model; empty for a sound one. */
  public static List<Finding> check(Model model) {
    List<Finding> findings = new ArrayList<>();
    boolean unreadable = model.route().nodes().isEmpty() && !model.findings().isEmpty();
    if (unreadable) {
      // Nothing was read to the end, so every other rule would only say so again.
      return model.findings();
    }
    for (Rule rule : ALL) {
      if (rule.concerns(model)) {
        rule.check(model, new Report(rule, model, findings));
      }
    }
    findings.sort(Finding.BY_PLACE);
    return findings;
  }

  /** Reads a file, validates it against the schema and judges it. */
  public static List<Finding> check(String file, byte[] bytes) {
    return check(ModelReader.validating().read(file, bytes));
  }
}
