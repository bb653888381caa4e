package vn.motcua.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;
import vn.motcua.language.Texts;

/** The engine's own authentication, which pages, REST, webapps and listeners all have. */
@Component
class EngineWho implements Who {

  private static final Texts TEXTS = Texts.of("access");

  private final IdentityService identity;
  private final Memberships memberships;

  EngineWho(IdentityService identity, Memberships memberships) {
    this.identity = identity;
    this.memberships = memberships;
  }

  @Override
  public CurrentOfficial now() {
    Authentication person = identity.getCurrentAuthentication();
    if (person == null || person.getUserId() == null) {
      throw new NobodySignedIn(TEXTS.get("nobody-signed-in"));
    }
    List<String> groups = person.getGroupIds() == null ? List.of() : person.getGroupIds();
    Set<String> posts = groups.stream().filter(Membership::isPost).collect(Collectors.toSet());
    Optional<Membership> account = memberships.of(person.getUserId());
    List<StandIn> standIns =
        account.map(Membership::standIns).orElse(List.of()).stream()
            .filter(s -> posts.contains(s.post()) && !account.get().groups().contains(s.post()))
            .toList();
    return new CurrentOfficial(
        person.getUserId(),
        account.map(Membership::name).orElse(person.getUserId()),
        posts,
        standIns);
  }
}
