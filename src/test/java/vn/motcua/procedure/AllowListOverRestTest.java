package vn.motcua.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.actuate.autoconfigure.security.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.ResponseEntity;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The door of machines: a model posted to the engine's own REST interface. */
@Tag("slow")
@DirtiesContext
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:allow-list-rest",
      "spring.flyway.enabled=false",
      "camunda.bpm.database.schema-update=true",
      "camunda.bpm.authorization.enabled=false"
    })
class AllowListOverRestTest {

  /** Only the engine, its REST interface and the list; who may post is another room's matter. */
  @SpringBootConfiguration
  @EnableAutoConfiguration(
      exclude = {SecurityAutoConfiguration.class, ManagementWebSecurityAutoConfiguration.class})
  @Import(AllowListPlugin.class)
  static class EngineWithList {}

  @Autowired private TestRestTemplate rest;
  @Autowired private RepositoryService repository;

  @Test
  void isRefusedWithTheElementAndNothingIsStored() {
    String model =
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t">
          <process id="procedure-1.000001" isExecutable="true">
            <startEvent id="start"/>
            <sequenceFlow id="flow" sourceRef="start" targetRef="run-it"/>
            <scriptTask id="run-it" scriptFormat="js"><script>1</script></scriptTask>
          </process>
        </definitions>""";
    ResponseEntity<String> answer = post("attack.bpmn", model);
    assertThat(answer.getStatusCode().value()).isEqualTo(400);
    assertThat(answer.getBody()).contains("run-it", "scriptTask", "không được phép");
    assertThat(repository.createDeploymentQuery().count()).isZero();
    assertThat(post("decision.dmn", "<definitions/>").getStatusCode().isError()).isTrue();
    assertThat(repository.createDeploymentQuery().count()).isZero();
  }

  private ResponseEntity<String> post(String name, String content) {
    MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
    form.add("deployment-name", "attack");
    form.add(
        name,
        new ByteArrayResource(content.getBytes(StandardCharsets.UTF_8)) {
          @Override
          public String getFilename() {
            return name;
          }
        });
    return rest.postForEntity("/engine-rest/deployment/create", form, String.class);
  }
}
