package vn.motcua.access;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** The engine's accounts and groups. */
@Component
class EngineColleagues implements Colleagues {

  private final IdentityService identity;

  EngineColleagues(IdentityService identity) {
    this.identity = identity;
  }

  @Override
  public List<Colleague> holding(String postId) {
    return identity.createUserQuery().memberOfGroup(postId).orderByUserId().asc().list().stream()
        .map(EngineColleagues::colleague)
        .toList();
  }

  @Override
  public Optional<Colleague> find(String userId) {
    return Optional.ofNullable(identity.createUserQuery().userId(userId).singleResult())
        .map(EngineColleagues::colleague);
  }

  private static Colleague colleague(User user) {
    String email = user.getEmail() == null || user.getEmail().isBlank() ? null : user.getEmail();
    return new Colleague(user.getId(), Memberships.fullName(user), email);
  }
}
