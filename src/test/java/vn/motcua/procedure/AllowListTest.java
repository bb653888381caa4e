package vn.motcua.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.cfg.BpmnParseFactory;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.form.handler.DefaultStartFormHandler;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Only what is on the list runs, on the real engine and whatever door a model comes through. */
class AllowListTest {

  static final AtomicBoolean RAN = new AtomicBoolean();

  private static ProcessEngine engine;

  /** Stands for any class of the class path that does harm when it is made. */
  public static class Harm extends DefaultStartFormHandler {
    public Harm() {
      RAN.set(true);
    }
  }

  @BeforeAll
  static void start() {
    engine = engineWith("allow-list", null);
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  private static ProcessEngine engineWith(String name, BpmnParseFactory parses) {
    StandaloneInMemProcessEngineConfiguration configuration = configuration(name);
    configuration.setBpmnParseFactory(parses);
    configuration.getProcessEnginePlugins().add(new AllowListPlugin());
    return configuration.buildProcessEngine();
  }

  private static StandaloneInMemProcessEngineConfiguration configuration(String name) {
    StandaloneInMemProcessEngineConfiguration configuration =
        new StandaloneInMemProcessEngineConfiguration();
    configuration.setProcessEngineName(name);
    configuration.setJdbcUrl("jdbc:h2:mem:" + name);
    configuration.setJobExecutorActivate(false);
    configuration.setEnforceHistoryTimeToLive(false);
    return configuration;
  }

  static Stream<Arguments> attacks() {
    return Stream.of(
        attack(
            "script task",
            "<scriptTask id='step' scriptFormat='js'><script>1</script></scriptTask>",
            "scriptTask"),
        attack(
            "class of a service task",
            "<serviceTask id='step' camunda:class='x.Y'/>",
            "serviceTask"),
        attack(
            "bean of a service task",
            "<serviceTask id='step' camunda:delegateExpression='${bean}'/>",
            "serviceTask"),
        attack(
            "external topic",
            "<serviceTask id='step' camunda:type='external' camunda:topic='t'/>",
            "serviceTask"),
        attack("send task", "<sendTask id='step' camunda:type='mail'/>", "sendTask"),
        attack(
            "decision of a rule task",
            "<businessRuleTask id='step' camunda:decisionRef='d'/>",
            "businessRuleTask"),
        attack(
            "execution listener",
            task("", "<camunda:executionListener event='start' class='x.Y'/>"),
            "executionListener"),
        attack(
            "task listener",
            task("", "<camunda:taskListener event='create' delegateExpression='${bean}'/>"),
            "taskListener"),
        attack(
            "script of an input",
            task(
                "",
                "<camunda:inputOutput><camunda:inputParameter name='a'><camunda:script scriptFormat='js'>1</camunda:script></camunda:inputParameter></camunda:inputOutput>"),
            "inputOutput"),
        attack(
            "connector",
            task(
                "",
                "<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>"),
            "connector"),
        attack(
            "class of a form validation",
            task(
                "",
                "<camunda:formData><camunda:formField id='a' type='string'><camunda:validation><camunda:constraint name='validator' config='x.Y'/></camunda:validation></camunda:formField></camunda:formData>"),
            "formData"),
        attack(
            "class of a form handler",
            task("camunda:formHandlerClass='" + Harm.class.getName() + "'", ""),
            "camunda:formHandlerClass"),
        attack("assignee expression", task("camunda:assignee='${x}'", ""), "camunda:assignee"),
        attack(
            "fixed candidate group",
            task("camunda:candidateGroups='all'", ""),
            "camunda:candidateGroups"),
        attack(
            "due date expression", task("camunda:dueDate='${dateTime()}'", ""), "camunda:dueDate"),
        attack("expression as name", "<userTask id='step' name='${\"\".getClass()}'/>", "getClass"),
        attack(
            "expression as documentation",
            "<userTask id='step'><documentation>${''.class.name}</documentation></userTask>",
            "documentation"),
        attack(
            "deferred expression in documentation",
            "<userTask id='step'><documentation>#{''.class.name}</documentation></userTask>",
            "documentation"),
        attack(
            "expression as form",
            task("camunda:formRef='${form}' camunda:formRefBinding='latest'", ""),
            "camunda:formRef"),
        attack(
            "form of another host",
            task("camunda:formKey='embedded:https://evil.example/f.html'", ""),
            "camunda:formKey"),
        attack(
            "performer expression",
            "<userTask id='step'><humanPerformer><resourceAssignmentExpression><formalExpression>user(${x})</formalExpression></resourceAssignmentExpression></humanPerformer></userTask>",
            "humanPerformer"),
        attack(
            "multi-instance collection",
            "<userTask id='step'><multiInstanceLoopCharacteristics camunda:collection='${x.y()}' camunda:elementVariable='e'/></userTask>",
            "multiInstanceLoopCharacteristics"),
        attack(
            "called element expression",
            "<callActivity id='step' calledElement='${x}'/>",
            "calledElement"),
        attack(
            "call of any process",
            "<callActivity id='step' calledElement='procedure-1.001193'/>",
            "calledElement"),
        attack(
            "variable mapping class",
            "<callActivity id='step' calledElement='shared-refusal' camunda:variableMappingClass='x.Y'/>",
            "variableMappingClass"),
        attack(
            "source expression",
            "<callActivity id='step' calledElement='shared-refusal'><extensionElements><camunda:in sourceExpression='${x.y()}' target='a'/></extensionElements></callActivity>",
            "sourceExpression"),
        attack(
            "business key expression",
            "<callActivity id='step' calledElement='shared-refusal'><extensionElements><camunda:in businessKey='#{x.y()}'/></extensionElements></callActivity>",
            "businessKey"),
        attack(
            "timer expression",
            task("", "")
                + "<boundaryEvent id='late' attachedToRef='step'><timerEventDefinition><timeDate>${x.y()}</timeDate></timerEventDefinition></boundaryEvent>",
            "timeDate"),
        attack(
            "timer cycle",
            task("", "")
                + "<boundaryEvent id='late' attachedToRef='step'><timerEventDefinition><timeCycle>R/PT1S</timeCycle></timerEventDefinition></boundaryEvent>",
            "timeCycle"),
        attack(
            "error code expression",
            "<subProcess id='step'><startEvent id='s2'/><sequenceFlow id='g' sourceRef='s2' targetRef='e2'/><endEvent id='e2'><errorEventDefinition errorRef='err' camunda:errorCodeVariable='${x}'/></endEvent></subProcess>",
            "errorEventDefinition"),
        attack(
            "conditional event",
            task("", "")
                + "<boundaryEvent id='late' attachedToRef='step'><conditionalEventDefinition><condition>${x.y()}</condition></conditionalEventDefinition></boundaryEvent>",
            "conditionalEventDefinition"),
        attack(
            "job priority expression",
            task("camunda:asyncBefore='true' camunda:jobPriority='${x}'", ""),
            "camunda:jobPriority"),
        attack(
            "legacy namespace",
            "<userTask id='step' xmlns:activiti='http://activiti.org/bpmn' activiti:assignee='${x}'/>",
            "assignee"),
        attack(
            "tag in a drawing namespace",
            "<bpmndi:scriptTask id='step' scriptFormat='js'><script>1</script></bpmndi:scriptTask>",
            "scriptTask"),
        attack("tag in an unknown namespace", "<x:userTask xmlns:x='urn:x' id='step'/>", "urn:x"));
  }

  private static Arguments attack(String name, String step, String named) {
    return Arguments.of(name, step, named);
  }

  private static String task(String attributes, String extensions) {
    return "<userTask id='step' "
        + attributes
        + "><extensionElements>"
        + extensions
        + "</extensionElements></userTask>";
  }

  private static String model(String step, String condition) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
            xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="t">
          <process id="procedure-1.000001" isExecutable="true">
            <startEvent id="start"/>
            <sequenceFlow id="to-step" sourceRef="start" targetRef="step"/>
            %s
            <sequenceFlow id="to-choice" sourceRef="step" targetRef="choice"/>
            <exclusiveGateway id="choice" default="other"/>
            <sequenceFlow id="one" sourceRef="choice" targetRef="end">
              <conditionExpression xsi:type="tFormalExpression">%s</conditionExpression>
            </sequenceFlow>
            <sequenceFlow id="other" sourceRef="choice" targetRef="end"/>
            <endEvent id="end"/>
          </process>
        </definitions>
        """
        .formatted(step, condition);
  }

  private static String model(String step) {
    return model(step, "${outcome == 'refuse'}");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attacks")
  void isRefusedByTheEngineNamingWhatIsForbidden(String attack, String step, String named) {
    RAN.set(false);
    assertThatThrownBy(() -> deploy(engine, "attack.bpmn", model(step)))
        .hasMessageContaining(named);
    assertThat(engine.getRepositoryService().createDeploymentQuery().count()).isZero();
    assertThat(RAN).as("code of the model ran").isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attacks")
  void isFoundInTheFileToo(String attack, String step, String named) {
    assertThat(AllowList.check("attack.bpmn", model(step).getBytes(StandardCharsets.UTF_8)))
        .anySatisfy(finding -> assertThat(finding.toString()).contains(named, "attack.bpmn"));
  }

  @ParameterizedTest
  @MethodSource("conditions")
  void aConditionThatIsNotOnTheListIsRefused(String condition) {
    assertThatThrownBy(() -> deploy(engine, "attack.bpmn", model(task("", ""), condition)))
        .hasMessageContaining("conditionExpression");
  }

  static Stream<String> conditions() {
    return Stream.of(
        "${''.class.forName('java.lang.Runtime')}",
        "${outcome == 'refuse' || x.y()}",
        "${outcome == 'refuse'}${x}",
        "${outcome == \"refuse\"}",
        "${ outcome == 'refuse' }",
        "${task.execution}",
        "true",
        "#{outcome == 'refuse'}");
  }

  @Test
  void aScriptAsConditionIsRefused() {
    String script =
        model(task("", ""))
            .replace(
                "xsi:type=\"tFormalExpression\"", "xsi:type=\"tFormalExpression\" language=\"js\"");
    assertThatThrownBy(() -> deploy(engine, "attack.bpmn", script))
        .hasMessageContaining("language");
  }

  @Test
  void aWholeDeploymentRollsBackWithOneBadModel() {
    assertThatThrownBy(
            () ->
                engine
                    .getRepositoryService()
                    .createDeployment()
                    .addString("good.bpmn", model(task("", "")))
                    .addString(
                        "bad.bpmn",
                        model("<scriptTask id='step'/>").replace("1.000001", "1.000002"))
                    .deploy())
        .hasMessageContaining("“step”")
        .hasMessageContaining("bad.bpmn");
    assertThat(engine.getRepositoryService().createProcessDefinitionQuery().count()).isZero();
  }

  @Test
  void casesAndDecisionTablesAreRefused() {
    for (String name :
        new String[] {"a.cmmn", "a.dmn", "a.dmn11.xml", "a.cmmn10.xml", "a.groovy"}) {
      assertThatThrownBy(() -> deploy(engine, name, "<definitions/>")).hasMessageContaining(name);
    }
    assertThat(engine.getRepositoryService().createDeploymentQuery().count()).isZero();
  }

  @Test
  void holdsEvenWhenAnotherRoomReplacesTheParse() {
    ProcessEngine other = engineWith("allow-list-replaced", BpmnParse::new);
    try {
      assertThatThrownBy(
              () ->
                  deploy(
                      other,
                      "attack.bpmn",
                      model(
                          "<scriptTask id='step' scriptFormat='js'><script>1</script></scriptTask>")))
          .hasMessageContaining("scriptTask");
      assertThat(other.getRepositoryService().createDeploymentQuery().count()).isZero();
    } finally {
      other.close();
    }
  }

  @Test
  void aModelThatCameInWithoutTheListIsRefusedWhenItIsReadAgain() {
    StandaloneInMemProcessEngineConfiguration open = configuration("allow-list-before");
    open.setJdbcUrl("jdbc:h2:mem:allow-list-lazy;DB_CLOSE_DELAY=-1");
    open.setDatabaseSchemaUpdate("true");
    ProcessEngine before = open.buildProcessEngine();
    deploy(before, "old.bpmn", model(task("camunda:assignee='${x}'", "")));
    before.close();
    StandaloneInMemProcessEngineConfiguration guarded = configuration("allow-list-after");
    guarded.setJdbcUrl("jdbc:h2:mem:allow-list-lazy");
    guarded.setDatabaseSchemaUpdate("true");
    guarded.getProcessEnginePlugins().add(new AllowListPlugin());
    ProcessEngine after = guarded.buildProcessEngine();
    try {
      assertThatThrownBy(
              () -> after.getRuntimeService().startProcessInstanceByKey("procedure-1.000001"))
          .hasMessageContaining("camunda:assignee");
    } finally {
      after.close();
    }
  }

  @Test
  void whatIsOnTheListRuns() {
    String good =
        model(
            "<userTask id='step' name='Tiếp nhận' camunda:formRef='receive' camunda:formRefBinding='latest'>"
                + "<extensionElements><camunda:properties><camunda:property name='act' value='receive'/>"
                + "</camunda:properties></extensionElements></userTask>");
    assertThat(AllowList.check("good.bpmn", good.getBytes(StandardCharsets.UTF_8))).isEmpty();
    String deployment = deploy(engine, "good.bpmn", good);
    assertThat(engine.getRepositoryService().createProcessDefinitionQuery().count()).isEqualTo(1);
    engine.getRepositoryService().deleteDeployment(deployment, true);
  }

  private static String deploy(ProcessEngine engine, String name, String model) {
    return engine.getRepositoryService().createDeployment().addString(name, model).deploy().getId();
  }
}
