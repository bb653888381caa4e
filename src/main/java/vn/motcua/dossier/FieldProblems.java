package vn.motcua.dossier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An application that cannot be received: what is wrong with which field, in Vietnamese. Fields are
 * named as in {@link Application}, nested ones with dots: {@code applicant.phone}, {@code
 * papers[2].count}.
 */
public class FieldProblems extends RuntimeException {

  private final transient Map<String, List<String>> problems;

  FieldProblems(Map<String, List<String>> problems) {
    super(String.join(" ", problems.values().stream().flatMap(List::stream).toList()));
    this.problems = problems;
  }

  /** Problems by field, in the order of the form. */
  public Map<String, List<String>> problems() {
    return problems;
  }

  /** Collects problems; refuses at the end, so that a clerk sees all of them at once. */
  static final class Collector {
    private final Map<String, List<String>> found = new LinkedHashMap<>();

    void add(String field, String problem) {
      found.computeIfAbsent(field, f -> new ArrayList<>()).add(problem);
    }

    boolean none() {
      return found.isEmpty();
    }

    void refuseIfAny() {
      if (!none()) {
        throw new FieldProblems(found);
      }
    }
  }
}
