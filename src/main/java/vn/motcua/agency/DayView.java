package vn.motcua.agency;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The organisation as it is on one day; answers without walking over all units. Immutable. */
final class DayView {

  private final OrganisationData.Province province;
  private final Map<String, DatedUnit> units = new LinkedHashMap<>();
  private final Map<String, Map<Role, Post>> posts = new LinkedHashMap<>();
  private final Map<String, List<Unit>> rooms = new LinkedHashMap<>();
  private final List<Unit> allUnits;
  private final List<Post> allPosts;

  DayView(Structure structure, LocalDate day) {
    province = structure.province();
    structure.units().stream()
        .filter(u -> u.period().covers(day))
        .forEach(u -> units.put(u.unit().id(), u));
    structure.posts().stream()
        .filter(p -> p.period().covers(day))
        .forEach(
            p ->
                posts
                    .computeIfAbsent(p.unit(), u -> new EnumMap<>(Role.class))
                    .put(p.role(), new Post(units.get(p.unit()).unit(), p.role())));
    allUnits = units.values().stream().map(DatedUnit::unit).toList();
    allPosts = posts.values().stream().flatMap(p -> p.values().stream()).toList();
    for (Unit unit : allUnits) {
      rooms.put(
          unit.id(),
          allUnits.stream()
              .filter(r -> r.kind().equals("room") && unit.id().equals(r.parent()))
              .toList());
    }
  }

  Optional<Unit> unit(String id) {
    return Optional.ofNullable(units.get(id)).map(DatedUnit::unit);
  }

  List<Unit> units() {
    return allUnits;
  }

  List<Post> posts() {
    return allPosts;
  }

  boolean difficult(String id) {
    for (DatedUnit u = units.get(id); u != null; u = units.get(u.unit().parent())) {
      if (u.difficult()) {
        return true;
      }
    }
    return false;
  }

  /** The unit itself and all above it. */
  boolean isWithin(String id, String ancestor) {
    for (DatedUnit u = units.get(id); u != null; u = units.get(u.unit().parent())) {
      if (u.unit().id().equals(ancestor)) {
        return true;
      }
    }
    return false;
  }

  /** Id of the unit that a model's words mean for a dossier; null if the dossier does not say. */
  String unitOf(String words, Place place) {
    String named = words.startsWith("agency:") ? words.substring("agency:".length()) : words;
    return switch (named) {
      case "reception" -> place.reception();
      case "lead" -> "ubnd-xa".equals(place.lead()) ? commune(place) : place.lead();
      case "commune", "ubnd-xa" -> commune(place);
      case "province" -> province.unit();
      case "centre" -> province.centre();
      default -> words.equals(named) ? null : named;
    };
  }

  /** The commune of the dossier, else the one that resolves it, else the one that received it. */
  private String commune(Place place) {
    if (place.commune() != null) {
      return place.commune();
    }
    return isCommune(place.lead())
        ? place.lead()
        : Optional.ofNullable(units.get(place.reception()))
            .map(u -> u.unit().parent())
            .filter(this::isCommune)
            .orElse(null);
  }

  private boolean isCommune(String id) {
    return id != null && units.containsKey(id) && units.get(id).unit().kind().equals("commune");
  }

  /**
   * The post of a role for a unit: in the unit itself, in its room for the field, at its counter,
   * else where its parent has it.
   */
  Optional<Post> post(String id, Role role, String field) {
    for (DatedUnit u = units.get(id); u != null; u = units.get(u.unit().parent())) {
      Optional<Post> found =
          held(u.unit().id(), role)
              .or(inRoom(u.office() != null ? u.office() : u.unit().id(), role, field))
              .or(u.counter() == null ? Optional::empty : at(u.counter(), role));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Post> held(String unit, Role role) {
    return Optional.ofNullable(posts.getOrDefault(unit, Map.of()).get(role));
  }

  private Supplier<Optional<Post>> at(String unit, Role role) {
    return () -> held(unit, role);
  }

  private Supplier<Optional<Post>> inRoom(String unit, Role role, String field) {
    return () -> {
      List<Unit> own = rooms.getOrDefault(unit, List.of());
      return own.stream()
          .filter(r -> field != null && r.fields().contains(field))
          .findFirst()
          .flatMap(r -> held(r.id(), role))
          .or(
              () ->
                  own.stream()
                      .filter(r -> r.fields().isEmpty())
                      .flatMap(r -> held(r.id(), role).stream())
                      .findFirst());
    };
  }
}
