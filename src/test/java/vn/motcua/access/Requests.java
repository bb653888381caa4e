package vn.motcua.access;

import java.util.List;

/** Requests that a curious or a careless person could make by hand about somebody else's task. */
final class Requests {

  private Requests() {}

  record Change(String method, String path, String body) {}

  /** About one thing: TASK, INSTANCE and DEFINITION stand for ids. */
  static List<String> readings() {
    return List.of(
        "/task/TASK",
        "/task/TASK/form",
        "/task/TASK/deployed-form",
        "/task/TASK/rendered-form",
        "/task/TASK/form-variables",
        "/task/TASK/variables",
        "/task/TASK/variables/secret",
        "/task/TASK/variables/secret/data",
        "/task/TASK/localVariables",
        "/task/TASK/identity-links",
        "/task/TASK/comment",
        "/task/TASK/attachment",
        "/process-instance/INSTANCE",
        "/process-instance/INSTANCE/variables",
        "/process-instance/INSTANCE/activity-instances",
        "/process-instance/INSTANCE/comment",
        "/execution/INSTANCE",
        "/execution/INSTANCE/localVariables",
        "/history/process-instance/INSTANCE",
        "/deployment/statistics",
        "/user/nguoi-khac/profile");
  }

  /** Lists and numbers: closed, or empty. */
  static List<String> lists() {
    return List.of(
        "/task?taskId=TASK",
        "/task?processInstanceId=INSTANCE",
        "/task?tenantIdIn=so-y-te.appraiser&processInstanceId=INSTANCE",
        "/task?candidateGroup=so-y-te.approver&processInstanceId=INSTANCE",
        "/task?processVariables=secret_like_%25&processInstanceId=INSTANCE",
        "/task/count?processInstanceId=INSTANCE",
        "/task/count?taskId=TASK",
        "/task/count?withoutTenantId=true",
        "/task/report/candidate-group-count",
        "/variable-instance?processInstanceIdIn=INSTANCE",
        "/variable-instance/count?processInstanceIdIn=INSTANCE",
        "/process-instance",
        "/process-instance/count",
        "/execution",
        "/execution/count",
        "/incident",
        "/job",
        "/job/count",
        "/external-task",
        "/event-subscription",
        "/process-definition/statistics",
        "/process-definition/DEFINITION/statistics",
        "/history/task?taskId=TASK",
        "/history/task/count?processInstanceId=INSTANCE",
        "/history/process-instance/count",
        "/history/activity-instance?processInstanceId=INSTANCE",
        "/history/variable-instance?processInstanceId=INSTANCE",
        "/history/detail?processInstanceId=INSTANCE",
        "/history/user-operation?processInstanceId=INSTANCE",
        "/history/identity-link-log?taskId=TASK",
        "/history/task/report?reportType=count",
        "/batch",
        "/authorization",
        "/authorization/count",
        "/tenant",
        "/deployment",
        "/metrics/activity-instance-start/sum");
  }

  /** Everything that would change the task, its dossier, or who may see it. */
  static List<Change> changes() {
    return List.of(
        new Change("POST", "/task/TASK/claim", "{\"userId\":\"m-appraiser\"}"),
        new Change("POST", "/task/TASK/unclaim", "{}"),
        new Change("POST", "/task/TASK/complete", "{}"),
        new Change("POST", "/task/TASK/complete", "{\"withVariablesInReturn\":true}"),
        new Change("POST", "/task/TASK/submit-form", "{}"),
        new Change("POST", "/task/TASK/resolve", "{}"),
        new Change("POST", "/task/TASK/delegate", "{\"userId\":\"m-appraiser\"}"),
        new Change("POST", "/task/TASK/assignee", "{\"userId\":\"m-appraiser\"}"),
        new Change("POST", "/task/TASK/bpmnError", "{\"errorCode\":\"x\"}"),
        new Change("POST", "/task/TASK/bpmnEscalation", "{\"escalationCode\":\"x\"}"),
        new Change("PUT", "/task/TASK", "{\"name\":\"Khác\"}"),
        new Change("DELETE", "/task/TASK", null),
        new Change(
            "POST",
            "/task/TASK/identity-links",
            "{\"groupId\":\"so-tu-phap.appraiser\",\"type\":\"candidate\"}"),
        new Change(
            "POST",
            "/task/TASK/identity-links/delete",
            "{\"groupId\":\"so-y-te.appraiser\",\"type\":\"candidate\"}"),
        new Change("PUT", "/task/TASK/variables/secret", "{\"value\":\"khác\"}"),
        new Change("PUT", "/task/TASK/localVariables/secret", "{\"value\":\"khác\"}"),
        new Change("POST", "/task/TASK/variables", "{\"deletions\":[\"secret\"]}"),
        new Change("DELETE", "/task/TASK/variables/secret", null),
        new Change("POST", "/task/TASK/comment/create", "{\"message\":\"x\"}"),
        new Change("DELETE", "/task/TASK/comment", null),
        new Change("POST", "/task/TASK/attachment/create", "{}"),
        new Change("POST", "/task/create", "{\"name\":\"mới\"}"),
        new Change("PUT", "/process-instance/INSTANCE/variables/secret", "{\"value\":\"khác\"}"),
        new Change(
            "POST",
            "/process-instance/INSTANCE/modification",
            "{\"instructions\":[{\"type\":\"cancel\",\"activityId\":\"work\"}]}"),
        new Change(
            "POST",
            "/process-instance/INSTANCE/modification-async",
            "{\"instructions\":[{\"type\":\"cancel\",\"activityId\":\"work\"}]}"),
        new Change("DELETE", "/process-instance/INSTANCE", null),
        new Change("POST", "/process-instance/delete", "{\"processInstanceIds\":[\"INSTANCE\"]}"),
        new Change("PUT", "/execution/INSTANCE/localVariables/secret", "{\"value\":\"khác\"}"),
        new Change("POST", "/execution/INSTANCE/signal", "{}"),
        new Change(
            "POST",
            "/modification/execute",
            "{\"processDefinitionId\":\"DEFINITION\",\"processInstanceIds\":[\"INSTANCE\"],"
                + "\"instructions\":[{\"type\":\"cancel\",\"activityId\":\"work\"}]}"),
        new Change(
            "POST",
            "/migration/execute",
            "{\"migrationPlan\":{\"sourceProcessDefinitionId\":\"DEFINITION\","
                + "\"targetProcessDefinitionId\":\"DEFINITION\",\"instructions\":[]},"
                + "\"processInstanceIds\":[\"INSTANCE\"]}"),
        new Change(
            "POST",
            "/process-definition/DEFINITION/restart",
            "{\"processInstanceIds\":[\"INSTANCE\"],"
                + "\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"work\"}]}"),
        new Change(
            "POST",
            "/message",
            "{\"messageName\":\"withdraw\",\"processInstanceId\":\"INSTANCE\"}"),
        new Change("POST", "/signal", "{\"name\":\"x\",\"executionId\":\"INSTANCE\"}"),
        new Change("POST", "/process-definition/key/one-step/start", "{}"),
        new Change("POST", "/process-definition/DEFINITION/submit-form", "{}"),
        new Change(
            "POST",
            "/history/process-instance/delete",
            "{\"historicProcessInstanceIds\":[\"INSTANCE\"]}"),
        new Change("DELETE", "/history/task/TASK", null),
        new Change("DELETE", "/process-definition/DEFINITION?cascade=true", null),
        new Change("POST", "/deployment/create", "{}"));
  }
}
