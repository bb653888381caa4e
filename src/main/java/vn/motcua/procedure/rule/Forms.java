package vn.motcua.procedure.rule;

import java.util.List;
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
    } else {
      checkOffer(step, form, act, model.route().outcomes(step), report);
    }
  }

  /** A variant carries the outcomes it offers beside the way forward in its name. */
  private static void checkOffer(
      Node step, String form, Act act, List<String> ways, Report report) {
    boolean whole = form.equals(act.form());
    String variant = whole ? "" : form.substring(act.form().length());
    List<String> offered =
        act.outcomes().stream().skip(1).filter(word -> whole || variant.contains(word)).toList();
    List<String> known = ways.stream().skip(1).toList();
    if (!known.containsAll(offered)) {
      report.error(step, "offers-more", form, String.join(", ", offered));
    } else if (!act.outcomes().isEmpty() && !offered.containsAll(known)) {
      report.error(step, "offers-less", form, String.join(", ", known));
    }
  }
}
