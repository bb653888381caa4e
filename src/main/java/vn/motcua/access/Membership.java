package vn.motcua.access;

import java.util.List;
import java.util.stream.Stream;
import vn.motcua.agency.Role;

/**
 * A person with an account, and what the account may be used for.
 *
 * @param userId id of the account
 * @param name full name, family name first
 * @param groups the engine's groups of the person's own, posts among them
 * @param standIns posts of absent people in whose place this person works now
 */
record Membership(String userId, String name, List<String> groups, List<StandIn> standIns) {

  Membership(String userId, String name, List<String> groups) {
    this(userId, name, groups, List.of());
  }

  /** A group is a post if its id names unit and role; the engine's tenants are exactly these. */
  static boolean isPost(String group) {
    return group.indexOf('.') > 0;
  }

  List<String> posts() {
    return groups.stream().filter(Membership::isPost).toList();
  }

  /** The own groups, and the posts of those who are absent. */
  List<String> workGroups() {
    return withStandIns(groups);
  }

  /** The own posts, and those of people who are absent: whose tasks this person sees and does. */
  List<String> workPosts() {
    return withStandIns(posts());
  }

  private List<String> withStandIns(List<String> own) {
    return standIns.isEmpty()
        ? own
        : Stream.concat(own.stream(), standIns.stream().map(StandIn::post)).distinct().toList();
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
    return workPosts().stream().anyMatch(post -> !Oversight.isInspector(post));
  }

  /** Leads people: a room, a centre or an agency. */
  boolean leads() {
    return workPosts().stream()
        .anyMatch(
            post ->
                Stream.of(Role.HEAD_OF_ROOM, Role.CENTRE_DIRECTOR, Role.APPROVER)
                    .anyMatch(role -> post.endsWith("." + role.word())));
  }

  /** Sits at a counter. */
  boolean receives() {
    return posts().stream().anyMatch(post -> post.endsWith("." + Role.COUNTER_CLERK.word()));
  }

  /** Sits where fees are paid: at a counter, or where results are given out. */
  boolean takesMoney() {
    return workPosts().stream()
        .anyMatch(
            post ->
                Stream.of(Role.COUNTER_CLERK, Role.RETURN_CLERK)
                    .anyMatch(role -> post.endsWith("." + role.word())));
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
