package vn.motcua.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.motcua.agency.Organisation;
import vn.motcua.agency.Unit;
import vn.motcua.language.Accentless;
import vn.motcua.language.Texts;

/** Units that may have working time of their own, as people call them. */
@Component
class UnitNames {

  private static final Texts TEXTS = Texts.of("deadline");

  /**
   * Rooms work by the hours of their agency; partners by their own, which count for nothing here.
   */
  private static final List<String> KINDS =
      List.of("agency", "centre", "commune", "commune-centre");

  private final Organisation organisation;
  private final Clock clock;

  UnitNames(Organisation organisation, Clock clock) {
    this.organisation = organisation;
    this.clock = clock;
  }

  /** The units of one kind, by name. */
  record Group(String label, List<Unit> units) {}

  List<Group> groups(Locale language) {
    Map<String, List<Unit>> byKind =
        organisation.units(LocalDate.now(clock)).stream()
            .collect(Collectors.groupingBy(Unit::kind, TreeMap::new, Collectors.toList()));
    return KINDS.stream()
        .filter(byKind::containsKey)
        .map(
            kind ->
                new Group(
                    TEXTS.get(language, "calendar.units." + kind),
                    byKind.get(kind).stream()
                        .sorted(Comparator.comparing(u -> Accentless.fold(u.name())))
                        .toList()))
        .toList();
  }

  boolean exists(String id) {
    return organisation.unit(id, LocalDate.now(clock)).isPresent();
  }

  /** Its name; the id of a unit that is gone; the province for none. */
  String of(String id, Locale language) {
    return id == null
        ? TEXTS.get(language, "calendar.province")
        : organisation
            .unit(id, LocalDate.now(clock))
            .map(Unit::name)
            .orElse(Objects.requireNonNull(id));
  }
}
