package vn.motcua.procedure.rule;

import java.util.List;
import vn.motcua.procedure.Act;
import vn.motcua.procedure.Model;
import vn.motcua.procedure.Node;
import vn.motcua.procedure.Route;

/** Who receives or appraises does not approve, and who approves does not put the seal. */
final class Duties extends Rule {

  private record Pair(Act one, Act other) {}

  private static final List<Pair> SEPARATE =
      List.of(
          new Pair(Act.RECEIVE, Act.APPROVE),
          new Pair(Act.APPRAISE, Act.APPROVE),
          new Pair(Act.APPROVE, Act.SEAL));

  Duties() {
    super("duties", true);
  }

  @Override
  void check(Model model, Report report) {
    Route route = model.route();
    for (Pair pair : SEPARATE) {
      for (Node one : route.steps(pair.one())) {
        for (Node other : route.steps(pair.other())) {
          if (one.property("role").isPresent()
              && one.property("role").equals(other.property("role"))) {
            report.error(other, "same", other.property("role").get(), one.id());
          }
        }
      }
    }
  }
}
