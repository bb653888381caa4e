package vn.motcua.procedure.rule;

import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.motcua.procedure.Model;
import vn.motcua.procedure.Node;
import vn.motcua.procedure.Node.Mapping;
import vn.motcua.procedure.Node.Setting;

/** What the law fixes is called, not copied, and the called process knows the dossier. */
final class Calls extends Rule {

  static final Set<String> KNOWN =
      Set.of(
          "shared-guidance",
          "shared-supplement",
          "shared-refusal",
          "shared-financial-obligation",
          "shared-public-posting",
          "shared-withdrawal",
          "shared-apology");

  private static final List<Mapping> NEEDED =
      List.of(
          new Mapping(true, Map.of("businessKey", "#{execution.processBusinessKey}")),
          new Mapping(true, Map.of("variables", "all")),
          new Mapping(false, Map.of("source", "outcome", "target", "outcome")));

  /** Waits that the law leaves out of the limit. */
  private static final Set<String> STOPS =
      Set.of("shared-financial-obligation", "shared-public-posting");

  Calls() {
    super("calls", true);
  }

  @Override
  void check(Model model, Report report) {
    for (Node call : model.route().all(Node::isCall)) {
      String called = call.setting(Setting.CALLED_ELEMENT);
      if (!KNOWN.contains(called)) {
        report.error(call, "unknown", called, String.join(", ", KNOWN.stream().sorted().toList()));
      }
      NEEDED.stream()
          .filter(mapping -> !call.mappings().contains(mapping))
          .forEach(mapping -> report.error(call, "mapping", words(mapping)));
      if (STOPS.contains(called)
          && (call.property("clock").isEmpty() || call.property("reason").isEmpty())) {
        report.error(call, "clock", called);
      }
      String binding = call.setting(Setting.CALLED_BINDING);
      if (!binding.isEmpty() && !binding.equals("latest")) {
        report.error(call, "binding", binding);
      }
    }
  }

  private static String words(Mapping mapping) {
    StringBuilder words = new StringBuilder(mapping.in() ? "camunda:in" : "camunda:out");
    mapping.attributes().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(e -> words.append(" %s=\"%s\"".formatted(e.getKey(), e.getValue())));
    return words.toString();
  }
}
