package vn.motcua.handover;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.agency.NoSuchPost;
import vn.motcua.agency.Organisation;
import vn.motcua.agency.Place;
import vn.motcua.agency.Post;
import vn.motcua.agency.Role;
import vn.motcua.agency.Unit;

/** Whose hands give and take, by the posts of a day. */
@Component
class Hands {

  private final Organisation organisation;

  Hands(Organisation organisation) {
    this.organisation = organisation;
  }

  /** The post in which this person may give dossiers of this place. */
  Optional<String> givingPost(
      Direction direction, Place place, LocalDate day, CurrentOfficial official) {
    return posts(direction.giver(), direction.giverRoles(), place, day).stream()
        .filter(official::holds)
        .findFirst();
  }

  /** The post in which this person may take them. */
  Optional<String> takingPost(
      Direction direction, Place place, LocalDate day, CurrentOfficial official) {
    return posts(direction.taker(), direction.takerRoles(), place, day).stream()
        .filter(official::holds)
        .findFirst();
  }

  /** Id of the unit at which the papers arrive: that of the first post which may take them. */
  String takingUnit(Direction direction, Place place, LocalDate day) {
    return posts(direction.taker(), direction.takerRoles(), place, day).stream()
        .findFirst()
        .map(post -> post.substring(0, post.lastIndexOf('.')))
        .orElse(direction == Direction.TO_AGENCY ? place.lead() : place.reception());
  }

  private List<String> posts(String unit, List<Role> roles, Place place, LocalDate day) {
    List<String> found = new ArrayList<>();
    for (Role role : roles) {
      post(unit, role, place, day).map(Post::id).ifPresent(found::add);
    }
    return found;
  }

  private Optional<Post> post(String unit, Role role, Place place, LocalDate day) {
    try {
      return Optional.of(organisation.post(unit, role, place, day));
    } catch (NoSuchPost nobodyHasIt) {
      return Optional.empty();
    }
  }

  /** Units whose dossiers this person may give, among all of the day. */
  Set<String> givingUnits(Direction direction, LocalDate day, CurrentOfficial official) {
    Role role = direction.giverRoles().get(0);
    Set<String> units = new LinkedHashSet<>();
    if (official.postIds().stream().noneMatch(post -> post.endsWith("." + role.word()))) {
      return units;
    }
    for (Unit unit : organisation.units(day)) {
      Place place = new Place(unit.id(), unit.id(), null, null);
      post("agency:" + unit.id(), role, place, day)
          .map(Post::id)
          .filter(official::holds)
          .ifPresent(post -> units.add(unit.id()));
    }
    return units;
  }

  /** Units of this person's posts, and those above them. */
  Set<String> ownUnits(LocalDate day, CurrentOfficial official) {
    Set<String> units = new LinkedHashSet<>();
    for (String post : official.postIds()) {
      int dot = post.lastIndexOf('.');
      Optional<Unit> unit =
          dot < 0 ? Optional.empty() : organisation.unit(post.substring(0, dot), day);
      while (unit.isPresent() && units.add(unit.get().id())) {
        unit = Optional.ofNullable(unit.get().parent()).flatMap(id -> organisation.unit(id, day));
      }
    }
    return units;
  }
}
