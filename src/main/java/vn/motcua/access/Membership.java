package vn.motcua.access;

import java.util.List;
import java.util.stream.Stream;

/**
 * A person with an account, and what the account may be used for.
 *
 * @param userId id of the account
 * @param name full name, family name first
 * @param groups the engine's groups, posts among them
 */
record Membership(String userId, String name, List<String> groups) {

  /** A group is a post if its id names unit and role; the engine's tenants are exactly these. */
  static boolean isPost(String group) {
    return group.indexOf('.') > 0;
  }

  List<String> posts() {
    return groups.stream().filter(Membership::isPost).toList();
  }

  boolean isAdministrator() {
    return groups.contains(Oversight.ADMINISTRATORS);
  }

  boolean isInspector() {
    return groups.stream().anyMatch(Oversight::isInspector);
  }

  boolean seesCockpit() {
    return isAdministrator() || isInspector();
  }

  /** Has work of a post in Tasklist. */
  boolean hasWork() {
    return posts().stream().anyMatch(post -> !Oversight.isInspector(post));
  }

  /** Names of roles as Spring Security knows them. */
  List<String> authorities() {
    return Stream.of(
            isAdministrator() ? "ROLE_ADMINISTRATOR" : null,
            isInspector() ? "ROLE_INSPECTOR" : null,
            "ROLE_OFFICIAL")
        .filter(role -> role != null)
        .toList();
  }
}
