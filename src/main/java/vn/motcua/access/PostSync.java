package vn.motcua.access;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.springframework.stereotype.Component;
import vn.motcua.agency.Post;
import vn.motcua.language.Texts;

/**
 * Writes the posts of the organisation into the engine as group and tenant of the same id, and the
 * few grants. Nothing is ever deleted: a post that ended may still have open tasks. Writes only
 * what differs, so a second call writes nothing.
 */
@Component
class PostSync {

  private static final Texts TEXTS = Texts.of("access");

  /** The engine's column for a group's name holds this many characters. */
  private static final int NAME = 255;

  private final IdentityService identity;
  private final AuthorizationService authorizations;

  PostSync(IdentityService identity, AuthorizationService authorizations) {
    this.identity = identity;
    this.authorizations = authorizations;
  }

  void write(List<Post> posts) {
    writeGroups(posts);
    writeTenants(posts);
    writeGrants(
        Stream.of(
                Grant.ofEverybody(),
                Grant.ofAdministrators(),
                posts.stream()
                    .map(Post::id)
                    .filter(Oversight::isInspector)
                    .flatMap(Grant::ofInspectors))
            .flatMap(grants -> grants)
            .toList());
  }

  /** "Chuyên viên thẩm định, Sở Tư pháp". */
  static String name(Post post) {
    String name = TEXTS.get("role." + post.role().word()) + ", " + post.unit().name();
    return name.length() <= NAME ? name : name.substring(0, NAME - 1) + "…";
  }

  private void writeGroups(List<Post> posts) {
    Map<String, Group> known = new HashMap<>();
    identity.createGroupQuery().list().forEach(group -> known.put(group.getId(), group));
    writeGroup(known, Oversight.ADMINISTRATORS, TEXTS.get("role.administrator"), "SYSTEM");
    for (Post post : posts) {
      writeGroup(known, post.id(), name(post), post.role().word());
    }
  }

  private void writeGroup(Map<String, Group> known, String id, String name, String type) {
    Group group = known.get(id);
    if (group == null) {
      group = identity.newGroup(id);
    } else if (name.equals(group.getName()) && type.equals(group.getType())) {
      return;
    }
    group.setName(name);
    group.setType(type);
    identity.saveGroup(group);
  }

  private void writeTenants(List<Post> posts) {
    Map<String, Tenant> known = new HashMap<>();
    identity.createTenantQuery().list().forEach(tenant -> known.put(tenant.getId(), tenant));
    for (Post post : posts) {
      Tenant tenant = known.get(post.id());
      if (tenant == null) {
        tenant = identity.newTenant(post.id());
        tenant.setName(name(post));
        identity.saveTenant(tenant);
        identity.createTenantGroupMembership(post.id(), post.id());
      } else if (!name(post).equals(tenant.getName())) {
        tenant.setName(name(post));
        identity.saveTenant(tenant);
      }
    }
  }

  private void writeGrants(List<Grant> grants) {
    Set<Authorization> rows = new HashSet<>(authorizations.createAuthorizationQuery().list());
    for (Grant grant : grants) {
      Authorization row = rows.stream().filter(grant::isAbout).findFirst().orElse(null);
      if (row == null) {
        row = authorizations.createNewAuthorization(grant.type());
      } else if (grant.isGivenBy(row)) {
        continue;
      }
      grant.fill(row);
      authorizations.saveAuthorization(row);
    }
  }
}
