package vn.motcua.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A production server: no accounts of ours, and a first administrator on request. */
@Tag("slow")
class FirstStartTest {

  @Test
  void withoutTheDemonstrationThereIsNobodyUntilThePropertiesNameAnAdministratorOnce() {
    try (ConfigurableApplicationContext server = start()) {
      assertThat(server.getBean(IdentityService.class).createUserQuery().count()).isZero();
    }
    try (ConfigurableApplicationContext server = start("an", "mot-mat-khau-du-dai")) {
      IdentityService identity = server.getBean(IdentityService.class);
      assertThat(identity.createUserQuery().memberOfGroup("camunda-admin").singleResult().getId())
          .isEqualTo("an");
      assertThat(identity.checkPassword("an", "mot-mat-khau-du-dai")).isTrue();
    }
    try (ConfigurableApplicationContext server = start("ke-khac", "mot-mat-khau-khac-nua")) {
      assertThat(server.getBean(IdentityService.class).createUserQuery().list())
          .as("an administrator is there: the properties mean nothing")
          .extracting("id")
          .containsExactly("an");
    }
  }

  private static ConfigurableApplicationContext start(String... administrator) {
    String user = administrator.length == 0 ? "" : administrator[0];
    String password = administrator.length == 0 ? "" : administrator[1];
    return new SpringApplicationBuilder(AccessOnly.class)
        .profiles("access-only")
        .run(
            "--spring.datasource.url=jdbc:h2:mem:first;DB_CLOSE_DELAY=-1",
            "--server.port=0",
            "--camunda.bpm.job-execution.enabled=false",
            "--motcua.admin.user=" + user,
            "--motcua.admin.password=" + password);
  }
}
