package vn.motcua.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.motcua.language.BadData;
import vn.motcua.language.Dates;
import vn.motcua.language.Texts;

/** The shape of policies.yaml, and what must hold in it; the file itself says what it means. */
record PolicyData(Map<String, List<Period>> policies) {

  private static final Texts TEXTS = Texts.of("deadline");

  /** One value from a day on; {@code to} is its last day, null while it is in force. */
  record Period(LocalDate from, LocalDate to, String value, String basis) {}

  /**
   * Periods by switch, in the order of time.
   *
   * @param file how messages call the file
   * @throws BadData if a switch is unknown or missing, or its periods do not follow one another
   */
  Map<PolicySwitch, List<Period>> checked(String file) {
    Map<PolicySwitch, List<Period>> all = new EnumMap<>(PolicySwitch.class);
    if (policies != null) {
      policies.forEach(
          (word, periods) ->
              all.put(
                  PolicySwitch.find(word).orElseThrow(() -> refuse(file, "policy.unknown", word)),
                  periods == null ? List.of() : inOrder(file, word, periods)));
    }
    for (PolicySwitch each : PolicySwitch.values()) {
      if (all.getOrDefault(each, List.of()).isEmpty()) {
        throw refuse(file, "policy.absent", each.word());
      }
      all.get(each).forEach(period -> readable(file, each, period));
    }
    return all;
  }

  private static List<Period> inOrder(String file, String word, List<Period> given) {
    for (Period p : given) {
      if (p == null || p.from() == null || blank(p.value()) || blank(p.basis())) {
        throw refuse(file, "policy.incomplete", word);
      }
      if (p.to() != null && p.to().isBefore(p.from())) {
        throw refuse(file, "policy.backwards", word, Dates.day(p.from()), Dates.day(p.to()));
      }
    }
    List<Period> periods = new ArrayList<>(given);
    periods.sort(Comparator.comparing(Period::from));
    for (int i = 1; i < periods.size(); i++) {
      follows(file, word, periods.get(i - 1).to(), periods.get(i).from());
    }
    if (periods.get(periods.size() - 1).to() != null) {
      throw refuse(file, "policy.ends", word, Dates.day(periods.get(periods.size() - 1).to()));
    }
    return List.copyOf(periods);
  }

  private static void follows(String file, String word, LocalDate last, LocalDate next) {
    if (last == null || !last.isBefore(next)) {
      throw refuse(file, "policy.overlap", word, Dates.day(next));
    }
    if (!last.plusDays(1).equals(next)) {
      throw refuse(file, "policy.ends", word, Dates.day(last));
    }
  }

  private static void readable(String file, PolicySwitch each, Period period) {
    try {
      each.read(period.value());
    } catch (IllegalArgumentException wrong) {
      throw refuse(
          file,
          "policy.value",
          each.word(),
          period.value(),
          TEXTS.get(each.form(), each.choices()));
    }
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }

  private static BadData refuse(String file, String key, Object... words) {
    return new BadData(file + ": " + TEXTS.get(key, words));
  }
}
