package vn.motcua.workplace;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.task.TaskQuery;
import vn.motcua.language.CodeWord;
import vn.motcua.language.Texts;

/**
 * The lists with which a day of work begins. None names a unit: the engine shows each person only
 * tasks of the posts held. Dates are expressions, read again each time the list is opened.
 */
enum WorkFilter {
  MINE("#1d4f91", q -> q.taskAssigneeExpression("${currentUser()}")),
  UNIT("#3c5a3e", q -> q),
  DUE_TODAY("#8a4b00", q -> q.dueAfterExpression(Moments.NOW).dueBeforeExpression(Moments.TONIGHT)),
  DUE_SOON(
      "#6b5900", q -> q.dueAfterExpression(Moments.TONIGHT).dueBeforeExpression(Moments.IN_3_DAYS)),
  OVERDUE("#a8191f", q -> q.dueBeforeExpression(Moments.NOW)),
  SUPPLEMENT("#5b3a86", q -> q.taskDefinitionKey("await-papers"));

  /** The property by which a stored filter is known again, whatever its name. */
  static final String MARK = "motcua";

  /** One more with each change of a condition, so that stored filters are written anew. */
  private static final String REVISION = "1";

  private static final Texts TEXTS = Texts.of("workplace");

  private final String colour;
  private final UnaryOperator<TaskQuery> condition;

  WorkFilter(String colour, UnaryOperator<TaskQuery> condition) {
    this.colour = colour;
    this.condition = condition;
  }

  /** {@code due-today}: in the bundle and in the mark. */
  String word() {
    return CodeWord.of(this);
  }

  String label() {
    return TEXTS.get("filter." + word());
  }

  /** What is due first stands first. */
  TaskQuery narrow(TaskQuery query) {
    return condition.apply(query).orderByDueDate().asc();
  }

  Map<String, Object> properties() {
    Map<String, Object> properties = new TreeMap<>();
    properties.put(MARK, word());
    properties.put("revision", REVISION);
    properties.put("description", TEXTS.get("filter." + word() + ".description"));
    properties.put("color", colour);
    properties.put("priority", ordinal());
    properties.put("refresh", true);
    properties.put("showUndefinedVariable", false);
    return properties;
  }

  /** Moments in the zone of the server. */
  private static final class Moments {
    static final String NOW = "${now()}";
    static final String TONIGHT = "${dateTime().plusDays(1).withTimeAtStartOfDay()}";
    static final String IN_3_DAYS = "${dateTime().plusDays(4).withTimeAtStartOfDay()}";
  }
}
