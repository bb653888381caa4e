package vn.motcua.agency;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes up one person for a post: a readable id and a name that stays the same at every start. */
final class DemoPeople {

  private final DemoData data;
  private final Organisation organisation;
  private final Set<String> taken = new HashSet<>();

  DemoPeople(DemoData data, Organisation organisation) {
    this.data = data;
    this.organisation = organisation;
    data.officials().forEach(p -> taken.add(p.name()));
  }

  List<Official> fill(List<Post> vacant) {
    return vacant.stream().map(this::person).toList();
  }

  private Official person(Post post) {
    String id = brief(post.unit()) + "." + data.words().get(post.role().word());
    return new Official(id, name(id), List.of(post.id()), data.from(), null, data.email(id), null);
  }

  /** Chosen by the id, so that a new unit renames nobody; the next free one if it is taken. */
  private String name(String id) {
    int families = data.names().family().size();
    int names = families * data.names().given().size();
    for (int i = Math.floorMod(id.hashCode(), names); ; i = (i + 1) % names) {
      String name =
          data.names().family().get(i % families) + " " + data.names().given().get(i / families);
      if (taken.add(name) || taken.size() >= names) {
        return name;
      }
    }
  }

  /**
   * {@code stp} for Sở Tư pháp, its general room and its counter, {@code stp-htp} for another room.
   */
  private String brief(Unit unit) {
    String own = data.shorts().get(unit.id());
    if (own != null) {
      return own;
    }
    Unit parent =
        unit.parent() == null ? null : organisation.unit(unit.parent(), data.from()).orElse(null);
    if (parent == null || !unit.id().startsWith(parent.id() + "-")) {
      return initials(unit.id());
    }
    boolean general = unit.fields().isEmpty();
    String rest = unit.id().substring(parent.id().length() + 1);
    return general ? brief(parent) : brief(parent) + "-" + initials(rest);
  }

  private static String initials(String slug) {
    return Arrays.stream(slug.split("-"))
        .map(word -> word.substring(0, 1))
        .collect(Collectors.joining());
  }
}
