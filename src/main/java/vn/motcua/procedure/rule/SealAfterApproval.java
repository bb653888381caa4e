package vn.motcua.procedure.rule;

import java.util.List;
import java.util.Set;
import vn.motcua.procedure.Act;
import vn.motcua.procedure.Model;
import vn.motcua.procedure.Node;
import vn.motcua.procedure.Route;

/** A seal is put only on what was signed: no way leads to a seal past every approval. */
final class SealAfterApproval extends Rule {

  SealAfterApproval() {
    super("seal-after-approval", false);
  }

  @Override
  void check(Model model, Report report) {
    Route route = model.route();
    List<Node> approvals = route.steps(Act.APPROVE);
    Set<Node> unsigned =
        route.reachable(route.start("").stream().toList(), node -> !approvals.contains(node));
    for (Node seal : route.steps(Act.SEAL)) {
      if (unsigned.contains(seal)) {
        report.error(seal, "unsigned");
      }
    }
  }
}
