package vn.motcua.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.motcua.agency.Role;
import vn.motcua.language.Texts;

/**
 * The person at work now, with the posts held. Immutable.
 *
 * @param userId id of the account
 * @param name full name, family name first; the id if the account has no name
 * @param postIds ids of the posts worked in, {@code <unit>.<role>}: those held, and those of absent
 *     people
 * @param standIns the posts among them that are not this person's own
 */
public record CurrentOfficial(
    String userId, String name, Set<String> postIds, List<StandIn> standIns) {

  private static final Texts TEXTS = Texts.of("access");

  public CurrentOfficial {
    postIds = Set.copyOf(postIds);
    standIns = List.copyOf(standIns);
  }

  /** A person who stands in for nobody. */
  public CurrentOfficial(String userId, String name, Set<String> postIds) {
    this(userId, name, postIds, List.of());
  }

  /** In whose place this person works in a post; empty in the own one. */
  public Optional<StandIn> standsIn(String postId) {
    return standIns.stream().filter(s -> s.post().equals(postId)).findFirst();
  }

  /** The name as it stands under a paper: "Nguyễn A", or "Nguyễn A thay mặt Trần B". */
  public String signature(String postId) {
    return standsIn(postId).map(s -> TEXTS.get("on-behalf", name, s.name())).orElse(name);
  }

  /** True if this person holds the post of that role in that unit. */
  public boolean hasRole(Role role, String unit) {
    return holds(unit + "." + role.word());
  }

  /** True if this person holds the post with this id. */
  public boolean holds(String postId) {
    return postIds.contains(postId);
  }
}
