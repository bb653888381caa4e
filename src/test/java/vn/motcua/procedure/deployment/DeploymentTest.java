package vn.motcua.procedure.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.motcua.procedure.Procedure;
import vn.motcua.procedure.Procedures;

/** Only what changed is deployed; what is broken or gone does no harm. On the real engine. */
class DeploymentTest {

  private static ConfigurableApplicationContext node;
  private static RepositoryService repository;

  @TempDir Path models;

  @BeforeAll
  static void start() {
    node = DeploymentApplication.start("jdbc:h2:mem:deployment", Path.of("none"));
    repository = node.getBean(RepositoryService.class);
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @AfterEach
  void forget() {
    repository
        .createDeploymentQuery()
        .list()
        .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    node.getBean(JdbcTemplate.class).update("delete from deployed_model");
  }

  private DeploymentReport deploy() {
    return DeploymentApplication.deployment(node, models).deploy();
  }

  private void write(int number, String note) {
    TestModels.write(models, TestModels.path(number), TestModels.model(number, note));
  }

  private static Map<String, Integer> versions() {
    Map<String, Integer> versions = new TreeMap<>();
    repository
        .createProcessDefinitionQuery()
        .latestVersion()
        .list()
        .forEach(each -> versions.put(each.getKey(), each.getVersion()));
    return versions;
  }

  private static ProcessDefinition newest(int number) {
    return repository
        .createProcessDefinitionQuery()
        .processDefinitionKey("procedure-" + TestModels.code(number))
        .latestVersion()
        .singleResult();
  }

  private static String receive(int number) {
    Date later = Date.from(Instant.now().plus(3, ChronoUnit.DAYS));
    return node.getBean(RuntimeService.class)
        .startProcessInstanceByKey(
            "procedure-" + TestModels.code(number), Map.of("dueAt", later, "warnAt", later))
        .getId();
  }

  @Test
  void theFirstStartDeploysEverythingAsOneSetAndTheNextNothing() {
    TestModels.writeCatalogue(models, 60);

    assertThat(deploy().deployed()).hasSize(61);
    assertThat(deploy()).isEqualTo(DeploymentReport.NOTHING);

    assertThat(repository.createDeploymentQuery().count()).isEqualTo(1);
    assertThat(versions()).hasSize(60).containsValue(1).doesNotContainValue(2);
    assertThat(receive(7)).isNotNull();
    assertThat(node.getBean(TaskService.class).createTaskQuery().list())
        .extracting("taskDefinitionKey")
        .containsExactly("receive");
    assertThat(node.getBean(ManagementService.class).createJobQuery().list())
        .as("timers know their job definitions")
        .hasSize(2)
        .allSatisfy(job -> assertThat(job.getJobDefinitionId()).isNotNull());
    assertThat(node.getBean(ManagementService.class).createJobDefinitionQuery().count())
        .as("none was added when the model was loaded")
        .isEqualTo(120);
  }

  @Test
  void aChangedModelMakesOneNewVersionAndChangedBackAThird() {
    TestModels.writeCatalogue(models, 3);
    deploy();

    write(2, ", bản sao");
    assertThat(deploy().deployed()).containsExactly(TestModels.path(2));
    assertThat(versions().values()).containsExactly(1, 2, 1);

    write(2, "");
    deploy();
    assertThat(versions().values()).containsExactly(1, 3, 1);
    assertThat(node.getBean(ManagementService.class).createJobDefinitionQuery().count())
        .isEqualTo(2 * 5);
  }

  @Test
  void aFileWithAnotherTimeAndTheSameContentIsNotDeployedAgain() throws IOException {
    TestModels.writeCatalogue(models, 2);
    deploy();
    Files.setLastModifiedTime(
        models.resolve(TestModels.path(1)), FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));

    assertThat(deploy().deployed()).isEmpty();
    assertThat(deploy()).as("the new stamp is known now").isEqualTo(DeploymentReport.NOTHING);
    assertThat(versions().values()).containsExactly(1, 1);
  }

  @Test
  void aBrokenModelKeepsItsOldVersionAndSaysWhatIsWrong() {
    TestModels.writeCatalogue(models, 2);
    deploy();
    String unsound = TestModels.model(1, "").replace("value=\"counter-clerk\"", "value=\"cook\"");
    TestModels.write(models, TestModels.path(1), unsound);
    TestModels.write(
        models, TestModels.path(3), TestModels.model(3, "").replace("<bpmn:lane ", "<bpmn:lan "));
    write(2, ", bản sao");

    DeploymentReport report = deploy();

    assertThat(report.deployed()).containsExactly(TestModels.path(2));
    assertThat(report.refused().get(TestModels.path(1)))
        .anySatisfy(reason -> assertThat(reason).contains("[receive]").contains("cook"));
    assertThat(report.refused()).containsKey(TestModels.path(3));
    assertThat(versions().values()).containsExactly(1, 2);
    assertThat(receive(1)).isNotNull();
    var health = new ModelsHealth(node.getBean(Manifest.class)).health();
    assertThat(health.getStatus().getCode()).isEqualTo("DEGRADED");
    assertThat(health.getDetails().get("refused").toString()).contains("cook");
    var page = new ModelsPage(node.getBean(Manifest.class)).standing();
    assertThat(page.refused())
        .extracting(ModelsPage.Line::path, ModelsPage.Line::serving)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(TestModels.path(1), true),
            org.assertj.core.groups.Tuple.tuple(TestModels.path(3), false));

    write(1, "");
    write(3, "");
    assertThat(deploy().deployed()).as("as deployed before").containsExactly(TestModels.path(3));
    assertThat(versions().values()).containsExactly(1, 2, 1);
    assertThat(new ModelsHealth(node.getBean(Manifest.class)).health().getStatus().getCode())
        .isEqualTo("UP");
  }

  @Test
  void aModelThatDisappearsIsRetiredWhileItsDossiersFinish() throws IOException {
    TestModels.writeCatalogue(models, 2);
    deploy();
    String dossier = receive(1);
    Files.delete(models.resolve(TestModels.path(1)));

    assertThat(deploy().retired()).containsExactly("procedure-" + TestModels.code(1));

    assertThatThrownBy(() -> receive(1)).isInstanceOf(SuspendedEntityInteractionException.class);
    assertThat(node.getBean(Procedures.class).find(TestModels.code(1))).isEmpty();
    TaskService tasks = node.getBean(TaskService.class);
    String task = tasks.createTaskQuery().processInstanceId(dossier).singleResult().getId();
    tasks.complete(task, Map.of("outcome", "accept"));
    assertThat(tasks.createTaskQuery().processInstanceId(dossier).singleResult())
        .extracting("taskDefinitionKey", "suspended")
        .containsExactly("appraise", false);
    assertThat(node.getBean(ManagementService.class).createJobDefinitionQuery().suspended().count())
        .as("timers of running dossiers go on")
        .isZero();
    assertThat(deploy()).isEqualTo(DeploymentReport.NOTHING);

    write(1, "");
    assertThat(deploy().returned()).containsExactly("procedure-" + TestModels.code(1));
    assertThat(newest(1).getVersion()).isEqualTo(1);
    assertThat(receive(1)).isNotNull();
  }

  @Test
  void aProcedureThatReturnsChangedServesInItsNewVersion() throws IOException {
    TestModels.writeCatalogue(models, 1);
    deploy();
    Files.delete(models.resolve(TestModels.path(1)));
    deploy();

    write(1, ", bản sao");
    deploy();

    assertThat(newest(1).getVersion()).isEqualTo(2);
    assertThat(receive(1)).isNotNull();
  }

  @Test
  void aModelInAnotherFolderIsNoNewVersion() throws IOException {
    TestModels.writeCatalogue(models, 1);
    deploy();
    Path moved = models.resolve(TestModels.path(1).replace("thu-tuc", "thu-tuc-moi"));
    Files.move(models.resolve(TestModels.path(1)), moved);

    DeploymentReport report = deploy();

    assertThat(report.deployed()).isEmpty();
    assertThat(report.retired()).isEmpty();
    assertThat(newest(1).getVersion()).isEqualTo(1);
    assertThat(deploy()).isEqualTo(DeploymentReport.NOTHING);
  }

  @Test
  void aFormOfItsOwnGoesWithItsModelAndASharedFormAlone() {
    TestModels.writeCatalogue(models, 2);
    String own = TestModels.path(1).replace("thu-tuc.bpmn", "bien-ban.form");
    TestModels.write(models, own, TestModels.form("bien-ban", "Biên bản"));
    deploy();

    TestModels.write(models, own, TestModels.form("bien-ban", "Biên bản mới"));
    assertThat(deploy().deployed()).containsExactly(TestModels.path(1));
    assertThat(versions().values()).containsExactly(2, 1);
    assertThat(repository.getDeploymentResourceNames(newest(1).getDeploymentId()))
        .containsExactlyInAnyOrder(own, TestModels.path(1));

    TestModels.write(models, "forms/appraise.form", TestModels.form("appraise", "Thẩm định kỹ"));
    assertThat(deploy().deployed()).containsExactly("forms/appraise.form");
    assertThat(versions().values()).containsExactly(2, 1);
  }

  @Test
  void aBrokenFormIsRefused() {
    TestModels.write(models, "forms/a.form", "{\"id\": ");
    TestModels.write(models, "forms/b.form", "{}");
    TestModels.write(models, "forms/c.form", TestModels.form("c", "C"));
    TestModels.write(models, "forms/d.form", TestModels.form("c", "D"));

    DeploymentReport report = deploy();

    assertThat(report.deployed()).containsExactly("forms/c.form");
    assertThat(report.refused()).containsOnlyKeys("forms/a.form", "forms/b.form", "forms/d.form");
    assertThat(report.refused().get("forms/d.form").get(0)).contains("forms/c.form");
  }

  @Test
  void twoNodesStartingAtOnceDeployOnce() {
    TestModels.writeCatalogue(models, 60);

    List<DeploymentReport> reports =
        List.of(
                CompletableFuture.supplyAsync(this::deploy),
                CompletableFuture.supplyAsync(this::deploy))
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(reports).extracting(r -> r.deployed().size()).containsExactlyInAnyOrder(0, 61);
    assertThat(repository.createDeploymentQuery().count()).isEqualTo(1);
  }

  @Test
  void whatWasDeletedInTheEngineIsDeployedAgain() {
    TestModels.writeCatalogue(models, 2);
    deploy();
    repository.deleteDeployment(repository.createDeploymentQuery().singleResult().getId());

    assertThat(deploy().deployed()).hasSize(3);
  }

  @Test
  void proceduresAreFoundByCodeAndByWordsWithoutMarks() {
    TestModels.writeCatalogue(models, 30);
    deploy();
    Catalogue procedures = node.getBean(Catalogue.class);
    procedures.refresh();

    assertThat(procedures.all()).hasSize(30);
    assertThat(procedures.find("1.000007")).get().extracting(Procedure::code).isEqualTo("1.000007");
    assertThat(procedures.find("9.999999")).isEmpty();
    assertThat(procedures.search("1.00000", 5))
        .extracting(Procedure::code)
        .containsExactly("1.000001", "1.000002", "1.000003", "1.000004", "1.000005");
    assertThat(procedures.search("SINH khai so 5", 5))
        .first()
        .extracting(Procedure::code)
        .isEqualTo("1.000005");
    assertThat(procedures.search("không có thủ tục này", 5)).isEmpty();
    String old = newest(7).getId();
    write(7, ", bản sao");
    deploy();
    procedures.refresh();
    assertThat(procedures.ofDefinition(old).documents()).doesNotContain("Bản vẽ vị trí, bản sao");
    assertThat(procedures.find("1.000007").orElseThrow().documents())
        .contains("Bản vẽ vị trí, bản sao");
    assertThatThrownBy(() -> procedures.ofDefinition("procedure-1:1:x"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
