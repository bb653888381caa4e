package vn.motcua.procedure.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import vn.motcua.procedure.ModelReader;

/** What we store without the engine's parse is what the engine would store. */
class QuickParseTest {

  private static List<Path> models() throws IOException {
    try (Stream<Path> all =
        Stream.concat(
            Files.walk(Path.of("processes")),
            Files.walk(Path.of("src/test/resources/rules/sound")))) {
      return all.filter(file -> file.toString().endsWith(".bpmn")).toList();
    }
  }

  @Test
  void itSaysOfEveryModelWhatTheEngineSays() throws IOException {
    try (ConfigurableApplicationContext node =
        DeploymentApplication.start("jdbc:h2:mem:quick", Path.of("none"))) {
      ModelDeployer engine = node.getBean(DeploymentPlugin.class).deployer();
      for (Path file : models()) {
        byte[] bytes = Files.readAllBytes(file);
        ParsedModel expected =
            node.getBean(ProcessEngineConfigurationImpl.class)
                .getCommandExecutorTxRequired()
                .execute(context -> engine.parse(file.toString(), bytes));

        Optional<ParsedModel> quick = QuickParse.of(ModelReader.plain().read(file), bytes);

        assertThat(quick).as(file.toString()).isPresent();
        assertThat(rows(quick.get())).as(file.toString()).isEqualTo(rows(expected));
        assertThat(jobs(quick.get())).as(file.toString()).isEqualTo(jobs(expected));
      }
    }
  }

  @Test
  void itLeavesToTheEngineWhatItDoesNotKnow() {
    for (String[] change :
        new String[][] {
          {"isExecutable=\"true\"", "isExecutable=\"true\" camunda:versionTag=\"2\""},
          {
            "isExecutable=\"true\"", "isExecutable=\"true\" camunda:isStartableInTasklist=\"false\""
          },
          {"camunda:historyTimeToLive=\"3650\"", "camunda:historyTimeToLive=\"P30D\""},
          {
            "<bpmn:userTask id=\"receive\"",
            "<bpmn:userTask camunda:asyncBefore=\"true\" id=\"receive\""
          },
        }) {
      String model = TestModels.model(1, "").replace(change[0], change[1]);
      byte[] bytes = model.getBytes(java.nio.charset.StandardCharsets.UTF_8);

      assertThat(model).contains(change[1]);
      assertThat(QuickParse.of(ModelReader.plain().read("a.bpmn", bytes), bytes)).isEmpty();
    }
  }

  private static List<String> rows(ParsedModel model) {
    return model.definitions().stream().map(QuickParseTest::row).toList();
  }

  private static String row(ProcessDefinitionEntity row) {
    return String.join(
        "|",
        row.getKey(),
        row.getName(),
        row.getCategory(),
        row.getVersionTag(),
        String.valueOf(row.getHasStartFormKey()),
        String.valueOf(row.getHistoryTimeToLive()),
        String.valueOf(row.isStartableInTasklist()),
        String.valueOf(DefinitionRow.suffices(row)));
  }

  private static Map<String, List<String>> jobs(ParsedModel model) {
    Map<String, List<String>> jobs = new java.util.TreeMap<>();
    model
        .jobs()
        .forEach(
            (key, list) -> jobs.put(key, list.stream().map(QuickParseTest::job).sorted().toList()));
    model.definitions().forEach(each -> jobs.putIfAbsent(each.getKey(), List.of()));
    return jobs;
  }

  private static String job(JobDefinitionEntity job) {
    return job.getActivityId() + "|" + job.getJobType() + "|" + job.getJobConfiguration();
  }
}
