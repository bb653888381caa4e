package vn.motcua.fee;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.agency.Role;

/** Who takes money: the clerks of the one-stop unit that received the dossier. */
final class Till {

  private static final List<Role> HANDS = List.of(Role.COUNTER_CLERK, Role.RETURN_CLERK);

  private Till() {}

  /** The post in which this person takes money at a unit. */
  static Optional<String> post(String unit, CurrentOfficial official) {
    return HANDS.stream().map(role -> unit + "." + role.word()).filter(official::holds).findFirst();
  }

  /** The units at which this person takes money. */
  static Set<String> units(CurrentOfficial official) {
    Set<String> units = new TreeSet<>();
    for (String post : official.postIds()) {
      HANDS.stream()
          .map(role -> "." + role.word())
          .filter(post::endsWith)
          .forEach(end -> units.add(post.substring(0, post.length() - end.length())));
    }
    return units;
  }
}
