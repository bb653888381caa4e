package vn.motcua.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import vn.motcua.agency.Official;
import vn.motcua.agency.Officials;
import vn.motcua.agency.Organisation;
import vn.motcua.agency.Post;

/** What a server of the demonstration has written into the engine once it is up. */
@SpringBootTest(
    classes = AccessOnly.class,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:identity;DB_CLOSE_DELAY=-1",
      "camunda.bpm.job-execution.enabled=false"
    })
@ActiveProfiles({"demo", "access-only"})
class IdentityAtStartTest {

  @Autowired IdentityService identity;
  @Autowired AuthorizationService authorizations;
  @Autowired ManagementService management;
  @Autowired Organisation organisation;
  @Autowired Officials officials;
  @Autowired Memberships memberships;
  @Autowired IdentityAtStart start;
  @Autowired FirstAdministrator first;
  @Autowired Clock clock;

  @Test
  void everyPostIsAGroupAndATenantOfTheSameId() {
    List<Post> posts = organisation.posts(LocalDate.now(clock));

    assertThat(posts).isNotEmpty();
    for (Post post : posts) {
      assertThat(identity.createGroupQuery().groupId(post.id()).singleResult().getName())
          .isEqualTo(PostSync.name(post));
      assertThat(identity.createTenantQuery().tenantId(post.id()).groupMember(post.id()).count())
          .as(post.id())
          .isEqualTo(1);
    }
  }

  @Test
  void everyOfficialHasAnAccountWithExactlyTheOwnPostsAndAHashedPassword() {
    for (Official official : officials.officials(LocalDate.now(clock))) {
      Membership person = memberships.of(official.userId()).orElseThrow();
      assertThat(person.posts()).containsExactlyInAnyOrderElementsOf(official.posts());
      assertThat(person.name()).isEqualTo(official.name());
    }
    Official any = officials.officials(LocalDate.now(clock)).get(0);
    assertThat(identity.checkPassword(any.userId(), officials.firstPassword())).isTrue();
  }

  @Test
  void administratorsOfTheDataAreAdministratorsOfTheEngine() {
    assertThat(memberships.anyAdministrator()).isTrue();
    for (Official official : officials.officials(LocalDate.now(clock))) {
      boolean administrator =
          official.posts().stream().anyMatch(post -> post.endsWith(".administrator"));
      assertThat(memberships.of(official.userId()).orElseThrow().isAdministrator())
          .as(official.userId())
          .isEqualTo(administrator);
    }
  }

  @Test
  void aSecondStartReadsOneRowAndWritesNothing() {
    long rows = authorizations.createAuthorizationQuery().count();
    long begin = System.nanoTime();

    start.run(null);

    assertThat((System.nanoTime() - begin) / 1_000_000).as("milliseconds").isLessThan(1_000);
    assertThat(authorizations.createAuthorizationQuery().count()).isEqualTo(rows);
  }

  @Test
  void aChangedDigestWritesOnlyTheDifferences() {
    identity.deleteGroup("camunda-admin");
    Post post = organisation.posts(LocalDate.now(clock)).get(0);
    var group = identity.createGroupQuery().groupId(post.id()).singleResult();
    group.setName("Tên cũ");
    identity.saveGroup(group);
    long rows = authorizations.createAuthorizationQuery().count();
    management.setProperty("motcua.identity.digest", "old");

    start.run(null);

    assertThat(identity.createGroupQuery().groupId(post.id()).singleResult().getName())
        .isEqualTo(PostSync.name(post));
    assertThat(memberships.anyAdministrator()).isTrue();
    assertThat(authorizations.createAuthorizationQuery().count()).isBetween(rows, rows + 25);
  }

  @Test
  void officialsMayOpenTasklistAndReadProceduresAndNothingElse() {
    String anybody = "ai-do";
    List<String> groups = List.of();

    assertThat(
            authorizations.isUserAuthorized(
                anybody, groups, Permissions.ACCESS, Resources.APPLICATION, "tasklist"))
        .isTrue();
    assertThat(
            authorizations.isUserAuthorized(
                anybody, groups, Permissions.ACCESS, Resources.APPLICATION, "cockpit"))
        .isFalse();
    assertThat(
            authorizations.isUserAuthorized(
                anybody, groups, Permissions.ACCESS, Resources.APPLICATION, "admin"))
        .isFalse();
    assertThat(
            authorizations.isUserAuthorized(
                anybody, groups, Permissions.READ, Resources.PROCESS_DEFINITION))
        .isTrue();
    assertThat(
            authorizations.isUserAuthorized(
                anybody, groups, Permissions.CREATE_INSTANCE, Resources.PROCESS_DEFINITION))
        .isFalse();
    assertThat(
            authorizations.isUserAuthorized(
                anybody, groups, Permissions.READ, Resources.PROCESS_INSTANCE))
        .isFalse();
    assertThat(
            authorizations.isUserAuthorized(
                anybody, groups, Permissions.READ_HISTORY, Resources.PROCESS_DEFINITION))
        .isFalse();
    assertThat(authorizations.isUserAuthorized(anybody, groups, Permissions.READ, Resources.USER))
        .isFalse();
  }

  @Test
  void anAdministratorNeitherDeletesNorMovesADossier() {
    List<String> groups = List.of("camunda-admin");

    assertThat(
            authorizations.isUserAuthorized(
                "qt", groups, Permissions.DELETE_INSTANCE, Resources.PROCESS_DEFINITION))
        .isFalse();
    assertThat(
            authorizations.isUserAuthorized(
                "qt", groups, Permissions.UPDATE_INSTANCE, Resources.PROCESS_DEFINITION))
        .isFalse();
    assertThat(
            authorizations.isUserAuthorized(
                "qt", groups, Permissions.DELETE, Resources.PROCESS_INSTANCE))
        .isFalse();
    assertThat(
            authorizations.isUserAuthorized(
                "qt", groups, Permissions.UPDATE, Resources.PROCESS_INSTANCE))
        .isFalse();
    assertThat(
            authorizations.isUserAuthorized("qt", groups, Permissions.DELETE, Resources.DEPLOYMENT))
        .isFalse();
    assertThat(authorizations.isUserAuthorized("qt", groups, Permissions.CREATE, Resources.USER))
        .isTrue();
  }

  @Test
  void weakPasswordsOfAdministratorsAreRefusedInWords() {
    assertThatThrownBy(() -> first.make("an.toan", "ngan"))
        .isInstanceOf(WeakPassword.class)
        .hasMessageContaining("ít nhất 12 ký tự");
    assertThatThrownBy(() -> first.make("có dấu", "mot-mat-khau-du-dai"))
        .hasMessageContaining("“có dấu”");
  }

  @Test
  void theEngineRefusesShortPasswordsToo() {
    var user = identity.newUser("ngan");
    user.setPassword("ngan");

    assertThatThrownBy(() -> identity.saveUser(user)).hasMessageContaining("policy");
  }
}
