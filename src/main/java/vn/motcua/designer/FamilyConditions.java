package vn.motcua.designer;

import java.math.BigDecimal;
import java.util.List;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.language.Accentless;

/**
 * The conditions of a rule of {@code families.yaml}; an absent one always holds. Words are compared
 * without marks and case, as whole words.
 */
record FamilyConditions(
    List<String> field,
    List<String> agency,
    List<String> ministry,
    List<String> level,
    List<String> name,
    List<String> nameStarts,
    List<String> notName,
    List<String> result,
    List<String> documents,
    Boolean noResult,
    Boolean unsealed,
    Integer hoursAtMost,
    Integer daysAtLeast) {

  boolean hold(CatalogueRow row, boolean nothingReturned, boolean nothingSealed) {
    String called = words(row.name());
    return one(field, row.field())
        && one(agency, row.agency())
        && one(ministry, row.ministry())
        && one(level, row.level())
        && some(name, called)
        && starts(called)
        && (notName == null || !some(notName, called))
        && some(result, words(row.result()))
        && some(documents, words(String.join(" . ", row.documents())))
        && (noResult == null || noResult == nothingReturned)
        && (unsealed == null || unsealed == nothingSealed)
        && time(row);
  }

  private boolean time(CatalogueRow row) {
    TimeLimit main = main(row);
    if (hoursAtMost != null
        && (main == null || hours(main).compareTo(BigDecimal.valueOf(hoursAtMost)) > 0)) {
      return false;
    }
    return daysAtLeast == null
        || main == null
        || hours(main).compareTo(BigDecimal.valueOf(daysAtLeast * 8L)) >= 0;
  }

  /** The structured limit says which of several is the usual one. */
  private static TimeLimit main(CatalogueRow row) {
    if (row.limits().size() == 1) {
      return row.limits().get(0).limit();
    }
    return row.structured();
  }

  private static BigDecimal hours(TimeLimit limit) {
    return Limits.roughHours(limit);
  }

  private boolean starts(String called) {
    String bare = called.startsWith(" thu tuc ") ? called.substring(" thu tuc".length()) : called;
    return nameStarts == null
        || nameStarts.stream().anyMatch(w -> bare.startsWith(words(w).stripTrailing()));
  }

  private static boolean one(List<String> wanted, String value) {
    return wanted == null || wanted.stream().anyMatch(w -> words(w).equals(words(value)));
  }

  private static boolean some(List<String> wanted, String value) {
    return wanted == null || wanted.stream().anyMatch(word -> value.contains(words(word)));
  }

  /** Folded words between single spaces, with one before and one after. */
  private static String words(String text) {
    return " " + Accentless.slug(text).replace('-', ' ') + " ";
  }
}
