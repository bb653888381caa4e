package vn.motcua.procedure.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.procedure.Procedures;

class DeploymentTest {

  @TempDir Path models;
  private final String database = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

  @Test
  void first() {
    TestModels.writeCatalogue(models, 3);
    System.out.println(TestModels.model(1, "").length());
    try (var node = DeploymentApplication.start(database, models)) {
      assertThat(node.getBean(Manifest.class).rows()).allSatisfy(r -> assertThat(r.failures()).isNull());
      assertThat(node.getBean(RepositoryService.class).createProcessDefinitionQuery().count())
          .isEqualTo(3);
      assertThat(node.getBean(Procedures.class).all()).hasSize(3);
    }
  }
}
