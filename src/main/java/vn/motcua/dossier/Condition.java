package vn.motcua.dossier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A condition of SQL with the values of its marks. The text comes from code only, never from a
 * person.
 */
record Condition(String sql, List<Object> values) {

  static final Condition ALWAYS = of("1 = 1");

  static Condition of(String sql, Object... values) {
    return new Condition(sql, Arrays.asList(values));
  }

  static Condition in(String column, Collection<String> values) {
    String marks = values.stream().map(value -> "?").collect(Collectors.joining(","));
    return new Condition(
        values.isEmpty() ? "1 = 0" : column + " in (" + marks + ")", List.copyOf(values));
  }

  Condition within(String before, String after) {
    return new Condition(before + sql + after, values);
  }

  Condition and(Condition other) {
    return joined(" and ", List.of(this, other));
  }

  static Condition any(List<Condition> conditions) {
    return joined(" or ", conditions).within("(", ")");
  }

  static Condition joined(String word, List<Condition> conditions) {
    List<Object> values = new ArrayList<>();
    conditions.forEach(condition -> values.addAll(condition.values()));
    return new Condition(
        conditions.stream().map(Condition::sql).collect(Collectors.joining(word)), values);
  }
}
