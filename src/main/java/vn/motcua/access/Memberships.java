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

/**
 * Accounts and their groups as they stand now. Asked at every request, so a post that was taken
 * away is gone at once; two look-ups by key.
 */
@Component
class Memberships {

  private final IdentityService identity;

  Memberships(IdentityService identity) {
    this.identity = identity;
  }

  Optional<Membership> of(String userId) {
    return unwatched(
        () ->
            Optional.ofNullable(identity.createUserQuery().userId(userId).singleResult())
                .map(user -> new Membership(user.getId(), fullName(user), groups(user))));
  }

  boolean anyAdministrator() {
    return unwatched(
        () -> identity.createUserQuery().memberOfGroup(Oversight.ADMINISTRATORS).count() > 0);
  }

  /** The posts of a person in words. */
  List<String> namesOfPosts(Membership person) {
    String[] posts = person.posts().toArray(String[]::new);
    return posts.length == 0
        ? List.of()
        : unwatched(
            () ->
                identity
                    .createGroupQuery()
                    .groupIdIn(posts)
                    .orderByGroupName()
                    .asc()
                    .list()
                    .stream()
                    .map(Group::getName)
                    .toList());
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

  private List<String> groups(User user) {
    return identity.createGroupQuery().groupMember(user.getId()).list().stream()
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
