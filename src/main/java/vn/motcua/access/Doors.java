package vn.motcua.access;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Which calls of the engine's REST interface Tasklist and Welcome need for an official; no other is
 * open to officials. The engine checks each of them again; this list also closes what the engine
 * does not check at all, such as comments, attachments and a task's BPMN errors.
 */
final class Doors {

  /** Where the engine's REST interface is served: for the webapps and for machines. */
  private static final List<String> BASES =
      List.of(
          "/camunda/api/engine/engine/{engine}", "/engine-rest", "/engine-rest/engine/{engine}");

  private static final List<String> OFFICIAL =
      List.of(
          "GET /task",
          "POST /task",
          "GET /task/count",
          "POST /task/count",
          "GET /task/{id}",
          "GET /task/{id}/form",
          "GET /task/{id}/deployed-form",
          "GET /task/{id}/rendered-form",
          "GET /task/{id}/form-variables",
          "GET /task/{id}/variables",
          "GET /task/{id}/variables/{name}",
          "GET /task/{id}/localVariables",
          "GET /task/{id}/identity-links",
          "POST /task/{id}/claim",
          "POST /task/{id}/unclaim",
          "POST /task/{id}/complete",
          "POST /task/{id}/submit-form",
          "GET /filter",
          "GET /filter/count",
          "GET /filter/{id}",
          "GET /filter/{id}/count",
          "POST /filter/{id}/count",
          "GET /filter/{id}/list",
          "POST /filter/{id}/list",
          "GET /filter/{id}/singleResult",
          "POST /filter/{id}/singleResult",
          "OPTIONS /filter",
          "OPTIONS /filter/{id}",
          "GET /process-definition",
          "GET /process-definition/count",
          "GET /process-definition/{id}",
          "GET /process-definition/{id}/xml",
          "GET /process-definition/{id}/startForm",
          "GET /process-definition/key/{key}",
          "GET /process-definition/key/{key}/xml",
          "GET /user",
          "GET /user/count",
          "GET /user/{id}/profile",
          "PUT /user/{id}/credentials",
          "OPTIONS /user/{id}",
          "GET /group",
          "POST /group",
          "GET /group/count",
          "GET /identity/groups",
          "GET /identity/password-policy",
          "POST /identity/password-policy",
          "GET /authorization/check",
          "GET /version");

  private static final List<String> QUESTIONS =
      List.of(
          "/task",
          "/process-instance",
          "/variable-instance",
          "/execution",
          "/incident",
          "/job",
          "/job-definition",
          "/external-task",
          "/history/process-instance",
          "/history/activity-instance",
          "/history/task",
          "/history/variable-instance",
          "/history/detail",
          "/history/decision-instance",
          "/history/job-log",
          "/history/incident");

  private Doors() {}

  /** What every official may call. */
  static RequestMatcher ofOfficials() {
    return any(OFFICIAL);
  }

  /**
   * Ways past the route of a dossier, for nobody, not even administrators: a change of a task that
   * is not its official's own work, and what the engine allows to everyone who reads history.
   */
  static RequestMatcher changesOfDossiers() {
    return any(
        List.of(
            "POST /task/{id}/**",
            "PUT /task/{id}/**",
            "DELETE /task/{id}/**",
            "POST /process-definition/{id}/restart",
            "POST /process-definition/{id}/restart-async",
            "POST /process-instance/{id}/comment",
            "DELETE /process-instance/{id}/comment",
            "PUT /process-instance/{id}/comment",
            "DELETE /process-instance/{id}/comment/{comment}"));
  }

  /** Calls that only read: for those who watch over all. Long questions come as POST. */
  static RequestMatcher readings(String engine) {
    PathPatternRequestMatcher.Builder path = PathPatternRequestMatcher.withDefaults();
    return new OrRequestMatcher(
        path.matcher(HttpMethod.GET, engine),
        path.matcher(HttpMethod.OPTIONS, engine),
        any(
            QUESTIONS.stream()
                .flatMap(q -> Stream.of("POST " + q, "POST " + q + "/count"))
                .toList()));
  }

  private static RequestMatcher any(List<String> doors) {
    return new OrRequestMatcher(doors.stream().flatMap(Doors::matchers).toList());
  }

  private static Stream<RequestMatcher> matchers(String door) {
    String[] words = door.split(" ");
    return BASES.stream()
        .map(
            base ->
                PathPatternRequestMatcher.withDefaults()
                    .matcher(HttpMethod.valueOf(words[0]), base + words[1]));
  }
}
