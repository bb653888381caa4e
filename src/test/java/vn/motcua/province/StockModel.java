package vn.motcua.province;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model of ours as stock Camunda needs it. With us the posts of a step come from its role and
 * unit; stock has to be told them in the model, and a due date with them.
 */
final class StockModel {

  private static final Pattern TASK =
      Pattern.compile("<(bpmn:)?userTask .*?</(bpmn:)?userTask>", Pattern.DOTALL);
  private static final Pattern PROPERTY =
      Pattern.compile("<camunda:property name=\"(role|unit)\" value=\"([^\"]*)\"");

  private StockModel() {}

  static String of(String model) {
    return TASK.matcher(model).replaceAll(task -> Matcher.quoteReplacement(withPost(task.group())));
  }

  private static String withPost(String task) {
    String role = "clerk";
    String unit = "${leadUnit}";
    Matcher property = PROPERTY.matcher(task);
    while (property.find()) {
      if (property.group(1).equals("role")) {
        role = property.group(2);
      } else if (property.group(2).equals("reception")) {
        unit = "${receptionUnit}";
      }
    }
    return task.replaceFirst(
        "userTask ",
        Matcher.quoteReplacement(
            "userTask camunda:candidateGroups=\""
                + unit
                + "."
                + role
                + "\" camunda:dueDate=\"${dueAt}\" "));
  }
}
