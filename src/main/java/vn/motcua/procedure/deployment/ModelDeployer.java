package vn.motcua.procedure.deployment;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.ProcessDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.core.model.Properties;
import org.camunda.bpm.engine.impl.core.model.PropertyMapKey;
import org.camunda.bpm.engine.impl.jobexecutor.JobDeclaration;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DeploymentCache;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/**
 * The engine's deployer of BPMN resources, made fit for a catalogue: a new deployment stores rows
 * and forgets the parsed models, models parsed beforehand are not parsed again, and the latest
 * versions are looked up at once. Every model is still parsed and validated before it is stored.
 * Loading a stored model is left to the engine.
 */
class ModelDeployer extends BpmnDeployer {

  private static final PropertyMapKey<String, List<JobDefinitionEntity>> JOBS =
      new PropertyMapKey<>("motcua.jobs");
  private static final int MANY = 20;

  private final Map<String, ParsedModel> prepared = new ConcurrentHashMap<>();
  private final ThreadLocal<Map<String, ProcessDefinitionEntity>> latest = new ThreadLocal<>();

  ModelDeployer(BpmnDeployer stock, BpmnParser parser) {
    setExpressionManager(stock.getExpressionManager());
    setIdGenerator(stock.getIdGenerator());
    setBpmnParser(parser);
  }

  /**
   * Parses a model as a deployment does. Must run inside an engine command.
   *
   * @throws org.camunda.bpm.engine.ParseException if the engine or the schema refuses it
   */
  ParsedModel parse(String path, byte[] bytes) {
    return parse(new DeploymentEntity(), path, bytes);
  }

  /** Hands a parsed model to the deployment that follows. */
  void prepare(String path, ParsedModel model) {
    prepared.put(path, model);
  }

  /** Forgets what was prepared and not deployed. */
  void forget() {
    prepared.clear();
  }

  private ParsedModel parse(DeploymentEntity deployment, String path, byte[] bytes) {
    BpmnParse parse = bpmnParser.createParse();
    parse.sourceInputStream(new ByteArrayInputStream(bytes));
    parse.deployment(deployment).name(path).execute();
    Map<String, List<JobDefinitionEntity>> jobs = new HashMap<>();
    parse.getJobDeclarations().forEach((key, declared) -> jobs.put(key, rows(declared)));
    List<ProcessDefinitionEntity> rows = new ArrayList<>();
    for (ProcessDefinitionEntity parsed : parse.getProcessDefinitions()) {
      rows.add(DefinitionRow.suffices(parsed) ? DefinitionRow.of(parsed) : parsed);
    }
    return new ParsedModel(bytes, rows, jobs);
  }

  private static List<JobDefinitionEntity> rows(List<JobDeclaration<?, ?>> declared) {
    List<JobDefinitionEntity> rows = new ArrayList<>();
    declared.forEach(declaration -> rows.add(new JobDefinitionEntity(declaration)));
    return rows;
  }

  @Override
  protected List<ProcessDefinitionEntity> transformDefinitions(
      DeploymentEntity deployment, ResourceEntity resource, Properties properties) {
    if (!deployment.isNew()) {
      return super.transformDefinitions(deployment, resource, properties);
    }
    ParsedModel model = prepared.remove(resource.getName());
    if (model == null || !Arrays.equals(model.bytes(), resource.getBytes())) {
      model = parse(deployment, resource.getName(), resource.getBytes());
    }
    if (!properties.contains(JOBS)) {
      properties.set(JOBS, new HashMap<>());
    }
    properties.get(JOBS).putAll(model.jobs());
    return model.definitions();
  }

  @Override
  protected void persistDefinitions(
      DeploymentEntity deployment, List<ProcessDefinitionEntity> definitions, Properties given) {
    latest.set(definitions.size() < MANY ? null : latestOf(definitions));
    try {
      super.persistDefinitions(deployment, definitions, given);
    } finally {
      latest.remove();
    }
  }

  private Map<String, ProcessDefinitionEntity> latestOf(List<ProcessDefinitionEntity> definitions) {
    String[] keys = definitions.stream().map(ProcessDefinition::getKey).toArray(String[]::new);
    Map<String, ProcessDefinitionEntity> found = new HashMap<>();
    ProcessDefinitionQueryImpl query = new ProcessDefinitionQueryImpl();
    query.processDefinitionKeysIn(keys).withoutTenantId().latestVersion();
    getProcessDefinitionManager()
        .findProcessDefinitionsByQueryCriteria(query, null)
        .forEach(row -> found.put(row.getKey(), (ProcessDefinitionEntity) row));
    return found;
  }

  @Override
  protected ProcessDefinitionEntity findLatestDefinitionByKeyAndTenantId(
      String key, String tenant) {
    Map<String, ProcessDefinitionEntity> known = tenant == null ? latest.get() : null;
    return known != null ? known.get(key) : super.findLatestDefinitionByKeyAndTenantId(key, tenant);
  }

  /** A key that was never deployed has left no timers behind. */
  @Override
  protected void removeObsoleteTimers(ProcessDefinitionEntity definition) {
    String tenant = definition.getTenantId();
    if (findLatestDefinitionByKeyAndTenantId(definition.getKey(), tenant) != null) {
      super.removeObsoleteTimers(definition);
    }
  }

  /** A row without activities must not serve dossiers; the engine loads the model when needed. */
  @Override
  protected void addDefinitionToDeploymentCache(
      DeploymentCache cache, ProcessDefinitionEntity definition) {
    if (!definition.getActivities().isEmpty()) {
      super.addDefinitionToDeploymentCache(cache, definition);
    }
  }

  @Override
  protected void definitionAddedToDeploymentCache(
      DeploymentEntity deployment, ProcessDefinitionEntity definition, Properties properties) {
    if (!deployment.isNew()) {
      super.definitionAddedToDeploymentCache(deployment, definition, properties);
      return;
    }
    for (JobDefinitionEntity job :
        properties.get(JOBS).getOrDefault(definition.getKey(), List.of())) {
      job.setProcessDefinitionId(definition.getId());
      job.setProcessDefinitionKey(definition.getKey());
      job.setTenantId(definition.getTenantId());
      getJobDefinitionManager().insert(job);
    }
    adjustStartEventSubscriptions(
        definition,
        findLatestDefinitionByKeyAndTenantId(definition.getKey(), definition.getTenantId()));
    addAuthorizations(definition);
  }
}
