package vn.motcua.procedure.rule;

import vn.motcua.procedure.Act;
import vn.motcua.procedure.Model;
import vn.motcua.procedure.Node;
import vn.motcua.procedure.Node.Setting;

/** Every step shows the form of its act, and the form offers what the route can take. */
final class Forms extends Rule {

  private static final String RECEPTION = "embedded:app:forms/receive-dossier.html";

  Forms() {
    super("form", true);
  }

  @Override
  void check(Model model, Report report) {
    for (Node step : model.route().steps()) {
      step.act().ifPresent(act -> checkStep(step, act, model, report));
    }
    if (!model.isShared()) {
      model
          .route()
          .start("")
          .filter(start -> !start.setting(Setting.FORM_KEY).equals(RECEPTION))
          .ifPresent(start -> report.error(start, "start", RECEPTION));
    }
  }

  private static void checkStep(Node step, Act act, Model model, Report report) {
    String form = step.setting(Setting.FORM_REF);
    if (!form.equals(act.form()) && !form.startsWith(act.form() + "-")) {
      report.error(step, "wrong", form, act.form());
    } else if (!step.setting(Setting.FORM_BINDING).equals("latest")) {
      report.error(step, "binding", step.setting(Setting.FORM_BINDING));
    } else if (form.equals(act.form())
        && !model.route().outcomes(step).containsAll(act.outcomes())) {
      report.error(step, "offers-more", form, String.join(", ", act.outcomes()));
    }
  }
}
