package vn.motcua.procedure.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Two nodes of a province on one PostgreSQL. */
@Tag("slow")
class DeploymentOnPostgresTest {

  @TempDir Path models;

  @Test
  void twoNodesDeployOnceAndSeeWhatTheOtherDeployed() throws IOException {
    TestModels.writeCatalogue(models, 60);
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      String url = postgres.getJdbcUrl("postgres", "postgres");
      try (ConfigurableApplicationContext one = DeploymentApplication.start(url, Path.of("none"));
          ConfigurableApplicationContext two = DeploymentApplication.start(url, Path.of("none"))) {
        List<DeploymentReport> reports =
            List.of(
                    CompletableFuture.supplyAsync(() -> deploy(one)),
                    CompletableFuture.supplyAsync(() -> deploy(two)))
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(reports).extracting(r -> r.deployed().size()).containsExactlyInAnyOrder(0, 61);

        String changed = TestModels.path(5);
        TestModels.write(models, changed, TestModels.model(5, ", bản sao"));
        Files.delete(models.resolve(TestModels.path(6)));
        assertThat(deploy(one).deployed()).containsExactly(changed);
        Catalogue other = two.getBean(Catalogue.class);
        other.refresh();
        assertThat(other.find(TestModels.code(5)).orElseThrow().documents())
            .contains("Bản vẽ vị trí, bản sao");
        assertThat(other.find(TestModels.code(6))).isEmpty();
        assertThat(deploy(two)).isEqualTo(DeploymentReport.NOTHING);
        assertThat(two.getBean(RepositoryService.class).createDeploymentQuery().count())
            .isEqualTo(2);
      }
    }
  }

  private DeploymentReport deploy(ConfigurableApplicationContext node) {
    return DeploymentApplication.deployment(node, models).deploy();
  }
}
