package vn.motcua.access;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.crypto.keygen.StringKeyGenerator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.agency.Official;
import vn.motcua.agency.Role;

/** Accounts in the engine's identity tables. Only what differs is written. */
@Component
class Accounts {

  private static final StringKeyGenerator UNKNOWN = new Base64StringKeyGenerator(48);

  private static final String ADMINISTRATOR = "." + Role.ADMINISTRATOR.word();

  private final IdentityService identity;

  Accounts(IdentityService identity) {
    this.identity = identity;
  }

  /**
   * An account with exactly these posts, made if it is missing. Posts that do not exist are left
   * out; groups that are no posts, such as the administrators, stay as they are. The password is
   * left alone: a new account has none and cannot sign in by password.
   */
  @Transactional
  public void keep(String userId, String familyName, String givenName, Collection<String> posts) {
    if (identity.createUserQuery().userId(userId).count() == 0) {
      add(userId, familyName, givenName, null);
    }
    Set<String> wanted = new HashSet<>(existing(posts));
    Set<String> held = new HashSet<>();
    for (Group group : identity.createGroupQuery().groupMember(userId).list()) {
      held.add(group.getId());
      if (Membership.isPost(group.getId()) && !wanted.contains(group.getId())) {
        identity.deleteMembership(userId, group.getId());
      }
    }
    wanted.stream()
        .filter(post -> !held.contains(post))
        .forEach(post -> identity.createMembership(userId, post));
  }

  /** The account of an official whom the data name; a password that was changed stays. */
  void keep(Official official, String firstPassword) {
    if (identity.createUserQuery().userId(official.userId()).count() == 0) {
      int given = official.name().lastIndexOf(' ');
      add(
          official.userId(),
          official.name().substring(0, Math.max(given, 0)),
          official.name().substring(given + 1),
          firstPassword);
    }
    keep(official.userId(), null, null, official.posts());
    keepEmail(official.userId(), official.email(), false);
    if (official.posts().stream().anyMatch(post -> post.endsWith(ADMINISTRATOR))) {
      makeAdministrator(official.userId());
    }
  }

  /**
   * Where a person gets mail; nothing is written without an address.
   *
   * @param replace false if an address that the account has already stays
   */
  void keepEmail(String userId, String email, boolean replace) {
    if (email == null || email.isBlank()) {
      return;
    }
    User user = identity.createUserQuery().userId(userId).singleResult();
    boolean none = user.getEmail() == null || user.getEmail().isBlank();
    if (none || replace && !email.equals(user.getEmail())) {
      user.setEmail(email);
      identity.saveUser(user);
    }
  }

  /**
   * A new account. Without a password it gets one that nobody knows. The engine hashes it; whether
   * it is good enough the caller has judged.
   */
  void add(String userId, String familyName, String givenName, String password) {
    User user = identity.newUser(userId);
    // The engine writes first name before last name; a Vietnamese name begins with the family.
    user.setFirstName(familyName == null ? "" : familyName);
    user.setLastName(givenName == null ? "" : givenName);
    user.setPassword(password == null ? UNKNOWN.generateKey() : password);
    ((IdentityServiceImpl) identity).saveUser(user, true);
  }

  void setPassword(String userId, String password) {
    User user = identity.createUserQuery().userId(userId).singleResult();
    user.setPassword(password);
    identity.saveUser(user);
  }

  /** Makes a person administrator; nothing happens if the person is one. */
  void makeAdministrator(String userId) {
    if (identity.createGroupQuery().groupId(Oversight.ADMINISTRATORS).groupMember(userId).count()
        == 0) {
      identity.createMembership(userId, Oversight.ADMINISTRATORS);
    }
  }

  private List<String> existing(Collection<String> posts) {
    String[] asked = posts.stream().filter(Membership::isPost).toArray(String[]::new);
    return asked.length == 0
        ? List.of()
        : identity.createGroupQuery().groupIdIn(asked).list().stream().map(Group::getId).toList();
  }
}
