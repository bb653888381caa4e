package vn.motcua.access;

import java.util.Set;
import vn.motcua.agency.Role;

/**
 * The person at work now, with the posts held. Immutable.
 *
 * @param userId id of the account
 * @param name full name, family name first; the id if the account has no name
 * @param postIds ids of the posts held, {@code <unit>.<role>}
 */
public record CurrentOfficial(String userId, String name, Set<String> postIds) {

  public CurrentOfficial {
    postIds = Set.copyOf(postIds);
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
