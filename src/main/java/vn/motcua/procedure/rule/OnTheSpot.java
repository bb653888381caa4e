package vn.motcua.procedure.rule;

import java.util.List;
import vn.motcua.procedure.Act;
import vn.motcua.procedure.Case;
import vn.motcua.procedure.Model;

/** On the spot means all five acts at the one place, or four where no seal is put. */
final class OnTheSpot extends Rule {

  private static final List<Act> FOUR = List.of(Act.RECEIVE, Act.APPRAISE, Act.APPROVE, Act.RETURN);
  private static final List<Act> FIVE =
      List.of(Act.RECEIVE, Act.APPRAISE, Act.APPROVE, Act.SEAL, Act.RETURN);

  OnTheSpot() {
    super("on-the-spot", false);
  }

  @Override
  void check(Model model, Report report) {
    String stated = model.facts().get("onSpot");
    boolean family = "on-the-spot".equals(model.facts().get("family"));
    if (stated == null) {
      if (family) {
        report.error(model.key(), "unsaid");
      }
      return;
    }
    List<Act> expected = stated.equals("5") ? FIVE : FOUR;
    for (Case each : model.procedure().cases()) {
      List<Act> acts =
          model.route().forward(each.id()).stream().flatMap(n -> n.act().stream()).toList();
      if (!acts.equals(expected)) {
        report.error(model.key(), "acts", words(expected), words(acts));
      }
    }
  }

  private static String words(List<Act> acts) {
    return String.join(", ", acts.stream().map(Act::word).toList());
  }
}
