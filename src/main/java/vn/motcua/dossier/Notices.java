package vn.motcua.dossier;

import java.time.Clock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What a post has to be told that is not a task of its own. A row is written in the transaction of
 * what it tells; who carries it to people reads the table {@code notice}. Rows are only ever added.
 */
@Component
class Notices {

  /** What is told; the table holds {@link Word#of its word}. */
  enum Kind {
    /** A consulted agency is reminded. */
    CONSULT_OVERDUE,
    /** The head of the one-stop unit learns that a consulted agency is late. */
    CONSULT_ESCALATED,
    /** The counter learns that an applicant's time for papers has passed. */
    PAPERS_LATE,
    /** Who proposed an apology learns that it was not signed. */
    APOLOGY_DECLINED,
    /** Who proposed an apology learns that it was not sent in time. */
    APOLOGY_LAPSED,
    /** Who handed papers over learns that they did not arrive as counted. */
    HAND_OVER_DIFFERENCE,
    /** The seal clerk learns that a wrong result is to be corrected. */
    CORRECTION_DECIDED,
    /** The counter learns that a corrected result waits to be given out. */
    CORRECTION_ISSUED,
    /** The seal clerk learns that the applicant is to be told of a suspension. */
    SUSPENDED
  }

  private final JdbcTemplate jdbc;
  private final Clock clock;

  Notices(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param taskId the task it is about; null if none
   * @param post id of the post that is told
   */
  void add(DossierFile file, String taskId, Kind kind, String post) {
    add(file.code(), taskId, kind, post);
  }

  void add(String code, String taskId, Kind kind, String post) {
    jdbc.update(
        "insert into notice (dossier_code, task_id, kind, recipient_post, created_at)"
            + " values (?,?,?,?,?)",
        code,
        taskId,
        Word.of(kind),
        post,
        Register.utc(clock.instant()));
  }
}
