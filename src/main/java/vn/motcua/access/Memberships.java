package vn.motcua.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;
import vn.motcua.agency.Role;

/**
 * Accounts and their groups as they stand now. Asked at every request, so a post that was taken
 * away is gone at once; two look-ups by key.
 */
@Component
class Memberships {

  private final IdentityService identity;
  private final OpenAbsences absences;

  Memberships(IdentityService identity, OpenAbsences absences) {
    this.identity = identity;
    this.absences = absences;
  }

  Optional<Membership> of(String userId) {
    return unwatched(
        () ->
            Optional.ofNullable(identity.createUserQuery().userId(userId).singleResult())
                .map(
                    user ->
                        new Membership(
                            user.getId(),
                            fullName(user),
                            groups(user.getId()),
                            standIns(user.getId()))));
  }

  /**
   * Posts of absent people in whose place this person works now. There are no chains: of an absent
   * person come the own posts only. Whoever stands in for nobody costs no statement.
   */
  List<StandIn> standIns(String userId) {
    List<Absence> worked = absences.workedBy(userId);
    return worked.isEmpty()
        ? List.of()
        : unwatched(() -> worked.stream().flatMap(this::standIns).toList());
  }

  private Stream<StandIn> standIns(Absence absence) {
    User absent = identity.createUserQuery().userId(absence.person()).singleResult();
    return absent == null
        ? Stream.empty()
        : groups(absent.getId()).stream()
            .filter(Memberships::mayBeStoodInFor)
            .filter(absence::covers)
            .map(post -> new StandIn(post, absent.getId(), fullName(absent)));
  }

  /** Posts have work that another may do; watching over all is nobody else's. */
  static boolean mayBeStoodInFor(String group) {
    return Membership.isPost(group)
        && !Oversight.isInspector(group)
        && !group.endsWith("." + Role.ADMINISTRATOR.word());
  }

  /** The posts that a person holds. */
  List<String> postsOf(String userId) {
    return unwatched(() -> groups(userId).stream().filter(Membership::isPost).toList());
  }

  boolean anyAdministrator() {
    return unwatched(
        () -> identity.createUserQuery().memberOfGroup(Oversight.ADMINISTRATORS).count() > 0);
  }

  /** The posts of a person in words. */
  List<String> namesOfPosts(Membership person) {
    return wordsOfPosts(person.posts()).values().stream().sorted().toList();
  }

  /** What posts are called, by their id; posts that are gone are left out. */
  Map<String, String> wordsOfPosts(Collection<String> posts) {
    String[] ids = posts.stream().distinct().toArray(String[]::new);
    return ids.length == 0
        ? Map.of()
        : unwatched(
            () ->
                identity.createGroupQuery().groupIdIn(ids).list().stream()
                    .collect(
                        Collectors.toMap(
                            Group::getId, g -> g.getName() == null ? g.getId() : g.getName())));
  }

  /** Full names by account; accounts that are gone are left out. */
  Map<String, String> names(Collection<String> accounts) {
    String[] ids = accounts.stream().filter(Objects::nonNull).distinct().toArray(String[]::new);
    return ids.length == 0
        ? Map.of()
        : unwatched(
            () ->
                identity.createUserQuery().userIdIn(ids).list().stream()
                    .collect(Collectors.toMap(User::getId, Memberships::fullName)));
  }

  static String fullName(User user) {
    String name =
        Stream.of(user.getFirstName(), user.getLastName())
            .filter(Objects::nonNull)
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
    return name.isEmpty() ? user.getId() : name;
  }

  private List<String> groups(String userId) {
    return identity.createGroupQuery().groupMember(userId).list().stream()
        .map(Group::getId)
        .toList();
  }

  /** A person need not have the right to read the own groups; who asks here is the application. */
  private <T> T unwatched(Supplier<T> question) {
    Authentication person = identity.getCurrentAuthentication();
    try {
      identity.clearAuthentication();
      return question.get();
    } finally {
      if (person != null) {
        identity.setAuthentication(person.getUserId(), person.getGroupIds(), person.getTenantIds());
      }
    }
  }
}
