package vn.motcua.procedure.rule;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.motcua.procedure.Model;
import vn.motcua.procedure.Node;
import vn.motcua.procedure.Node.Setting;
import vn.motcua.procedure.Route;

/**
 * One of the four event sub-processes that every procedure carries: the two statutory timers, the
 * withdrawal by the applicant, and the apology of the agency.
 */
final class StatutoryEvent extends Rule {

  private final String start;
  private final boolean interrupting;
  private final Setting trigger;
  private final String value;
  private final String call;
  private final String end;

  private StatutoryEvent(
      String id,
      String start,
      boolean interrupting,
      Setting trigger,
      String value,
      String call,
      String end) {
    super(id, false);
    this.start = start;
    this.interrupting = interrupting;
    this.trigger = trigger;
    this.value = value;
    this.call = call;
    this.end = end;
  }

  static Rule timer(String id, String start, String moment, String end) {
    return new StatutoryEvent(id, start, false, Setting.TIME_DATE, moment, null, end);
  }

  static Rule message(String id, String message, boolean interrupting, String call, String end) {
    return new StatutoryEvent(id, message, interrupting, Setting.MESSAGE, message, call, end);
  }

  @Override
  void check(Model model, Report report) {
    Route route = model.route();
    Optional<Node> scope = route.node(id()).filter(Node::isEventSubProcess);
    if (scope.isEmpty()) {
      report.error(model.key(), "absent", id());
      return;
    }
    Optional<Node> event = route.start(id());
    if (event.isEmpty() || !event.get().id().equals(start)) {
      report.error(scope.get(), "start", start);
    } else {
      checkStart(event.get(), report);
      Set<Node> reached = route.reachable(List.of(event.get()));
      if (reached.stream().noneMatch(node -> node.isEnd() && node.id().equals(end))) {
        report.error(scope.get(), "end", end);
      }
      if (call != null
          && reached.stream().noneMatch(n -> n.setting(Setting.CALLED_ELEMENT).equals(call))) {
        report.error(scope.get(), "call", call);
      }
    }
  }

  private void checkStart(Node event, Report report) {
    if (!event.setting(trigger).equals(value)) {
      report.error(event, "trigger", event.setting(trigger), value);
    }
    if (event.interrupts() != interrupting) {
      report.error(event, "interrupting", !interrupting, interrupting);
    }
  }
}
