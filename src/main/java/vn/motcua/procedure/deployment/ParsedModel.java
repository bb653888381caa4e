package vn.motcua.procedure.deployment;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/**
 * What the engine's parse of one resource leaves to be stored.
 *
 * @param bytes the resource that was parsed
 * @param definitions its processes, without their activities where {@link DefinitionRow} could
 *     leave them away
 * @param jobs job definitions by process key
 */
record ParsedModel(
    byte[] bytes,
    List<ProcessDefinitionEntity> definitions,
    Map<String, List<JobDefinitionEntity>> jobs) {}
