package vn.motcua.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Steps at which dossiers are now, called processes included. Read from the engine's tables in one
 * statement for a whole list (docs/decisions/0034); asks for no right.
 */
@Component
class OpenSteps {

  private static final String OPEN =
      "select t.ID_, t.NAME_, t.TASK_DEF_KEY_, t.PROC_DEF_ID_, t.TENANT_ID_, t.ASSIGNEE_,"
          + " t.CREATE_TIME_, t.DUE_DATE_, e.BUSINESS_KEY_ from ACT_RU_EXECUTION e"
          + " join ACT_RU_TASK t on t.PROC_INST_ID_ = e.ID_ where ";

  private final JdbcTemplate jdbc;

  OpenSteps(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param post id of the post that has it
   * @param person account of who has taken it, or null
   * @param since when it came there
   */
  record OpenStep(
      String taskId,
      String name,
      String stepId,
      String definitionId,
      String post,
      String person,
      Instant since,
      Instant due,
      String code) {}

  /** By code of the dossier, the oldest first. */
  Map<String, List<OpenStep>> of(Collection<String> codes) {
    if (codes.isEmpty()) {
      return Map.of();
    }
    Condition these = Condition.in("e.BUSINESS_KEY_", codes);
    return jdbc
        .query(
            OPEN + these.sql() + " order by t.CREATE_TIME_, t.ID_",
            OpenSteps::read,
            these.values().toArray())
        .stream()
        .collect(Collectors.groupingBy(OpenStep::code));
  }

  private static OpenStep read(ResultSet row, int n) throws SQLException {
    return new OpenStep(
        row.getString("ID_"),
        row.getString("NAME_"),
        row.getString("TASK_DEF_KEY_"),
        row.getString("PROC_DEF_ID_"),
        row.getString("TENANT_ID_"),
        row.getString("ASSIGNEE_"),
        instant(row.getTimestamp("CREATE_TIME_")),
        instant(row.getTimestamp("DUE_DATE_")),
        row.getString("BUSINESS_KEY_"));
  }

  private static Instant instant(Timestamp moment) {
    return moment == null ? null : moment.toInstant();
  }
}
